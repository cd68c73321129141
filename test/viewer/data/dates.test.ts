import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, isoOf, rangeOf } from '../../../viewer/src/data/dates.ts'

const shown = (value: string) => {
  const range = rangeOf(value)
  return range && [isoOf(range.from), isoOf(range.to - 1)]
}

describe('rangeOf', () => {
  it.each([
    ['2019', ['2019-01-01', '2019-12-31']],
    ['2019-04', ['2019-04-01', '2019-04-30']],
    ['2020-02', ['2020-02-01', '2020-02-29']],
    ['2019-04-25', ['2019-04-25', '2019-04-25']],
    ['2019-04-25T20:00', ['2019-04-25', '2019-04-25']],
    ['2019-W17', ['2019-04-22', '2019-04-28']],
    ['2019-W01', ['2018-12-31', '2019-01-06']],
    ['2019-W17-4', ['2019-04-25', '2019-04-25']],
    ['2019-W17-WE', ['2019-04-27', '2019-04-28']],
    ['2019-WXX-4', ['2019-01-01', '2019-12-31']],
    ['2019-04-WXX-4', ['2019-04-01', '2019-04-30']],
    ['2019-Q2', ['2019-04-01', '2019-06-30']],
    ['2019-H2', ['2019-07-01', '2019-12-31']],
    ['2019-SU', ['2019-06-01', '2019-08-31']],
    ['199', ['1990-01-01', '1999-12-31']],
    ['19', ['1900-01-01', '1999-12-31']],
    ['PAST_REF', null],
    ['P5Y', null],
    ['', null],
    ['XXXX-12-24', null],
  ])('%s', (value, expected) => expect(shown(value)).toEqual(expected))

  it('takes a day to its number and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 500_000 }), (day) => {
        const [year, month, date] = isoOf(day)
          .split(/(?<=\d)-/)
          .map(Number)
        fc.pre(isoOf(day).length === 10)
        expect(dayOf(year!, month!, date!)).toBe(day)
      }),
    )
  })
})
