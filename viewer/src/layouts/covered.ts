/** More than any layout has rows of cells, so that a cell's number is its own. */
const ROWS = 2 ** 26

/**
 * How many nodes lie on another, in part or whole.
 * @param positions x and y of each node
 * @param radiusOf radius of a node in the same units
 */
export function coveredNodes(positions: Float32Array, radiusOf: (node: number) => number): number {
  const count = positions.length / 2
  const radii = Float32Array.from({ length: count }, (_, node) => radiusOf(node))
  const mean = radii.reduce((sum, radius) => sum + radius, 0) / Math.max(1, count)
  if (mean === 0) return 0
  // Each disc stands in all cells that its box reaches into. Cells are as wide as a usual disc: a few wide ones must not fill them.
  const width = 2 * mean
  const cells = new Map<number, number[]>()
  const cellsOf = function* (node: number): Iterable<number> {
    const [x, y, radius] = [positions[node * 2]!, positions[node * 2 + 1]!, radii[node]!]
    for (let column = Math.floor((x - radius) / width); column <= (x + radius) / width; column++)
      for (let row = Math.floor((y - radius) / width); row <= (y + radius) / width; row++) yield column * ROWS + row
  }
  for (let node = 0; node < count; node++)
    for (const key of cellsOf(node)) {
      const members = cells.get(key)
      if (members) members.push(node)
      else cells.set(key, [node])
    }
  const touches = (a: number, b: number): boolean =>
    a !== b &&
    Math.hypot(positions[a * 2]! - positions[b * 2]!, positions[a * 2 + 1]! - positions[b * 2 + 1]!) <
      // Discs that only touch are none on the other.
      (radii[a]! + radii[b]!) * 0.98
  const isCovered = (node: number): boolean => {
    for (const key of cellsOf(node)) if (cells.get(key)?.some((other) => touches(node, other))) return true
    return false
  }
  let covered = 0
  for (let node = 0; node < count; node++) if (isCovered(node)) covered++
  return covered
}
