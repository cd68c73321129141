/**
 * How many nodes lie on another, in part or whole.
 * @param positions x and y of each node
 * @param radiusOf radius of a node in the same units
 */
export function coveredNodes(positions: Float32Array, radiusOf: (node: number) => number): number {
  const count = positions.length / 2
  let widest = 0
  const radii = Float32Array.from({ length: count }, (_, node) => radiusOf(node))
  for (const radius of radii) widest = Math.max(widest, radius)
  if (widest === 0) return 0
  // In cells as wide as the widest disc, what touches a disc is in the nine cells around it.
  const cell = 2 * widest
  const cells = new Map<string, number[]>()
  const column = (node: number, axis: 0 | 1) => Math.floor(positions[node * 2 + axis]! / cell)
  for (let node = 0; node < count; node++) {
    const key = `${column(node, 0)} ${column(node, 1)}`
    const members = cells.get(key)
    if (members) members.push(node)
    else cells.set(key, [node])
  }
  const touches = (a: number, b: number): boolean =>
    a !== b &&
    Math.hypot(positions[a * 2]! - positions[b * 2]!, positions[a * 2 + 1]! - positions[b * 2 + 1]!) <
      // Discs that only touch are none on the other.
      (radii[a]! + radii[b]!) * 0.98
  let covered = 0
  for (let node = 0; node < count; node++) {
    const around = [-1, 0, 1].flatMap((x) =>
      [-1, 0, 1].map((y) => cells.get(`${column(node, 0) + x} ${column(node, 1) + y}`) ?? []),
    )
    if (around.some((members) => members.some((other) => touches(node, other)))) covered++
  }
  return covered
}
