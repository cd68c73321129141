/** Whether a string is a calendar date as metadata keep it: `2019`, `2019-04` or `2019-04-25`, and the day exists. */
export function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * The date in a value from metadata, with the precision it has: ISO 8601 (a time is dropped, the day stays as written, in its own time
 * zone), `25.04.2019`, or a date that a YAML parser made. Null for everything else.
 */
export function partialDate(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return partialDate(String(value))
  if (typeof value !== 'string') return null
  const text = value.trim()
  const iso = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T\s]\d{1,2}[:h].*|)$/.exec(text)?.[1]
  if (iso) return isPartialDate(iso) ? iso : null
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/.exec(text)
  if (compact) return partialDate(`${compact[1]}-${compact[2]}-${compact[3]}`)
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text)
  if (german) return partialDate(`${german[3]}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}`)
  return null
}
