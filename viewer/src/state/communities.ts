import type { Model } from '../data/model.ts'
import { rankCommunities } from './measures.ts'

/** Name of the group of all communities that have no group of their own. */
export const REST = '-'

export interface CommunityGroup {
  /** Id of its best connected node, or `REST`: what links call it, since it outlives the order of communities. */
  readonly key: string
  /** Its best connected node. */
  readonly centre: number
  /** How many communities it holds. */
  readonly communities: number
}

/** Communities as legend and filters have them: the largest by themselves, all others together. */
export interface Communities {
  /** Group of each node. */
  readonly of: Uint8Array
  readonly groups: readonly CommunityGroup[]
}

/**
 * Groups communities: each of the largest by itself, those that come after and those of a single node in one group at the end.
 * @param communities of each node, whatever the numbers
 * @param most how many groups there may be beside the last
 */
export function groupCommunities(model: Model, communities: ArrayLike<number>, most: number): Communities {
  const ranks = rankCommunities(communities)
  const sizes: number[] = []
  for (const rank of ranks) sizes[rank] = (sizes[rank] ?? 0) + 1
  const own = Math.min(most, sizes.filter((size) => size > 1).length)
  const of = Uint8Array.from(ranks, (rank) => Math.min(rank, own))
  const degree = (node: number) => model.offsets[node + 1]! - model.offsets[node]!
  const centres: number[] = []
  for (const [node, group] of of.entries()) {
    const best = centres[group]
    if (best === undefined || degree(node) > degree(best)) centres[group] = node
  }
  const groups = centres.map((centre, group) =>
    group < own
      ? { key: model.nodes[centre]!.id, centre, communities: 1 }
      : { key: REST, centre, communities: sizes.length - own },
  )
  return { of, groups }
}
