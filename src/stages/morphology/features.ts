import type { Features } from '../../core/document.ts'
import {
  ALL_FINITE,
  CASES,
  FINITE,
  finiteCell,
  GENDERS,
  IMPERATIVE,
  IMPERATIVE_SINGULAR,
  INFINITIVE,
  NUMBERS,
  nominalCell,
  PAST_PARTICIPLE,
  PRESENT_PARTICIPLE,
  ZU_INFINITIVE,
} from '../../lexicon/cells.ts'

/** Case, number and gender of one nominal cell. */
export interface Cell {
  readonly caseIndex: number
  readonly numberIndex: number
  readonly genderIndex: number
  readonly bit: number
}

/** All 24 cells in the order of their bits. */
export const NOMINAL_CELLS: readonly Cell[] = CASES.flatMap((_, caseIndex) =>
  NUMBERS.flatMap((_number, numberIndex) =>
    GENDERS.map((_gender, genderIndex) => ({
      caseIndex,
      numberIndex,
      genderIndex,
      bit: nominalCell(caseIndex, numberIndex, genderIndex),
    })),
  ),
)

/** Features in the order that CoNLL-U wants: by name, letters before brackets. */
export function sortFeatures(features: Record<string, string>): Features {
  return Object.fromEntries(Object.entries(features).sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
}

/** `Case`, `Number` and, if wanted, `Gender` of a cell. */
export function nominalFeatures(cell: Cell, withGender: boolean): Record<string, string> {
  const features: Record<string, string> = {
    Case: CASES[cell.caseIndex] as string,
    Number: NUMBERS[cell.numberIndex] as string,
  }
  if (withGender) features.Gender = GENDERS[cell.genderIndex] as string
  return features
}

/** Features of a single verbal cell. */
export function verbalFeatures(cell: number): Record<string, string> {
  if (cell & (INFINITIVE | ZU_INFINITIVE)) return { VerbForm: 'Inf' }
  if (cell & PAST_PARTICIPLE) return { VerbForm: 'Part' }
  if (cell & PRESENT_PARTICIPLE) return { Tense: 'Pres', VerbForm: 'Part' }
  if (cell & IMPERATIVE)
    return { Mood: 'Imp', Number: cell & IMPERATIVE_SINGULAR ? 'Sing' : 'Plur', Person: '2', VerbForm: 'Fin' }
  if (cell & ALL_FINITE)
    for (let finiteIndex = 0; finiteIndex < FINITE.length; finiteIndex++)
      for (let numberIndex = 0; numberIndex < 2; numberIndex++)
        for (let person = 1; person <= 3; person++)
          if (cell & finiteCell(finiteIndex, numberIndex, person)) {
            const { mood, tense } = FINITE[finiteIndex] as (typeof FINITE)[number]
            return {
              Mood: mood,
              Number: NUMBERS[numberIndex] as string,
              Person: String(person),
              Tense: tense,
              VerbForm: 'Fin',
            }
          }
  return {}
}
