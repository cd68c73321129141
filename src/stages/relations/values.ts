import type { Value, Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import type { RelationData } from './data.ts'

const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** The result of a match: `31:23`. */
const SCORE = /^\d{1,3}:\d{1,3}$/

/** Whether a word is the result of a match. */
export const isScore = ({ form }: Word): boolean => SCORE.test(form)

/** A number as German writes it: `2.000`, `8,4`, `31`. */
function parseNumber(form: string): number | undefined {
  if (!/^\d+(?:\.\d{3})*(?:,\d+)?$/.test(form)) return undefined
  return Number(form.replaceAll('.', '').replace(',', '.'))
}

/** The words of a noun phrase without what a relative clause, an apposition or a coordination adds; no preposition, no comma at its ends. */
export function phraseWords(trees: Trees, head: number): number[] {
  const words = trees.subtree(
    head,
    (word) =>
      hasRelation(word, 'acl:relcl', 'appos', 'parataxis', 'cop', 'aux', 'nsubj', 'advcl', 'mark') ||
      (word.head === head &&
        hasRelation(word, 'conj', 'cc', 'punct', 'case', 'advmod') &&
        word.index < head + 1 &&
        !hasRelation(word, 'advmod')) ||
      (word.head === head && hasRelation(word, 'conj', 'cc')),
  )
  const opens = (index: number) =>
    index === head || ['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'X'].includes(trees.word(index).upos)
  let from = 0
  let to = words.length
  while (from < to && !opens(words[from]!)) from++
  while (to > from && trees.word(words[to - 1]!).upos === 'PUNCT') to--
  return contiguous(words.slice(from, to), head)
}

/** The longest run of neighbouring words that holds `head`: a phrase that the parser tore apart is not quoted across the gap. */
function contiguous(words: readonly number[], head: number): number[] {
  const at = words.indexOf(head)
  if (at < 0) return [head]
  let from = at
  let to = at + 1
  while (from > 0 && words[from - 1] === words[from]! - 1) from--
  while (to < words.length && words[to] === words[to - 1]! + 1) to++
  return words.slice(from, to)
}

/** The characters of neighbouring words. */
export function textOfWords(trees: Trees, text: string, words: readonly number[]): string {
  const span = trees.span(words)
  return text.slice(span.start, span.end)
}

/** Reads the phrase at `head` as an amount (*34 Millionen Euro*, *20 Prozent der VW-Anteile*), or undefined if it holds no number. */
export function amountAt(trees: Trees, text: string, head: number, data: RelationData): Value | undefined {
  const { form, upos } = trees.word(head)
  if (upos === 'NUM' && isScore(trees.word(head))) return phraseValue(form)
  const words = phraseWords(trees, head)
  const numeral = words.findIndex((index) => numericValue(trees, index, data) !== undefined)
  if (numeral < 0) return undefined
  const isUnit = (index: number) => data.units.has(trees.word(index).form)
  const headWord = trees.word(head)
  if (
    headWord.upos !== 'NUM' &&
    !isUnit(head) &&
    !words.some(
      (i) => (trees.word(i).upos === 'NUM' || data.multipliers.has(trees.word(i).form)) && trees.word(i).head === head,
    ) &&
    !words.some(isUnit)
  )
    return undefined
  const number = readNumber(trees, words[numeral]!, data)
  // What the phrase says after the number belongs to it (*20 Prozent der VW-Anteile*).
  const end = Math.max(words.includes(number.last) ? words.at(-1)! : 0, rateEnd(trees, number.last, data))
  // *EUR 9,6 Millionen*
  const before = trees.words[words[numeral]! - 1]
  const leading = number.unit === undefined && before !== undefined ? data.units.get(before.form) : undefined
  const first = leading === undefined ? words[numeral]! : before!.index
  const span = trees.span([limitStart(trees, first, data), end])
  const unit = number.unit ?? leading
  return {
    text: text.slice(span.start, span.end),
    datatype: `${XSD}decimal`,
    ...(number.amount === undefined ? {} : { amount: number.amount }),
    ...(unit === undefined || unit === '1' ? {} : { unit }),
  }
}

/** First word of what limits a number (*bis zu sechs Grad*), or the number itself. */
export function limitStart(trees: Trees, number: number, { limits }: RelationData): number {
  const { sentence } = trees.word(number)
  const stands = (limit: readonly string[]): boolean =>
    limit.every((form, i) => {
      const word = trees.words[number - limit.length + i]
      return word?.sentence === sentence && word.form.toLowerCase() === form
    })
  return number - Math.max(0, ...limits.filter(stands).map(({ length }) => length))
}

/**
 * A number with what belongs to it: what limits it, the range it ends (*zwei bis drei*), and what multiplies it (*73 Millionen*).
 * `first` and `last` are its words.
 */
export function quantityAt({ trees, data }: { trees: Trees; data: RelationData }, number: number) {
  const { sentence } = trees.word(number)
  const isNumber = (at: number) => trees.words[at]?.sentence === sentence && numericValue(trees, at, data) !== undefined
  let first = number
  while (isNumber(first - 1) && data.multipliers.has(trees.word(first).form)) first--
  const before = trees.words[first - 1]
  if (before && data.rangeWords.has(before.form) && isNumber(first - 2)) first -= 2
  return { ...readNumber(trees, first, data), first: limitStart(trees, first, data) }
}

interface NumberRead {
  /** Index of its last word, the unit included. */
  readonly last: number
  /** Undefined for a range (*200 bis 300*). */
  readonly amount?: number
  readonly unit?: string
}

/** Reads numbers, multipliers and a unit from `first` on: they follow each other whatever the tree makes of them (*750 Millionen Euro*). */
function readNumber(trees: Trees, first: number, data: RelationData): NumberRead {
  const { sentence } = trees.word(first)
  let amount = 1
  let last = first
  let range = false
  for (let index = first; trees.words[index]?.sentence === sentence; index++) {
    const word = trees.word(index)
    const value = numericValue(trees, index, data)
    const joined = hyphenated(trees, index)
    const unit = data.units.get(joined === undefined ? word.form : joined.form)
    if (value !== undefined) {
      if (index > first && !data.multipliers.has(word.form)) range = true
      amount *= value
    } else if (unit !== undefined)
      return { last: joined?.last ?? index, unit, ...(range ? {} : { amount: rounded(amount) }) }
    else if (index > first && numericValue(trees, index + 1, data) !== undefined && data.rangeWords.has(word.form))
      range = true
    else break
    last = index
  }
  return { last, ...(range ? {} : { amount: rounded(amount) }) }
}

/** Words joined by a hyphen without spaces (*US-Dollar*), from the first on. */
function hyphenated({ words }: Trees, first: number): { readonly form: string; readonly last: number } | undefined {
  const [word, hyphen, next] = [words[first], words[first + 1], words[first + 2]]
  if (!word || !hyphen || !next || hyphen.spaceBefore || next.spaceBefore || !/^\p{Pd}$/u.test(hyphen.form))
    return undefined
  return { form: `${word.form}-${next.form}`, last: first + 2 }
}

/** Without the noise of floating point. */
const rounded = (amount: number): number => Number(amount.toPrecision(12))

/** Last word of an amount with what it is counted by (*20 Millimeter pro Jahr*), or the given one. */
function rateEnd(trees: Trees, unit: number, data: RelationData): number {
  const [by, per] = [trees.words[unit + 1], trees.words[unit + 2]]
  const isRate = by && per && data.ratePrepositions.has(by.form) && per.upos === 'NOUN'
  return isRate && per.sentence === trees.word(unit).sentence ? per.index : unit
}

function numericValue(trees: Trees, index: number, data: RelationData): number | undefined {
  const word = trees.words[index]
  if (!word) return undefined
  const multiplier = data.multipliers.get(word.form)
  if (multiplier !== undefined) return multiplier
  if (word.upos !== 'NUM') return undefined
  return parseNumber(word.form) ?? data.numbers.get(word.form.toLowerCase())
}

/** A phrase as a literal. */
export const phraseValue = (text: string): Value => ({ text, datatype: `${XSD}string` })
