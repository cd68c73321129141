import {
  dateOf,
  dayNumber,
  easter,
  formatDay,
  formatMonth,
  formatWeek,
  formatYear,
  fourthAdvent,
  isDate,
  type KnownDate,
  shiftMonth,
  weekdayOf,
} from './calendar.ts'

export type Tense = 'past' | 'present' | 'future'

/** A day: the calendar's, or one of which only weekday and year are known, as a TIMEX3 value. */
export interface Day {
  /** Days from 1970-01-01, or null. */
  readonly days: number | null
  readonly value: string
}

/** What an expression is read against. */
export interface Context {
  /** The document's date. */
  readonly date: KnownDate | null
  /** Tense of the clause, or null if it has none. */
  readonly tense: Tense | null
  /** The day that the text spoke of last, or the document's. */
  readonly last: Day | null
  /** Months in which the seasons begin. */
  readonly seasons: ReadonlyMap<string, number>
}

export type Values = Readonly<Record<string, string>>

/** What a rule found: a day, which later expressions may refer to, or a TIMEX3 value alone. */
export type Resolved = Day | string

/** Finds the value of an expression, or null where it is none. */
export type Rule = (values: Values, context: Context) => Resolved | null

const UNKNOWN_DAY = 'XXXX-XX-XX'
/** Stands for the day of a month of which the day is not known. */
const MIDDLE = 15
const day = (days: number): Day => ({ days, value: formatDay(days) })
const number = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text))
const two = (value: number): string => String(value).padStart(2, '0')

/** The document's day in days from 1970-01-01, or null. */
export function documentDay({ date }: Context): number | null {
  return date && date.month !== null && date.day !== null ? dayNumber(date.year, date.month, date.day) : null
}

/** How much farther a day in the direction that the tense does not look counts. */
const AGAINST_TENSE = 4
/** The present mostly looks ahead where a date is named. */
const AGAINST_PRESENT = 3

/** Of `candidates` the one that is meant from `from`: the nearest, days against the tense counting as farther away. */
function nearest(candidates: readonly number[], from: number, tense: Tense | null): number {
  const back = tense === 'future' ? AGAINST_TENSE : tense === 'present' ? AGAINST_PRESENT : 1
  const ahead = tense === 'past' ? AGAINST_TENSE : 1
  const cost = (candidate: number): number =>
    candidate < from ? (from - candidate) * back : (candidate - from) * ahead
  return candidates.reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best))
}

/** A day of a month; without a year the one that fits the document's date. */
function dayOfMonth(month: number, dayOfIt: number, year: number | null, context: Context): Day | null {
  if (!isDate(year ?? 2000, month, dayOfIt)) return null
  if (year !== null) return day(dayNumber(year, month, dayOfIt))
  const { date } = context
  if (!date) return { days: null, value: `XXXX-${two(month)}-${two(dayOfIt)}` }
  const years = [date.year - 1, date.year, date.year + 1].filter((candidate) => isDate(candidate, month, dayOfIt))
  if (years.length === 0) return null
  if (date.month === null) return day(dayNumber(date.year, month, dayOfIt))
  const from = dayNumber(date.year, date.month, date.day ?? MIDDLE)
  return day(
    nearest(
      years.map((candidate) => dayNumber(candidate, month, dayOfIt)),
      from,
      context.tense,
    ),
  )
}

/** The year that a recurring point (a month from 1) lies in, by a relative adjective or by tense. */
function yearOf(month: number, relation: number | null, context: Context): number | null {
  const { date } = context
  if (!date) return null
  if (date.month === null) return date.year + (relation ?? 0)
  const now = date.year * 12 + date.month
  const points = [-2, -1, 0, 1, 2].map((offset) => (date.year + offset) * 12 + month)
  if (relation === 0) return date.year
  if (relation !== null) {
    const beyond = points.filter((point) => (relation < 0 ? point < now : point > now))
    const ordered = relation < 0 ? beyond.reverse() : beyond
    return Math.floor(((ordered[Math.abs(relation) - 1] ?? now) - 1) / 12)
  }
  return Math.floor((nearest(points, now, context.tense) - 1) / 12)
}

function weekday(wanted: number, relation: number | null, context: Context): Day {
  const today = documentDay(context)
  if (today === null)
    return { days: null, value: `${context.date ? formatYear(context.date.year) : 'XXXX'}-WXX-${wanted}` }
  const back = (weekdayOf(today) - wanted + 7) % 7
  const ahead = (wanted - weekdayOf(today) + 7) % 7
  if (relation !== null && relation < 0) return day(today - (back || 7) + 7 * (relation + 1))
  if (relation !== null && relation > 0) return day(today + (ahead || 7) + 7 * (relation - 1))
  const goesBack = context.tense === 'past' || context.tense === null
  return day(goesBack ? today - back : today + ahead)
}

