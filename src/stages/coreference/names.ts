import type { Word } from '../../core/document.ts'
import type { Clusters } from './clusters.ts'
import { type Context, compoundForm, compoundLemma } from './context.ts'
import type { Draft } from './drafts.ts'

/** One name of the article with all drafts that write it. */
interface NameGroup {
  readonly number: number
  /** Nominative words without titles and legal forms. */
  readonly tokens: readonly string[]
  readonly drafts: number[]
}

const isPerson = (draft: Draft): boolean => draft.name?.type === 'PER' || draft.type === 'Person'

/**
 * Joins the drafts that write the same name: inflected, with and without first name, legal form or title, as a known alias, as an
 * acronym in brackets, as first part of a compound (*VW-Konzern*). Multi-pass name matching in the manner of Lee et al. 2013.
 */
export function joinNames(context: Context, clusters: Clusters, nominatives: ReadonlyMap<number, string>): void {
  const { lexicon } = context
  const groups: NameGroup[] = []
  const byKey = new Map<string, NameGroup>()
  const keyOf = (tokens: readonly string[], person: boolean): string => {
    const name = tokens.join(' ')
    const alias = lexicon.alias(name)
    if (alias !== undefined && !person) return `alias ${alias}`
    return tokens.length > 1 && !person ? lexicon.endings.stemOfName(name) : name.toLowerCase()
  }
  const add = (draft: Draft, tokens: readonly string[]): NameGroup => {
    const key = keyOf(tokens, isPerson(draft)) + kindOfBody(context, draft, tokens)
    let group = byKey.get(key)
    if (!group) {
      group = { number: groups.length, tokens, drafts: [] }
      groups.push(group)
      byKey.set(key, group)
    }
    group.drafts.push(draft.index)
    return group
  }
  for (const draft of clusters.drafts) {
    const name = nominatives.get(draft.index)
    if (name === undefined) continue
    const tokens = name.split(/\s+/)
    const core = tokens.filter((token) => lexicon.namePart(token) !== 'legal')
    add(draft, core.length > 0 ? core : tokens)
  }
  const merged = mergeGroups(context, clusters, groups)
  for (const group of groups) {
    const number = merged[group.number] as number
    for (const draft of group.drafts) clusters.setName(draft, number)
    for (const draft of group.drafts) clusters.join(groups[number]?.drafts[0] ?? draft, draft)
  }
  joinTruncated(context, clusters)
  joinCompounds(context, clusters, (name) => {
    const group = byKey.get(keyOf([name], false)) ?? byKey.get(name.toLowerCase())
    return group && groups[merged[group.number] as number]?.drafts[0]
  })
}

/** *Rat für nationale Sicherheit*: a name of one common noun is told from others by what follows it. */
function kindOfBody({ lexicon }: Context, draft: Draft, tokens: readonly string[]): string {
  const common = tokens.length === 1 && draft.noun === undefined && lexicon.isListed(tokens[0] as string)
  return common ? ` ${[...draft.complements, ...draft.places].sort().join(' ')}` : ''
}

/** *Nord- und Südkorea*: the first part of a name whose rest stands in the name that follows. */
function joinTruncated({ words, text }: Context, clusters: Clusters): void {
  const { drafts } = clusters
  for (const draft of drafts) {
    const word = words[draft.head] as Word
    const hyphen = words[draft.head + 1]
    if (draft.kind === 'coordination' || hyphen?.form !== '-' || hyphen.start !== word.end || word.form.length < 3)
      continue
    if (words[draft.head + 2]?.start === hyphen.end) continue
    const next = drafts.find(
      (other) => other.index > draft.index && other.name && other.kind === 'name' && other.first - draft.last <= 6,
    )
    if (!next?.name || next.sentence !== draft.sentence) continue
    const ending = text.slice(next.name.start, next.name.end).toLowerCase()
    const whole = drafts.find((other) => {
      if (other.kind !== 'name' || !other.name || other.name.last - other.name.first > 1) return false
      const name = text.slice(other.name.start, other.name.end).toLowerCase()
      const rest = name.slice(word.form.length)
      return name.startsWith(word.form.toLowerCase()) && rest.length > 2 && ending.endsWith(rest) && ending !== name
    })
    if (whole) clusters.rename(draft.index, whole.index)
  }
}

