import type { Word } from '../../core/document.ts'
import { hasRelation, Trees } from '../../core/tree.ts'

/** What a word hangs on in the tree as these rules leave it. */
interface Arc {
  head: number
  deprel: string
}

const isNoun = (word: Word | undefined): boolean => word?.upos === 'NOUN' || word?.upos === 'PROPN'

/**
 * Mends what no German tree can have: an article or preposition that jumps over the noun after it to another phrase's (*unter Druck* with
 * the *durch* of *durch den Preisverfall*), and nouns with a conjunction between them that are not coordinated (*Zlatko Horvat und Robert
 * Weber* as two appositions). Trees that were given stay as they are.
 */
export function repairedPhrases(words: readonly Word[]): readonly Word[] {
  const arcs: Arc[] = words.map(({ head, deprel }) => ({ head, deprel }))
  const isBelow = (word: number, top: number): boolean => {
    let at = word
    for (let steps = 0; at >= 0 && steps <= words.length; steps++) {
      if (at === top) return true
      at = arcs[at]!.head
    }
    return false
  }
  const attach = (index: number, head: number, deprel: string): void => {
    // The confidence of given words is 1.
    if (head === index || words[index]!.confidence === 1 || isBelow(head, index)) return
    arcs[index] = { head, deprel }
  }
  const trees = new Trees(words)
  for (const word of words)
    if (hasRelation(word, 'det') && word.upos === 'DET') settleArticle(trees, arcs, word, isBelow, attach)
  for (const word of words)
    if (word.deprel === 'case' && word.upos === 'ADP') settlePreposition(trees, arcs, word, isBelow, attach)
  for (const word of words)
    if (word.deprel === 'cc' && word.upos === 'CCONJ') settleConjuncts(trees, arcs, word, attach)
  for (const word of words)
    if (hasRelation(word, 'conj') && word.upos === 'NOUN') settleJoinedAppositions(trees, arcs, word, attach)
  for (const word of words) if (hasRelation(word, 'nsubj') && isNoun(word)) settleAppositions(trees, arcs, word, attach)
  return words.every(({ head, deprel }, i) => arcs[i]!.head === head && arcs[i]!.deprel === deprel)
    ? words
    : words.map((word, i) => ({ ...word, ...arcs[i]! }))
}

type IsBelow = (word: number, top: number) => boolean
type Attach = (index: number, head: number, deprel: string) => void

/** The noun that a phrase runs up to, if only adjectives, numbers and adverbs stand before it. */
function nounAfter(trees: Trees, index: number): number | undefined {
  for (let at = index + 1; at < trees.words.length; at++) {
    const word = trees.word(at)
    if (word.sentence !== trees.word(index).sentence) return undefined
    if (isNoun(word)) return at
    if (word.upos !== 'ADJ' && word.upos !== 'NUM' && word.upos !== 'ADV') return undefined
  }
  return undefined
}

/** *Dem* of *seit dem April … am Samstagabend* belongs to the nearer noun, unless that is part of an attribute before the farther one. */
function settleArticle(trees: Trees, arcs: readonly Arc[], article: Word, isBelow: IsBelow, attach: Attach): void {
  const { head } = arcs[article.index]!
  const noun = nounAfter(trees, article.index)
  // *Eine Handvoll Ermittler* is one phrase.
  if (noun === undefined || head <= noun + 1 || isBelow(noun, head)) return
  for (let at = noun + 1; at < head; at++)
    if (arcs[at]!.head === head && arcs[at]!.deprel === 'amod') {
      // *Des Erdöl exportierenden Landes* has no article between the two.
      if (!trees.childrenBy(head, 'det').some((other) => other > noun && other < at)) return
    }
  attach(article.index, noun, article.deprel)
}

/** A preposition belongs to the noun of the article after it, or else to the noun after it. */
function settlePreposition(
  trees: Trees,
  arcs: readonly Arc[],
  preposition: Word,
  isBelow: IsBelow,
  attach: Attach,
): void {
  const { head } = arcs[preposition.index]!
  const next = trees.words[preposition.index + 1]
  if (head <= preposition.index + 1 || next === undefined) return
  if (hasRelation(next, 'det')) {
    const owner = arcs[next.index]!.head
    if (owner > next.index && owner !== head && (!isBelow(owner, head) || isBelow(head, owner)))
      attach(preposition.index, owner, 'case')
    return
  }
  const noun = nounAfter(trees, preposition.index)
  if (noun !== undefined && noun + 1 < head && !isBelow(noun, head)) attach(preposition.index, noun, 'case')
}

