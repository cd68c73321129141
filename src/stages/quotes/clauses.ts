import type { Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import { isQuotationMark } from './marks.ts'

const clausal = ['acl', 'advcl', 'ccomp', 'csubj', 'parataxis']

/** Whether a word is a finite verb. */
export const isFiniteVerb = (word: Word): boolean =>
  (word.upos === 'VERB' || word.upos === 'AUX') &&
  (word.feats.VerbForm === 'Fin' || (word.feats.Mood !== undefined && word.feats.Mood !== 'Imp'))

export const isPunctuation = (word: Word | undefined): boolean => word === undefined || word.upos === 'PUNCT'

/** Lemma of a verb with its separated prefix (*teilte … mit* → *mitteilen*). */
export function verbLemma(trees: Trees, index: number): string {
  const { lemma } = trees.word(index)
  const prefix = trees.childBy(index, 'compound:prt')
  if (prefix === undefined) return lemma
  const form = trees.word(prefix).form.toLowerCase()
  return lemma.startsWith(form) || !/\p{L}/u.test(form) ? lemma : form + lemma
}

/** The finite word of the clause that `index` heads: itself, its auxiliary or its copula. */
export function finiteOf(trees: Trees, index: number): number | undefined {
  if (isFiniteVerb(trees.word(index))) return index
  return trees.childrenBy(index, 'aux', 'cop').find((child) => isFiniteVerb(trees.word(child)))
}

/** Whether the clause that `index` heads is passive. */
export const isPassive = (trees: Trees, index: number): boolean =>
  trees.childBy(index, 'aux:pass', 'nsubj:pass') !== undefined

/** Subject of the clause that `index` heads; shared with the first of coordinated verbs, or with the verb that governs it. */
export function subjectOf(trees: Trees, index: number): number | undefined {
  let at = index
  for (let steps = 0; steps < 4; steps++) {
    const own = likeliest(trees, at)
    if (own !== undefined) return own
    const word = trees.word(at)
    if (word.head < 0 || !hasRelation(word, 'conj', 'xcomp')) return undefined
    at = isMismatched(trees, at, word.head) ? trees.word(word.head).head : word.head
    if (at < 0) return undefined
  }
  return undefined
}

/**
 * The subject among a verb's arguments. Where the parser gives it several, a name or a personal pronoun; where its only one is *das* or
 * in another case than the nominative, an object that is in the nominative.
 */
function likeliest(trees: Trees, verb: number): number | undefined {
  const subjects = trees.childrenBy(verb, 'nsubj')
  const first = subjects[0]
  if (first === undefined) return undefined
  const fit = subjects.filter((at) => !isPointing(trees.word(at)) && !isOblique(trees.word(at)))
  if (fit.length > 0) return fit.find((at) => ['PROPN', 'PRON'].includes(trees.word(at).upos)) ?? fit[0]
  const other = trees
    .childrenBy(verb, 'obj', 'iobj', 'xcomp')
    .map((at) => trees.word(at))
    .find(({ upos, feats }) => (upos === 'NOUN' || upos === 'PROPN') && feats.Case === 'Nom')
  return other?.index ?? first
}

/** *das*, *dies*: as a subject the parser's guess for what the verb governs; it may call it an article. */
export const isPointing = ({ upos, feats }: Word): boolean =>
  (upos === 'DET' || (upos === 'PRON' && (feats.PronType ?? '').includes('Dem'))) &&
  feats.Number !== 'Plur' &&
  feats.Gender !== 'Masc' &&
  feats.Gender !== 'Fem'

const isOblique = ({ feats }: Word): boolean => feats.Case === 'Acc' || feats.Case === 'Dat'

/** Whether a verb in the indicative was attached to one in the subjunctive: it goes on with the clause above that (*sagte, er wolle …, und fügte hinzu*). */
function isMismatched(trees: Trees, verb: number, head: number): boolean {
  const own = finiteOf(trees, verb)
  const other = finiteOf(trees, head)
  if (own === undefined || other === undefined || !hasRelation(trees.word(head), 'ccomp')) return false
  return trees.word(own).feats.Mood === 'Ind' && trees.word(other).feats.Mood === 'Sub'
}

/** The words of a noun phrase without its clauses, its preposition and particles before it: one stretch around the head. */
export function nounPhrase(trees: Trees, head: number): number[] {
  const { sentence } = trees.word(head)
  const inside = new Set(
    trees.subtree(
      head,
      (word) =>
        hasRelation(word, ...clausal) ||
        (word.head === head &&
          (hasRelation(word, 'case', 'cc', 'mark', 'cop', 'aux', 'nsubj', 'punct') || isFiniteVerb(word))),
    ),
  )
  let first = head
  let last = head
  const joins = (index: number, step: number): boolean => {
    if (inside.has(index)) return true
    const word = trees.words[index]
    return word?.sentence === sentence && isPunctuation(word) && inside.has(index + step)
  }
  while (joins(first - 1, -1)) first--
  while (joins(last + 1, 1)) last++
  while (first < head && isParticle(trees.word(first))) first++
  const marks = range(first, last + 1).filter((at) => isQuotationMark(trees.words[at]?.form ?? '')).length
  if (marks % 2 === 1 && isQuotationMark(trees.words[last + 1]?.form ?? '')) last++
  const out = range(first, last + 1)
  return trim(trees.words, out)
}

const isParticle = (word: Word): boolean =>
  word.upos === 'ADV' ||
  word.upos === 'CCONJ' ||
  word.upos === 'ADP' ||
  (word.upos === 'PUNCT' && !isQuotationMark(word.form))

/** Indices from `first` (inclusive) to `last` (exclusive). */
export const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset)

