import type { Entity, EntityType, Mention, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import type { Clusters } from './clusters.ts'
import { type Context, completionOf, compoundForm } from './context.ts'
import type { Draft } from './drafts.ts'
import { nominativeNoun, strongAdjective } from './nominative.ts'

/** Types that a pronoun or group of unknown kind falls back to. */
const FALLBACK: EntityType = 'Topic'

/**
 * Mentions and entities of the clusters, both in the order in which the text first speaks of them.
 * @param types types of clusters that are known better than their names tell.
 */
export function entitiesOf(
  context: Context,
  clusters: Clusters,
  nominatives: ReadonlyMap<number, string>,
  types: ReadonlyMap<number, EntityType>,
): { readonly mentions: Mention[]; readonly entities: Entity[] } {
  const { text } = context
  const settled = new Map([...types].map(([index, type]) => [clusters.root(index), type]))
  const entityOf = new Map<number, number>()
  for (const draft of clusters.drafts) {
    if (isIdle(clusters, draft)) continue
    const root = clusters.root(draft.index)
    if (!entityOf.has(root)) entityOf.set(root, entityOf.size)
  }
  const mentions: Mention[] = []
  const mentionsOf: number[][] = Array.from(entityOf, () => [])
  for (const draft of clusters.drafts) {
    const entity = entityOf.get(clusters.root(draft.index))
    if (entity === undefined || isIdle(clusters, draft)) continue
    mentionsOf[entity]?.push(mentions.length)
    const { start, end, first, last, head, kind } = draft
    mentions.push({ start, end, first, last, head, kind, entity })
  }
  const entities = [...entityOf].map(([root, entity]) => {
    const drafts = clusters.members(root).map((index) => clusters.drafts[index] as Draft)
    const { named, names } = namesOf(context, drafts, nominatives, text)
    const members = clusters.parts(root).map((part) => entityOf.get(clusters.root(part)))
    return {
      type: settled.get(root) ?? typeOf(clusters, root, drafts),
      named,
      label: names[0] ?? text.slice(drafts[0]?.start, drafts[0]?.end),
      names,
      mentions: mentionsOf[entity] ?? [],
      members: [...new Set(members.filter((member) => member !== undefined))],
    }
  })
  return { mentions, entities }
}

/** A coordination that nothing else speaks of is no entity. */
const isIdle = (clusters: Clusters, draft: Draft): boolean =>
  draft.kind === 'coordination' && clusters.isSingle(draft.index)

function typeOf(clusters: Clusters, root: number, drafts: readonly Draft[]): EntityType {
  const type = clusters.type(root)
  if (type) return type
  const pronoun = drafts.every((draft) => draft.kind === 'pronoun' || draft.kind === 'possessive')
  return pronoun && drafts.some((draft) => draft.agreement === 8) ? 'Group' : FALLBACK
}

/** Label first: of a named entity the fullest name, of another the shortest description; then every other way the text puts it. */
function namesOf(
  context: Context,
  drafts: readonly Draft[],
  nominatives: ReadonlyMap<number, string>,
  text: string,
): { readonly named: boolean; readonly names: readonly string[] } {
  const written = drafts.flatMap((draft) => (draft.name ? [text.slice(draft.name.start, draft.name.end)] : []))
  if (written.length > 0) {
    const nominative = drafts.flatMap((draft) => nominatives.get(draft.index) ?? [])
    const fullest = [...nominative].sort(
      (a, b) => b.split(' ').length - a.split(' ').length || b.length - a.length,
    )[0] as string
    return { named: true, names: unique([fullest, ...nominative, ...written]) }
  }
  const descriptions = drafts.filter((draft) => draft.kind === 'description')
  if (descriptions.length === 0) {
    const group = drafts.find((draft) => draft.kind === 'coordination')
    return { named: false, names: group ? [text.slice(group.start, group.end)] : [] }
  }
  const labels = descriptions.map((draft) => nominativeDescription(context, draft, text))
  const label = [...labels].sort((a, b) => a.length - b.length)[0] as string
  const variants = descriptions.flatMap((draft) => [
    withoutDeterminer(context, draft, text),
    text.slice((context.words[coreStart(context, draft)] as Word).start, (context.words[core(draft)] as Word).end),
    compoundForm(context, core(draft)),
  ])
  return { named: false, names: unique([label, ...variants]) }
}

/** The noun of a description. */
const core = (draft: Draft): number => draft.noun ?? draft.head

const unique = (names: readonly string[]): string[] => [...new Set(names.filter((name) => name !== ''))]

/** An adjective with the first letter of its lemma: at the start of a sentence a capital says nothing. */
const lowerFirst = (form: string, lemma: string): string =>
  form.charAt(0).toLowerCase() === lemma.charAt(0) ? lemma.charAt(0) + form.slice(1) : form

/** First word of a description that is no article, possessive or owner before it, and no attribute with a phrase of its own. */
function coreStart(context: Context, draft: Draft): number {
  const { words, compoundStart } = context
  let at = compoundStart[core(draft)] as number
  if (completionOf(context, at - 3) === core(draft)) at -= 3
  while (
    at > draft.first &&
    words[at - 1]?.upos !== 'DET' &&
    words[at - 1]?.upos !== 'PROPN' &&
    !isExtended(context, at - 1, draft.first)
  )
    at--
  return at
}

/** *In der Garage abgestellten* of *die in der Garage abgestellten Traktoren*: what such an attribute says names nothing. */
function isExtended({ words, compoundEnd }: Context, at: number, first: number): boolean {
  if (!hasRelation(words[at] as Word, 'amod')) return false
  let before = at - 1
  while (words[before]?.upos === 'ADV') before--
  const word = words[before]
  const nominal = word?.upos === 'NOUN' || word?.upos === 'PROPN' || word?.upos === 'PRON'
  return nominal && before >= first && compoundEnd[before] === before
}

function withoutDeterminer(context: Context, draft: Draft, text: string): string {
  const start = (context.words[coreStart(context, draft)] as Word).start
  return text.slice(start, draft.end)
}

/** A description as it would stand alone in the nominative: *dem nordkoreanischen Atomprogramm* → *nordkoreanisches Atomprogramm*. */
function nominativeDescription(context: Context, draft: Draft, text: string): string {
  const { words } = context
  const head = words[core(draft)] as Word
  const start = context.compoundStart[core(draft)] as number
  const noun = text.slice((words[start] as Word).start, head.start) + nominativeNoun(context, head)
  let before = ''
  for (let at = coreStart(context, draft); at < start; at++) {
    const word = words[at] as Word
    const inflected = word.upos === 'ADJ' || (word.upos === 'VERB' && word.feats.VerbForm === 'Part')
    const form =
      inflected && words[at + 1]?.upos !== 'ADV'
        ? lowerFirst(strongAdjective(context, word, head), word.lemma)
        : word.form
    before += form + text.slice(word.end, (words[at + 1] as Word).start).replace(/\s+/g, ' ')
  }
  const after = text.slice(head.end, draft.end)
  return before + noun + after
}
