import type { Coreference, Document, Modality, Quote, Sentence, Time, Word } from '../../core/document.ts'
import { type Trees, treesOf } from '../../core/tree.ts'
import type { StatusLexicon, WordRole } from './lexicon.ts'

/** What the status of a word is read from. */
export interface StatusContext {
  readonly words: readonly Word[]
  readonly sentences: readonly Sentence[]
  readonly trees: Trees
  readonly quotes: readonly Quote[]
  readonly times: readonly Time[]
  readonly coreference: Coreference
  readonly lexicon: StatusLexicon
  /** Of each word the innermost quote whose message holds it, or -1. */
  readonly quoteAt: Int32Array
  /** The article's date, or null. */
  readonly date: string | null
  /** Of each word the mentions that hold it, smallest first. */
  readonly mentionsAt: ReadonlyMap<number, readonly number[]>
}

export function statusContext(
  document: Document<'sentences' | 'words' | 'times' | 'quotes' | 'coreference'>,
  lexicon: StatusLexicon,
): StatusContext {
  const { words, sentences, quotes, times, coreference, metadata } = document
  const quoteAt = new Int32Array(words.length).fill(-1)
  quotes.forEach((quote, index) => {
    for (const at of quote.words) {
      const other = quotes[quoteAt[at] as number]
      if (!other || isInner(quote, other, quotes, index, quoteAt[at] as number)) quoteAt[at] = index
    }
  })
  const mentionsAt = new Map<number, number[]>()
  coreference.mentions.forEach((mention, index) => {
    for (let at = mention.first; at < mention.last; at++) {
      const list = mentionsAt.get(at)
      if (list) list.push(index)
      else mentionsAt.set(at, [index])
    }
  })
  const size = (index: number): number => {
    const mention = coreference.mentions[index]
    return mention ? mention.last - mention.first : 0
  }
  for (const list of mentionsAt.values()) list.sort((a, b) => size(a) - size(b) || a - b)
  return {
    words,
    sentences,
    trees: treesOf(words),
    quotes,
    times,
    coreference,
    lexicon,
    quoteAt,
    date: metadata.date,
    mentionsAt,
  }
}

/** Whether `quote` lies deeper than `other`: inside it by declaration, else shorter. */
function isInner(quote: Quote, other: Quote, quotes: readonly Quote[], index: number, otherIndex: number): boolean {
  for (let at = quote.within; at !== null && at !== undefined; at = quotes[at]?.within ?? null)
    if (at === otherIndex) return true
  for (let at = other.within; at !== null && at !== undefined; at = quotes[at]?.within ?? null)
    if (at === index) return false
  return quote.words.length < other.words.length
}

export const isWord = (context: StatusContext, role: WordRole, word: Word | undefined): boolean =>
  word !== undefined &&
  (context.lexicon.words[role].has(word.lemma.toLowerCase()) ||
    context.lexicon.words[role].has(word.form.toLowerCase()))

const ranks: readonly Modality[] = ['actual', 'future', 'desired', 'possible', 'conditional']

/** Of two modalities that meet, the one farther from a fact. */
export const weaker = (a: Modality, b: Modality): Modality => (ranks.indexOf(a) >= ranks.indexOf(b) ? a : b)
