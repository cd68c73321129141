import type { Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'

/** Indices of words in the order in which they are to be read. */
export type Phrase = readonly number[]

/** Most readings of one phrase whose parts are coordinated; more are left out. */
const MAX_READINGS = 12

/** How deep coordinations within a phrase are taken apart. */
const MAX_DEPTH = 4

const NOMINAL = new Set<Word['upos']>(['NOUN', 'PROPN', 'PRON', 'NUM', 'X', 'SYM'])

export const isNominal = (word: Word): boolean => NOMINAL.has(word.upos)

const ascending = (a: number, b: number): number => a - b

/** What hangs on a nominal and is no part of its phrase: clauses, conjuncts, what stands on its own. */
const CLAUSES = ['acl', 'advcl', 'xcomp', 'ccomp', 'csubj', 'nsubj', 'parataxis', 'discourse', 'vocative']

function isAside(trees: Trees, word: Word): boolean {
  if (hasRelation(word, ...CLAUSES, 'punct', 'conj') || isSetOff(trees, word)) return true
  // *als*, which is a conjunction to some parsers, opens a phrase; *und* stands between two.
  return hasRelation(word, 'cc') && (word.index > word.head || hasRelation(trees.word(word.head), 'conj'))
}

/** Whether a word is an apposition behind a comma (*Arminius, Anführer der Cherusker*). */
const isSetOff = (trees: Trees, word: Word): boolean =>
  hasRelation(word, 'appos') &&
  trees.childrenBy(word.index, 'punct').some((child) => child < word.index && /^[,(–-]$/.test(trees.word(child).form))

/** Nominals coordinated with `head` or put beside it by commas; itself first. */
export function conjuncts(trees: Trees, head: number): number[] {
  const out = [head]
  for (let i = 0; i < out.length; i++)
    for (const child of trees.children(out[i]!)) {
      const word = trees.word(child)
      const beside = hasRelation(word, 'conj') && isNominal(word)
      if ((beside || isSetOff(trees, word)) && !out.includes(child)) out.push(child)
    }
  return out
}

/**
 * The ways to read a nominal with one conjunct in each place (*von Polizisten und Feuerwehrleuten*: two), each with the preposition of the
 * first one.
 * @param before conjuncts from this word on are left out
 */
export function readings(trees: Trees, head: number, before = Number.POSITIVE_INFINITY, depth = 0): Phrase[] {
  const [, ...others] = conjuncts(trees, head).filter((one) => one === head || one < before)
  const shared = prepositionsOf(trees, head)
  const out = single(trees, head, depth)
  for (const other of others) {
    const own = trees.childBy(other, 'case') !== undefined
    for (const phrase of single(trees, other, depth)) out.push(own ? phrase : [...shared, ...phrase])
  }
  return out.slice(0, MAX_READINGS)
}

/** Prepositions of a nominal, with the article that is one word with them (*im*). */
const prepositionsOf = (trees: Trees, head: number): number[] =>
  trees
    .children(head)
    .filter((child) => hasRelation(trees.word(child), 'case') || trees.word(child).contraction?.place === 1)

/** Readings of a nominal without what is coordinated with it. */
function single(trees: Trees, head: number, depth: number): Phrase[] {
  let out: Phrase[] = [[head]]
  for (const child of trees.children(head)) {
    const word = trees.word(child)
    if (isAside(trees, word)) continue
    const parts =
      depth < MAX_DEPTH && hasRelation(word, 'nmod')
        ? readings(trees, child, undefined, depth + 1)
        : [trees.subtree(child, (inner) => hasRelation(inner, 'acl'))]
    out = out.flatMap((phrase) => parts.map((part) => [...phrase, ...part])).slice(0, MAX_READINGS)
  }
  return out.map((phrase) => [...phrase].sort(ascending))
}

/**
 * A nominal that stands in another place than its own (the noun of a relative pronoun): without the preposition and conjunction that
 * belong to its own.
 */
export function withoutPrepositions(trees: Trees, phrase: Phrase, head: number): Phrase {
  const own = conjuncts(trees, head).flatMap((one) => trees.childrenBy(one, 'case', 'cc'))
  return phrase.filter((index) => !own.includes(index))
}

/** Words as the text writes them: contractions as one word, hyphenated parts together, no punctuation at the edges of a word. */
export function asWritten(words: readonly Word[], phrase: Phrase): string {
  let text = ''
  phrase.forEach((index, i) => {
    const { form, contraction, spaceBefore } = words[index]!
    const adjacent = phrase[i - 1] === index - 1
    const whole = contraction && phrase[i + 1 - 2 * contraction.place] === index + 1 - 2 * contraction.place
    if (whole && contraction.place === 1) return
    if (text !== '' && (spaceBefore || !adjacent)) text += ' '
    text += whole ? contraction.form : form
  })
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}%€$]+|[^\p{L}\p{N}%€$]+$/gu, ''))
    .filter((word) => word !== '')
    .join(' ')
}
