import { isoOf, rangeOf } from '../data/dates.ts'
import type { Key } from './de.ts'
import type { Locale, Words } from './index.ts'

const UNITS: Readonly<Record<string, string>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
}
const REFERENCES: Readonly<Record<string, Key>> = {
  PAST_REF: 'time.past',
  PRESENT_REF: 'time.present',
  FUTURE_REF: 'time.future',
}
const SEASONS: Readonly<Record<string, Key>> = {
  SP: 'time.spring',
  SU: 'time.summer',
  FA: 'time.autumn',
  WI: 'time.winter',
}
const PARTS: Readonly<Record<string, Key>> = {
  MO: 'time.morning',
  MI: 'time.noon',
  AF: 'time.afternoon',
  EV: 'time.evening',
  NI: 'time.night',
}

/** A TIMEX3 value as a reader knows it, with the precision that it has; what has no name stays as it is. */
export function timeText(locale: Locale, t: Words['t'], value: string): string {
  const reference = REFERENCES[value]
  if (reference) return t(reference)
  const [, amount, unit] = /^P(?=T?\d)T?(\d+(?:\.\d+)?)([YMWDHS])$/.exec(value) ?? []
  if (amount !== undefined) {
    const name = UNITS[(value.startsWith('PT') ? 'T' : '') + unit]
    return name === undefined
      ? value
      : new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(Number(amount))
  }
  const [, date, time] = /^([^T]+)T(.+)$/.exec(value) ?? []
  if (date === undefined || time === undefined) return dateText(locale, t, value) ?? value
  const day = dateText(locale, t, date)
  const part = PARTS[time]
  if (day === null) return value
  return part ? `${day}, ${t(part)}` : /^\d\d(:\d\d)*$/.test(time) ? `${day}, ${time}` : day
}

function dateText(locale: Locale, t: Words['t'], value: string): string | null {
  if (/^\d{4}$/.test(value)) return value
  if (/^\d{3}X?$/.test(value)) return t('time.decade', { year: `${value.slice(0, 3)}0` })
  if (/^\d{2}(XX)?$/.test(value)) return t('time.century', { n: Number(value.slice(0, 2)) + 1 })
  const [, year, rest] = /^(\d{4}|XXXX)-(.+)$/.exec(value) ?? []
  if (year === undefined || rest === undefined) return null
  const [, month, day] = /^(\d\d)(?:-(\d\d|XX))?$/.exec(rest) ?? []
  if (month !== undefined) return calendarText(locale, year, month, day === 'XX' ? undefined : day)
  if (year === 'XXXX') return null
  if (/^XX(-XX)?$/.test(rest)) return year
  const season = SEASONS[rest]
  if (season) return t('time.of', { what: t(season), year })
  const [, part, number] = /^([QH])(\d|X)$/.exec(rest) ?? []
  if (part !== undefined) {
    const some = number === 'X'
    const key = part === 'Q' ? (some ? 'time.someQuarter' : 'time.quarter') : some ? 'time.someHalf' : 'time.half'
    return t('time.of', { what: t(key, some ? {} : { n: Number(number) }), year })
  }
  const [, week, weekday] = /^(?:\d\d-)?W(\d\d|XX)(?:-(\d|WE))?$/.exec(rest) ?? []
  if (week === undefined) return null
  return weekText(locale, t, value, year, week, weekday)
}

function weekText(
  locale: Locale,
  t: Words['t'],
  value: string,
  year: string,
  week: string,
  weekday: string | undefined,
): string {
  if (week === 'XX') {
    const what =
      weekday === undefined
        ? t('time.someWeek')
        : weekday === 'WE'
          ? t('time.someWeekend')
          : t('time.someDay', { day: weekdayName(locale, Number(weekday)) })
    const month = /^\d{4}-(\d\d)-/.exec(value)?.[1]
    return t('time.of', { what, year: month === undefined ? year : calendarText(locale, year, month)! })
  }
  const range = rangeOf(value)!
  if (weekday !== undefined && weekday !== 'WE') {
    const [isoYear, month, day] = isoOf(range.from).split('-')
    return calendarText(locale, isoYear!, month!, day) ?? value
  }
  const what = t(weekday === 'WE' ? 'time.weekend' : 'time.week', { n: Number(week) })
  return t('time.of', { what, year })
}

/** Name of a weekday, Monday being 1. The 1st of January 2024 was a Monday. */
const weekdayName = (locale: Locale, weekday: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)))

function calendarText(locale: Locale, year: string, month: string, day?: string): string | null {
  // The day of a year that nobody knows may be the 29th of February.
  const date = new Date(`${year === 'XXXX' ? '2000' : year}-${month}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return null
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    timeZone: 'UTC',
    ...(year === 'XXXX' ? {} : { year: 'numeric' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(date)
}
