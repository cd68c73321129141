/**
 * The highest-scoring spanning tree with exactly one root: Chu-Liu/Edmonds as McDonald et al. (2005) use it for parsing. That no
 * more than one word hangs from the root is had by a penalty on the root's arcs that no difference between trees can outweigh, so that
 * the best tree is the best one with a single root (compare Zmigrod, Vieira and Cotterell 2020).
 *
 * @param scores row-major `size × size`, `scores[dependent * size + head]`; place 0 is the root. Scores that are not finite count as
 * very low ones. Row 0 and the diagonal are not read.
 * @returns the head of each place; -1 for the root.
 */
export function spanningTree(scores: ArrayLike<number>, size: number): Int32Array {
  if (size <= 1) return new Int32Array(size).fill(-1)
  // Mostly the best heads are a tree already, which then is the best one.
  const greedy = bestHeads(scores, size)
  if (hasOneRoot(greedy) && !findCycle(greedy, size)) return greedy
  const weights = penalised(scores, size)
  const heads = bestHeads(weights, size)
  const cycle = findCycle(heads, size)
  return cycle ? contract(weights, size, cycle) : heads
}

/** A copy with the root's arcs lowered and everything finite. */
function penalised(scores: ArrayLike<number>, size: number): Float64Array {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = size; i < size * size; i++) {
    const score = scores[i] as number
    if (!Number.isFinite(score)) continue
    if (score < low) low = score
    if (score > high) high = score
  }
  if (low > high) low = high = 0
  const range = high - low + 1
  const weights = new Float64Array(size * size)
  for (let dependent = 1; dependent < size; dependent++) {
    for (let head = 0; head < size; head++) {
      const score = scores[dependent * size + head] as number
      weights[dependent * size + head] =
        (Number.isFinite(score) ? score : low - range) - (head === 0 ? range * size * 2 : 0)
    }
  }
  return weights
}

function bestHeads(weights: ArrayLike<number>, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1)
  for (let dependent = 1; dependent < size; dependent++) {
    let best = Number.NEGATIVE_INFINITY
    for (let head = 0; head < size; head++) {
      const weight = weights[dependent * size + head] as number
      if (head !== dependent && weight > best) {
        best = weight
        heads[dependent] = head
      }
    }
  }
  return heads
}

/** Whether one word hangs from the root and every other from a word; a word without finite scores has no head. */
function hasOneRoot(heads: Int32Array): boolean {
  let roots = 0
  for (let i = 1; i < heads.length; i++) {
    if ((heads[i] as number) < 0) return false
    if (heads[i] === 0) roots++
  }
  return roots === 1
}

/** The places of one cycle, or null. */
function findCycle(heads: Int32Array, size: number): number[] | null {
  const seenIn = new Int32Array(size)
  for (let start = 1; start < size; start++) {
    let at = start
    while (at > 0 && seenIn[at] === 0) {
      seenIn[at] = start
      at = heads[at] as number
    }
    if (at <= 0 || seenIn[at] !== start) continue
    const cycle = [at]
    for (let next = heads[at] as number; next !== at; next = heads[next] as number) cycle.push(next)
    return cycle
  }
  return null
}

/**
 * Contracts cycles into single nodes until the best heads form a tree, then expands them again. Iterative, since a long sentence of
 * hostile text may nest as many cycles as it has words.
 */
function contract(weights: Float64Array, size: number, first: readonly number[]): Int32Array {
  interface Level {
    readonly size: number
    readonly cycle: readonly number[]
    readonly heads: Int32Array
    /** Of each node of the contracted graph: the node it was before; the last node is the cycle. */
    readonly old: Int32Array
    /** Of each contracted node as dependent: the cycle's member that would be its head. */
    readonly leaves: Int32Array
    /** Of each contracted node as head: the cycle's member that would be its dependent. */
    readonly enters: Int32Array
  }
  const levels: Level[] = []
  let current = weights
  let n = size
  let heads = bestHeads(current, n)
  for (let cycle: readonly number[] | null = first; cycle; cycle = findCycle(heads, n)) {
    const inCycle = new Uint8Array(n)
    for (const member of cycle) inCycle[member] = 1
    const m = n - cycle.length + 1
    const old = new Int32Array(m)
    let count = 0
    for (let node = 0; node < n; node++) if (!inCycle[node]) old[count++] = node
    old[m - 1] = -1
    const leaves = new Int32Array(m)
    const enters = new Int32Array(m)
    const next = new Float64Array(m * m)
    for (let a = 0; a < m - 1; a++) {
      const dependent = old[a] as number
      for (let b = 0; b < m - 1; b++) next[a * m + b] = current[dependent * n + (old[b] as number)] as number
      let out = Number.NEGATIVE_INFINITY
      let into = Number.NEGATIVE_INFINITY
      for (const member of cycle) {
        const outgoing = current[dependent * n + member] as number
        if (outgoing > out) {
          out = outgoing
          leaves[a] = member
        }
        const gain =
          (current[member * n + dependent] as number) - (current[member * n + (heads[member] as number)] as number)
        if (gain > into) {
          into = gain
          enters[a] = member
        }
      }
      next[a * m + m - 1] = out
      next[(m - 1) * m + a] = into
    }
    levels.push({ size: n, cycle, heads, old, leaves, enters })
    current = next
    n = m
    heads = bestHeads(current, n)
  }
  for (const level of levels.reverse()) {
    const expanded = new Int32Array(level.size).fill(-1)
    const m = level.old.length
    for (const member of level.cycle) expanded[member] = level.heads[member] as number
    for (let a = 1; a < m - 1; a++) {
      const head = heads[a] as number
      expanded[level.old[a] as number] = head === m - 1 ? (level.leaves[a] as number) : (level.old[head] as number)
    }
    const above = heads[m - 1] as number
    expanded[level.enters[above] as number] = level.old[above] as number
    heads = expanded
  }
  return heads
}
