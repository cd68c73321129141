import { UndirectedGraph } from 'graphology'
import betweennessModule from 'graphology-metrics/centrality/betweenness.js'
import { describe, expect, it } from 'vitest'
import { createModel } from '../../../viewer/src/data/model.ts'
import { histogramOf } from '../../../viewer/src/state/histogram.ts'
import { betweenness, radiiOf, rankCommunities, undirectedPairs } from '../../../viewer/src/state/measures.ts'
import { timelineOf } from '../../../viewer/src/state/timeline.ts'
import { articleModel, randomGraph } from '../../support/viewer-model.ts'

const reference = betweennessModule as unknown as (graph: UndirectedGraph, options: object) => Record<string, number>

describe('betweenness', () => {
  it('agrees with graphology', () => {
    const model = createModel(randomGraph(80, 200))
    const pairs = undirectedPairs(model)
    const graph = new UndirectedGraph()
    for (let node = 0; node < 80; node++) graph.addNode(node)
    for (let index = 0; index < pairs.length; index += 2) graph.addEdge(pairs[index], pairs[index + 1])
    const expected = reference(graph, { normalized: false, getEdgeWeight: null })
    const { scores, sampled } = betweenness(80, pairs)
    expect(sampled).toBe(80)
    for (let node = 0; node < 80; node++) expect(scores[node]).toBeCloseTo(expected[node]!, 6)
  })

  it('says from how many nodes it estimates', () => {
    const model = createModel(randomGraph(2000, 6000))
    expect(betweenness(2000, undirectedPairs(model)).sampled).toBe(500)
  })
})

describe('radii and ranks', () => {
  it('gives more to who has more, and less to each of many', () => {
    const [small, large] = radiiOf(Float64Array.of(1, 9))
    expect(large).toBeGreaterThan(small!)
    expect(radiiOf(new Float64Array(5000).fill(1))[0]).toBeLessThan(small!)
  })

  it('ranks communities by size', () => {
    expect([...rankCommunities([7, 3, 3, 7, 3, 1])]).toEqual([1, 0, 0, 1, 0, 2])
  })
})

describe('time', () => {
  const model = articleModel()
  const all = new Uint8Array(model.subject.length).fill(1)

  it('counts dated claims a bin', () => {
    const { counts } = histogramOf(model, all)!
    expect([...counts]).toEqual([1, 1])
    expect(histogramOf(model, new Uint8Array(model.subject.length))).toBeNull()
  })

  it('orders moments, and counts what has none', () => {
    const { moments, undated } = timelineOf(model, all)
    expect(moments.map(({ value }) => value)).toEqual(['2019-04-24', '2019-04-25'])
    expect(undated).toBe(28)
  })
})
