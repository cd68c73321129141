import type { Span } from '../../core/span.ts'
import { isSpace } from './paragraphs.ts'
import type { SegmentationRules } from './rules.ts'

/** A token longer than this (UTF-16 units) is cut: no word is, and no later stage has to cope with one. */
export const LONGEST_TOKEN = 1000

const OTHER = 0
const SPACE = 1
const LETTER = 2
const DIGIT = 3

const isLetter = /[\p{L}\p{M}_\u00ad\u200c\u200d]/u
const isDigit = /\p{N}/u
const isPicture = /\p{Extended_Pictographic}/u

const LATIN = new Uint8Array(0x250)
for (let code = 0; code < LATIN.length; code++) LATIN[code] = classify(code)

function classify(code: number): number {
  if (isSpace(code)) return SPACE
  const character = String.fromCodePoint(code)
  return isLetter.test(character) ? LETTER : isDigit.test(character) ? DIGIT : OTHER
}

const classOf = (code: number): number => (code < LATIN.length ? (LATIN[code] as number) : classify(code))

/** Tokens of a span of text, full stops not yet joined to abbreviations and ordinals. */
export const scan = (text: string, span: Span, rules: SegmentationRules): readonly Span[] =>
  new Scanner(text, span, rules).tokens

class Scanner {
  readonly #text: string
  readonly #end: number
  readonly #rules: SegmentationRules
  readonly tokens: Span[] = []
  #openSingle = false

  constructor(text: string, span: Span, rules: SegmentationRules) {
    this.#text = text
    this.#end = span.end
    this.#rules = rules
    for (let at = span.start; at < span.end; ) at = this.#next(at)
  }

