/** A stretch of the document's text as stored: UTF-16 offsets, end-exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The characters that a span covers. */
export const textOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** Whether `outer` covers all of `inner`. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Whether two spans share a character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The smallest span that covers all of `spans`, which must not be empty. */
export function hull(spans: Iterable<Span>): Span {
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  for (const span of spans) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  return { start, end }
}
