import { describe, expect, it } from 'vitest'
import { finiteCell, IMPERATIVE_SINGULAR, PRESENT_PARTICIPLE } from '../../../src/lexicon/cells.ts'
import {
  NOMINAL_CELLS,
  nominalFeatures,
  sortFeatures,
  verbalFeatures,
} from '../../../src/stages/morphology/features.ts'

describe('features', () => {
  it('of all nominal cells are different', () => {
    const all = NOMINAL_CELLS.map((cell) => JSON.stringify(nominalFeatures(cell, true)))
    expect(new Set(all).size).toBe(24)
    expect(nominalFeatures(NOMINAL_CELLS[0] as (typeof NOMINAL_CELLS)[number], false)).toEqual({
      Case: 'Nom',
      Number: 'Sing',
    })
  })

  it('of verbal cells', () => {
    expect(verbalFeatures(finiteCell(2, 1, 3))).toEqual({
      Mood: 'Sub',
      Number: 'Plur',
      Person: '3',
      Tense: 'Pres',
      VerbForm: 'Fin',
    })
    expect(verbalFeatures(IMPERATIVE_SINGULAR)).toMatchObject({ Mood: 'Imp', Number: 'Sing' })
    expect(verbalFeatures(PRESENT_PARTICIPLE)).toMatchObject({ VerbForm: 'Part' })
    expect(verbalFeatures(0)).toEqual({})
  })

  it('stand in the order of CoNLL-U', () => {
    const sorted = sortFeatures({
      Person: '3',
      'Number[psor]': 'Sing',
      Gender: 'Masc',
      'Gender[psor]': 'Fem',
      Case: 'Nom',
    })
    expect(Object.keys(sorted)).toEqual(['Case', 'Gender', 'Gender[psor]', 'Number[psor]', 'Person'])
  })
})
