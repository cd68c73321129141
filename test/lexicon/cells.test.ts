import { describe, expect, it } from 'vitest'
import {
  ALL_FINITE,
  ALL_NOMINAL,
  caseCells,
  finiteCell,
  finiteCells,
  genderCells,
  INFINITIVE,
  nominalCell,
  numberCells,
  parseCells,
  parseFeatures,
  parseVerbCells,
} from '../../src/lexicon/cells.ts'

const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length

describe('nominal cells', () => {
  it('are 24 different bits', () => {
    let all = 0
    for (let caseIndex = 0; caseIndex < 4; caseIndex++)
      for (let numberIndex = 0; numberIndex < 2; numberIndex++)
        for (let gender = 0; gender < 3; gender++) {
          const cell = nominalCell(caseIndex, numberIndex, gender)
          expect(all & cell).toBe(0)
          expect(caseCells(caseIndex) & numberCells(numberIndex) & genderCells(gender)).toBe(cell)
          all |= cell
        }
    expect(all).toBe(ALL_NOMINAL)
  })

  it('are read from the notation of the tables', () => {
    expect(parseCells('Nom:m')).toBe(nominalCell(0, 0, 0))
    expect(parseCells('Dat:p')).toBe(caseCells(2) & numberCells(1))
    expect(bits(parseCells('Nom:fp Acc:fp'))).toBe(8)
    expect(parseCells('-')).toBe(0)
    expect(() => parseCells('Abl:m')).toThrow(RangeError)
    expect(() => parseCells('Nom:x')).toThrow(RangeError)
  })
})

describe('verbal cells', () => {
  it('are read from the notation of the tables', () => {
    expect(parseVerbCells('Pres:3s')).toBe(finiteCell(0, 0, 3))
    expect(parseVerbCells('SubPast:1s3s Inf')).toBe(finiteCell(3, 0, 1) | finiteCell(3, 0, 3) | INFINITIVE)
    expect(() => parseVerbCells('Pres:4s')).toThrow(RangeError)
    expect(() => parseVerbCells('Future:3s')).toThrow(RangeError)
  })

  it('divide into moods and tenses', () => {
    expect(finiteCells(0) | finiteCells(1) | finiteCells(2) | finiteCells(3)).toBe(ALL_FINITE)
  })
})

it('parseFeatures reads a CoNLL-U cell', () => {
  expect(parseFeatures('Case=Nom|Number=Sing')).toEqual({ Case: 'Nom', Number: 'Sing' })
  expect(parseFeatures('_')).toEqual({})
})
