import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw, seededNumbers } from '../../src/evaluate/sample.ts'

describe('seededNumbers', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    const numbers = (seed: number) => Array.from({ length: 5 }, seededNumbers(seed))
    expect(numbers(7)).toEqual(numbers(7))
    expect(numbers(7)).not.toEqual(numbers(8))
  })
})

describe('draw', () => {
  it('draws different items in their own order, never more than there are', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(60), fc.nat(), (length, count, seed) => {
        const items = Array.from({ length }, (_, i) => i)
        const drawn = draw(items, count, seededNumbers(seed))
        expect(drawn).toHaveLength(Math.min(length, count))
        expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b))
      }),
    )
  })
})
