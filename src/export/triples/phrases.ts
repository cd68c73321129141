import type { Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'

/** Indices of words in the order in which they are to be read. */
export type Phrase = readonly number[]

/** Most readings of one phrase whose parts are coordinated; more are left out. */
const MAX_READINGS = 12

const NOMINAL = new Set<Word['upos']>(['NOUN', 'PROPN', 'PRON', 'NUM', 'X', 'SYM'])

export const isNominal = (word: Word): boolean => NOMINAL.has(word.upos)

const ascending = (a: number, b: number): number => a - b

/** Whether a dependent of a nominal says something else of it than which one is meant: a clause, or what commas set off. */
function isAside(trees: Trees, word: Word): boolean {
  if (hasRelation(word, 'punct', 'parataxis', 'discourse', 'conj', 'vocative')) return true
  // *als*, which is a conjunction to some parsers, opens a phrase; *und* stands between two.
  if (hasRelation(word, 'cc')) return word.index > word.head || hasRelation(trees.word(word.head), 'conj')
  if (hasRelation(word, 'acl', 'advcl')) return true
  return isSetOff(trees, word)
}

/** Whether a word is an apposition behind a comma (*Arminius, Anführer der Cherusker*). */
export const isSetOff = (trees: Trees, word: Word): boolean =>
  hasRelation(word, 'appos') && trees.children(word.index).some((child) => isCommaBefore(trees, child, word))

const isCommaBefore = (trees: Trees, child: number, word: Word): boolean => {
  const { upos, form } = trees.word(child)
  return upos === 'PUNCT' && child < word.index && (form === ',' || form === '(')
}

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
 */
export function readings(trees: Trees, head: number, depth = 0): Phrase[] {
  const [first, ...others] = conjuncts(trees, head)
  const shared = trees.childrenBy(first!, 'case')
  const out = single(trees, first!, depth)
  for (const other of others) {
    const own = trees.childBy(other, 'case') !== undefined
    for (const phrase of single(trees, other, depth)) out.push(own ? phrase : [...shared, ...phrase])
  }
  return out.slice(0, MAX_READINGS)
}

/** Readings of a nominal without what is coordinated with it. */
function single(trees: Trees, head: number, depth: number): Phrase[] {
  let out: Phrase[] = [[head]]
  for (const child of trees.children(head)) {
    const word = trees.word(child)
    if (isAside(trees, word)) continue
    const nested = depth < 4 && hasRelation(word, 'nmod') ? readings(trees, child, depth + 1) : [subtree(trees, child)]
    out = out.flatMap((phrase) => nested.map((part) => [...phrase, ...part])).slice(0, MAX_READINGS)
  }
  return out.map((phrase) => [...phrase].sort(ascending))
}

/** All words below one, itself included, without punctuation at its ends. */
export function subtree(trees: Trees, head: number): Phrase {
  return trees.subtree(head)
}

/** Words as the text writes them: each surface word once, hyphens kept, no punctuation at the edges of a word. */
export function asWritten(words: readonly Word[], phrase: Phrase): string {
  let text = ''
  let last: Word | undefined
  for (const index of phrase) {
    const word = words[index]!
    if (last?.contraction && word.contraction && last.start === word.start) continue
    const joined = last !== undefined && index === last.index + 1 + (last.contraction?.place === 0 ? 1 : 0)
    const space = !(joined || (last !== undefined && index === last.index + 1)) || word.spaceBefore
    if (text !== '' && space) text += ' '
    text += word.contraction?.form ?? word.form
    last = word
  }
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}%€$]+|[^\p{L}\p{N}%€$]+$/gu, ''))
    .filter((word) => word !== '')
    .join(' ')
}
