import { describe, expect, it } from 'vitest'
import { absoluteTime, calendarDate, dateLiteral, timeStatements } from '../../src/rdf/times.ts'

const short = (iri: string) => iri.replace(/^.*[#/]/, '')
const statements = (type: 'DATE' | 'DURATION' | 'SET' | 'TIME', value: string, published: string | null = null) => {
  const { entity, position } = timeStatements({ type, value }, published)
  const show = (list: typeof entity) =>
    list.map(([predicate, object]) => `${short(predicate.value)} ${short(object.value)}`)
  return [show(entity), show(position)]
}

describe('calendarDate', () => {
  it.each([
    ['2019', '2019'],
    ['2019-04', '2019-04'],
    ['2019-04-25', '2019-04-25'],
    ['2019-W17-4', '2019-04-25'],
    ['2020-W53-7', '2021-01-03'],
    ['2019-W01-1', '2018-12-31'],
    ['2019-02-30', null],
    ['2019-13', null],
    ['2019-WXX-4', null],
    ['2019-W17', null],
    ['XXXX-04-25', null],
    ['PAST_REF', null],
    ['201', null],
    ['', null],
  ])('%s → %s', (value, expected) => {
    expect(calendarDate(value)).toBe(expected)
  })
})

describe('absoluteTime', () => {
  it.each([
    ['2019-04-25', '2019-04-25'],
    ['2019-W17-4', '2019-04-25'],
    ['2019-04-25TMO', '2019-04-25TMO'],
    ['2019-04-25T15:30', '2019-04-25T15:30'],
    ['2019-04-25T15', '2019-04-25T15'],
    ['2019-02-30TMO', null],
    ['2019-04-25T25:00', null],
    ['2019-WXX-4TMO', null],
    ['T15:30', null],
  ])('%s → %s', (value, expected) => {
    expect(absoluteTime(value)).toBe(expected)
  })
})

describe('dateLiteral', () => {
  it('has just the precision that is known', () => {
    const datatype = (value: string) => dateLiteral(value)?.termType === 'Literal' && dateLiteral(value)
    expect(datatype('2019-04-25')).toMatchObject({ datatype: { value: 'http://www.w3.org/2001/XMLSchema#date' } })
    expect(datatype('2019-04')).toMatchObject({ datatype: { value: 'http://www.w3.org/2001/XMLSchema#gYearMonth' } })
    expect(datatype('2019')).toMatchObject({ datatype: { value: 'http://www.w3.org/2001/XMLSchema#gYear' } })
  })
})

describe('timeStatements', () => {
  it('says a date to its precision', () => {
    expect(statements('DATE', '2019-04-25')).toEqual([['type Instant', 'timex 2019-04-25', 'inXSDDate 2019-04-25'], []])
    expect(statements('TIME', '2019-04-25TMO')).toEqual([
      ['type Instant', 'timex 2019-04-25TMO', 'inXSDDate 2019-04-25'],
      [],
    ])
    expect(statements('DATE', '2019-04')).toEqual([['type Instant', 'timex 2019-04', 'inXSDgYearMonth 2019-04'], []])
    expect(statements('DATE', '2019')).toEqual([['type Instant', 'timex 2019', 'inXSDgYear 2019'], []])
  })

  it('invents no day for a weekday: a Thursday in the month of the article, or of the year alone', () => {
    expect(statements('DATE', '2019-WXX-4', '2019-04')).toEqual([
      ['type Instant', 'timex 2019-WXX-4'],
      ['type DateTimeDescription', 'unitType unitDay', 'dayOfWeek Thursday', 'month --04', 'year 2019'],
    ])
    expect(statements('DATE', '2019-WXX-4', '2019')[1]).toEqual([
      'type DateTimeDescription',
      'unitType unitDay',
      'dayOfWeek Thursday',
      'year 2019',
    ])
    expect(statements('TIME', '2019-WXX-4TEV', '2019-04')[1]).toEqual(statements('DATE', '2019-WXX-4', '2019-04')[1])
    expect(statements('DATE', 'XXXX-WXX-4', '2019-04')[1]).toEqual([
      'type DateTimeDescription',
      'unitType unitDay',
      'dayOfWeek Thursday',
    ])
  })

  it('knows weeks, days without a year, and durations', () => {
    expect(statements('DATE', '2019-W17')[1]).toEqual([
      'type DateTimeDescription',
      'unitType unitWeek',
      'week 17',
      'year 2019',
    ])
    expect(statements('DATE', 'XXXX-04-25')[1]).toEqual([
      'type DateTimeDescription',
      'unitType unitDay',
      'month --04',
      'day ---25',
    ])
    expect(statements('DURATION', 'P5Y')).toEqual([['type ProperInterval', 'timex P5Y', 'hasXSDDuration P5Y'], []])
  })

  it.each(['PAST_REF', 'PXY', 'P2W', '2019-SU', '<http://evil>', '"; drop', '\uD800', '2019-02-30', '2019-WXX'])(
    'keeps %j as TIMEX3 alone',
    (value) => {
      const [entity, position] = statements('DATE', value)
      expect(entity?.[0]).toBe('type TemporalEntity')
      expect(entity).toHaveLength(2)
      expect(position).toEqual([])
    },
  )
})
