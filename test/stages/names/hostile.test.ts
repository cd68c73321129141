import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document, Upos } from '../../../src/core/document.ts'
import { morphology } from '../../../src/stages/morphology/index.ts'
import { names } from '../../../src/stages/names/index.ts'
import { testResources } from '../../support/pipeline.ts'

const UPOS: readonly Upos[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'DET',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'VERB',
  'X',
]
const DEPRELS = [
  'root',
  'nsubj',
  'obj',
  'nmod',
  'amod',
  'det',
  'case',
  'conj',
  'flat',
  'appos',
  'aux',
  'cop',
  'mark',
  'acl:relcl',
  'xcomp',
]
const TAGS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORGpart', 'I-ORG', 'B-LOCderiv', 'B-OTH']

const word = fc.record({
  form: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      'der',
      'Die',
      'Putins',
      'Studio',
      '(',
      ')',
      'AG',
      '„',
      'X'.repeat(200),
      '__proto__',
      '-',
      'Präsident',
      'Berlin',
    ),
  ),
  upos: fc.constantFrom(...UPOS),
  deprel: fc.constantFrom(...DEPRELS),
  head: fc.integer({ min: -1, max: 19 }),
  tag: fc.constantFrom(...TAGS),
})

/** Any words with any heads, cycles too. */
function documentOf(
  list: readonly { form: string; upos: Upos; deprel: string; head: number; tag: string }[],
): Document<'sentences' | 'tokens' | 'analysis'> {
  let text = ''
  const tokens = list.map(({ form }, at) => {
    if (at > 0) text += ' '
    const start = text.length
    text += form
    return { sentence: 0, form, start, end: text.length, spaceBefore: at > 0 }
  })
  return {
    text,
    metadata: { id: '0', title: null, date: null, language: 'de', author: null, publisher: null, source: null },
    sentences: [{ start: 0, end: text.length, first: 0, last: tokens.length, paragraph: 0, kind: 'text' }],
    tokens,
    analysis: {
      upos: list.map(({ upos }) => upos),
      heads: Int32Array.from(list, ({ head }, at) => (head < list.length && head !== at ? head : -1)),
      deprels: list.map(({ deprel }) => deprel),
      confidence: new Float32Array(list.length).fill(0.5),
      nameTags: list.map(({ tag }) => tag),
      nameConfidence: new Float32Array(list.length).fill(0.5),
    },
  }
}

describe('morphology and names', () => {
  it('throw at nothing, and every name stands where it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 20 }), async (list) => {
        const document = await names.run(await morphology.run(documentOf(list), testResources()), testResources())
        expect(document.words).toHaveLength(list.length)
        let end = -1
        for (const name of document.names) {
          expect(name.start).toBeGreaterThanOrEqual(end)
          expect(name.start).toBe(document.words[name.first]?.start)
          expect(name.end).toBe(document.words[name.last - 1]?.end)
          end = name.end
        }
      }),
      { numRuns: 150 },
    )
  })
})
