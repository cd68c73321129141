import type { Features, Word } from '../../core/document.ts'
import type { Trees } from '../../core/tree.ts'
import {
  ALL_FINITE,
  FINITE,
  finiteCell,
  finiteCells,
  IMPERATIVE,
  INFINITIVE,
  numberCells,
  PAST_PARTICIPLE,
  PLURAL,
  PRESENT_PARTICIPLE,
  SINGULAR,
  ZU_INFINITIVE,
} from '../../lexicon/cells.ts'
import type { Reading } from '../../lexicon/index.ts'
import type { Grammar } from './grammar.ts'

/** What a verb form is here: the reading and the one cell of it. */
export interface VerbChoice {
  readonly reading: Reading
  readonly cell: number
}

const NON_FINITE = INFINITIVE | ZU_INFINITIVE | PAST_PARTICIPLE | PRESENT_PARTICIPLE
const INDICATIVE = finiteCells(0) | finiteCells(1)

/** Person and number that the subject asks for. */
interface Agreement {
  readonly person: number
  readonly numberIndex: number
  /** Whether there is a subject at all. */
  readonly sure: boolean
}

const isVerbal = (word: Word): boolean => word.upos === 'VERB' || word.upos === 'AUX'

/** The word that carries the clause's subject: of an auxiliary its head, of a verb in coordination the first one if it has none. */
function subjectOf(trees: Trees, index: number): number | undefined {
  const word = trees.word(index)
  const holder = word.upos === 'AUX' && /^(?:aux|cop)/.test(word.deprel) && word.head >= 0 ? word.head : index
  const own = trees.childBy(holder, 'nsubj', 'csubj')
  if (own !== undefined) return own
  const head = trees.word(holder)
  return head.deprel === 'conj' && head.head >= 0 ? trees.childBy(head.head, 'nsubj', 'csubj') : undefined
}

/** `cellsOf` gives the nominal cells of a word that may be a subject. */
function agreement(trees: Trees, index: number, grammar: Grammar, cellsOf: (index: number) => number): Agreement {
  const subject = subjectOf(trees, index)
  if (subject === undefined) return { person: 3, numberIndex: 0, sure: false }
  const word = trees.word(subject)
  const person =
    word.upos === 'PRON'
      ? Number(grammar.lexicon.readings(word.form, 'PRON').find(({ feats }) => feats.Person)?.feats.Person ?? 3)
      : 3
  if (word.deprel.startsWith('csubj')) return { person: 3, numberIndex: 0, sure: true }
  if (
    trees.childrenBy(subject, 'conj').length > 0 &&
    trees.childrenBy(subject, 'conj').some((one) => trees.word(one).upos !== 'VERB')
  )
    return { person: 3, numberIndex: 1, sure: false }
  const cells = cellsOf(subject)
  const sure = (cells & SINGULAR) === 0 || (cells & PLURAL) === 0
  return {
    person: person === 2 && word.form !== word.form.toLowerCase() ? 3 : person,
    numberIndex: cells & SINGULAR ? 0 : 1,
    sure,
  }
}

