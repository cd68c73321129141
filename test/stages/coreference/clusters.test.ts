import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clusters, mayBeOneType } from '../../../src/stages/coreference/clusters.ts'
import type { Draft } from '../../../src/stages/coreference/drafts.ts'

const drafts = (sentences: readonly number[]): Draft[] =>
  sentences.map(
    (sentence, index): Draft => ({
      index,
      sentence,
      first: index,
      last: index + 1,
      head: index,
      kind: 'description',
      start: index,
      end: index + 1,
      agreement: 1,
      type: undefined,
      determiner: undefined,
      lemma: undefined,
      headNoun: undefined,
      modifiers: [],
      places: [],
      owners: [],
      complements: [],
      clause: -1,
      role: 'nsubj',
      quote: -1,
      predicate: false,
      memberType: undefined,
      age: undefined,
    }),
  )

describe('Clusters', () => {
  it('joins, and refuses to make one of two names', () => {
    const clusters = new Clusters(drafts([0, 0, 0, 0]))
    clusters.setName(0, 7)
    clusters.setName(1, 8)
    expect(clusters.join(0, 2)).toBe(true)
    expect(clusters.join(2, 1)).toBe(false)
    expect(clusters.members(2)).toEqual([0, 2])
    expect(clusters.isNamed(2)).toBe(true)
    expect(clusters.isSingle(1)).toBe(true)
  })

  it('joins nothing across unrelated sentences', () => {
    const clusters = new Clusters(drafts([0, 1]), true)
    expect(clusters.join(0, 1)).toBe(false)
  })

  it('keeps every draft in exactly one cluster', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 }), (pairs) => {
        const clusters = new Clusters(drafts(new Array(10).fill(0)))
        for (const [a, b] of pairs) clusters.join(a, b)
        const roots = new Set(Array.from({ length: 10 }, (_, index) => clusters.root(index)))
        const members = [...roots].flatMap((root) => clusters.members(root))
        expect([...members].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
      }),
    )
  })
})

describe('mayBeOneType', () => {
  it('lets an unknown type be any, and no person be a place', () => {
    expect(mayBeOneType(undefined, 'Person')).toBe(true)
    expect(mayBeOneType('Organization', 'Group')).toBe(true)
    expect(mayBeOneType('Person', 'Place')).toBe(false)
  })
})
