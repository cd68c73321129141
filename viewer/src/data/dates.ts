/** Days since 1970-01-01, end-exclusive. */
export interface DayRange {
  readonly from: number
  readonly to: number
}

const MS_A_DAY = 86_400_000

/** Day number of a date; months and days may overflow, as in `Date.UTC`. Month from 1. */
export function dayOf(year: number, month = 1, day = 1): number {
  const date = new Date(0)
  // Unlike Date.UTC, this takes years below 100 as they are.
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / MS_A_DAY
}

/** ISO 8601 date of a day number. */
export const isoOf = (day: number): string => new Date(day * MS_A_DAY).toISOString().slice(0, 10)

/** Monday of an ISO week. */
function weekStart(year: number, week: number): number {
  const fourth = dayOf(year, 1, 4)
  const weekday = (((fourth + 3) % 7) + 7) % 7
  return fourth - weekday + (week - 1) * 7
}

const SEASONS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/**
 * The days that a TIMEX3 value may mean, with the precision that it has: `2019-04` is the whole month, `2019-WXX-4` (a Thursday of that
 * year) the whole year. Null for what is no date: durations, sets, `PAST_REF`.
 */
export function rangeOf(value: string): DayRange | null {
  const match = /^(\d{4})(?:-(.+))?$/.exec(value.replace(/T.*$/, ''))
  if (!match) return decadeOrCentury(value)
  const year = Number(match[1])
  const rest = match[2] ?? ''
  const whole = { from: dayOf(year), to: dayOf(year + 1) }
  if (rest === '') return whole
  const [, month, day] = /^(\d\d)(?:-(\d\d))?(?:-WXX-\d)?$/.exec(rest) ?? []
  if (month !== undefined) {
    if (day === undefined) return { from: dayOf(year, Number(month)), to: dayOf(year, Number(month) + 1) }
    const from = dayOf(year, Number(month), Number(day))
    return { from, to: from + 1 }
  }
  const [, week, weekday] = /^W(\d\d)(?:-(\d|WE))?$/.exec(rest) ?? []
  if (week !== undefined) {
    const from = weekStart(year, Number(week))
    if (weekday === undefined) return { from, to: from + 7 }
    if (weekday === 'WE') return { from: from + 5, to: from + 7 }
    return { from: from + Number(weekday) - 1, to: from + Number(weekday) }
  }
  const [, part, number] = /^(Q|H)([1-4])$/.exec(rest) ?? []
  if (part !== undefined) {
    const months = part === 'Q' ? 3 : 6
    const first = 1 + (Number(number) - 1) * months
    return { from: dayOf(year, first), to: dayOf(year, first + months) }
  }
  const season = SEASONS[rest]
  if (season !== undefined) return { from: dayOf(year, season), to: dayOf(year, season + 3) }
  return whole
}

function decadeOrCentury(value: string): DayRange | null {
  if (/^\d{3}$/.test(value)) return { from: dayOf(Number(value) * 10), to: dayOf(Number(value) * 10 + 10) }
  if (/^\d{2}$/.test(value)) return { from: dayOf(Number(value) * 100), to: dayOf(Number(value) * 100 + 100) }
  return null
}
