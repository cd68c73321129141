import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchesOf, inputsOf, MOST_PIECES, type Window, windowsOf } from '../../src/ml/batches.ts'

const lengthsOf = fc.array(fc.integer({ min: 1, max: 32 }), { minLength: 1, maxLength: 200 })

describe('windowsOf', () => {
  it('covers all words in order, none longer than the model reads', () => {
    fc.assert(
      fc.property(lengthsOf, fc.integer({ min: 1, max: 50 }), (lengths, every) => {
        const windows = windowsOf(0, lengths.length, lengths, (word) => word % every === 0)
        let next = 0
        for (const window of windows) {
          expect(window.first).toBe(next)
          expect(window.last).toBeGreaterThan(window.first)
          const pieces = lengths.slice(window.first, window.last).reduce((a, b) => a + b, 0)
          expect(window.pieces).toBe(pieces)
          expect(pieces).toBeLessThanOrEqual(MOST_PIECES)
          next = window.last
        }
        expect(next).toBe(lengths.length)
      }),
    )
  })

  it('cuts where it may', () => {
    const lengths = new Array(400).fill(1)
    const windows = windowsOf(0, 400, lengths, (word) => word === 199)
    expect(windows.map(({ first, last }) => [first, last])).toEqual([
      [0, 200],
      [200, 400],
    ])
  })
})

describe('batchesOf', () => {
  it('holds each window once, within the limits, shortest first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 })), (pieces) => {
        const windows = pieces.map((count, i): Window => ({ first: i, last: i + 1, pieces: count }))
        const batches = batchesOf(windows, { pieces: 512, windows: 8 })
        const flat = batches.flat()
        expect(new Set(flat).size).toBe(windows.length)
        for (let i = 1; i < flat.length; i++) expect(flat[i]?.pieces).toBeGreaterThanOrEqual(flat[i - 1]?.pieces ?? 0)
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(8)
          if (batch.length > 1) expect((batch.at(-1)?.pieces ?? 0) * batch.length).toBeLessThanOrEqual(512)
        }
      }),
    )
  })

  const sizes = (pieces: readonly number[], most = 8): number[] =>
    batchesOf(
      pieces.map((count, i) => ({ first: i, last: i + 1, pieces: count })),
      { pieces: 512, windows: most },
    ).map((batch) => batch.length)

  it('pads little, and does not call for every window', () => {
    expect(sizes([10, 10, 10, 60, 60])).toEqual([3, 2])
    expect(sizes([5, 6, 7, 8])).toEqual([4])
    expect(sizes([10, 80])).toEqual([1, 1])
    expect(sizes(new Array(20).fill(30)).reduce((a, b) => a + b)).toBe(20)
  })
})

describe('inputsOf', () => {
  it('pads pieces and says where words begin', () => {
    const pieces = [[10, 11], [12], [13]].map((ids) => Int32Array.from(ids))
    const { ids, starts, width } = inputsOf(
      [
        { first: 2, last: 3, pieces: 1 },
        { first: 0, last: 2, pieces: 3 },
      ],
      (word) => pieces[word] as Int32Array,
    )
    expect(width).toBe(3)
    expect(ids.dims).toEqual([2, 5])
    expect([...ids.data].map(Number)).toEqual([0, 13, 2, 1, 1, 0, 10, 11, 12, 2])
    expect([...starts.data].map(Number)).toEqual([0, 1, 0, 0, 1, 3])
  })
})
