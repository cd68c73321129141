import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateOf,
  dayNumber,
  easter,
  formatDay,
  formatWeek,
  fourthAdvent,
  isDate,
  parseDate,
  shiftMonth,
  weekdayOf,
} from '../../../src/stages/times/calendar.ts'

describe('days', () => {
  it('counts from 1970-01-01 and back', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(formatDay(dayNumber(2019, 4, 25))).toBe('2019-04-25')
    expect(formatDay(dayNumber(99, 12, 31))).toBe('0099-12-31')
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (days) => {
        const { year, month, day } = dateOf(days)
        expect(dayNumber(year, month, day)).toBe(days)
        expect(isDate(year, month, day)).toBe(true)
      }),
    )
  })

  it('knows weekdays and ISO weeks', () => {
    expect(weekdayOf(dayNumber(2019, 4, 25))).toBe(4)
    expect(weekdayOf(dayNumber(1950, 1, 1))).toBe(7)
    expect(formatWeek(dayNumber(2014, 2, 18))).toBe('2014-W08')
    expect(formatWeek(dayNumber(2021, 1, 1))).toBe('2020-W53')
    expect(formatWeek(dayNumber(2018, 12, 31))).toBe('2019-W01')
  })

  it('knows what is no date', () => {
    expect(isDate(2019, 2, 29)).toBe(false)
    expect(isDate(2020, 2, 29)).toBe(true)
    expect(isDate(2020, 13, 1)).toBe(false)
    expect(isDate(2020, 0, 1)).toBe(false)
  })
})

describe('feasts', () => {
  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2019, '2019-04-21'],
    [2038, '2038-04-25'],
  ])('Easter %i', (year, date) => {
    expect(formatDay(easter(year))).toBe(date)
  })

  it.each([
    [2014, '2014-12-21'],
    [2017, '2017-12-24'],
    [2022, '2022-12-18'],
  ])('fourth Advent %i', (year, date) => {
    expect(formatDay(fourthAdvent(year))).toBe(date)
  })
})

describe('parseDate', () => {
  it('keeps the precision', () => {
    expect(parseDate('2019')).toEqual({ year: 2019, month: null, day: null })
    expect(parseDate('2019-04')).toEqual({ year: 2019, month: 4, day: null })
    expect(parseDate('2019-04-25')).toEqual({ year: 2019, month: 4, day: 25 })
    expect(parseDate('2019-02-30')).toEqual({ year: 2019, month: 2, day: null })
    expect(parseDate('2019-13-30')).toEqual({ year: 2019, month: null, day: null })
    expect(parseDate('yesterday')).toBeNull()
    expect(parseDate(null)).toBeNull()
  })
})

describe('shiftMonth', () => {
  it('runs over years', () => {
    expect(shiftMonth(2019, 1, -1)).toEqual({ year: 2018, month: 12 })
    expect(shiftMonth(2019, 12, 2)).toEqual({ year: 2020, month: 2 })
  })
})
