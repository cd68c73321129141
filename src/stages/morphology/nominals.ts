import type { Features, Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import {
  ALL_NOMINAL,
  CASES,
  caseCells,
  GENDERS,
  genderCells,
  NUMBERS,
  numberCells,
  PLURAL,
  SINGULAR,
} from '../../lexicon/cells.ts'
import { type Cell, NOMINAL_CELLS } from './features.ts'
import type { Grammar } from './grammar.ts'
import { topOfName } from './lemma.ts'

const NOM = 0
const GEN = 1
const DAT = 2
const ACC = 3

/** How much a word's own inflection, its companions', and its place in the tree say of case, number and gender. */
const WEIGHTS = {
  known: 3,
  guessed: 1.5,
  determiner: 3,
  adjective: 1.5,
  government: 2.5,
  place: 2,
  agreement: 1.2,
  gender: 0.6,
  first: 0.25,
  bare: 0.3,
  model: 1.5,
}

const isNominal = (word: Word): boolean =>
  word.upos === 'NOUN' ||
  word.upos === 'PROPN' ||
  word.upos === 'PRON' ||
  word.upos === 'DET' ||
  word.upos === 'ADJ' ||
  word.upos === 'NUM'

/** Finite cells of the third person, in which all subjects stand whose number is in doubt. */
const THIRD_PERSON = 0b100100100100100100100100

/** The words that agree with a head: determiners, adjectives, and the head itself. */
const AGREEING = ['det', 'amod', 'nummod'] as const

/** Chooses case, number and gender of every nominal word; cells by place in the document's words. */
export class Nominals {
  readonly #trees: Trees
  readonly #grammar: Grammar
  readonly #places: readonly string[]
  readonly #chosen = new Map<number, Cell | null>()
  readonly #masks = new Map<number, number>()
  readonly #hints: readonly Features[]
  readonly #firsts: ReadonlySet<number>

  /**
   * @param nameTags name tag of each word, for the gender of names
   * @param hints features of each word as the model reads them; empty if it knows none
   * @param firsts words that begin a sentence, whose capitals say nothing
   */
  constructor(
    trees: Trees,
    grammar: Grammar,
    nameTags: readonly string[],
    hints: readonly Features[],
    firsts: ReadonlySet<number>,
  ) {
    this.#hints = hints
    this.#firsts = firsts
    this.#trees = trees
    this.#grammar = grammar
    this.#places = nameTags
  }

  /** All cells that the word's form may stand for; all of them if nothing is known. */
  mask(index: number): number {
    let mask = this.#masks.get(index)
    if (mask === undefined) {
      const { form: written, upos } = this.#trees.word(index)
      const form = upos === 'PRON' && this.#firsts.has(index) ? written.toLowerCase() : written
      mask = 0
      for (const { cells } of this.#grammar.lexicon.readings(form, upos)) mask |= cells
      if (mask === 0 && upos === 'PROPN') mask = this.#maskOfName(form)
      this.#masks.set(index, mask)
    }
    return mask === 0 ? ALL_NOMINAL : mask
  }

  /** Of a name that is listed as a noun (*Kreml*) that noun's singular cells, of others all of the singular. */
  #maskOfName(form: string): number {
    let mask = 0
    for (const { upos, cells } of this.#grammar.lexicon.exact(form)) if (upos === 'NOUN') mask |= cells & SINGULAR
    return mask || SINGULAR
  }

  /** The cell of a word, or null if it does not inflect for case. What it depends on, up the tree, is settled first. */
  cell(index: number): Cell | null {
    const path: number[] = []
    for (let at = index; at >= 0 && !this.#chosen.has(at); at = this.#trees.word(at).head) {
      this.#chosen.set(at, null)
      path.push(at)
    }
    for (let at = path.pop(); at !== undefined; at = path.pop()) this.#chosen.set(at, this.#choose(at))
    return this.#chosen.get(index) ?? null
  }

  #choose(index: number): Cell | null {
    const word = this.#trees.word(index)
    if (!isNominal(word)) return null
    const readings = this.#grammar.lexicon.readings(word.form, word.upos)
    const invariable = readings.every(({ cells }) => cells === 0)
    if (word.upos === 'ADJ' && invariable && word.deprel !== 'amod') return null
    if (word.head >= 0 && hasRelation(word, ...AGREEING) && isNominal(this.#trees.word(word.head))) {
      const head = this.cell(word.head)
      if (head && (word.upos === 'DET' || word.upos === 'ADJ')) return this.#agreeing(index, head)
    }
    if ((word.upos === 'NUM' || word.upos === 'ADJ') && invariable) return null
    if (word.upos === 'ADJ' && word.deprel === 'conj' && word.head >= 0 && this.#trees.word(word.head).upos === 'ADJ') {
      const first = this.cell(word.head)
      if (first) return this.#agreeing(index, first)
    }
    const scores = this.#scores(index, word)
    let best = 0
    for (let at = 1; at < scores.length; at++) if ((scores[at] as number) > (scores[best] as number)) best = at
    return NOMINAL_CELLS[best] as Cell
  }

  /** The cell of a determiner or adjective: its head's if its form allows that, else the nearest that it allows. */
  #agreeing(index: number, head: Cell): Cell {
    const mask = this.mask(index)
    if (mask & head.bit) return head
    const near = (cell: Cell): number =>
      (cell.caseIndex === head.caseIndex ? 2 : 0) +
      (cell.numberIndex === head.numberIndex ? 2 : 0) +
      (cell.genderIndex === head.genderIndex ? 1 : 0)
    return NOMINAL_CELLS.filter(({ bit }) => mask & bit).reduce((a, b) => (near(b) > near(a) ? b : a), head)
  }

  #scores(index: number, word: Word): Float64Array {
    const scores = new Float64Array(NOMINAL_CELLS.length)
    const add = (mask: number, weight: number): void => {
      for (let i = 0; i < scores.length; i++)
        if (mask & (NOMINAL_CELLS[i] as Cell).bit) scores[i] = (scores[i] as number) + weight
    }
    const lexicon = this.#grammar.lexicon
    add(this.mask(index), lexicon.has(word.form) ? WEIGHTS.known : WEIGHTS.guessed)
    add(lexicon.readings(word.form, word.upos)[0]?.cells ?? 0, WEIGHTS.first)
    const determined = this.#trees.childrenBy(index, 'det', 'nmod:poss').length > 0
    for (const child of this.#trees.children(index)) {
      const companion = this.#trees.word(child)
      if (!hasRelation(companion, ...AGREEING)) continue
      if (companion.upos === 'DET' || companion.upos === 'PRON') add(this.mask(child), WEIGHTS.determiner)
      else if (companion.upos === 'ADJ') add(determined ? this.mask(child) : this.#strong(child), WEIGHTS.adjective)
      else if (companion.upos === 'NUM' && companion.form !== '1') {
        const singular = lexicon.readings(companion.form, 'NUM').some(({ cells }) => (cells & SINGULAR) !== 0)
        if (singular) add(this.mask(child), WEIGHTS.determiner)
        else add(PLURAL, WEIGHTS.agreement)
      }
    }
    if (!determined && word.upos === 'NOUN' && !this.#mayBeNominativeSingular(word)) add(PLURAL, WEIGHTS.bare)
    this.#addPlace(index, word, add)
    if (word.upos === 'PROPN') add(this.#genderOfName(index), WEIGHTS.gender)
    const { Case, Number: number, Gender } = this.#hints[index] ?? {}
    const addHint = (values: readonly string[], value: string | undefined, cells: (place: number) => number): void => {
      const place = value === undefined ? -1 : values.indexOf(value)
      if (place >= 0) add(cells(place), WEIGHTS.model)
    }
    addHint(CASES, Case, caseCells)
    addHint(NUMBERS, number, numberCells)
    addHint(GENDERS, Gender, genderCells)
    return scores
  }

  /** The cells of an adjective without determiner. */
  #strong(index: number): number {
    const { form } = this.#trees.word(index)
    const mask = this.mask(index)
    const ending = this.#grammar.strongEndings.find(([text]) => form.endsWith(text))
    return ending && (mask & ending[1]) !== 0 ? mask & ending[1] : mask
  }

  #mayBeNominativeSingular({ form }: Word): boolean {
    return this.#grammar.lexicon.readings(form, 'NOUN').some(({ cells }) => (cells & caseCells(NOM) & SINGULAR) !== 0)
  }

  #addPlace(index: number, word: Word, add: (mask: number, weight: number) => void): void {
    const cases = (caseIndex: number, weight: number): void => add(caseCells(caseIndex), weight)
    const prepositions = this.#trees.childrenBy(index, 'case').map((child) => this.#trees.word(child))
    for (const preposition of prepositions) {
      const governed = this.#grammar.prepositions.get(preposition.form.toLowerCase()) ?? [DAT]
      governed.forEach((caseIndex, rank) => {
        cases(caseIndex, WEIGHTS.government - rank * 0.3)
      })
      if (word.upos === 'PROPN' && this.#grammar.ofPlace.has(preposition.form.toLowerCase()))
        add(genderCells(2), WEIGHTS.gender / 2)
    }
    if (prepositions.length > 0) return
    const head = word.head >= 0 ? this.#trees.word(word.head) : undefined
    if (hasRelation(word, 'nsubj', 'vocative', 'dislocated', 'root', 'parataxis', 'ccomp', 'advcl', 'acl')) {
      cases(NOM, WEIGHTS.place)
      if (hasRelation(word, 'nsubj') && head) this.#addVerbAgreement(word, head, add)
    } else if (word.deprel === 'expl') {
      cases(NOM, WEIGHTS.place)
    } else if (hasRelation(word, 'obj', 'xcomp', 'expl')) {
      cases(ACC, WEIGHTS.place)
      cases(DAT, 0.2)
    } else if (hasRelation(word, 'iobj', 'obl:arg')) {
      cases(DAT, WEIGHTS.place)
    } else if (hasRelation(word, 'nmod')) {
      cases(GEN, WEIGHTS.place)
      cases(NOM, 0.2)
    } else if (hasRelation(word, 'obl')) {
      cases(ACC, WEIGHTS.place)
      cases(DAT, 0.5)
      cases(GEN, 0.3)
    } else if (head && hasRelation(word, 'conj', 'appos', 'flat', 'compound', 'amod', 'det', 'nummod')) {
      const cell = this.cell(word.head)
      if (cell) {
        cases(cell.caseIndex, WEIGHTS.place)
        if (word.deprel !== 'conj') add(numberCells(cell.numberIndex) & genderCells(cell.genderIndex), 0.5)
      } else cases(NOM, 0.5)
    } else cases(NOM, 0.3)
    if (word.upos === 'PRON' && head) this.#addAntecedent(index, add)
  }

  /** A relative pronoun has number and gender of the noun that its clause belongs to. */
  #addAntecedent(index: number, add: (mask: number, weight: number) => void): void {
    for (const at of [index, ...this.#trees.ancestors(index)]) {
      const word = this.#trees.word(at)
      if (word.deprel !== 'acl:relcl' || word.head < 0) continue
      const cell = this.cell(word.head)
      if (cell) add(numberCells(cell.numberIndex) & genderCells(cell.genderIndex), WEIGHTS.agreement)
      return
    }
  }

  #addVerbAgreement(word: Word, head: Word, add: (mask: number, weight: number) => void): void {
    const finite = [head.index, ...this.#trees.childrenBy(head.index, 'aux', 'cop')].map((at) => this.#trees.word(at))
    if (this.#trees.childBy(word.index, 'conj') !== undefined) return
    for (const verb of finite) {
      if (verb.upos !== 'VERB' && verb.upos !== 'AUX') continue
      let numbers = 0
      for (const { cells } of this.#grammar.lexicon.readings(verb.form, verb.upos)) numbers |= cells & THIRD_PERSON
      const singular = numbers & SINGULAR
      if (numbers !== 0 && (singular === 0 || singular === numbers)) {
        add(numberCells(singular === 0 ? 1 : 0), WEIGHTS.agreement)
        return
      }
    }
  }

  /** What the first name and the model's tag say of a name's gender. */
  #genderOfName(index: number): number {
    const sex = this.#grammar.firstNames.get(topOfName(this.#trees, this.#trees.word(index)).form)
    const tag = this.#places[index] ?? ''
    if (tag.includes('LOC')) return genderCells(2)
    if (sex !== undefined && sex >= 0) return genderCells(sex)
    return tag.includes('PER') ? genderCells(0) : this.#genderOfNoun(this.#trees.word(index).form)
  }

  /** A name that is made of a noun has its gender (*das Moskauer Institut*). */
  #genderOfNoun(form: string): number {
    let cells = 0
    for (const reading of this.#grammar.lexicon.exact(form)) if (reading.upos === 'NOUN') cells |= reading.cells
    return [0, 1, 2].reduce((found, gender) => (cells & genderCells(gender) ? found | genderCells(gender) : found), 0)
  }
}
