/**
 * Inflection as bits, so that agreement between words is a bitwise *and*. A nominal word has a set of cells of case × number × gender
 * (24 bits), a verb one of mood and tense × number × person (24 bits) and its other forms (6 bits).
 */

export const CASES = ['Nom', 'Gen', 'Dat', 'Acc'] as const
export const NUMBERS = ['Sing', 'Plur'] as const
export const GENDERS = ['Masc', 'Fem', 'Neut'] as const
export type Case = (typeof CASES)[number]

/** The bit of a nominal cell: `caseIndex` 0–3, `numberIndex` 0–1, `genderIndex` 0–2. */
export const nominalCell = (caseIndex: number, numberIndex: number, genderIndex: number): number =>
  1 << (caseIndex * 6 + numberIndex * 3 + genderIndex)

/** All 24 nominal cells. */
export const ALL_NOMINAL = 0xffffff

/** Cells of one case. */
export const caseCells = (caseIndex: number): number => 0b111111 << (caseIndex * 6)

/** Singular or plural cells of all cases. */
export const numberCells = (numberIndex: number): number => 0b000111000111000111000111 << (numberIndex * 3)

/** Cells of one gender, in singular and plural and all cases. */
export const genderCells = (genderIndex: number): number => 0b001001001001001001001001 << genderIndex

export const SINGULAR = numberCells(0)
export const PLURAL = numberCells(1)

/** Mood and tense of finite forms, in the order of their bits. */
export const FINITE = [
  { mood: 'Ind', tense: 'Pres' },
  { mood: 'Ind', tense: 'Past' },
  { mood: 'Sub', tense: 'Pres' },
  { mood: 'Sub', tense: 'Past' },
] as const

/** The bit of a finite cell: `finiteIndex` 0–3, `numberIndex` 0–1, `person` 1–3. */
export const finiteCell = (finiteIndex: number, numberIndex: number, person: number): number =>
  1 << (finiteIndex * 6 + numberIndex * 3 + person - 1)

/** Finite cells of one mood and tense. */
export const finiteCells = (finiteIndex: number): number => 0b111111 << (finiteIndex * 6)

/** All finite cells but the imperatives. */
export const ALL_FINITE = 0xffffff
export const IMPERATIVE_SINGULAR = 1 << 24
export const IMPERATIVE_PLURAL = 1 << 25
export const IMPERATIVE = IMPERATIVE_SINGULAR | IMPERATIVE_PLURAL
export const INFINITIVE = 1 << 26
/** Infinitive with *zu* inside: *einzurichten*. */
export const ZU_INFINITIVE = 1 << 27
export const PRESENT_PARTICIPLE = 1 << 28
export const PAST_PARTICIPLE = 1 << 29

const CASE_INDEX: Readonly<Record<string, number>> = { Nom: 0, Gen: 1, Dat: 2, Acc: 3 }
const LETTERS: Readonly<Record<string, readonly [number, number][]>> = {
  m: [[0, 0]],
  f: [[0, 1]],
  n: [[0, 2]],
  M: [[1, 0]],
  F: [[1, 1]],
  N: [[1, 2]],
  p: [
    [1, 0],
    [1, 1],
    [1, 2],
  ],
}

/**
 * Nominal cells as tables write them: `Nom:mfp Acc:fp` (m, f, n singular, M, F, N plural of that gender, p plural of any); `-` is none.
 * @throws RangeError for anything else.
 */
export function parseCells(notation: string): number {
  let cells = 0
  if (notation === '-' || notation === '') return 0
  for (const part of notation.split(' ')) {
    const [name = '', letters = ''] = part.split(':')
    const caseIndex = CASE_INDEX[name]
    if (caseIndex === undefined) throw new RangeError(`parseCells: no case "${name}" in "${notation}"`)
    for (const letter of letters) {
      const places = LETTERS[letter]
      if (!places) throw new RangeError(`parseCells: no gender or number "${letter}" in "${notation}"`)
      for (const [numberIndex, genderIndex] of places) cells |= nominalCell(caseIndex, numberIndex, genderIndex)
    }
  }
  return cells
}

/** Universal features from a CoNLL-U cell; `_` is none. */
export function parseFeatures(cell: string): Record<string, string> {
  const features: Record<string, string> = {}
  if (cell === '_' || cell === '-' || cell === '') return features
  for (const pair of cell.split('|')) {
    const at = pair.indexOf('=')
    if (at > 0) features[pair.slice(0, at)] = pair.slice(at + 1)
  }
  return features
}

const FINITE_INDEX: Readonly<Record<string, number>> = { Pres: 0, Past: 1, SubPres: 2, SubPast: 3 }
const OTHER_FORMS: Readonly<Record<string, number>> = {
  Inf: INFINITIVE,
  ZuInf: ZU_INFINITIVE,
  PresPart: PRESENT_PARTICIPLE,
  PastPart: PAST_PARTICIPLE,
  'Imp:s': IMPERATIVE_SINGULAR,
  'Imp:p': IMPERATIVE_PLURAL,
}

/**
 * Verbal cells as tables write them: `Pres:3s2p SubPres:1s3s Inf`.
 * @throws RangeError for anything else.
 */
export function parseVerbCells(notation: string): number {
  let cells = 0
  for (const part of notation.split(' ')) {
    const other = OTHER_FORMS[part]
    const [name = '', persons = ''] = part.split(':')
    const finiteIndex = FINITE_INDEX[name]
    if (other !== undefined) cells |= other
    else if (finiteIndex === undefined || !/^(?:[123][sp])+$/.test(persons))
      throw new RangeError(`parseVerbCells: "${part}" in "${notation}"`)
    else
      for (let i = 0; i < persons.length; i += 2)
        cells |= finiteCell(finiteIndex, persons[i + 1] === 's' ? 0 : 1, Number(persons[i]))
  }
  return cells
}
