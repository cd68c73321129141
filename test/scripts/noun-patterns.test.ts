import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCell, nounPattern } from '../../scripts/noun-patterns.ts'

const word = fc.string({ unit: fc.constantFrom('H', 'a', 'u', 's', 'ä', 'e', 'n', 'B'), minLength: 1, maxLength: 8 })

describe('noun patterns', () => {
  it('give back the forms', () => {
    fc.assert(
      fc.property(
        word,
        fc.array(fc.uniqueArray(word, { maxLength: 2 }), { minLength: 8, maxLength: 8 }),
        (lemma, forms) => {
          const cells = nounPattern(lemma, forms).split(' ')
          expect(cells.map((cell) => decodeCell(lemma, cell))).toEqual(forms)
        },
      ),
    )
  })

  it('are the same for nouns that inflect alike', () => {
    const forms = (stem: string, plural: string): string[][] => [
      [stem],
      [`${stem}es`, `${stem}s`],
      [stem],
      [stem],
      [plural],
      [plural],
      [`${plural}n`],
      [plural],
    ]
    expect(nounPattern('Haus', forms('Haus', 'Häuser'))).toBe(nounPattern('Bad', forms('Bad', 'Bäder')))
    expect(nounPattern('Haus', forms('Haus', 'Häuser'))).toBe('0 es/s 0 0 "er "er "ern "er')
  })
})
