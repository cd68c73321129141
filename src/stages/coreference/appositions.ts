import type { Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { SINGULAR } from './agreement.ts'
import { type Clusters, mayBeOneType } from './clusters.ts'
import type { Context } from './context.ts'
import type { Draft } from './drafts.ts'

const BREAK = new Set([',', '(', '–', '-', '—'])

/** Joins what stands beside each other as two names of one thing: *Ilja Djatschkow, Nordkorea-Experte des Instituts*. */
export function joinAppositions(context: Context, clusters: Clusters): void {
  const { words } = context
  const { drafts } = clusters
  for (const second of drafts) {
    joinRoleBefore(context, clusters, second)
    if (second.kind !== 'name' && second.kind !== 'description' && second.kind !== 'coordination') continue
    const mark = markBefore(words, second)
    if (mark < 0) continue
    for (const first of drafts) {
      if (first.sentence !== second.sentence || (first.last !== mark && !endsLater(words, first, mark))) continue
      if (first.kind !== 'name' && first.kind !== 'description') continue
      if (isAgent(words, first, second) && clusters.join(first.index, second.index)) break
      if (!mayBeOneType(first.type, second.type) && !isPersonPair(first, second)) continue
      if (isTreeApposition(words, first, second) || (isRole(words, first, second) && isOutermost(drafts, first))) {
        if (clusters.join(first.index, second.index)) break
      }
    }
  }
}

/** *der Abgeordnete des Föderationsrates Viktor Oserow*: a person's noun with a genitive, and the name right after it. */
function joinRoleBefore({ words }: Context, clusters: Clusters, name: Draft): void {
  if (name.name?.type !== 'PER' || name.noun !== undefined) return
  const before = words[name.first - 1]
  if (!before || before.sentence !== name.sentence || (before.upos !== 'NOUN' && before.upos !== 'PROPN')) return
  for (const role of clusters.drafts) {
    if (role.kind !== 'description' || role.type !== 'Person' || role.sentence !== name.sentence) continue
    const within = role.first < name.first && role.last === name.last
    if (role.head < name.first - 1 && (role.last === name.first || within) && (role.agreement & SINGULAR) !== 0) {
      clusters.join(role.index, name.index)
      return
    }
  }
}

/** Place of the mark that parts an apposition from what it belongs to, past an adverb (*, vermutlich eine Bombe*); -1 if there is none. */
function markBefore(words: readonly Word[], draft: Draft): number {
  let at = draft.first - 1
  if (words[at]?.upos === 'ADV') at--
  return BREAK.has(words[at]?.form ?? '') && words[at]?.sentence === draft.sentence ? at : -1
}

/** *der Gegner des Präsidenten, Sondhi Limthongkul*: the apposition belongs to the whole phrase, not to the genitive at its end. */
const isOutermost = (drafts: readonly Draft[], draft: Draft): boolean =>
  !drafts.some((other) => other.kind === 'description' && other.last === draft.last && other.first < draft.first)

/** *der Investor für den Neubau, Larry Silverstein*: whether only a prepositional phrase stands between a role and the mark. */
function endsLater(words: readonly Word[], first: Draft, mark: number): boolean {
  if (first.kind !== 'description' || first.type !== 'Person') return false
  if (first.last >= mark || mark - first.last > 6 || words[first.last]?.upos !== 'ADP') return false
  for (let at = first.last; at < mark; at++)
    if (/^(?:VERB|AUX|PUNCT|CCONJ|SCONJ)$/.test(words[at]?.upos ?? '')) return false
  return true
}

/** *der zweitgrößte Verbraucher, China*: whether what stands beside a noun for persons is a country or organisation that does so. */
const isAgent = (words: readonly Word[], a: Draft, b: Draft): boolean =>
  a.kind === 'description' &&
  a.type === 'Person' &&
  b.name !== undefined &&
  (b.type === 'Place' || b.type === 'Organization') &&
  hasRelation(words[b.head] as Word, 'appos') &&
  words[b.head]?.head === a.head

const isPersonPair = (a: Draft, b: Draft): boolean => a.name?.type === 'PER' && b.type === 'Person'

function isTreeApposition(words: readonly Word[], first: Draft, second: Draft): boolean {
  const head = words[second.head] as Word
  const named = first.name && head.head >= first.name.first && head.head < first.name.last
  if (!hasRelation(head, 'appos') || (head.head !== first.head && head.head !== first.noun && !named)) return false
  if (first.name && second.name && first.noun === undefined && second.noun === undefined) return false
  if (second.name && second.noun === undefined && first.type === undefined) return false
  if (second.kind === 'coordination') return (first.agreement & SINGULAR) === 0
  return (first.agreement & second.agreement) !== 0
}

/** A person's name and a noun for persons, parted by a comma and closed by another mark or the verb. */
function isRole(words: readonly Word[], first: Draft, second: Draft): boolean {
  // *ihrem Mann, dem Schriftsteller Richard Wagner,*: a relative is told by a name with a noun of its own.
  const relative = first.kind === 'description' && first.determiner === 'possessive'
  const named = [first, second].filter(
    (draft) =>
      draft.name?.type === 'PER' && (draft.noun === undefined || (relative && draft.determiner === 'definite')),
  ).length
  const roles = [first, second].filter((draft) => draft.kind === 'description' && draft.type === 'Person').length
  if (named !== 1 || roles !== 1 || (first.agreement & second.agreement) === 0) return false
  // *Steinmüller, seine Stellvertreterin und …* goes on counting.
  if (second.determiner === 'possessive') return false
  const next = words[second.last]
  if (!next || next.sentence !== second.sentence) return true
  return next.upos === 'PUNCT' || next.upos === 'VERB' || next.upos === 'AUX'
}