/** A day that is `offset` days after another, as far as it is known. */
export function shiftDay(from: Day | null, offset: number): Day {
  if (!from) return { days: null, value: UNKNOWN_DAY }
  if (from.days !== null) return day(from.days + offset)
  const match = /^(.{4})-WXX-(\d)$/.exec(from.value)
  if (!match) return { days: null, value: offset === 0 ? from.value : UNKNOWN_DAY }
  return { days: null, value: `${match[1]}-WXX-${((((Number(match[2]) - 1 + offset) % 7) + 7) % 7) + 1}` }
}

/** The document's date as a day: with what is known of it. */
export function today(context: Context): Day | null {
  const days = documentDay(context)
  if (days !== null) return day(days)
  const { date } = context
  if (!date) return null
  return {
    days: null,
    value: date.month === null ? `${formatYear(date.year)}-XX-XX` : `${formatMonth(date.year, date.month)}-XX`,
  }
}

/** A year, month, week or day that is `offset` of its kind after the one that `from` lies in. */
function relative(unit: string, offset: number, from: KnownDate | null): Resolved | null {
  const days = from && from.month !== null && from.day !== null ? dayNumber(from.year, from.month, from.day) : null
  switch (unit) {
    case 'Y':
      return from ? formatYear(from.year + offset) : 'XXXX'
    case 'M': {
      if (!from) return 'XXXX-XX'
      if (from.month === null) return `${formatYear(from.year)}-XX`
      const { year, month } = shiftMonth(from.year, from.month, offset)
      return formatMonth(year, month)
    }
    case 'W':
      return days !== null ? formatWeek(days + 7 * offset) : `${from ? formatYear(from.year) : 'XXXX'}-WXX`
    case 'D':
      return days !== null ? day(days + offset) : UNKNOWN_DAY
    case 'DE':
      return from ? formatYear(from.year + 10 * offset).slice(0, 3) : 'XXX'
    case 'CE':
      return from ? formatYear(from.year + 100 * offset).slice(0, 2) : 'XX'
    default:
      return null
  }
}

/** A duration: an amount (`X` if vague) of a unit, `TH` and the like for what is shorter than a day. */
export function duration(amount: string, unit: string): string | null {
  const times = unit === 'DE' ? 10 : unit === 'CE' ? 100 : unit === 'ML' ? 1000 : 1
  if (times > 1 && amount === 'X') return `PX${unit}`
  const plain = times > 1 ? String(Number(amount) * times) : amount
  const letter = times > 1 ? 'Y' : unit
  if (plain === '0.5' && letter === 'TH') return 'PT30M'
  if (plain === '0.5' && letter === 'Y') return 'P6M'
  return letter.startsWith('T') ? `PT${plain}${letter.slice(1)}` : `P${plain}${letter}`
}

/**
 * The date that a duration leads to from the document's date, back (-1) or ahead (1), as precise as its unit: *vor fünf Jahren* is a year.
 * Null if it is shorter than a day, or ahead of what has happened (*in fünf Jahren erbaut*).
 */
export function pointOf(amount: string, unit: string, way: number, context: Context): string | null {
  if (way > 0 && context.tense === 'past') return null
  if (amount === 'X') return way < 0 ? 'PAST_REF' : 'FUTURE_REF'
  const [steps, steppedUnit] =
    unit === 'Y' && !Number.isInteger(Number(amount)) ? [Number(amount) * 12, 'M'] : [Number(amount), unit]
  if (!Number.isInteger(steps) || !context.date) return null
  if ((unit === 'W' || unit === 'D') && documentDay(context) === null) return null
  const resolved = relative(
    steppedUnit === 'W' ? 'D' : steppedUnit,
    (steppedUnit === 'W' ? 7 : 1) * way * steps,
    context.date,
  )
  return typeof resolved === 'string' || resolved === null ? resolved : resolved.value
}

/** The year that *vergangenen Jahres* or *des Vorjahres* names, or null if it is no year. */
function yearNamed({ rel, unit, neighbour }: Values, date: KnownDate | null): number | null {
  if (!date) return null
  if (neighbour !== undefined) return neighbour.startsWith('Y') ? date.year + Number(neighbour.slice(1)) : null
  return unit === 'Y' ? date.year + Number(rel) : null
}

