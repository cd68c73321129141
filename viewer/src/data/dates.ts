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

/** The last Monday that is not after a day. 1970-01-01 was a Thursday. */
const mondayBefore = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

/** Monday of an ISO week. */
const weekStart = (year: number, week: number): number => mondayBefore(dayOf(year, 1, 4)) + (week - 1) * 7

const SEASONS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/**
 * The days that a TIMEX3 value may mean, with the precision that it has: `2019-04` is the whole month, `2019-SU` June to August, `201` the
 * decade. A weekday or week of which only the year is known (`2019-WXX-4`) is one of the article's month if that is of the same year, as in
 * the published graph, else one of the year. Null for what is no date: durations, sets, `PAST_REF`.
 * @param published the article's date in ISO 8601, with whatever precision
 */
export function rangeOf(value: string, published: string | null = null): DayRange | null {
  const match = /^(\d{4})(?:-(.+))?$/.exec(value.replace(/T.*$/, ''))
  if (!match) return decadeOrCentury(value)
  const year = Number(match[1])
  const rest = (match[2] ?? '').replace(/(?:^|-)XX(?:-XX)?$/, '')
  if (rest === '') return yearOf(year)
  const month = /^\d{4}-\d\d/.test(published ?? '') && Number(published!.slice(0, 4)) === year ? published : null
  return inYear(year, rest, month === null ? null : Number(month.slice(5, 7))) ?? yearOf(year)
}

const yearOf = (year: number): DayRange => ({ from: dayOf(year), to: dayOf(year + 1) })

const monthOf = (year: number, month: number, months = 1): DayRange => ({
  from: dayOf(year, month),
  to: dayOf(year, month + months),
})

/**
 * What is left of a value after its year, as days; null if it says no more than the year.
 * @param published month of the article if it is of that year
 */
function inYear(year: number, rest: string, published: number | null): DayRange | null {
  const [, month, day] = /^(\d\d)(?:-(\d\d))?(?:-WXX(?:-(?:\d|WE))?)?$/.exec(rest) ?? []
  if (month !== undefined) {
    if (day === undefined) return monthOf(year, Number(month))
    const from = dayOf(year, Number(month), Number(day))
    return { from, to: from + 1 }
  }
  const [, week, weekday] = /^W(\d\d|XX)(?:-(\d|WE))?$/.exec(rest) ?? []
  if (week === 'XX') {
    if (published === null) return null
    const { from, to } = monthOf(year, published)
    // A whole week need not lie within the month.
    return weekday === undefined ? { from: mondayBefore(from), to: mondayBefore(to + 6) } : { from, to }
  }
  if (week !== undefined) {
    const from = weekStart(year, Number(week))
    if (weekday === undefined) return { from, to: from + 7 }
    if (weekday === 'WE') return { from: from + 5, to: from + 7 }
    return { from: from + Number(weekday) - 1, to: from + Number(weekday) }
  }
  const [, part, number] = /^(Q|H)([1-4])$/.exec(rest) ?? []
  if (part !== undefined) {
    const months = part === 'Q' ? 3 : 6
    return monthOf(year, 1 + (Number(number) - 1) * months, months)
  }
  const season = SEASONS[rest]
  if (season === undefined) return null
  // A winter is named by the year that it begins in, but in January by the year that it is.
  return monthOf(rest === 'WI' && published !== null && published < 3 ? year - 1 : year, season, 3)
}

function decadeOrCentury(value: string): DayRange | null {
  const years = /^\d{3}X?$/.test(value) ? 10 : /^\d{2}(XX)?$/.test(value) ? 100 : null
  if (years === null) return null
  const first = Number(value.replace(/X/g, '')) * years
  return { from: dayOf(first), to: dayOf(first + years) }
}
