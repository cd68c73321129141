import type { EntityType, Mention, Quote } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { nounAmong } from '../quotes/lexicon.ts'
import { isVerbal } from './clause.ts'
import { isWord, type StatusContext } from './context.ts'

/** Index of the entity that a word names: of the mention that it heads, else of the smallest one around it. */
export function entityAt(context: StatusContext, index: number): number | null {
  const { coreference, mentionsAt } = context
  const around = (mentionsAt.get(index) ?? []).map((at) => coreference.mentions[at] as Mention)
  const found =
    around.find((mention) => mention.head === index && mention.kind !== 'derivation') ??
    around.find((mention) => mention.kind !== 'derivation') ??
    around[0]
  return found?.entity ?? null
}

/**
 * Index of the entity that says what a quote holds, or null: whom its speaker's words name, or, where those name a thing that says nothing
 * (*so die Forderung der Opposition*), whoever that belongs to.
 */
export function speakerEntity(context: StatusContext, quote: Quote): number | null {
  const { speaker } = quote
  if (!speaker) return null
  if (isBareStatement(context, speaker.head)) return speakerBefore(context, quote)
  const named = namedBy(context, speaker)
  if (named === null || canSpeak(context, named, quote)) return named
  const { trees } = context
  const owner = trees.childrenBy(speaker.head, 'nmod', 'det:poss').find((at) => isAgent(context, at))
  return owner === undefined ? null : entityAt(context, owner)
}

/** The entity that the words of a speaker name. */
function namedBy(context: StatusContext, speaker: NonNullable<Quote['speaker']>): number | null {
  const { trees, words } = context
  const own = trees.children(speaker.head).some((child) => isWord(context, 'own', trees.word(child)))
  if (own) {
    const subject = subjectAround(context, speaker.head)
    return subject === null ? null : entityAt(context, subject)
  }
  const place = isWord(context, 'statement', trees.word(speaker.head)) ? placeOf(context, speaker.head) : null
  if (place !== null) return place
  const direct = entityAt(context, speaker.head)
  if (direct !== null) return direct
  for (let at = speaker.head; at >= 0 && (words[at]?.start ?? -1) >= speaker.start; at--) {
    const found = entityAt(context, at)
    if (found !== null) return found
  }
  for (let at = speaker.head + 1; (words[at]?.end ?? Number.POSITIVE_INFINITY) <= speaker.end; at++) {
    const found = entityAt(context, at)
    if (found !== null) return found
  }
  return null
}

/** *Nach südkoreanischen Angaben*: the place of the adjective. */
function placeOf({ coreference, mentionsAt, trees }: StatusContext, noun: number): number | null {
  for (const adjective of trees.childrenBy(noun, 'amod'))
    for (const at of mentionsAt.get(adjective) ?? []) {
      const { kind, head, entity } = coreference.mentions[at]!
      if (kind === 'derivation' && head === adjective) return entity
    }
  return null
}

/** Types of what can say something, somebody or something written. */
const SPEAKING: ReadonlySet<EntityType> = new Set(['Person', 'Organization', 'Group', 'Place', 'Facility', 'Work'])

/**
 * Whether an entity says what a quote holds. A thing of another type does so if its noun is one of what is written or told
 * (*Polizeiangaben*), or if it is unknown to the lists and stands where a speaker stands: as the subject of a verb of saying that things do
 * not go with, or behind *laut*; not where it shows something (*der Schritt zeigt*) or is what is said (*so die Hoffnung*).
 */
function canSpeak(context: StatusContext, entity: number, { cue, speaker }: Quote): boolean {
  const { coreference, lexicon, trees } = context
  const { type, names, label } = coreference.entities[entity]!
  if (names.length === 0) return false
  const nouns = label.split(' ')
  if (nouns.some((noun) => lexicon.words.hearsay.has(noun.toLowerCase()))) return false
  if (SPEAKING.has(type) || nouns.some((noun) => nounAmong(lexicon.sources, noun))) return true
  if (!cue || nouns.some((noun) => nounAmong(lexicon.contents, noun))) return false
  const word = trees.word(cue.head)
  if (isVerbal(word)) return !isWord(context, 'showing', word)
  return word.upos === 'ADP' || (speaker !== null && trees.word(speaker.head).head === word.index)
}

/** *Angaben zufolge*, *nach ersten Angaben*: a statement of which nothing says whose it is. */
function isBareStatement(context: StatusContext, index: number): boolean {
  const { trees } = context
  if (!isWord(context, 'statement', trees.word(index))) return false
  return trees.children(index).every((child) => {
    const word = trees.word(child)
    if (isWord(context, 'own', word)) return false
    return word.feats.NumType === 'Ord' || !hasRelation(word, 'nmod', 'det:poss', 'amod')
  })
}

/** How many sentences after what somebody said *den Angaben zufolge* may follow it. */
const NEAR = 3

/** Who spoke last before a quote that is attributed to a statement known by its article (*den Angaben zufolge*). */
function speakerBefore(context: StatusContext, quote: Quote): number | null {
  const { quotes, trees, words } = context
  const head = quote.speaker!.head
  const definite = trees.childrenBy(head, 'det').some((at) => trees.word(at).feats.Definite !== 'Ind')
  if (!definite) return null
  let found: number | null = null
  for (const other of quotes) {
    const { speaker } = other
    if (!speaker || speaker.head >= head || words[speaker.head]!.sentence < words[head]!.sentence - NEAR) continue
    if (isAgent(context, speaker.head)) found = namedBy(context, speaker)
  }
  return found
}

/** Subject of the clause that a word stands in (*nach eigenen Angaben*: whose). */
function subjectAround(context: StatusContext, index: number): number | null {
  const { trees } = context
  for (let at = trees.word(index).head, steps = 0; at >= 0 && steps < 20; at = trees.word(at).head, steps++) {
    const subject = trees.childBy(at, 'nsubj')
    if (subject !== undefined) return subject
    const word = trees.word(at)
    if (hasRelation(word, 'acl:relcl')) return word.head
  }
  return null
}

/** Whether a word names who can say or do something. */
export function isAgent(context: StatusContext, index: number): boolean {
  const entity = entityAt(context, index)
  const type = entity === null ? undefined : context.coreference.entities[entity]?.type
  return type === 'Person' || type === 'Organization' || type === 'Group' || type === 'Place'
}
