import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ResourceError } from '../../src/core/errors.ts'
import { encodeLexicon, LexiconFile } from '../../src/lexicon/format.ts'
import type { Entry } from '../../src/lexicon/reading.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ä', 'ß', 'œ', 'Z', '-', '𝄞'), minLength: 1, maxLength: 12 })
const entries = fc.array(
  fc.record({
    form: word,
    lemma: word,
    upos: fc.constantFrom('NOUN', 'VERB', 'ADJ'),
    cells: fc.integer({ min: 0, max: 0x3fffffff }),
    feats: fc.constantFrom({}, { Degree: 'Pos' }),
    prefix: fc.constantFrom('', 'ab', 'an'),
  }),
  { maxLength: 80 },
)

describe('lexicon file', () => {
  it('gives back every reading and nothing else', () => {
    fc.assert(
      fc.property(entries, fc.array(word), (list, others) => {
        const file = new LexiconFile(encodeLexicon(list as Entry[]))
        const expected = new Map<string, typeof list>()
        for (const one of list) expected.set(one.form, [...(expected.get(one.form) ?? []), one])
        expect(file.size).toBe(expected.size)
        for (const [form, readings] of expected) {
          const found = file.readings(form)
          for (const { form: _, ...reading } of readings) expect(found).toContainEqual(reading)
          expect(found.length).toBeLessThanOrEqual(readings.length)
        }
        for (const other of others) if (!expected.has(other)) expect(file.readings(other)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('keeps the order of readings', () => {
    const entry = (lemma: string): Entry => ({ form: 'x', lemma, upos: 'NOUN', cells: 1, feats: {}, prefix: '' })
    const file = new LexiconFile(encodeLexicon([entry('b'), entry('a'), entry('b')]))
    expect(file.readings('x').map(({ lemma }) => lemma)).toEqual(['b', 'a'])
  })

  it('reads bytes at any offset', () => {
    const bytes = encodeLexicon([{ form: 'Haus', lemma: 'Haus', upos: 'NOUN', cells: 1, feats: {}, prefix: '' }])
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(new LexiconFile(shifted.subarray(1)).readings('Haus')).toHaveLength(1)
  })

  it('refuses what is no lexicon', () => {
    expect(() => new LexiconFile(new Uint8Array(0))).toThrow(ResourceError)
    expect(() => new LexiconFile(new Uint8Array(100))).toThrow(ResourceError)
    const bytes = encodeLexicon([{ form: 'Haus', lemma: 'Haus', upos: 'NOUN', cells: 1, feats: {}, prefix: '' }])
    expect(() => new LexiconFile(bytes.slice(0, 40))).toThrow(ResourceError)
  })

  it('has no readings for hostile text', () => {
    const file = new LexiconFile(encodeLexicon([]))
    for (const text of ['', '\u0000', 'x'.repeat(1e6), '\ud800', '𝄞'.repeat(85)])
      expect(file.readings(text)).toEqual([])
  })
})
