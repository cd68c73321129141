import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointCounter } from '../../src/rdf/code-points.ts'

describe('codePointCounter', () => {
  it('counts an emoji once where UTF-16 counts it twice', () => {
    const count = codePointCounter('a🤝b')
    expect([0, 1, 3, 4].map(count)).toEqual([0, 1, 2, 3])
  })

  it('agrees with counting the code points before each boundary, lone surrogates too', () => {
    const text = fc.array(fc.oneof(fc.constantFrom('\uD83E', '\uDD1D', '🤝', 'ü', 'a'), fc.string({ unit: 'binary' })))
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('')
        const count = codePointCounter(whole)
        const ends = Array.from(whole, (point) => point.length).map((_, at, all) =>
          all.slice(0, at).reduce((sum, length) => sum + length, 0),
        )
        expect(ends.map(count)).toEqual(ends.map((_, at) => at))
        expect(count(whole.length)).toBe(ends.length)
      }),
    )
  })
})
