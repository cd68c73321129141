import type { Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import { PAST_PARTICIPLE, PRESENT_PARTICIPLE } from '../../lexicon/cells.ts'
import type { Lexicon } from '../../lexicon/index.ts'

/** A participle as an adjective, with the verb that it is of. */
export interface Participle {
  readonly verb: string
  /** *stammend*: what it stands before is always its subject. */
  readonly present: boolean
}

/**
 * The participle that a predicate adjective (*Fälle waren aufgetreten*) or one before a noun with a phrase of its own (*aus Meran stammende
 * Männer*) is, or undefined; taggers waver between adjective and verb.
 * @param adjectives participles that have become adjectives (*verwandt*)
 */
export function participleOf(
  trees: Trees,
  lexicon: Lexicon,
  adjectives: ReadonlySet<string>,
  index: number,
): Participle | undefined {
  const word = trees.word(index)
  if (word.upos !== 'ADJ') return undefined
  const attributive = hasRelation(word, 'amod') && hasPhrase(trees, word)
  if (!attributive && trees.childBy(index, 'cop') === undefined) return undefined
  const form = (attributive ? word.lemma : word.form).toLowerCase()
  // *Ist bekannt* is a state, *ist den Forschern gelungen* a deed.
  if (adjectives.has(form) && (attributive || trees.childBy(index, 'obj', 'iobj', 'obl') === undefined))
    return undefined
  const reading = lexicon
    .exact(form)
    .find(
      ({ upos, cells }) =>
        upos === 'VERB' && (cells & (PAST_PARTICIPLE | (attributive ? PRESENT_PARTICIPLE : 0))) !== 0,
    )
  return reading && { verb: reading.lemma, present: (reading.cells & PAST_PARTICIPLE) === 0 }
}

/** Whether a noun with a preposition, a time or an object stands between the article and the adjective and belongs to this. */
const hasPhrase = (trees: Trees, { index }: Word): boolean =>
  trees.childrenBy(index, 'obl', 'nmod', 'obj', 'nsubj').some((child) => child < index)