  #code(at: number): number {
    return at < this.#end ? (this.#text.codePointAt(at) as number) : 0
  }

  #class(at: number): number {
    return at < this.#end && at >= 0 ? classOf(this.#text.codePointAt(at) as number) : SPACE
  }

  #push(start: number, end: number): number {
    for (let at = start; at < end; ) {
      let cut = Math.min(end, at + LONGEST_TOKEN)
      if (cut < end && isLowSurrogate(this.#text.charCodeAt(cut))) cut--
      this.tokens.push({ start: at, end: cut })
      at = cut
    }
    return end
  }

  /** Reads what begins at `at`; returns where to go on. */
  #next(at: number): number {
    const code = this.#code(at)
    const kind = classOf(code)
    if (kind === SPACE) return at + 1
    if (kind !== OTHER) return this.#word(at)
    const text = this.#text
    const next = this.#code(at + 1)
    // Handles, tags.
    if ((code === 0x40 || code === 0x23) && this.#class(at + 1) === LETTER) return this.#push(at, this.#run(at + 1))
    // Runs of full stops, of hyphens; the double quotation marks `` and ''; faces.
    if (code === 0x2e || code === 0x2d) {
      let end = at + 1
      while (end < this.#end && text.charCodeAt(end) === code) end++
      return this.#push(at, end)
    }
    if ((code === 0x60 || code === 0x27) && next === code) return this.#push(at, at + 2)
    if (
      (code === 0x3a || code === 0x3b) &&
      next === 0x2d &&
      (this.#code(at + 2) === 0x29 || this.#code(at + 2) === 0x28)
    )
      return this.#push(at, at + 3)
    if (code === 0x27 || code === 0x2018 || code === 0x201a || code === 0x203a || code === 0x2039)
      this.#openSingle = this.#class(at + 1) !== SPACE
    return this.#push(at, isPicture.test(String.fromCodePoint(code)) ? this.#picture(at) : at + (code > 0xffff ? 2 : 1))
  }

  /** A pictograph with what modifies it. */
  #picture(at: number): number {
    let end = at + (this.#code(at) > 0xffff ? 2 : 1)
    while (end < this.#end) {
      const code = this.#code(end)
      if (code === 0xfe0f || (code >= 0x1f3fb && code <= 0x1f3ff)) end += code > 0xffff ? 2 : 1
      else if (code === 0x200d && isPicture.test(String.fromCodePoint(this.#code(end + 1))))
        end += 1 + (this.#code(end + 1) > 0xffff ? 2 : 1)
      else break
    }
    return end
  }

  /** Letters and digits from `at` on. */
  #run(at: number): number {
    let end = at
    for (let kind = this.#class(end); kind === LETTER || kind === DIGIT; kind = this.#class(end))
      end += this.#code(end) > 0xffff ? 2 : 1
    return end
  }

  #word(start: number): number {
    const address = this.#address(start)
    if (address > start) return this.#push(start, address)
    let segment = start
    let end = this.#run(start)
    for (;;) {
      const joined = this.#join(start, segment, end)
      if (joined === 0) break
      segment = end + joined
      end = this.#run(segment)
    }
    return this.#apostrophe(start, end)
  }

  /** Number of characters after `end` that join the word to what follows; 0 if it ends here. */
  #join(start: number, segment: number, end: number): number {
    const code = this.#code(end)
    if (code === 0) return 0
    const before = this.#class(end - 1)
    const after = this.#class(end + 1)
    switch (code) {
      case 0x2e: // full stop
        if (before === DIGIT) return after === DIGIT ? 1 : 0
        return after === LETTER && this.#dotJoins(segment, end) ? 1 : 0
      case 0x2c: // comma
      case 0x2f: // slash
      case 0x3a: // colon
        if (before === DIGIT && after === DIGIT) return 1
        return code === 0x3a && before === LETTER && this.#isSmall(end + 1) && this.#isCapital(start) ? 1 : 0
      case 0x2d: // hyphen
        return before === DIGIT && after === DIGIT && this.#isNumber(start, end) ? 1 : 0
      case 0x26: // ampersand
        return this.#isCapital(end - 1) && this.#isCapital(end + 1) ? 1 : 0
      case 0x2a: // asterisk
        return before === LETTER && this.#isSmall(end + 1) ? 1 : 0
      case 0x40: // at sign
        return after === LETTER || after === DIGIT ? 1 : 0
      case 0x27:
      case 0x2019:
        return before === LETTER && after === LETTER ? 1 : 0
      default:
        return 0
    }
  }

  /** Whether a full stop between letters belongs to the word: in *u.a.*, *E.ON*, *tagesschau.de*, not where a space was forgotten. */
  #dotJoins(segment: number, end: number): boolean {
    if (end - segment <= 2) return true
    const last = this.#run(end + 1)
    return !this.#isCapital(end + 1) && last - end - 1 >= 2 && last - end - 1 <= 6 && this.#code(last) !== 0x2d
  }

  #isCapital(at: number): boolean {
    const code = this.#code(at)
    return (code >= 65 && code <= 90) || (code > 127 && /\p{Lu}/u.test(String.fromCodePoint(code)))
  }

  #isSmall(at: number): boolean {
    const code = this.#code(at)
    return (code >= 97 && code <= 122) || (code > 127 && /\p{Ll}/u.test(String.fromCodePoint(code)))
  }

  #isNumber(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#class(at) === LETTER) return false
    return true
  }

  /** Splits what an apostrophe sets off, or takes in an apostrophe that ends a genitive. */
  #apostrophe(start: number, end: number): number {
    const text = this.#text
    for (let at = end - 1; at > start && at > end - 6; at--) {
      if (!isApostrophe(text.charCodeAt(at))) continue
      if (!this.#isCapital(start) && this.#rules.clitics.has(text.slice(at + 1, end))) {
        this.#push(start, at)
        return this.#push(at, end)
      }
      break
    }
    if (
      isApostrophe(this.#code(end)) &&
      this.#code(end + 1) !== 0x27 &&
      !this.#openSingle &&
      this.#rules.apostropheAfter.has(text[end - 1] as string)
    )
      return this.#push(start, end + 1)
    return this.#push(start, end)
  }

  /** End of a web address that begins at `start`, else `start`. */
  #address(start: number): number {
    const text = this.#text
    const code = text.charCodeAt(start) | 32
    if (code !== 0x68 && code !== 0x77) return start
    const opening = text.slice(start, start + 8).toLowerCase()
    if (!opening.startsWith('http://') && !opening.startsWith('https://') && !opening.startsWith('www.')) return start
    let end = start
    while (end < this.#end && !isSpace(text.charCodeAt(end)) && !'<>"„“”»«'.includes(text[end] as string)) end++
    while (end > start && ".,;:!?)']".includes(text[end - 1] as string)) end--
    return end
  }
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019