/** By group: the group that it is a variant of, or itself. */
function mergeGroups(context: Context, clusters: Clusters, groups: readonly NameGroup[]): number[] {
  const target = groups.map((group) => group.number)
  const drafts = (group: NameGroup): Draft[] => group.drafts.map((index) => clusters.drafts[index] as Draft)
  const persons = groups.filter((group) => group.tokens.length > 1 && drafts(group).some(isPerson))
  for (const group of persons) {
    const longer = persons.filter(
      (other) =>
        other !== group && other.tokens.length > group.tokens.length && isShortForm(group.tokens, other.tokens),
    )
    if (longer.length === 1) target[group.number] = (longer[0] as NameGroup).number
  }
  for (const group of groups) {
    if (group.tokens.length !== 1) continue
    const single = group.tokens[0] as string
    const unsure = context.places.place(single) === null
    if (!drafts(group).some((draft) => isPerson(draft) || (unsure && (draft.name?.confidence ?? 0) < 0.8))) continue
    const bearers = persons.filter((other) => bearsSurname(context, other.tokens, single))
    const candidates = bearers.length > 0 ? bearers : persons.filter((other) => other.tokens[0] === single)
    const bearer = closest(candidates, group)
    if (bearer) target[group.number] = target[bearer.number] as number
  }
  mergeAcronyms(context, clusters, groups, target)
  return target
}

const isShortForm = (short: readonly string[], long: readonly string[]): boolean =>
  short.at(-1)?.toLowerCase() === long.at(-1)?.toLowerCase() && short[0]?.toLowerCase() === long[0]?.toLowerCase()

/** Whether a person of these names may be called `single` alone: the last name, or what follows its hyphen or apostrophe. */
function bearsSurname({ lexicon }: Context, tokens: readonly string[], single: string): boolean {
  const particle = tokens.findIndex((token, index) => index > 0 && lexicon.namePart(token) === 'particle')
  const last = tokens.at(-1) as string
  if (last === single || last.endsWith(`-${single}`)) return true
  return particle > 0 && tokens[particle - 1] === single && particle > 1
}

/** Of several bearers of a name the one that was named last before, or first of all. */
function closest(candidates: readonly NameGroup[], group: NameGroup): NameGroup | undefined {
  const first = group.drafts[0] as number
  let best: NameGroup | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    for (const draft of candidate.drafts) {
      const away = draft < first ? first - draft : 100_000 + draft - first
      if (away < distance) {
        distance = away
        best = candidate
      }
    }
  }
  return best
}

/** *Weltgesundheitsorganisation (WHO)*: a name in capitals that stands in brackets right after another. */
function mergeAcronyms({ words }: Context, clusters: Clusters, groups: readonly NameGroup[], target: number[]): void {
  const groupOf = new Map<number, NameGroup>()
  for (const group of groups) for (const draft of group.drafts) groupOf.set(draft, group)
  const endingAt = new Map<number, Draft>()
  for (const draft of clusters.drafts) if (draft.name) endingAt.set(draft.name.last, draft)
  for (const draft of clusters.drafts) {
    const name = draft.name
    if (!name || words[name.first - 1]?.form !== '(' || words[name.last]?.form !== ')') continue
    const full = endingAt.get(name.first - 1)
    const [short, long] = [groupOf.get(draft.index), full && groupOf.get(full.index)]
    if (!short || !long || name.type === 'PER' || full?.name?.type === 'PER') continue
    if (!isAcronym(short.tokens.join(''), long.tokens.join(' '))) continue
    target[short.number] = target[long.number] as number
  }
}

/** Whether a word with capitals takes its letters from a name, in order and beginning with its first. */
export function isAcronym(short: string, name: string): boolean {
  const letters = short.toLowerCase().replace(/[^\p{L}]/gu, '')
  const full = name.toLowerCase()
  if (letters.length < 2 || letters.length > 8 || !/\p{Lu}.*\p{Lu}/u.test(short) || full[0] !== letters[0]) return false
  let at = 0
  for (const letter of letters) {
    at = full.indexOf(letter, at)
    if (at < 0) return false
    at++
  }
  return true
}

/** *VW-Konzern*, *Volkswagenkonzern*: a general noun for an organisation with the name before it is that organisation. */
function joinCompounds(context: Context, clusters: Clusters, named: (name: string) => number | undefined): void {
  const { lexicon } = context
  for (const draft of clusters.drafts) {
    if (draft.kind !== 'name' && draft.kind !== 'description') continue
    if (draft.name && draft.name.last - draft.name.first > 1) continue
    const at = draft.noun ?? draft.head
    const form = compoundForm(context, at)
    const lemma = compoundLemma(context, at)
    const hyphen = form.lastIndexOf('-')
    const head = hyphen > 0 ? lemma.slice(lemma.lastIndexOf('-') + 1) : lexicon.headOf(lemma, form)
    if (head === lemma || lexicon.namePart(lexicon.headOf(head)) !== 'head') continue
    const written = hyphen > 0 ? form.slice(0, hyphen) : lemma.slice(0, lemma.length - head.length)
    const owner = written.length > 1 ? (named(written) ?? named(written.replace(/s$/, ''))) : undefined
    if (owner !== undefined && clusters.root(owner) !== clusters.root(draft.index)) clusters.rename(draft.index, owner)
  }
}
