import { describe, expect, it } from 'vitest'
import { groupCommunities, REST } from '../../../viewer/src/state/communities.ts'
import { articleModel } from '../../support/viewer-model.ts'

describe('groupCommunities', () => {
  const model = articleModel()

  it('puts those that come after and single nodes together, and names each group by its best connected node', () => {
    const numbers = model.nodes.map((_, node) => (node < 10 ? 7 : node < 15 ? 3 : node < 18 ? 5 : 100 + node))
    const { of, groups } = groupCommunities(model, numbers, 2)
    expect([...of.slice(0, 10)]).toEqual(Array(10).fill(0))
    expect([...of.slice(10, 15)]).toEqual(Array(5).fill(1))
    expect([...of.slice(15)]).toEqual(Array(model.nodes.length - 15).fill(2))
    expect(groups[0]).toMatchObject({ communities: 1 })
    expect(of[groups[0]!.centre]).toBe(0)
    expect(groups[0]!.key).toBe(model.nodes[groups[0]!.centre]!.id)
    expect(groups[2]).toMatchObject({ key: REST, communities: 1 + model.nodes.length - 18 })
  })

  it('has no last group where all have one of their own', () => {
    expect(groupCommunities(model, new Int32Array(model.nodes.length), 9).groups).toHaveLength(1)
  })
})
