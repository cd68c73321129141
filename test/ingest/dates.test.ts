import { describe, expect, it } from 'vitest'
import { isPartialDate, partialDate } from '../../src/ingest/dates.ts'

describe('isPartialDate', () => {
  it.each(['2019', '2019-04', '2019-04-25', '2020-02-29', '0099-01-01'])('accepts %s', (date) => {
    expect(isPartialDate(date)).toBe(true)
  })
  it.each(['2019-13', '2019-02-29', '2019-4', '19-04', '2019-04-25T10:00', '', '2019-00', '2019-04-00'])(
    'refuses "%s"',
    (date) => {
      expect(isPartialDate(date)).toBe(false)
    },
  )
})

describe('partialDate', () => {
  it.each([
    ['2019-04-25T23:30:00-05:00', '2019-04-25'],
    ['2019-04-25 10:12', '2019-04-25'],
    ['2019-04', '2019-04'],
    [2019, '2019'],
    ['25.04.2019', '2019-04-25'],
    ['5. 4. 2019', '2019-04-05'],
    ['20190425', '2019-04-25'],
    ['20190425T101500Z', '2019-04-25'],
    ['2019-04-31', null],
    ['yesterday', null],
    ['2019-04-25 or so', null],
    [null, null],
    [{}, null],
  ])('reads %j as %j', (value, date) => {
    expect(partialDate(value)).toBe(date)
  })
})
