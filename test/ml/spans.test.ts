import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BioTags } from '../../src/ml/spans.ts'

const TAGS = ['B-A', 'B-B', 'I-A', 'I-B', 'O']
const bio = new BioTags(TAGS)

const allowed = (previous: number | undefined, tag: number): boolean => {
  const name = TAGS[tag] as string
  if (!name.startsWith('I-')) return true
  return previous !== undefined && TAGS[previous] !== 'O' && TAGS[previous]?.slice(2) === name.slice(2)
}

describe('BioTags', () => {
  it('finds the best of the allowed sequences', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 4 })
          .chain((length) =>
            fc.array(fc.integer({ min: -9, max: 9 }), { minLength: length * 5, maxLength: length * 5 }),
          ),
        (scores) => {
          const length = scores.length / TAGS.length
          const { tags } = bio.decode(scores, 0, length)
          let sum = 0
          tags.forEach((tag, i) => {
            expect(allowed(i === 0 ? undefined : tags[i - 1], tag)).toBe(true)
            sum += scores[i * TAGS.length + tag] as number
          })
          let best = length === 0 ? 0 : Number.NEGATIVE_INFINITY
          const visit = (i: number, previous: number | undefined, so: number): void => {
            if (i === length) {
              best = Math.max(best, so)
              return
            }
            for (let tag = 0; tag < TAGS.length; tag++)
              if (allowed(previous, tag)) visit(i + 1, tag, so + (scores[i * TAGS.length + tag] as number))
          }
          if (length > 0) visit(0, undefined, 0)
          expect(sum).toBe(best)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives the probability of each tag', () => {
    const { confidence } = bio.decode([0, 0, 0, 0, 0], 0, 1)
    expect(confidence[0]).toBeCloseTo(0.2)
  })
})