/** The forms that the tree lets a verb have: cells that fit, as a mask, better ones first. */
function expected(trees: Trees, index: number, grammar: Grammar): number[] {
  const word = trees.word(index)
  const auxiliaries = trees.childrenBy(index, 'aux').filter((child) => trees.word(child).upos === 'AUX')
  const marks = trees.childrenBy(index, 'mark').filter((child) => trees.word(child).upos === 'PART')
  if (word.upos === 'VERB') {
    if (marks.length > 0) return [INFINITIVE, NON_FINITE]
    if (auxiliaries.length > 0) {
      const passive = auxiliaries.some((child) => trees.word(child).deprel === 'aux:pass')
      const wanted = auxiliaries
        .map((child) => trees.word(child))
        .map((auxiliary) => {
          const lemma = grammar.lexicon.readings(auxiliary.form, 'AUX')[0]?.lemma ?? ''
          return grammar.auxiliaries.get(lemma) ?? PAST_PARTICIPLE
        })
      const participle = passive || wanted.includes(PAST_PARTICIPLE)
      return [participle ? PAST_PARTICIPLE : INFINITIVE, NON_FINITE]
    }
    if (word.deprel === 'xcomp') return [NON_FINITE, ALL_FINITE]
    if (word.deprel === 'conj' && word.head >= 0 && subjectless(trees, index)) {
      const first = trees.word(word.head)
      if (first.upos === 'VERB' && first.deprel !== 'conj') return expected(trees, word.head, grammar)
    }
    return [ALL_FINITE | IMPERATIVE, NON_FINITE]
  }
  if (!/^(?:aux|cop)/.test(word.deprel) || word.head < 0) return [ALL_FINITE, NON_FINITE]
  const siblings = trees
    .childrenBy(word.head, 'aux', 'cop')
    .filter((child) => child !== index && isVerbal(trees.word(child)))
  const otherFinite = siblings.some((child) =>
    grammar.lexicon.readings(trees.word(child).form, 'AUX').some(({ cells }) => (cells & NON_FINITE) === 0),
  )
  return otherFinite ? [NON_FINITE, ALL_FINITE] : [ALL_FINITE, NON_FINITE]
}

const subjectless = (trees: Trees, index: number): boolean => trees.childBy(index, 'nsubj', 'csubj') === undefined

const lowest = (mask: number): number => mask & -mask

/** The finite cells of the mood and tense that the model reads; the indicative where it says nothing. */
function preferredCells({ Mood, Tense }: Features): number {
  const hinted = FINITE.reduce(
    (mask, { mood, tense }, at) =>
      mood === Mood && (Tense === undefined || tense === Tense) ? mask | finiteCells(at) : mask,
    0,
  )
  return hinted || INDICATIVE
}

/** The one finite cell that the subject agrees with; a preferred one where a form is several. */
function finiteChoice(cells: number, { person, numberIndex, sure }: Agreement, preferred: number): number {
  const exact = FINITE.reduce((mask, _, at) => mask | finiteCell(at, numberIndex, person), 0)
  const third = FINITE.reduce((mask, _, at) => mask | finiteCell(at, 0, 3) | finiteCell(at, 1, 3), 0)
  const tries = [exact, sure ? exact : third, third, numberCells(numberIndex) & ALL_FINITE, ALL_FINITE]
  for (const wanted of tries) {
    const fit = cells & wanted
    if (fit === 0) continue
    return lowest(fit & preferred) || lowest(fit & INDICATIVE) || lowest(fit)
  }
  return 0
}

/**
 * Chooses the reading of a verb or auxiliary and its form by the tree; null if the lexicon and its guesses have nothing.
 * @param hint features as the model reads them
 */
export function chooseVerb(
  trees: Trees,
  index: number,
  grammar: Grammar,
  cellsOf: (index: number) => number,
  hint: Features = {},
): VerbChoice | null {
  const word = trees.word(index)
  const readings = grammar.lexicon.readings(word.form, word.upos)
  if (readings.length === 0) return null
  const agrees = agreement(trees, index, grammar, cellsOf)
  const preferred = preferredCells(hint)
  for (const mask of [...expected(trees, index, grammar), ALL_FINITE | IMPERATIVE | NON_FINITE]) {
    const fitting = readings.filter(({ cells }) => (cells & mask) !== 0)
    if (fitting.length === 0) continue
    let best: VerbChoice | null = null
    let bestScore = -1
    for (const reading of fitting) {
      const fit = reading.cells & mask
      const cell = fit & ALL_FINITE ? finiteChoice(fit & ALL_FINITE, agrees, preferred) : lowest(fit & ~ALL_FINITE)
      const exact = FINITE.some((_, at) => cell === finiteCell(at, agrees.numberIndex, agrees.person))
      const score = (exact ? 2 : 0) + (cell & (preferred | NON_FINITE) ? 1 : 0)
      if (score > bestScore) {
        best = { reading, cell }
        bestScore = score
      }
    }
    return best
  }
  return null
}
