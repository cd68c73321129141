import type { Model } from '../data/model.ts'

/** Numbers that a node's size is made of. */
export const degreesOf = (model: Model): Float64Array =>
  Float64Array.from(model.nodes, (_, node) => model.offsets[node + 1]! - model.offsets[node]!)

export interface Betweenness {
  readonly scores: Float64Array
  /** From how many nodes it was estimated; all of them if the graph is small. */
  readonly sampled: number
}

/** Most nodes that betweenness is computed from; above that it is estimated. */
const PIVOTS = 500

/**
 * Betweenness of each node in the undirected graph of `pairs` (Brandes 2001), from at most 500 nodes spread evenly over the order
 * (Brandes and Pich 2007).
 * @param pairs source and target of each edge, one after the other
 */
export function betweenness(nodes: number, pairs: Int32Array): Betweenness {
  const { offsets, neighbours } = adjacency(nodes, pairs)
  const scores = new Float64Array(nodes)
  const sampled = Math.min(nodes, PIVOTS)
  const distance = new Int32Array(nodes)
  const paths = new Float64Array(nodes)
  const share = new Float64Array(nodes)
  const order = new Int32Array(nodes)
  for (let pivot = 0; pivot < sampled; pivot++) {
    const start = Math.floor((pivot * nodes) / sampled)
    distance.fill(-1)
    paths.fill(0)
    share.fill(0)
    distance[start] = 0
    paths[start] = 1
    order[0] = start
    let reached = 1
    for (let at = 0; at < reached; at++) {
      const node = order[at]!
      for (let index = offsets[node]!; index < offsets[node + 1]!; index++) {
        const other = neighbours[index]!
        if (distance[other] === -1) {
          distance[other] = distance[node]! + 1
          order[reached++] = other
        }
        if (distance[other] === distance[node]! + 1) paths[other]! += paths[node]!
      }
    }
    for (let at = reached - 1; at > 0; at--) {
      const node = order[at]!
      for (let index = offsets[node]!; index < offsets[node + 1]!; index++) {
        const other = neighbours[index]!
        if (distance[other] === distance[node]! - 1)
          share[other]! += (paths[other]! / paths[node]!) * (1 + share[node]!)
      }
      scores[node]! += share[node]!
    }
  }
  // Each path was counted from both its ends.
  const factor = nodes / Math.max(sampled, 1) / 2
  for (let node = 0; node < nodes; node++) scores[node]! *= factor
  return { scores, sampled }
}

function adjacency(nodes: number, pairs: Int32Array): { offsets: Int32Array; neighbours: Int32Array } {
  const offsets = new Int32Array(nodes + 1)
  for (const node of pairs) offsets[node + 1]!++
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!
  const next = offsets.slice(0, nodes)
  const neighbours = new Int32Array(pairs.length)
  for (let index = 0; index < pairs.length; index += 2) {
    const [a, b] = [pairs[index]!, pairs[index + 1]!]
    neighbours[next[a]!++] = b
    neighbours[next[b]!++] = a
  }
  return { offsets, neighbours }
}

/** Source and target of each pair of different nodes that claims join, once whatever their direction and number. */
export function undirectedPairs(model: Model): Int32Array {
  const { bundles } = model
  const pairs: number[] = []
  const seen = new Set<number>()
  for (let bundle = 0; bundle < bundles.count; bundle++) {
    const a = Math.min(bundles.source[bundle]!, bundles.target[bundle]!)
    const b = Math.max(bundles.source[bundle]!, bundles.target[bundle]!)
    const key = a * 2 ** 26 + b
    if (a === b || seen.has(key)) continue
    seen.add(key)
    pairs.push(a, b)
  }
  return Int32Array.from(pairs)
}

/**
 * Radius of each node in pixels: its area grows with its score, and all are smaller the more there are.
 * @param scores not negative
 */
export function radiiOf(scores: Float64Array): Float32Array {
  const crowd = Math.min(1, Math.max(0.28, Math.sqrt(400 / Math.max(scores.length, 1))))
  let most = 0
  for (const score of scores) most = Math.max(most, score)
  return Float32Array.from(scores, (score) => (4.5 + 15 * Math.sqrt(score / Math.max(most, 4))) * crowd)
}

/** Communities ranked by size: of each node the rank of its own, 0 being the largest; ties by the first member. */
export function rankCommunities(communities: ArrayLike<number>): Int32Array {
  const sizes = new Map<number, number>()
  for (let node = 0; node < communities.length; node++)
    sizes.set(communities[node]!, (sizes.get(communities[node]!) ?? 0) + 1)
  const order = [...sizes.keys()]
  const first = new Map(order.map((community, index) => [community, index]))
  order.sort((a, b) => sizes.get(b)! - sizes.get(a)! || first.get(a)! - first.get(b)!)
  const rank = new Map(order.map((community, index) => [community, index]))
  return Int32Array.from({ length: communities.length }, (_, node) => rank.get(communities[node]!)!)
}
