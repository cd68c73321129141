import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight } from '../../../viewer/src/state/highlight.ts'
import { segmentsOf } from '../../../viewer/src/state/segments.ts'

describe('segmentsOf', () => {
  it('cuts overlapping spans so that every stretch knows its claims', () => {
    const spans = [
      { claim: 1, start: 2, end: 8 },
      { claim: 2, start: 5, end: 12 },
    ]
    expect(segmentsOf(10, spans)).toEqual([
      { start: 0, end: 2, claims: [] },
      { start: 2, end: 5, claims: [1] },
      { start: 5, end: 8, claims: [1, 2] },
      { start: 8, end: 10, claims: [2] },
    ])
  })

  it('covers any text without gaps', () => {
    const span = fc.record({ claim: fc.nat(), start: fc.nat(60), end: fc.nat(60) })
    fc.assert(
      fc.property(fc.nat(50), fc.array(span), (length, spans) => {
        let at = 0
        for (const { start, end } of segmentsOf(length, spans)) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBe(length)
      }),
    )
  })
})

describe('highlight', () => {
  const marked = (...input: Parameters<typeof highlight>) =>
    highlight(...input)
      .filter(({ role }) => role !== null)
      .map(({ text, role }) => `${role}: ${text}`)

  it('marks names with their endings, and the word for the relation', () => {
    expect(
      marked('So gesehen wird der Besuch Kims in Russland Teil.', ['Kim Jong Un', 'Kim'], ['Russland'], 'besuchen'),
    ).toEqual(['relation: Besuch', 'subject: Kims', 'object: Russland'])
  })

  it('marks the word that states the relation where it is known, whatever its lemma', () => {
    const sentence = 'Die Grenzstadt Chassan in Russland liegt am Fluss.'
    const trigger = { start: 4, end: 14 }
    expect(marked(sentence, ['Chassan'], ['Russland'], 'liegen', trigger)).toEqual([
      'relation: Grenzstadt',
      'subject: Chassan',
      'object: Russland',
    ])
    for (const useless of [
      { start: -1, end: -1 },
      { start: 15, end: 22 },
      { start: 40, end: 90 },
    ])
      expect(marked(sentence, ['Chassan'], ['Russland'], 'liegen', useless)).toContain('relation: liegt')
  })

  it('does not take a part of a word for a name', () => {
    expect(marked('Die Kimono-Schau', ['Kim'], ['Schau'], 'zeigen')).toEqual(['object: Schau'])
  })

  it('never changes the text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.string()),
        fc.array(fc.string()),
        fc.string(),
        fc.record({ start: fc.integer({ min: -2, max: 20 }), end: fc.integer({ min: -2, max: 20 }) }),
        (text, a, b, lemma, trigger) => {
          const pieces = highlight(text, a, b, lemma, trigger)
          expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        },
      ),
    )
  })
})
