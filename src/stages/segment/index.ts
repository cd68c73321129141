import type { Sentence, Token } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import { defineStage } from '../../core/stage.ts'
import { paragraphsOf } from './paragraphs.ts'
import { type SegmentationRules, segmentationRules } from './rules.ts'
import { Scanner } from './scanner.ts'
import { sentencesOf } from './sentences.ts'

const RULES = segmentationRules('de')

/** Sentences and tokens of a text as in Universal Dependencies: contractions are two tokens over one span, hyphens tokens of their own. */
export const segment = defineStage('segment', [], ['sentences', 'tokens'], async ({ text }, resources) => {
  const rules = await resources.use(RULES)
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  paragraphsOf(text).forEach((span, paragraph) => {
    const segments = sentencesOf(text, new Scanner(text, span, rules).tokens, rules)
    let first = 0
    for (const last of segments.ends) {
      const fills = first === 0 && last === segments.tokens.length
      const parts = segments.tokens.slice(first, last)
      addSentence(
        text,
        parts,
        paragraph,
        fills && !isTerminated(text, parts) ? 'headline' : 'text',
        rules,
        sentences,
        tokens,
      )
      first = last
    }
  })
  return { sentences, tokens }
})

/** Whether a sentence's last token, quotation marks and brackets aside, ends it or announces what follows. */
function isTerminated(text: string, parts: readonly Span[]): boolean {
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i] as Span
    const form = text.slice(part.start, part.end)
    if (/[\p{L}\p{N}]/u.test(form)) return form.length > 2 && form.endsWith('.') && i === parts.length - 1
    if (/[.!?…:]/.test(form)) return true
  }
  return false
}

function addSentence(
  text: string,
  parts: readonly Span[],
  paragraph: number,
  kind: Sentence['kind'],
  rules: SegmentationRules,
  sentences: Sentence[],
  tokens: Token[],
): void {
  const sentence = sentences.length
  const first = tokens.length
  let end = -1
  for (const part of parts) {
    const form = text.slice(part.start, part.end)
    const spaceBefore = end < part.start
    const words = form.length <= 12 ? rules.contractions.get(form.toLowerCase()) : undefined
    if (words) {
      words.forEach((word, place) => {
        tokens.push({
          start: part.start,
          end: part.end,
          sentence,
          form: sameCase(form, word, place),
          spaceBefore: place === 0 && spaceBefore,
          contraction: { form, place },
        })
      })
    } else tokens.push({ start: part.start, end: part.end, sentence, form, spaceBefore })
    end = part.end
  }
  const start = parts[0]?.start ?? 0
  sentences.push({ start, end, first, last: tokens.length, paragraph, kind })
}

/** A contraction's word in the case of what is written: *Im* → *In dem*, *ZUR* → *ZU DER*. */
function sameCase(written: string, word: string, place: number): string {
  if (written.length > 1 && written === written.toUpperCase()) return word.toUpperCase()
  return place === 0 && written[0] !== written[0]?.toLowerCase() ? word[0]?.toUpperCase() + word.slice(1) : word
}
