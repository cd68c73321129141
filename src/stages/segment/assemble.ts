import type { Sentence, Token } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import type { SegmentationRules } from './rules.ts'
import { scan } from './scanner.ts'
import { LONGEST_SENTENCE, sentencesOf } from './sentences.ts'

/** Sentences and tokens of a document while it is being segmented. */
export interface Draft {
  readonly text: string
  readonly rules: SegmentationRules
  readonly sentences: Sentence[]
  readonly tokens: Token[]
}

/** Adds the sentences of a paragraph. */
export function addParagraph(draft: Draft, span: Span, paragraph: number): void {
  const { text, rules } = draft
  const segments = sentencesOf(text, scan(text, span, rules), rules)
  let first = 0
  for (const last of segments.ends) {
    const parts = segments.tokens.slice(first, last)
    const fills = first === 0 && last === segments.tokens.length
    addSentence(draft, parts, paragraph, fills && !isTerminated(text, parts) ? 'headline' : 'text')
    first = last
  }
}

/** Adds a span as one sentence, whatever full stops it holds; only what is longer than any sentence is cut. */
export function addLine(draft: Draft, span: Span, paragraph: number): void {
  const { text, rules } = draft
  const { tokens } = sentencesOf(text, scan(text, span, rules), rules)
  for (let first = 0; first < tokens.length; first += LONGEST_SENTENCE)
    addSentence(draft, tokens.slice(first, first + LONGEST_SENTENCE), paragraph, 'text')
}

/** The words that a contraction stands for, in the case of what is written (*Im* → *In dem*, *ZUR* → *ZU DER*); undefined if it is none. */
export function contractionOf(form: string, rules: SegmentationRules): readonly string[] | undefined {
  const words = form.length <= LONGEST_CONTRACTION ? rules.contractions.get(form.toLowerCase()) : undefined
  if (!words) return undefined
  if (form === form.toUpperCase()) return words.map((word) => word.toUpperCase())
  if (form[0] === form[0]?.toLowerCase()) return words
  return words.map((word, place) => (place === 0 ? (word[0] as string).toUpperCase() + word.slice(1) : word))
}

const LONGEST_CONTRACTION = 16

function addSentence(draft: Draft, parts: readonly Span[], paragraph: number, kind: Sentence['kind']): void {
  const { text, sentences, tokens } = draft
  const sentence = sentences.length
  const first = tokens.length
  let end = -1
  for (const { start, end: partEnd } of parts) {
    const form = text.slice(start, partEnd)
    const spaceBefore = end < start
    end = partEnd
    const words = contractionOf(form, draft.rules)
    if (!words) {
      tokens.push({ start, end, sentence, form, spaceBefore })
      continue
    }
    for (let place = 0; place < words.length; place++)
      tokens.push({
        start,
        end,
        sentence,
        form: words[place] as string,
        spaceBefore: place === 0 && spaceBefore,
        contraction: { form, place },
      })
  }
  sentences.push({ start: parts[0]?.start ?? 0, end, first, last: tokens.length, paragraph, kind })
}

/** Whether a sentence's last token, quotation marks and brackets aside, ends it or announces what follows. */
function isTerminated(text: string, parts: readonly Span[]): boolean {
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i] as Span
    const form = text.slice(part.start, part.end)
    if (/[\p{L}\p{N}]/u.test(form)) return false
    if (/[.!?…:]/.test(form)) return true
  }
  return false
}
