import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/core/document.ts'
import { nodeResources } from '../../../src/node/resources.ts'
import { segment } from '../../../src/stages/segment/index.ts'
import { isSpace, startOfText } from '../../../src/stages/segment/paragraphs.ts'
import { LONGEST_TOKEN } from '../../../src/stages/segment/scanner.ts'
import { LONGEST_SENTENCE } from '../../../src/stages/segment/sentences.ts'

const resources = nodeResources()
const metadata = { id: 'x', title: null, date: null, language: 'de', author: null, publisher: null, source: null }
const read = (text: string): Promise<Document<'sentences' | 'tokens'>> => segment.run({ text, metadata }, resources)

/** Checks with bare conditions, since `expect` is slow, and returns the first fault. */
function fault(document: Document<'sentences' | 'tokens'>): string | null {
  const { text, sentences, tokens } = document
  let last = 0
  let end = 0
  let paragraph = 0
  for (const [i, sentence] of sentences.entries()) {
    if (sentence.first !== last || sentence.last <= sentence.first) return `sentence ${i} has wrong tokens`
    if (sentence.start < end) return `sentence ${i} overlaps`
    if (sentence.paragraph < paragraph) return `sentence ${i} has a wrong paragraph`
    if (sentence.last - sentence.first > 2 * LONGEST_SENTENCE + 20) return `sentence ${i} is too long`
    if (tokens[sentence.first]?.start !== sentence.start) return `sentence ${i} begins elsewhere`
    if (tokens[sentence.last - 1]?.end !== sentence.end) return `sentence ${i} ends elsewhere`
    for (let t = sentence.first; t < sentence.last; t++) if (tokens[t]?.sentence !== i) return `token ${t}`
    ;({ last, end, paragraph } = sentence)
  }
  if (last !== tokens.length) return 'tokens without sentence'
  let at = startOfText(text)
  for (const [i, token] of tokens.entries()) {
    const surface = text.slice(token.start, token.end)
    if (token.contraction && token.contraction.place > 0) {
      if (token.start !== tokens[i - 1]?.start || token.end !== tokens[i - 1]?.end) return `contraction ${i}`
      continue
    }
    if (surface !== (token.contraction?.form ?? token.form)) return `form of ${i}`
    if (surface.length === 0 || surface.length > LONGEST_TOKEN) return `length of ${i}`
    const glued = token.start === at
    for (; at < token.start; at++) if (!isSpace(text.charCodeAt(at))) return `lost character before ${i}`
    if (token.spaceBefore === glued && token.start !== sentences[token.sentence]?.start) return `space before ${i}`
    at = token.end
  }
  for (; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) return 'lost character at the end'
  return null
}

const PIECES = [
  'Dr.',
  'am',
  '3.',
  'März',
  '„',
  '“',
  '"',
  "'",
  '.',
  '...',
  '…',
  '!',
  '?',
  '(',
  ')',
  '-',
  '–',
  '\n',
  '\r\n\r\n',
  ' ',
  '\u00a0',
]
const MORE = [
  'z.B.',
  'Im',
  'II.',
  '1.000,5',
  'http://a.b/',
  '@',
  'e\u0301',
  '👩‍🚀',
  '\ud800',
  '\u0000',
  'Die',
  'und',
  'date 2019-04',
  ':-)',
  '``',
  "''",
]

describe('segment, fuzzed', () => {
  it('keeps every character of any text in its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        expect(fault(await read(text))).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  it('keeps every character where marks meet', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES, ...MORE), { maxLength: 40 }), async (pieces) => {
        expect(fault(await read(pieces.join('')))).toBeNull()
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['ten million characters without a space', 'x'.repeat(1e7)],
    ['a hundred thousand empty lines', '\n'.repeat(1e5)],
    ['a hundred thousand lines of white space', ' \t\r\n'.repeat(1e5)],
    ['many quotation marks', '. " '.repeat(1e5)],
    ['many brackets that close', `Ende.${')'.repeat(3e5)}`],
    ['many hyphens between words', 'a-'.repeat(2e5)],
    ['many full stops between words', 'a.'.repeat(3e5)],
    ['many capitals behind full stops', 'Abc.Def'.repeat(1e5)],
    ['many apostrophes', "s'".repeat(2e5)],
    ['many addresses', 'https://'.repeat(1e5)],
    ['many at signs', 'a@'.repeat(2e5)],
    ['many abbreviations', 'z. B. '.repeat(1e5)],
    ['many broken lines', 'Das ist ein Satz, der gebrochen wurde, weil die Seite nicht breiter\n'.repeat(2e4)],
  ])('copes with %s', async (_, text) => {
    const start = performance.now()
    const document = await read(text)
    expect(fault(document)).toBeNull()
    // A second for some 300,000 tokens on a slow machine; what grows with the square takes minutes.
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
