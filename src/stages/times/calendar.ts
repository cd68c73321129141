/** A date as far as it is known: the day only with the month, the month only with the year. */
export interface KnownDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

const DAY_MS = 86_400_000

const pad = (number: number, width = 2): string => String(number).padStart(width, '0')

/** Days from 1970-01-01 in the proleptic Gregorian calendar; month from 1. Days beyond a month's end run into the next. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.floor(date.getTime() / DAY_MS)
}

/** The date that is so many days after 1970-01-01. */
export function dateOf(days: number): { year: number; month: number; day: number } {
  const date = new Date(days * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Day of the week, Monday 1 to Sunday 7. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

/** Year and week by ISO 8601: a week belongs to the year that its Thursday lies in. */
export function weekOf(days: number): { year: number; week: number } {
  const thursday = days - weekdayOf(days) + 4
  const { year } = dateOf(thursday)
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 }
}

/** Whether year, month and day are a day of the calendar. */
export function isDate(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return false
  const date = dateOf(dayNumber(year, month, day))
  return date.month === month && date.day === day
}

/** Easter Sunday of a year in days from 1970-01-01, after the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991). */
export function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

/** The fourth Sunday of Advent in days from 1970-01-01: the last Sunday before 25 December. */
export function fourthAdvent(year: number): number {
  const eve = dayNumber(year, 12, 24)
  return eve - (weekdayOf(eve) % 7)
}

/** A date with year, month or day precision (`2019`, `2019-04`, `2019-04-25`), or null for anything else. */
export function parseDate(text: string | null): KnownDate | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(text ?? '')
  if (!match) return null
  const [year, month, day] = [Number(match[1]), match[2] ? Number(match[2]) : null, match[3] ? Number(match[3]) : null]
  if (month !== null && (month < 1 || month > 12)) return { year, month: null, day: null }
  return { year, month, day: day !== null && isDate(year, month as number, day) ? day : null }
}

export const formatYear = (year: number): string => pad(year, 4)
export const formatMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`

export function formatDay(days: number): string {
  const { year, month, day } = dateOf(days)
  return `${formatMonth(year, month)}-${pad(day)}`
}

export function formatWeek(days: number): string {
  const { year, week } = weekOf(days)
  return `${pad(year, 4)}-W${pad(week)}`
}

/** The month that is `offset` months after another one. */
export function shiftMonth(year: number, month: number, offset: number): { year: number; month: number } {
  const months = year * 12 + (month - 1) + offset
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 }
}
