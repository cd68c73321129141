import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draft, decodeTags, nameText, settle } from '../../../src/stages/names/draft.ts'
import { wordsOf } from '../../support/trees.ts'

const sentence = (first: number, last: number) => ({
  start: 0,
  end: 0,
  first,
  last,
  paragraph: 0,
  kind: 'text' as const,
})

describe('decodeTags', () => {
  it('reads spans with their form and weakest confidence', () => {
    const tags = ['B-PER', 'I-PER', 'O', 'B-LOCderiv', 'B-ORGpart', 'I-ORGpart']
    expect(decodeTags([sentence(0, 6)], tags, [0.9, 0.5, 1, 0.8, 0.7, 0.6])).toEqual([
      { first: 0, last: 2, type: 'PER', form: 'name', confidence: 0.5 },
      { first: 3, last: 4, type: 'LOC', form: 'derivation', confidence: 0.8 },
      { first: 4, last: 6, type: 'ORG', form: 'part', confidence: 0.6 },
    ])
  })

  it('begins a span where a tag continues nothing, and ends it with the sentence', () => {
    const spans = decodeTags([sentence(0, 2), sentence(2, 4)], ['I-PER', 'I-ORG', 'I-ORG', 'nonsense'], [1, 1, 1, 1])
    expect(spans.map(({ first, last, type }) => [first, last, type])).toEqual([
      [0, 1, 'PER'],
      [1, 2, 'ORG'],
      [2, 3, 'ORG'],
    ])
  })
})

describe('settle', () => {
  it('keeps names that do not overlap, in order, each with its span of text', async () => {
    const words = await wordsOf(Array.from({ length: 12 }, () => 'Wort NOUN 0 root').join('\n'))
    const draft = fc
      .record({
        first: fc.integer({ min: 0, max: 11 }),
        length: fc.integer({ min: 0, max: 4 }),
        type: fc.constantFrom('PER', 'LOC', 'ORG'),
        form: fc.constantFrom('name', 'derivation', 'part'),
        confidence: fc.float({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ length, ...rest }) => ({ ...rest, last: Math.min(12, rest.first + length) }) as Draft)
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 12 }), (drafts) => {
        const names = settle(drafts, words)
        let end = 0
        for (const name of names) {
          expect(name.first).toBeGreaterThanOrEqual(end)
          expect(name.last).toBeGreaterThan(name.first)
          expect(name.start).toBe(words[name.first]?.start)
          expect(name.end).toBe(words[name.last - 1]?.end)
          end = name.last
        }
        if (drafts.some(({ first, last }) => last > first)) expect(names.length).toBeGreaterThan(0)
      }),
    )
  })
})

it('nameText follows the spaces of the text', async () => {
  const words = await wordsOf('UN PROPN 0 root\nRat NOUN 1 dep')
  expect(nameText(words, 0, 2)).toBe('UN Rat')
  expect(nameText([words[0]!, { ...words[1]!, spaceBefore: false }], 0, 2)).toBe('UNRat')
})
