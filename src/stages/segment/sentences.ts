import type { Span } from '../../core/span.ts'
import type { SegmentationRules } from './rules.ts'

/** A sentence of more tokens than this is cut: no sentence is, and no later stage has to cope with one. */
export const LONGEST_SENTENCE = 500

/** More marks than this do not close behind a full stop. */
const MOST_CLOSERS = 8

const CAPITAL = /^[\p{Lu}\p{Lt}]/u
const SMALL = /^\p{Ll}/u
const NUMBER = /^\d{1,3}$/
const ROMAN = /^[IVXLC]+$/
const DOTTED = /^(?:\p{L}{1,3}\.)+\p{L}{1,3}$/u
const OPENING = new Set([
  '(',
  '[',
  '{',
  '„',
  '‚',
  '``',
  '‘',
  '“',
  '»',
  '«',
  '›',
  '‹',
  '"',
  "'",
  '”',
  '’',
  '–',
  '-',
  '—',
  '•',
  '¿',
  '¡',
])
/** Tokens that a name between quotation marks has at most on either side of a mark. */
const TITLE_WORDS = 3
const QUOTATION = new Set(['"', '``', "''", '„', '“', '”', '»', '«', '‚', '‘', '›', '‹'])
const BRACKET_START = new Set(['(', '[', '{'])
const BRACKET_END = new Set([')', ']', '}'])
const QUOTES = new Set(['"', "''", '“', '”', '«', '»', "'", '’', '‘', '›', '‹'])

/** Sentences as ranges of tokens; `tokens` has full stops of abbreviations and ordinals joined to their words. */
export interface Segments {
  readonly tokens: readonly Span[]
  /** Index of the token after each sentence's last. */
  readonly ends: readonly number[]
}

/** Joins full stops to abbreviations and ordinals, and finds the ends of the sentences, in the tokens of one paragraph. */
export function sentencesOf(text: string, tokens: readonly Span[], rules: SegmentationRules): Segments {
  const paragraph = new Paragraph(text, tokens, rules)
  const out: Span[] = []
  const ends: number[] = []
  let first = 0
  let hasWord = false
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Span
    const stop = paragraph.stopAt(i)
    hasWord ||= isWordy(text, token)
    if (stop === 'joined') {
      const word = out.pop() as Span
      out.push({ start: word.start, end: token.end })
    } else out.push(token)
    const ended = stop === 'ends' && hasWord
    if (!ended && out.length - first < LONGEST_SENTENCE) continue
    if (ended) {
      const after = paragraph.afterClosers(i)
      while (i + 1 < after) out.push(tokens[++i] as Span)
    }
    ends.push(out.length)
    first = out.length
    hasWord = false
  }
  // What is left without a word belongs to the sentence before: a quotation mark set apart, dots that trail off.
  if (out.length > first && ends.length > 0 && out.slice(first).every((token) => !isWordy(text, token))) ends.pop()
  if (out.length > first) ends.push(out.length)
  return { tokens: out, ends }
}

const isWordy = (text: string, { start, end }: Span): boolean => /[\p{L}\p{N}]/u.test(text.slice(start, end))

/** What a token does to its sentence: ends it, is the full stop of the word before, or neither. */
type Stop = 'ends' | 'joined' | 'none'

class Paragraph {
  readonly #text: string
  readonly #tokens: readonly Span[]
  readonly #rules: SegmentationRules

  constructor(text: string, tokens: readonly Span[], rules: SegmentationRules) {
    this.#text = text
    this.#tokens = tokens
    this.#rules = rules
  }

