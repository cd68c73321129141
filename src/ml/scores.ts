/** Index of the highest of `count` scores from `offset` on; the first of equal ones. */
export function argmax(scores: ArrayLike<number>, offset: number, count: number): number {
  let best = 0
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    const score = scores[offset + i] as number
    if (score > high) {
      high = score
      best = i
    }
  }
  return best
}

/** Logarithm of the sum of the exponentials of `count` scores, `stride` apart from `offset` on. */
export function logSumExp(scores: ArrayLike<number>, offset: number, count: number, stride = 1): number {
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) high = Math.max(high, scores[offset + i * stride] as number)
  if (!Number.isFinite(high)) return high
  let sum = 0
  for (let i = 0; i < count; i++) sum += Math.exp((scores[offset + i * stride] as number) - high)
  return high + Math.log(sum)
}

/** Probability of one of `count` scores, `stride` apart from `offset` on. */
export const probability = (
  scores: ArrayLike<number>,
  chosen: number,
  offset: number,
  count: number,
  stride = 1,
): number => Math.exp((scores[offset + chosen * stride] as number) - logSumExp(scores, offset, count, stride))
