import type { Document, Layer, Quote } from '../core/document.ts'
import { InputError } from '../core/errors.ts'
import { overlaps, type Span } from '../core/span.ts'
import { type Score, scoreOf } from './scores.ts'

/** A quotation as SpkAtt-2023 (task 2) annotates it; words as `sentence:token`. */
export interface QuoteAnnotation {
  readonly Form: string
  readonly Message: readonly string[]
  readonly Source: readonly string[]
  readonly Cue: readonly string[]
  readonly IsNested: boolean
}

export interface QuoteArticle {
  readonly DocumentName: string
  readonly Sentences: readonly { readonly Tokens: readonly string[] }[]
  readonly Annotations: readonly QuoteAnnotation[]
}

/** An article as text, a sentence a line and its tokens joined by spaces, with the place of each token. */
export interface QuoteText {
  readonly text: string
  /** Span of token `t` of sentence `s` as `places[s][t]`. */
  readonly places: readonly (readonly Span[])[]
}

/** Joins an article's tokens by spaces, a sentence a line. */
export function quoteText(article: QuoteArticle): QuoteText {
  let text = ''
  const places = article.Sentences.map(({ Tokens }) => {
    const spans = Tokens.map((token, index) => {
      if (index > 0) text += ' '
      const start = text.length
      text += token
      return { start, end: text.length }
    })
    text += '\n'
    return spans
  })
  return { text, places }
}

/** A quotation as sets of characters; the gold's and the found ones alike. */
export interface MarkedQuote {
  readonly message: readonly Span[]
  readonly source: readonly Span[]
  /** Whether it counts; one that does not may be found or missed. */
  readonly counts: boolean
  readonly form: string
  readonly cue: readonly Span[]
}

/** Gold quotations: direct and indirect ones with a source count, nested ones and those without a source do not. */
export function goldQuotes(article: QuoteArticle, places: QuoteText['places']): MarkedQuote[] {
  const spans = (ids: readonly string[]): Span[] =>
    ids.flatMap((id) => {
      const [sentence, token] = id.split(':').map(Number) as [number, number]
      const span = places[sentence]?.[token]
      return span ? [span] : []
    })
  return article.Annotations.map((annotation) => ({
    message: spans(annotation.Message),
    source: spans(annotation.Source),
    cue: spans(annotation.Cue),
    form: annotation.Form,
    counts:
      (annotation.Form === 'Direct' || annotation.Form === 'Indirect') &&
      !annotation.IsNested &&
      annotation.Source.length > 0,
  }))
}

/** Found quotations as characters of the text. */
export function foundQuotes(document: Document<'words' | 'quotes'>): MarkedQuote[] {
  return document.quotes.map((quote: Quote) => ({
    message: quote.words.flatMap((index) => document.words[index] ?? []),
    source: quote.speaker ? [quote.speaker] : [],
    cue: quote.cue ? [quote.cue] : [],
    form: quote.form,
    counts: quote.speaker !== null && quote.within === null,
  }))
}

export interface QuoteScore {
  /** Gold quotations that count, and those of them found with the right speaker. */
  readonly gold: number
  readonly right: number
  /** Found quotations that count; `right` of these match as well. */
  readonly found: number
  readonly missed: readonly MarkedQuote[]
  readonly wrong: readonly MarkedQuote[]
}

const characters = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0)

const shared = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce(
    (sum, one) =>
      sum +
      b.reduce((part, other) => part + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)), 0),
    0,
  )

/** Whether half the characters of the gold message are found, and half of what is found lies in it. */
const sameMessage = (gold: MarkedQuote, found: MarkedQuote): boolean => {
  const common = shared(dedupe(gold.message), dedupe(found.message))
  return common * 2 >= characters(dedupe(gold.message)) && common > 0
}

/** Both words of a contraction have one span: count it once. */
function dedupe(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1)
    if (last?.start === span.start && last.end === span.end) continue
    out.push(span)
  }
  return out
}

const sameSpeaker = (gold: MarkedQuote, found: MarkedQuote): boolean =>
  gold.source.some((span) => found.source.some((other) => overlaps(span, other)))

/**
 * Scores found quotations against gold: a gold quotation is found if one with half its characters has a speaker that overlaps the
 * annotated source. A found one is wrong if it matches neither a counted gold quotation nor, by message, one that counts neither way.
 */
export function scoreQuotes(gold: readonly MarkedQuote[], found: readonly MarkedQuote[]): QuoteScore {
  const counted = gold.filter((quote) => quote.counts)
  const neutral = gold.filter((quote) => !quote.counts)
  const used = new Set<MarkedQuote>()
  const missed: MarkedQuote[] = []
  let right = 0
  for (const quote of counted) {
    const match = found.find((other) => !used.has(other) && sameMessage(quote, other) && sameSpeaker(quote, other))
    if (match) {
      used.add(match)
      right++
    } else missed.push(quote)
  }
  const wrong = found.filter(
    (quote) =>
      quote.counts && !used.has(quote) && !neutral.some((other) => sameMessage(other, quote) || isInside(quote, other)),
  )
  return { gold: counted.length, right, found: right + wrong.length, missed, wrong }
}

/** Whether what is found lies within a gold quotation that counts neither way. */
const isInside = (found: MarkedQuote, gold: MarkedQuote): boolean =>
  shared(dedupe(found.message), dedupe(gold.message)) * 2 >= characters(dedupe(found.message))

/** Finds the quotations of a text of which each line is a sentence. */
export type QuoteFinder = (text: string, date: string | null) => Promise<Document<'words' | 'quotes'> | Document<Layer>>

/**
 * Scores direct and indirect quotations with their speakers, pooled over articles (SpkAtt-2023 task 2, JSON Lines).
 * @throws InputError if a line is no article.
 */
export async function evaluateQuotes(
  sources: readonly { readonly input: string; readonly text: string }[],
  find: QuoteFinder,
): Promise<Readonly<Record<'quotes', Score>>> {
  let [gold, found, right] = [0, 0, 0]
  for (const { input, text: source } of sources)
    for (const [i, line] of source.split('\n').entries()) {
      if (line.trim() === '') continue
      const article = readArticle(line, `${input}: line ${i + 1}`)
      const { text, places } = quoteText(article)
      const [date = null] = /\d{4}-\d{2}-\d{2}(?=\)$)/.exec(article.DocumentName) ?? []
      const document = (await find(text, date)) as Document<'words' | 'quotes'>
      const score = scoreQuotes(goldQuotes(article, places), foundQuotes(document))
      gold += score.gold
      found += score.found
      right += score.right
    }
  return { quotes: scoreOf(gold, found, right) }
}

function readArticle(line: string, input: string): QuoteArticle {
  try {
    const article = JSON.parse(line)
    if (Array.isArray(article.Sentences) && Array.isArray(article.Annotations)) return article
  } catch {
    // Told below.
  }
  throw new InputError(input, 'no article with Sentences and Annotations')
}