  #form(index: number): string {
    const token = this.#tokens[index]
    return token ? this.#text.slice(token.start, token.end) : ''
  }

  /** Whether white space stands between a token and the one before. */
  #spaced(index: number): boolean {
    const token = this.#tokens[index]
    return !token || index === 0 || (this.#tokens[index - 1] as Span).end < token.start
  }

  /** Index of the first token after the quotation marks and brackets that close behind `index`. */
  afterClosers(index: number): number {
    let at = index + 1
    for (; at < this.#tokens.length && at <= index + MOST_CLOSERS; at++) {
      const form = this.#form(at)
      if (BRACKET_END.has(form)) continue
      if (!QUOTES.has(form)) break
      const spacedBefore = this.#spaced(at)
      const spacedAfter = this.#spaced(at + 1)
      if (spacedBefore && !spacedAfter) break
      if (spacedBefore && spacedAfter && !this.#closesQuote(at)) break
    }
    return at
  }

  /** Whether an odd number of the same straight quotation marks stands before a mark that has a space on both sides. */
  #closesQuote(index: number): boolean {
    const form = this.#form(index)
    let count = 0
    for (let i = index - 1; i >= 0 && i > index - LONGEST_SENTENCE; i--) if (this.#form(i) === form) count++
    return count % 2 === 1
  }

  stopAt(index: number): Stop {
    const token = this.#tokens[index] as Span
    const length = token.end - token.start
    const code = this.#text.charCodeAt(token.start)
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f && code !== 0x2026) return 'none'
    if (code === 0x2e && length === 1 && index > 0 && !this.#spaced(index)) {
      const joined = this.#fullStop(index)
      if (joined) return joined
    }
    const after = this.afterClosers(index)
    if (after >= this.#tokens.length) return 'ends'
    if (after === index + 1 && this.#inTitle(index)) return 'none'
    // An omission, [...], says nothing of where sentences end.
    if (BRACKET_START.has(this.#form(index - 1)) && BRACKET_END.has(this.#form(index + 1))) return 'none'
    // A question or an exclamation in brackets, (sic!), mostly stands inside a sentence.
    const inBrackets = code !== 0x2e && BRACKET_END.has(this.#form(index + 1))
    return this.#begins(after, code === 0x2026 || length > 1 || inBrackets) ? 'ends' : 'none'
  }

  /** Whether a mark stands inside a short name between quotation marks („E! Online“). */
  #inTitle(index: number): boolean {
    let at = index - 1
    while (at >= 0 && index - at <= TITLE_WORDS && !QUOTATION.has(this.#form(at))) at--
    if (!QUOTATION.has(this.#form(at)) || (this.#spaced(at + 1) && !this.#spaced(at))) return false
    for (at = index + 1; at <= index + TITLE_WORDS; at++) {
      const form = this.#form(at)
      if (QUOTATION.has(form)) return !this.#spaced(at)
      if (/^[.!?…]/.test(form)) return false
    }
    return false
  }

  /** Whether a sentence may begin with a token; where it may as well run on, only function words begin one. */
  #begins(index: number, mayRunOn: boolean): boolean {
    let at = index
    while (OPENING.has(this.#form(at)) && at < index + 3) at++
    const form = this.#form(at)
    if (SMALL.test(form) || (at === index && /^[,;:.!?…/)\]%]/.test(form))) return false
    if (mayRunOn && at === index) return this.#opens(form)
    return this.#spaced(index) || CAPITAL.test(form)
  }

  #opens(form: string): boolean {
    return CAPITAL.test(form) && this.#rules.openers.has(form.toLowerCase())
  }

  /** What a full stop right after a word does, or null where it is no abbreviation's nor an ordinal's. */
  #fullStop(index: number): Stop | null {
    const word = this.#form(index - 1)
    const kind = this.#kindOf(word, index)
    if (!kind) return null
    const after = this.afterClosers(index)
    if (NUMBER.test(word) && BRACKET_END.has(this.#form(index + 1))) return 'joined'
    if (after >= this.#tokens.length) return 'ends'
    if (after > index + 1) return SMALL.test(this.#form(after)) || /^[,;:]/.test(this.#form(after)) ? 'joined' : null
    const next = this.#form(after)
    if (kind === 'inner' || SMALL.test(next) || !this.#spaced(after)) return 'joined'
    let at = after
    while (OPENING.has(this.#form(at)) && at < after + 3) at++
    return this.#opens(this.#form(at)) || kind === 'number' ? 'ends' : 'joined'
  }

  /** How a word takes a full stop: always (`inner`), unless a sentence begins behind it (`open`), only before what is no sentence (`number`). */
  #kindOf(word: string, index: number): 'inner' | 'open' | 'number' | null {
    const listed = this.#rules.abbreviations.get(word)
    if (listed) return listed
    const next = this.#form(index + 1)
    if (/^\d/.test(word)) {
      if (this.#rules.ordinalNouns.has(next)) return 'inner'
      if (!NUMBER.test(word)) return null
      if (/^\d/.test(next)) return word.length < 3 ? 'inner' : null
      const before = this.#form(index - 2)
      return word.length < 3 && (!CAPITAL.test(before) || this.#opens(before)) ? 'open' : 'number'
    }
    // A unit (60 m.) is no abbreviation, unless another one follows (i. d. R.).
    if (SMALL.test(word) && word.length === 1) return this.#form(index + 2) === '.' ? 'inner' : 'number'
    if (/^\p{L}$/u.test(word) || DOTTED.test(word)) return 'open'
    if (ROMAN.test(word) && CAPITAL.test(this.#form(index - 2))) return 'open'
    return null
  }
}