function partOfYear(letter: string, parts: number, values: Values, { date }: Context): string | null {
  const year = yearNamed(values, date)
  const nth = Number(values.ordinal ?? values.ord)
  return year === null || nth > parts ? null : `${formatYear(year)}-${letter}${nth}`
}

const lastKnown = ({ last, date }: Context): KnownDate | null => (last?.days != null ? dateOf(last.days) : date)

const SEASON_MONTHS = 3

/** The rules that patterns.tsv names. */
export const RULES: Readonly<Record<string, Rule>> = {
  none: () => null,
  constant: ({ value = '' }) => value,
  value: (values) => values[values.name ?? 'value'] ?? null,
  day: ({ month, ord, day: plain, year }, context) =>
    dayOfMonth(Number(month), Number(ord ?? plain), number(year), context),
  numeric: ({ date = '', year: after }, context) => {
    const [year, month, dayOfIt] = date.split('-')
    return dayOfMonth(Number(month), Number(dayOfIt), number(year) ?? number(after), context)
  },
  month: ({ month, year, rel }, context) => {
    const resolved = number(year) ?? yearOf(Number(month), number(rel), context)
    return resolved === null ? `XXXX-${two(Number(month))}` : formatMonth(resolved, Number(month))
  },
  'month-of-year': (values, { date }) => {
    const year = yearNamed(values, date)
    return year === null ? null : formatMonth(year, Number(values.month))
  },
  'season-of-year': (values, { date }) => {
    const year = yearNamed(values, date)
    return year === null ? null : `${formatYear(year)}-${values.season}`
  },
  'quarter-of-year': (values, context) => partOfYear('Q', 4, values, context),
  'half-of-year': (values, context) => partOfYear('H', 2, values, context),
  'holiday-of-year': (values, { date }) => {
    const year = yearNamed(values, date)
    return year === null ? null : day(holidayIn(values.holiday ?? '', year))
  },
  'day-of-year': (values, context) => {
    const year = yearNamed(values, context.date)
    return year === null ? null : dayOfMonth(Number(values.month), Number(values.ord ?? values.day), year, context)
  },
  year: ({ year, year_phase: offset }, { date }) =>
    year !== undefined ? formatYear(Number(year)) : date ? formatYear(date.year + Number(offset ?? 0)) : 'XXXX',
  decade: ({ decade = '' }) => decade,
  century: ({ n, rel }, { date }) => {
    if (n !== undefined) return two(Number(n) - 1)
    return date ? formatYear(date.year + 100 * Number(rel)).slice(0, 2) : 'XX'
  },
  season: ({ season = '', year, rel, offset }, context) => {
    const begins = context.seasons.get(season) ?? 1
    const wanted = number(year) ?? yearOf(begins, number(rel ?? offset), context)
    const current = context.date
    const running =
      year === undefined && rel === undefined && current?.month != null
        ? (current.month - begins + 12) % 12 < SEASON_MONTHS
        : false
    return `${running && current ? formatYear(current.year) : wanted === null ? 'XXXX' : formatYear(wanted)}-${season}`
  },
  'half-year': ({ ordinal, ord, rel, year }, { date }) => {
    const nth = number(ordinal ?? ord)
    if (nth !== null) return nth <= 2 ? `${year ?? (date ? formatYear(date.year) : 'XXXX')}-H${nth}` : null
    if (!date?.month) return date ? `${formatYear(date.year)}-HX` : 'XXXX-HX'
    const halves = date.year * 2 + (date.month > 6 ? 1 : 0) + Number(rel)
    return `${formatYear(Math.floor(halves / 2))}-H${(halves % 2) + 1}`
  },
  quarter: ({ ordinal, ord, rel, year }, { date }) => {
    const nth = number(ordinal ?? ord)
    if (nth !== null) return nth <= 4 ? `${year ?? (date ? formatYear(date.year) : 'XXXX')}-Q${nth}` : null
    if (!date?.month) return date ? `${formatYear(date.year)}-QX` : 'XXXX-QX'
    const quarters = date.year * 4 + Math.floor((date.month - 1) / 3) + Number(rel)
    return `${formatYear(Math.floor(quarters / 4))}-Q${(quarters % 4) + 1}`
  },
  weekday: ({ weekday: found = '', rel }, context) => weekday(Number(found.split(':')[0]), number(rel), context),
  'weekday-after-last': ({ weekday: wanted }, context) => {
    const from = context.last?.days
    return from == null
      ? weekday(Number(wanted), null, context)
      : day(from + ((Number(wanted) - weekdayOf(from) + 7) % 7))
  },
  'weekday-of-week': ({ weekday: wanted, rel, unit }, context) => {
    const days = documentDay(context)
    if (unit !== 'W' || days === null) return unit === 'W' ? weekday(Number(wanted), 0, context) : null
    return day(days - weekdayOf(days) + Number(wanted) + 7 * Number(rel))
  },
  deixis: ({ deixis }, context) => shiftDay(today(context), Number(deixis)),
  adjective: ({ deixis }, context) => (Number(deixis) === 0 ? 'PRESENT_REF' : shiftDay(today(context), Number(deixis))),
  relative: ({ unit, whole_year: whole, rel, offset }, { date }) =>
    relative(unit ?? whole ?? '', Number(rel ?? offset ?? 0), date),
  'relative-to-last': ({ unit = '', offset = '0' }, context) => relative(unit, Number(offset), lastKnown(context)),
  neighbour: ({ neighbour = '' }, context) => relative(neighbour.slice(0, 1), Number(neighbour.slice(1)), context.date),
  recent: ({ rel }) => (Number(rel) < 0 ? 'PAST_REF' : Number(rel) > 0 ? 'FUTURE_REF' : null),
  reference: ({ rel }) => (Number(rel) < 0 ? 'PAST_REF' : Number(rel) > 0 ? 'FUTURE_REF' : 'PRESENT_REF'),
  'shift-day': ({ offset }, context) => shiftDay(context.last, Number(offset)),
  shift: ({ num, n, units = '', offset }, context) => {
    const amount = Number(num ?? n)
    const steps = amount * Number(offset)
    if (units.startsWith('T')) return 'XXXX-XX-XXTXX:XX'
    if (!Number.isInteger(steps)) return units === 'Y' ? 'XXXX' : UNKNOWN_DAY
    if (units === 'D') return shiftDay(context.last, steps)
    return relative(units, steps, lastKnown(context))
  },
  weekend: ({ rel }, context) => {
    const days = documentDay(context)
    if (days === null) return `${context.date ? formatYear(context.date.year) : 'XXXX'}-WXX-WE`
    const offset = number(rel) ?? (context.tense === 'past' && weekdayOf(days) < 6 ? -1 : 0)
    return `${formatWeek(days + 7 * offset)}-WE`
  },
  holiday: ({ holiday: found = '', year, rel }, context) => {
    const [holiday = ''] = found.split(':')
    const on = (wanted: number): number => holidayIn(holiday, wanted)
    const { date } = context
    if (year !== undefined) return day(on(Number(year)))
    if (!date) return /^\d/.test(holiday) ? { days: null, value: `XXXX-${holiday}` } : UNKNOWN_DAY
    if (date.month === null) return day(on(date.year + Number(rel ?? 0)))
    const from = dayNumber(date.year, date.month, date.day ?? MIDDLE)
    const candidates = [-1, 0, 1].map((offset) => on(date.year + offset))
    const named = context.tense === 'present' ? 'future' : context.tense
    const looks = rel === undefined || rel === '0' ? named : Number(rel) < 0 ? 'past' : 'future'
    return day(nearest(candidates, from, looks))
  },
  duration: ({ num, n, units = '', number: fixed }) => duration(num ?? n ?? fixed ?? '1', units),
  'each-weekday': ({ weekday: found = '' }) => {
    const [wanted, part] = found.split(':')
    return `XXXX-WXX-${wanted}${part ? `T${part}` : ''}`
  },
  'each-part': ({ part }) => `XXXX-XX-XXT${part}`,
  'each-unit': ({ num = '1', units, unit = '' }) => duration(num, units ?? unit),
  clock: ({ clock, hour, minutes, half }) => {
    const [hours, past] = (clock ?? `${hour}:00`).split(':').map(Number) as [number, number]
    const total = hours * 60 + (minutes === undefined ? past : Number(minutes)) - (half ? 30 : 0)
    if (!(total >= 0 && total <= 24 * 60) || past > 59 || Number(minutes ?? 0) > 59) return null
    return `T${two(Math.floor(total / 60))}:${two(total % 60)}`
  },
  part: ({ part = '' }) => `T${part}`,
}

/** The day of a holiday in a year: `12-24`, `E+49` (days from Easter Sunday) or `A-7` (days from the fourth Sunday of Advent). */
function holidayIn(holiday: string, year: number): number {
  if (holiday.startsWith('E')) return easter(year) + Number(holiday.slice(1))
  if (holiday.startsWith('A')) return fourthAdvent(year) + Number(holiday.slice(1))
  const [month, dayOfIt] = holiday.split('-').map(Number) as [number, number]
  return dayNumber(year, month, dayOfIt)
}