/** Nouns on both sides of a conjunction are coordinated. */
function settleConjuncts(trees: Trees, arcs: readonly Arc[], conjunction: Word, attach: Attach): void {
  let second = arcs[conjunction.index]!.head
  // Of *Sarkozy und Frankreichs Premier* the genitive is not what is coordinated.
  while (second > conjunction.index && hasRelation(trees.word(second), 'nmod') && arcs[second]!.head > second)
    second = arcs[second]!.head
  if (second <= conjunction.index || !isNoun(trees.word(second)) || arcs[second]!.deprel === 'conj') return
  const above = arcs[second]!
  // *Sarkozy* of *Sarkozy und Premierminister Brown* hangs on what follows it.
  const inside = trees
    .childrenBy(second, 'nmod', 'appos', 'flat', 'compound')
    .findLast((child) => child < conjunction.index && isNoun(trees.word(child)))
  if (inside !== undefined && arcs[inside]!.head === second) {
    if (above.head > inside && above.head < second) return
    attach(second, -1, above.deprel)
    attach(inside, above.head, above.deprel)
    attach(second, inside, 'conj')
    return
  }
  if (!hasRelation(trees.word(second), 'appos', 'nmod') || above.head >= conjunction.index || above.head < 0) return
  if (trees.childBy(second, 'case') !== undefined) return
  const sister = trees
    .childrenBy(above.head, 'appos', 'nmod')
    .findLast((child) => child < conjunction.index && trees.word(child).deprel === trees.word(second).deprel)
  attach(second, sister ?? above.head, 'conj')
}

/** What commas enclose between the subject and the finite verb (*Kroatien, der nächste Gegner, hatte …*) is an apposition to the subject. */
function settleAppositions(trees: Trees, arcs: readonly Arc[], subject: Word, attach: Attach): void {
  const { words } = trees
  const opening = Math.max(subject.index, ...trees.childrenBy(subject.index, 'flat')) + 1
  if (words[opening]?.form !== ',' || subject.head <= opening) return
  const finite = words.slice(opening + 1, subject.head + 1).find(({ feats }) => feats.VerbForm !== undefined)
  if (finite === undefined || finite.feats.VerbForm !== 'Fin' || words[finite.index - 1]!.form !== ',') return
  if (finite.index !== subject.head && finite.head !== subject.head) return
  for (let at = opening + 1; at < finite.index - 1; at++) {
    const { head, deprel } = arcs[at]!
    if (head !== subject.head || !isNoun(words[at]) || trees.childBy(at, 'case') !== undefined) continue
    if (['xcomp', 'obj', 'nsubj', 'dep'].includes(deprel) && trees.childBy(at, 'det') !== undefined)
      attach(at, subject.index, 'appos')
  }
}

/** Between commas a bare noun after *und* goes on with the apposition (*Huber, ein Hacker und Mitarbeiter der Firma, …*), not with the name. */
function settleJoinedAppositions(trees: Trees, arcs: readonly Arc[], noun: Word, attach: Attach): void {
  const { head, deprel } = arcs[noun.index]!
  if (deprel !== 'conj' || head < 0 || head > noun.index || trees.word(head).upos !== 'PROPN') return
  if (trees.childBy(noun.index, 'det', 'case') !== undefined) return
  const apposition = trees.childrenBy(head, 'appos').findLast((child) => child < noun.index)
  if (apposition === undefined || trees.word(apposition).upos !== 'NOUN') return
  const opened = trees.words.slice(head + 1, apposition).some(({ form }) => form === ',')
  const parted = trees.words.slice(apposition + 1, noun.index).some(({ form }) => form === ',')
  const end = Math.max(noun.index, ...trees.subtree(noun.index))
  if (opened && !parted && trees.words[end + 1]?.form === ',') attach(noun.index, apposition, 'conj')
}
