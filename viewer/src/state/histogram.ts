import type { Model } from '../data/model.ts'

export interface Histogram {
  /** First day of the first bin and day after the last. */
  readonly from: number
  readonly to: number
  readonly counts: Uint32Array
}

/** Bins that a histogram has at most. */
const MOST_BINS = 48

/**
 * Dated claims over time, in bins of equal numbers of days; a claim counts in every bin that its time may lie in, but what spans more than
 * half of the time shown only in its first. Null if no claim of the mask is dated.
 */
export function histogramOf(model: Model, mask: Uint8Array): Histogram | null {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (let claim = 0; claim < mask.length; claim++) {
    if (!mask[claim] || Number.isNaN(model.from[claim]!)) continue
    from = Math.min(from, model.from[claim]!)
    to = Math.max(to, model.to[claim]!)
  }
  if (from >= to) return null
  const bins = Math.min(MOST_BINS, Math.max(1, to - from))
  const width = (to - from) / bins
  const counts = new Uint32Array(bins)
  for (let claim = 0; claim < mask.length; claim++) {
    if (!mask[claim] || Number.isNaN(model.from[claim]!)) continue
    const first = Math.floor((model.from[claim]! - from) / width)
    const last = Math.min(bins - 1, Math.ceil((model.to[claim]! - from) / width) - 1)
    if (last - first > bins / 2) counts[first]!++
    else for (let bin = first; bin <= last; bin++) counts[bin]!++
  }
  return { from, to, counts }
}
