import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sentence, Word } from '../../../src/core/document.ts'
import { quotedRegions } from '../../../src/stages/quotes/marks.ts'

/** Words and sentences of lines; a word that begins with `_` stands without a space before it. Paragraphs are parted by `|`. */
function wordsOf(lines: readonly string[]): { words: Word[]; sentences: Sentence[] } {
  const words: Word[] = []
  const sentences: Sentence[] = []
  let paragraph = 0
  for (const line of lines) {
    if (line === '|') {
      paragraph++
      continue
    }
    const first = words.length
    for (const part of line.split(' ').filter((form) => form !== '')) {
      const spaceBefore = !part.startsWith('_')
      const form = spaceBefore ? part : part.slice(1)
      const index = words.length
      words.push({
        index,
        form,
        start: index * 2,
        end: index * 2 + 1,
        sentence: sentences.length,
        spaceBefore,
        lemma: form,
        upos: /\p{L}/u.test(form) ? 'NOUN' : 'PUNCT',
        feats: {},
        head: -1,
        deprel: 'root',
        confidence: 1,
      })
    }
    sentences.push({ first, last: words.length, start: first * 2, end: words.length * 2, paragraph, kind: 'text' })
  }
  return { words, sentences }
}

/** What stands between marks, in words. */
function regions(lines: readonly string[], unrelated = false): string[] {
  const { words, sentences } = wordsOf(lines)
  return quotedRegions(words, sentences, unrelated).map(({ first, last }) =>
    words
      .slice(first, last)
      .map(({ form }) => form)
      .join(' '),
  )
}

describe('quotedRegions', () => {
  it('opens none with a sign of a sound or a mark left over that nothing closes', () => {
    expect(regions(['x in ‘ _Adi lag y .', 'a „ _b _“ c .'])).toEqual(['b'])
    expect(regions(['„ _a b', '|', '“', 'c d .', 'e f .'])).toEqual(['a b'])
  })

  it.each(['„a b“', '“a b”', '„a b”', '"a b"', '«a b»', '»a b«', '‚a b‘', '‹a b›', '›a b‹', '”a b”'])(
    'pairs %s',
    (text) => {
      const parts = text.replace(/^(.)/u, '$1 _').replace(/(.)$/u, ' _$1')
      expect(regions([`x ${parts} y`])).toEqual(text === '”a b”' ? [] : ['a b'])
    },
  )

  it('pairs nested marks', () => {
    expect(regions(['„ a ‚ b ‘ c “'])).toEqual(['a ‚ b ‘ c', 'b'])
  })

  it('runs over sentences of a paragraph', () => {
    expect(regions(['„ a .', 'b . “', 'c .'])).toEqual(['a . b .'])
  })

  it('ends with its paragraph unless the next begins with a mark', () => {
    expect(regions(['„ a .', '|', 'b . “'])).toEqual(['a .', '.'].slice(0, 1))
    expect(regions(['„ a .', '|', '„ b . “', 'c'])).toEqual(['a . „ b .'])
  })

  it('pairs every sentence by itself where sentences are unrelated', () => {
    expect(regions(['x : „ a .', 'b . “ y'], true)).toEqual(['a .', 'b .'])
  })

  it('takes straight marks by the spaces around them', () => {
    expect(regions(['x " _a b _" y " _c _" z'])).toEqual(['a b', 'c'])
    expect(regions(['x " a b " y " c " z'])).toEqual(['a b', 'c'])
  })

  it('never throws and stays within the words, whatever the marks', () => {
    const form = fc.constantFrom('„', '“', '”', '"', '«', '»', '‚', '‘', '’', '‹', '›', '_"', 'a', '.', '|')
    fc.assert(
      fc.property(
        fc.array(fc.array(form, { minLength: 1, maxLength: 8 }), { maxLength: 6 }),
        fc.boolean(),
        (rows, unrelated) => {
          const { words, sentences } = wordsOf(rows.map((row) => row.join(' ')))
          for (const { first, last, open, close } of quotedRegions(words, sentences, unrelated)) {
            expect(first).toBeLessThan(last)
            expect(first).toBeGreaterThanOrEqual(0)
            expect(last).toBeLessThanOrEqual(words.length)
            if (open >= 0) expect(open).toBe(first - 1)
            if (close >= 0) expect(close).toBe(last)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
