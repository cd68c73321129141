/** A stretch of text with all the evidence spans that cover it: the text cut at every start and end. */
export interface Segment {
  readonly start: number
  readonly end: number
  /** Claims whose evidence covers it, in the order given. */
  readonly claims: readonly number[]
}

/**
 * Cuts a text at the ends of spans. The segments cover the text without gaps.
 * @param spans UTF-16 offsets; what lies outside of the text is cut off
 */
export function segmentsOf(
  length: number,
  spans: readonly { readonly claim: number; readonly start: number; readonly end: number }[],
): Segment[] {
  const cuts = new Set([0, length])
  for (const { start, end } of spans) {
    if (start > 0 && start < length) cuts.add(start)
    if (end > 0 && end < length) cuts.add(end)
  }
  const places = [...cuts].sort((a, b) => a - b)
  const segments: Segment[] = []
  for (let index = 0; index + 1 < places.length; index++) {
    const start = places[index]!
    const end = places[index + 1]!
    const claims = spans.filter((span) => span.start <= start && end <= span.end && span.start < span.end)
    segments.push({ start, end, claims: claims.map(({ claim }) => claim) })
  }
  return segments
}
