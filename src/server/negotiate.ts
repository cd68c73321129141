interface Range {
  readonly type: string
  readonly quality: number
}

/** Ranges of an `Accept` header (RFC 9110, 12.5.1); what cannot be read is left out. */
function rangesOf(accept: string): Range[] {
  return accept.split(',').flatMap((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return []
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    const value = quality === undefined ? 1 : Number(quality.slice(2))
    return Number.isFinite(value) ? [{ type, quality: Math.min(1, Math.max(0, value)) }] : []
  })
}

const specificity = (range: string): number => (range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2)

const covers = (range: string, type: string): boolean =>
  range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)))

/**
 * The type of `offered` that the client likes best, the earlier of equals; null if it takes none.
 * @param aliases further names of an offered type, for example `application/json` of a more specific one.
 */
export function negotiate<T extends string>(
  accept: string | undefined,
  offered: readonly T[],
  aliases: Readonly<Record<string, T>> = {},
): T | null {
  if (accept === undefined || accept.trim() === '') return offered[0] ?? null
  const ranges = rangesOf(accept).map((range) => ({ ...range, type: aliases[range.type] ?? range.type }))
  let best: T | null = null
  let bestQuality = 0
  for (const type of offered) {
    const fitting = ranges.filter((range) => covers(range.type, type))
    // The most specific range decides, not the most generous one.
    fitting.sort((a, b) => specificity(b.type) - specificity(a.type) || b.quality - a.quality)
    const quality = fitting[0]?.quality ?? 0
    if (quality > bestQuality) {
      best = type
      bestQuality = quality
    }
  }
  return best
}
