import { claimsOfNode, type Model, otherEnd } from '../data/model.ts'

/**
 * Nodes of a shortest path over visible claims, whatever their direction, both ends included; null if there is none. Breadth first; of
 * several shortest paths the one that the order of the claims brings first.
 */
export function shortestPath(
  model: Model,
  visible: { readonly nodes: Uint8Array; readonly claims: Uint8Array },
  from: number,
  to: number,
): number[] | null {
  if (!visible.nodes[from] || !visible.nodes[to]) return null
  if (from === to) return [from]
  const before = new Int32Array(model.nodes.length).fill(-1)
  before[from] = from
  let frontier = [from]
  while (frontier.length > 0) {
    const next: number[] = []
    for (const node of frontier) {
      for (const claim of claimsOfNode(model, node)) {
        if (!visible.claims[claim]) continue
        const other = otherEnd(model, claim, node)
        if (before[other] !== -1) continue
        before[other] = node
        if (other === to) return trace(before, from, to)
        next.push(other)
      }
    }
    frontier = next
  }
  return null
}

function trace(before: Int32Array, from: number, to: number): number[] {
  const path = [to]
  for (let node = to; node !== from; ) {
    node = before[node]!
    path.push(node)
  }
  return path.reverse()
}