/** Leaves out punctuation at both ends, but for closing marks whose opening one is inside, and the other way round. */
export function trim(words: readonly Word[], indices: readonly number[]): number[] {
  let from = 0
  let to = indices.length
  const at = (place: number): Word | undefined => words[indices[place] as number]
  const balanced = (): boolean => {
    let count = 0
    for (let place = from; place < to; place++) if (isQuotationMark(at(place)?.form ?? '')) count++
    return count % 2 === 0
  }
  const loose = (word: Word | undefined): boolean =>
    isPunctuation(word) && !(isQuotationMark(word?.form ?? '') && balanced()) && !'([)]'.includes(word?.form ?? '')
  while (from < to && loose(at(from))) from++
  while (to > from && loose(at(to - 1))) to--
  return indices.slice(from, to)
}

/** The words of `indices` and the punctuation between them. */
export function withPunctuation(words: readonly Word[], indices: readonly number[]): number[] {
  const out: number[] = []
  for (const index of indices) {
    const previous = out.at(-1)
    if (previous !== undefined)
      for (let at = previous + 1; at < index; at++) {
        if (!isPunctuation(words[at])) break
        out.push(at)
      }
    out.push(index)
  }
  return out
}

/** Whether a dash parts clauses here: a long one, or a hyphen between spaces. */
export function isDash(words: readonly Word[], index: number): boolean {
  const word = words[index]
  if (word?.form === '–' || word?.form === '—') return word.spaceBefore
  return word?.form === '-' && word.spaceBefore && (words[index + 1]?.spaceBefore ?? true)
}

/** How a clause is said: with a conjunction (*dass*), as an infinitive with *zu*, or as a main clause. */
export type ClauseKind = 'introduced' | 'question' | 'infinitive' | 'main' | 'relative' | 'other'

/** Whether a comma, colon or dash stands between two words of a sentence. */
export function parted(words: readonly Word[], from: number, to: number): boolean {
  for (let at = Math.min(from, to) + 1; at < Math.max(from, to); at++)
    if (
      isPunctuation(words[at]) &&
      !'()[]'.includes(words[at]?.form ?? '') &&
      (words[at]?.form !== '-' || isDash(words, at))
    )
      return true
  return false
}
