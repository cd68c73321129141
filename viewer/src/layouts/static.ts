/** What a layout places: radius and type (index into `NODE_TYPES`) of each node, in the order of the graph. */
export interface LayoutNode {
  readonly radius: number
  readonly type: number
  readonly degree: number
}

/** All nodes on one circle, those of a type side by side, the better connected first. */
export function circular(nodes: readonly LayoutNode[]): Float32Array {
  const order = nodes
    .map((_, index) => index)
    .sort((a, b) => nodes[a]!.type - nodes[b]!.type || nodes[b]!.degree - nodes[a]!.degree || a - b)
  const positions = new Float32Array(nodes.length * 2)
  const radius = Math.max(nodes.length, 1) * 3
  for (const [place, node] of order.entries()) {
    const angle = Math.PI / 2 - (2 * Math.PI * place) / nodes.length
    positions[node * 2] = radius * Math.cos(angle)
    positions[node * 2 + 1] = radius * Math.sin(angle)
  }
  return positions
}

/**
 * A disc for each type, its nodes on a sunflower spiral (Vogel 1979), the better connected within; the discs stand around the largest.
 */
export function packedByType(nodes: readonly LayoutNode[]): Float32Array {
  const groups = new Map<number, number[]>()
  for (const [index, node] of nodes.entries()) {
    const group = groups.get(node.type) ?? []
    group.push(index)
    groups.set(node.type, group)
  }
  const positions = new Float32Array(nodes.length * 2)
  const spacing = 2.2 * Math.max(1, ...[...groups.values()].map((group) => meanRadius(nodes, group)))
  const discs = [...groups.entries()]
    .map(([type, members]) => ({ type, members, radius: spacing * (Math.sqrt(members.length) + 1) }))
    .sort((a, b) => b.radius - a.radius || a.type - b.type)
  const placed: { x: number; y: number; radius: number }[] = []
  for (const disc of discs) {
    const centre = freePlace(placed, disc.radius)
    placed.push({ ...centre, radius: disc.radius })
    const inner = [...disc.members].sort((a, b) => nodes[b]!.degree - nodes[a]!.degree || a - b)
    for (const [place, node] of inner.entries()) {
      const distance = spacing * Math.sqrt(place + 0.5)
      const angle = place * GOLDEN_ANGLE
      positions[node * 2] = centre.x + distance * Math.cos(angle)
      positions[node * 2 + 1] = centre.y + distance * Math.sin(angle)
    }
  }
  return positions
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

const meanRadius = (nodes: readonly LayoutNode[], group: readonly number[]): number =>
  group.reduce((sum, node) => sum + nodes[node]!.radius, 0) / group.length

/** The place nearest to the middle where a disc touches none of those placed. */
function freePlace(
  placed: readonly { x: number; y: number; radius: number }[],
  radius: number,
): { x: number; y: number } {
  if (placed.length === 0) return { x: 0, y: 0 }
  let best = { x: 0, y: 0 }
  let bestDistance = Number.POSITIVE_INFINITY
  for (const around of placed) {
    for (let step = 0; step < 72; step++) {
      const angle = (2 * Math.PI * step) / 72
      const reach = around.radius + radius
      const x = around.x + reach * Math.cos(angle)
      const y = around.y + reach * Math.sin(angle)
      const distance = Math.hypot(x, y) + radius * 0.01
      if (distance >= bestDistance - 1e-6) continue
      if (placed.every((other) => Math.hypot(x - other.x, y - other.y) >= other.radius + radius - 1e-6)) {
        best = { x, y }
        bestDistance = distance
      }
    }
  }
  return best
}

/** Where the force layout starts from: a spiral, so that no two nodes share a place. */
export function spiral(count: number): Float32Array {
  const positions = new Float32Array(count * 2)
  for (let node = 0; node < count; node++) {
    const distance = 10 * Math.sqrt(node + 0.5)
    positions[node * 2] = distance * Math.cos(node * GOLDEN_ANGLE)
    positions[node * 2 + 1] = distance * Math.sin(node * GOLDEN_ANGLE)
  }
  return positions
}
