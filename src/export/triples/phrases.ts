import type { Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'

/** Indices of words in the order in which they are to be read. */
export type Phrase = readonly number[]

const NOMINAL = new Set<Word['upos']>(['NOUN', 'PROPN', 'PRON', 'NUM', 'X', 'SYM'])

export const isNominal = (word: Word): boolean => NOMINAL.has(word.upos)

/** What hangs on a nominal and is no part of its phrase: clauses, conjuncts, what stands on its own. */
const CLAUSES = ['acl', 'advcl', 'xcomp', 'ccomp', 'csubj', 'nsubj', 'parataxis', 'discourse', 'vocative']

function isAside(trees: Trees, word: Word): boolean {
  if (hasRelation(word, ...CLAUSES, 'punct', 'conj') || isSetOff(trees, word)) return true
  // *als*, which is a conjunction to some parsers, opens a phrase; *und* stands between two.
  return hasRelation(word, 'cc') && (word.index > word.head || hasRelation(trees.word(word.head), 'conj'))
}

/** Whether a word says the same as its head and may stand for it: an apposition behind a comma, or a name behind a described role. */
const isSetOff = (trees: Trees, word: Word): boolean =>
  isBehindComma(trees, word) || (hasRelation(word, 'appos', 'flat') && isNameOf(trees, word))

/** *Arminius, Anführer der Cherusker* */
const isBehindComma = (trees: Trees, word: Word): boolean =>
  hasRelation(word, 'appos') &&
  trees.childrenBy(word.index, 'punct').some((child) => child < word.index && /^[,(–-]$/.test(trees.word(child).form))

/** *die Sprecherin Jen Psaki*, but not *Präsident Bush*. */
const isNameOf = (trees: Trees, { upos, head }: Word): boolean =>
  upos === 'PROPN' && trees.word(head).upos === 'NOUN' && trees.childBy(head, 'det') !== undefined

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
 * The conjuncts of a nominal, each as a phrase of its own with the preposition of the first (*von Polizisten und Feuerwehrleuten*: two).
 * @param before conjuncts from this word on are left out
 */
export function readings(trees: Trees, head: number, before = Number.POSITIVE_INFINITY): Phrase[] {
  const shared = prepositionsOf(trees, head)
  return conjuncts(trees, head)
    .filter((one) => one === head || one < before)
    .map((one) => {
      const phrase = trees.subtree(one, (word) => isInsertion(trees, word, one))
      return one === head || trees.childBy(one, 'case') !== undefined ? phrase : [...shared, ...phrase]
    })
}

/** Of a phrase, all that is aside at its head; deeper, clauses alone. */
const isInsertion = (trees: Trees, word: Word, head: number): boolean =>
  word.head === head ? isAside(trees, word) : hasRelation(word, 'acl', 'parataxis')

/** Prepositions of a nominal, with the article that is one word with them (*im*). */
const prepositionsOf = (trees: Trees, head: number): number[] =>
  trees
    .children(head)
    .filter((child) => hasRelation(trees.word(child), 'case') || trees.word(child).contraction?.place === 1)

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
