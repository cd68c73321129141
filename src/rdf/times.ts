import { DataFactory, type NamedNode, type Quad_Object } from 'n3'
import type { ClaimTime } from '../core/claims.ts'
import { namespaces } from './namespaces.ts'

const { literal, namedNode } = DataFactory
const { pg, rdf, time: owlTime, xsd } = namespaces

/** Predicate and object of a statement about a time. */
type Statement = readonly [predicate: NamedNode, object: Quad_Object]

const term = (name: string): NamedNode => namedNode(owlTime + name)
const typed = (value: string, datatype: string): Quad_Object => literal(value, namedNode(xsd + datatype))
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * The calendar day, month or year that a TIMEX3 value names by itself, as `2019-04-25`, `2019-04` or `2019`; null if it needs its text to
 * be understood (a weekday, a duration, *then*). An ISO week date is turned into its day.
 */
export function calendarDate(value: string): string | null {
  if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value)) return isDate(value) ? value : null
  const [, year, week, day] = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])-([1-7])$/.exec(value) ?? []
  if (!year || !week || !day) return null
  const fourthOfJanuary = new Date(Date.UTC(Number(year), 0, 4))
  const firstMonday = fourthOfJanuary.getTime() - ((fourthOfJanuary.getUTCDay() + 6) % 7) * DAY
  return new Date(firstMonday + ((Number(week) - 1) * 7 + Number(day) - 1) * DAY).toISOString().slice(0, 10)
}

/**
 * Name of a time that stands for itself and so is the same for all articles: a calendar date, or a time of such a day (`2019-04-25TMO` for
 * its morning); null for any other.
 */
export function absoluteTime(value: string): string | null {
  const [, day, time] = /^(.{10})T((?:[01]\d|2[0-4])(?::[0-5]\d){0,2}|[A-Z]{2})$/.exec(value) ?? []
  if (day !== undefined) return calendarDate(day) === null ? null : `${day}T${time}`
  return calendarDate(value)
}

const DAY = 86_400_000

const isDate = (value: string): boolean =>
  value.length < 10 || (!Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value))

/** A date of ISO 8601 as a literal of just its precision; null if it is none. */
export function dateLiteral(value: string): Quad_Object | null {
  const date = calendarDate(value)
  if (date === null) return null
  return typed(date, date.length === 10 ? 'date' : date.length === 7 ? 'gYearMonth' : 'gYear')
}

/**
 * What OWL-Time can say of a time expression, as precisely as the text has it and no more: a Thursday whose date nobody knows is a weekday
 * of a year or month. The second list belongs to a node of its own that describes the position in the calendar.
 * @param published the article's date; if its month is known, a weekday of the same year is one of that month
 */
export function timeStatements(
  expression: Pick<ClaimTime, 'type' | 'value'>,
  published: string | null,
): { readonly entity: readonly Statement[]; readonly position: readonly Statement[] } {
  const { value } = expression
  const isA = (type: string): Statement => [namedNode(`${rdf}type`), term(type)]
  const timex: Statement = [namedNode(`${pg}timex`), literal(value.toWellFormed())]
  const date = absoluteTime(value) === null ? null : dateLiteral(value.replace(/T.*/, ''))
  if (date) {
    const precision = { 10: 'inXSDDate', 7: 'inXSDgYearMonth', 4: 'inXSDgYear' }[date.value.length] as string
    return { entity: [isA('Instant'), timex, [term(precision), date]], position: [] }
  }
  if (expression.type === 'DURATION' && isDuration(value))
    return {
      entity: [isA('ProperInterval'), timex, [term('hasXSDDuration'), typed(value, 'duration')]],
      position: [],
    }
  const parts = calendarParts(value, published)
  if (parts.length === 0) return { entity: [isA('TemporalEntity'), timex], position: [] }
  return { entity: [isA('Instant'), timex], position: [isA('DateTimeDescription'), ...parts] }
}

const isDuration = (value: string): boolean =>
  /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(value)

/** What is known of a day or week that is no date: *Thursday of 2019*, *25 April*, *week 17*. */
function calendarParts(value: string, published: string | null): Statement[] {
  const [, year, rest] = /^(\d{4}|XXXX)-(.+?)(?:T[\dA-Z:]+)?$/.exec(value) ?? []
  if (year === undefined || rest === undefined) return []
  const known: Statement[] = year === 'XXXX' ? [] : [[term('year'), typed(year, 'gYear')]]
  const [, week, weekday] = /^W(\d\d|XX)(?:-([1-7]))?$/.exec(rest) ?? []
  if (weekday !== undefined) {
    const month = week === 'XX' && published?.startsWith(`${year}-`) ? published.slice(5, 7) : ''
    return [
      [term('unitType'), term('unitDay')],
      [term('dayOfWeek'), term(WEEKDAYS[Number(weekday) - 1] as string)],
      ...(month === '' ? [] : [[term('month'), typed(`--${month}`, 'gMonth')] as const]),
      ...known,
    ]
  }
  if (week !== undefined && week !== 'XX')
    return [
      [term('unitType'), term('unitWeek')],
      [term('week'), typed(String(Number(week)), 'nonNegativeInteger')],
      ...known,
    ]
  const [, month, day] = /^(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?$/.exec(rest) ?? []
  if (month === undefined || year !== 'XXXX') return []
  return [
    [term('unitType'), term(day === undefined ? 'unitMonth' : 'unitDay')],
    [term('month'), typed(`--${month}`, 'gMonth')],
    ...(day === undefined ? [] : [[term('day'), typed(`---${day}`, 'gDay')] as const]),
  ]
}
