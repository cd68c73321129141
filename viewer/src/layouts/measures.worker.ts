import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import { betweenness } from '../state/measures.ts'
import { randomFrom } from './random.ts'

// The package's types describe a default export that CommonJS does not have.
const louvain = louvainModule as unknown as (graph: UndirectedGraph, options: object) => Record<string, number>

export interface MeasureRequest {
  readonly what: 'betweenness' | 'communities'
  readonly nodes: number
  /** Source and target of each edge. */
  readonly pairs: Int32Array
}

export type MeasureAnswer =
  | { readonly what: 'betweenness'; readonly scores: Float64Array; readonly sampled: number }
  | { readonly what: 'communities'; readonly communities: Int32Array }

self.onmessage = ({ data }: MessageEvent<MeasureRequest>) => {
  const answer: MeasureAnswer =
    data.what === 'betweenness'
      ? { what: 'betweenness', ...betweenness(data.nodes, data.pairs) }
      : { what: 'communities', communities: communitiesOf(data.nodes, data.pairs) }
  self.postMessage(answer)
}

/** Louvain (Blondel et al. 2008), seeded: the same graph has the same communities. */
function communitiesOf(nodes: number, pairs: Int32Array): Int32Array {
  const graph = new UndirectedGraph()
  for (let node = 0; node < nodes; node++) graph.addNode(node)
  for (let index = 0; index < pairs.length; index += 2) graph.addEdge(pairs[index], pairs[index + 1])
  const found = louvain(graph, { rng: randomFrom(1), getEdgeWeight: null })
  return Int32Array.from({ length: nodes }, (_, node) => found[node]!)
}
