import type { Document, Sentence, Token } from '../core/document.ts'

/** What a file of sentences gives of a document: all but the metadata. */
export type ReadSentences = Omit<Document<'sentences' | 'tokens'>, 'metadata'>

/** A word as it stands in the text: one token, or the words of a contraction. */
export interface SurfaceWord {
  readonly form: string
  readonly words?: readonly string[]
  /** Whether a space stands before it; of no matter at the start of a sentence. */
  readonly spaceBefore: boolean
}

/** Gathers sentences that stand alone; the document's text has each of them on a line. */
export class SentenceBuilder {
  readonly sentences: Sentence[] = []
  readonly tokens: Token[] = []
  #text: string[] = []
  #length = 0

  get text(): string {
    return this.#text.join('')
  }

  /**
   * Adds a sentence.
   * @param text its text, where it is known; used if it holds the words in order with nothing but white space between them.
   */
  add(words: readonly SurfaceWord[], text?: string): void {
    const offsets = (text !== undefined && align(words, text)) || undefined
    const line = offsets ? (text as string) : join(words)
    const starts = offsets ?? (align(words, line) as number[])
    const begin = this.#length
    const first = this.tokens.length
    const sentence = this.sentences.length
    let end = 0
    words.forEach(({ form, words: parts }, i) => {
      const start = starts[i] as number
      const spaceBefore = i === 0 || start > end
      end = start + form.length
      const span = { start: begin + start, end: begin + end, sentence }
      if (parts)
        parts.forEach((part, place) => {
          this.tokens.push({
            ...span,
            form: part,
            spaceBefore: place === 0 && spaceBefore,
            contraction: { form, place },
          })
        })
      else this.tokens.push({ ...span, form, spaceBefore })
    })
    this.sentences.push({
      start: begin + (starts[0] ?? 0),
      end: begin + end,
      first,
      last: this.tokens.length,
      paragraph: sentence,
      kind: 'text',
    })
    this.#text.push(line, '\n')
    this.#length += line.length + 1
  }
}

const join = (words: readonly SurfaceWord[]): string =>
  words.map(({ form, spaceBefore }, i) => (i > 0 && spaceBefore ? ` ${form}` : form)).join('')

/** Where each word begins in the text, or null if the text is not made of these words. */
function align(words: readonly SurfaceWord[], text: string): number[] | null {
  const starts: number[] = []
  let at = 0
  for (const { form } of words) {
    while (!text.startsWith(form, at)) {
      if (at >= text.length || (text[at] as string).trim() !== '') return null
      at++
    }
    starts.push(at)
    at += form.length
  }
  return text.slice(at).trim() === '' ? starts : null
}
