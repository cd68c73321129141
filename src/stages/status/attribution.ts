import type { Quote } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { verbLemma } from '../morphology/verb-lemma.ts'
import { finiteWord, isVerbal } from './clause.ts'
import type { Reading } from './climb.ts'
import { isWord, type StatusContext } from './context.ts'
import { embeddingOf } from './governors.ts'
import type { Effect } from './lexicon.ts'
import { modifierOf } from './local.ts'
import { isNegatedClause } from './negation.ts'
import { isAgent, speakerEntity } from './speakers.ts'

/** Who says so, by the quotes around a word: the entity, and whether there is a quote whose speaker is nobody that the text names. */
export interface Source {
  readonly entity: number | null
  readonly anonymous: boolean
  /** The quote that counted, or null. */
  readonly quote: number | null
}

const nobody: Source = { entity: null, anonymous: false, quote: null }

/**
 * The speaker of the innermost quote around a word. What somebody decides or plans is no quote of theirs in this sense. Presupposed
 * things (roles, places) are the speaker's only within quotation marks.
 */
export function sourceOf(context: StatusContext, index: number, presupposed: boolean): Source {
  let at: number | null = context.quoteAt[index] as number
  for (let steps = 0; at !== null && at >= 0 && steps < 10; steps++) {
    const quote: Quote | undefined = context.quotes[at]
    if (!quote) return nobody
    const counts =
      (quote.form === 'direct' || (!presupposed && !isAside(context, index, quote))) &&
      !isResolve(context, quote) &&
      !isThreat(context, quote) &&
      !(quote.within !== null && isFirstPerson(context, quote))
    if (counts) {
      const entity = speakerEntity(context, quote)
      if (entity !== null) return { entity, anonymous: false, quote: at }
      if (quote.within === null) return { entity: null, anonymous: !isFactive(context, quote), quote: at }
    }
    at = quote.within
  }
  return nobody
}

const none: Effect = { modality: null, negative: false }

/**
 * What the cue of a quote makes of the whole message (*Gerüchten zufolge …*; *…, vermutet die Polizei*), for a word that states the
 * message's main clause, unless the tree has said so already.
 */
export function cueEffect(context: StatusContext, source: Source, reading: Reading): Effect {
  const quote = context.quotes[source.quote ?? -1]
  if (!quote?.cue || quote.form === 'direct' || isFactive(context, quote)) return none
  const { head } = context.trees.word(reading.top)
  if (head >= 0 && quote.words.includes(head)) return none
  const cue = context.trees.word(quote.cue.head)
  if (isVerbal(cue)) {
    const entry = reading.passed.has(cue.index) ? undefined : embeddingOf(context, cue.index)
    if (!entry?.says) return none
    const denied = entry.negation !== null && isNegatedClause(context, cue.index)
    if (denied && entry.negative) return { modality: 'possible', negative: false }
    return { modality: entry.modality, negative: entry.negative !== denied }
  }
  const { cue: place, speaker } = quote
  const nouns = context.words.filter(
    ({ start, end, index }) =>
      (place.start <= start && end <= place.end) || (speaker !== null && index === speaker.head),
  )
  const doubtful = nouns.some(({ lemma }) => context.lexicon.nouns.get(lemma)?.modality === 'possible')
  return doubtful ? { modality: 'possible', negative: false } : none
}

/**
 * Whether a word stands in a relative clause or an attribute, in the indicative, inside what is reported: the article's own addition (*der
 * Mann, der gestern verhaftet wurde, habe …*).
 */
function isAside(context: StatusContext, index: number, quote: Quote): boolean {
  const { trees } = context
  const inside = new Set(quote.words)
  for (let at = index, steps = 0; at >= 0 && inside.has(at) && steps < 30; at = trees.word(at).head, steps++) {
    const word = trees.word(at)
    if (!inside.has(word.head)) return false
    if (hasRelation(word, 'amod')) return true
    if (hasRelation(word, 'acl:relcl')) return finiteWord(context, at)?.feats.Mood !== 'Sub'
    if (hasRelation(word, 'ccomp', 'advcl', 'parataxis', 'xcomp')) return false
  }
  return false
}

/** *Wir hoffen, …* inside a quote: whoever speaks there says so. */
const isFirstPerson = (context: StatusContext, { speaker }: Quote): boolean =>
  speaker !== null && context.words[speaker.head]?.feats.Person === '1'

/** Whether a quote is what somebody decided or plans. */
function isResolve(context: StatusContext, quote: Quote): boolean {
  const { cue } = quote
  if (!cue || quote.form !== 'indirect') return false
  const word = context.trees.word(cue.head)
  if (!isVerbal(word)) {
    const clause = modifierOf(context, word)?.use === 'clause'
    return clause || context.lexicon.nouns.get(word.lemma)?.says === false
  }
  const entry = embeddingOf(context, cue.head)
  return entry !== undefined && !entry.says && (entry.modality !== null || entry.negative)
}

/** *Die Brücke droht einzustürzen*: what happens, not what somebody says. */
function isThreat(context: StatusContext, { cue, form, speaker }: Quote): boolean {
  if (!cue || !speaker || form !== 'indirect' || isAgent(context, speaker.head)) return false
  return embeddingOf(context, cue.head)?.frames.has('exists') ?? false
}

/** Whether a cue takes for granted what it says (*wie bekannt wurde*). */
function isFactive(context: StatusContext, quote: Quote): boolean {
  const { cue } = quote
  if (!cue) return quote.form === 'direct'
  const { trees } = context
  const above = context.words[trees.word(cue.head).head]
  if (!isVerbal(trees.word(cue.head)) && isWord(context, 'factive', above)) return true
  if (isWord(context, 'factive', trees.word(cue.head)) || context.lexicon.words.factive.has(verbLemma(trees, cue.head)))
    return true
  return trees.children(cue.head).some((child) => isWord(context, 'factive', trees.word(child)))
}
