import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanningTree } from '../../src/ml/tree.ts'

/** Score of the best tree with one root, by trying all. */
function bruteForce(scores: readonly number[], size: number): number {
  const heads = new Array<number>(size).fill(-1)
  let best = Number.NEGATIVE_INFINITY
  const visit = (dependent: number, sum: number): void => {
    if (dependent === size) {
      if (isTree(heads)) best = Math.max(best, sum)
      return
    }
    for (let head = 0; head < size; head++) {
      if (head === dependent) continue
      heads[dependent] = head
      visit(dependent + 1, sum + (scores[dependent * size + head] as number))
    }
  }
  visit(1, 0)
  return best
}

function isTree(heads: ArrayLike<number>): boolean {
  let roots = 0
  for (let i = 1; i < heads.length; i++) {
    if (heads[i] === 0) roots++
    let at = i
    for (let steps = 0; at !== 0; at = heads[at] as number) if (++steps > heads.length) return false
  }
  return roots === 1 || heads.length <= 1
}

const total = (scores: readonly number[], heads: Int32Array, size: number): number => {
  let sum = 0
  for (let i = 1; i < size; i++) sum += scores[i * size + (heads[i] as number)] as number
  return sum
}

describe('spanningTree', () => {
  it('finds the best tree with one root', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 5 })
          .chain((size) =>
            fc.tuple(
              fc.constant(size),
              fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size ** 2, maxLength: size ** 2 }),
            ),
          ),
        ([size, scores]) => {
          const heads = spanningTree(scores, size)
          expect(isTree(heads)).toBe(true)
          if (size > 1) expect(total(scores, heads, size)).toBeCloseTo(bruteForce(scores, size), 6)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('keeps to one root where two are more likely', () => {
    expect([...spanningTree([0, 0, 0, 9, 0, 1, 9, 2, 0], 3)]).toEqual([-1, 0, 1])
  })

  it('makes a tree of scores that are not finite, and of large graphs', () => {
    const size = 300
    const scores = Array.from({ length: size * size }, (_, i) => (i % 7 === 0 ? Number.NaN : ((i * 7919) % 101) - 50))
    expect(isTree(spanningTree(scores, size))).toBe(true)
    expect(isTree(spanningTree(new Float32Array(size * size).fill(Number.NaN), size))).toBe(true)
  })
})
