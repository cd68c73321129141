import { expect, it } from 'vitest'
import { readTable } from '../../../src/core/resources.ts'
import { readNumerals } from '../../../src/stages/times/numerals.ts'
import { resources } from './helper.ts'

const numeral = readNumerals(await readTable(resources, 'lang/de/times/numbers.tsv'))

it.each([
  ['drei', '3'],
  ['zwölf', '12'],
  ['einundzwanzig', '21'],
  ['neunundneunzig', '99'],
  ['zweieinhalb', '2.5'],
  ['anderthalb', '1.5'],
  ['hundert', '100'],
  ['mehrere', 'X'],
  ['hund', null],
  ['undzwanzig', null],
  ['', null],
])('%s is %s', (form, value) => {
  expect(numeral(form)).toBe(value)
})
