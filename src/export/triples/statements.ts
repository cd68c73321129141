import { hasRelation, type Trees } from '../../core/tree.ts'
import { antecedentOf, type Clause, isRelative } from './clauses.ts'
import { isNominal, type Phrase, readings, withoutPrepositions } from './phrases.ts'

/** What one triple says, as words. */
export type Statement = readonly [subject: Phrase, relation: Phrase, object: Phrase]

type Said = readonly [relation: Phrase, object: Phrase]

const ascending = (a: number, b: number): number => a - b

/**
 * What a clause says: its verb with each object, with each phrase that goes with the verb (and the object), with the clause that it
 * governs; *to be* with its predicate.
 */
export function statementsOf(trees: Trees, clause: Clause): Statement[] {
  const { subject, relative } = clause
  const subjects = readings(trees, subject, relative).map((phrase) =>
    relative === undefined ? phrase : withoutPrepositions(trees, phrase, subject),
  )
  const said = clause.copular ? saidBeing(trees, clause) : saidDoing(trees, clause)
  return subjects.flatMap((words) => said.map(([relation, object]): Statement => [words, relation, object]))
}

/** What is said by *to be*: a noun, an adjective, or an adjective with what belongs to it (*erforderlich sein – für Filmarbeit*). */
function saidBeing(trees: Trees, { predicate, verbs }: Clause): Said[] {
  if (isNominal(trees.word(predicate)))
    return readings(trees, predicate).map(
      (phrase): Said => [verbs, phrase.filter((index) => belongs(trees, index, predicate))],
    )
  const phrases = phrasesOf(trees, predicate)
  if (phrases.length === 0) {
    const adjective = trees.subtree(
      predicate,
      (word) => !hasRelation(word, 'advmod', 'case') || verbs.includes(word.index),
    )
    return [[verbs, adjective]]
  }
  const [first, ...others] = verbs
  const relation = first === undefined ? [predicate] : [first, ...[predicate, ...others].sort(ascending)]
  return phrases.flatMap((head) => argument(trees, head).map((phrase): Said => [relation, phrase]))
}

/** Dependents of a nominal predicate that belong to its clause and not to the noun. */
const CLAUSAL = ['nsubj', 'obl', 'aux', 'cop', 'mark', 'advmod']

function belongs(trees: Trees, index: number, predicate: number): boolean {
  for (let at = index; at !== predicate; at = trees.word(at).head) {
    const word = trees.word(at)
    if (word.head < 0 || (word.head === predicate && hasRelation(word, ...CLAUSAL))) return false
  }
  return true
}

/** Prepositional phrases, datives and adverbial nouns of a predicate. */
const phrasesOf = (trees: Trees, predicate: number): number[] =>
  trees
    .children(predicate)
    .filter((child) => hasRelation(trees.word(child), 'obl', 'iobj', 'nmod') && isNominal(trees.word(child)))

function saidDoing(trees: Trees, { predicate, verbs }: Clause): Said[] {
  const children = trees.children(predicate).filter((child) => !verbs.includes(child))
  const governed = children.map((child) => trees.word(child))
  const heads = (...relations: string[]): number[] =>
    governed.filter((word) => hasRelation(word, ...relations) && isNominal(word)).map(({ index }) => index)
  const adverbs = governed.filter((word) => hasRelation(word, 'advmod')).map(({ index }) => index)
  const objects = [...heads('obj'), ...heads('xcomp')].map((head) => argument(trees, head))
  // Phrases and clauses are said of the verb with its object (*hielt – eine Rede in Chicago*).
  const stem = objects[0]?.[0] ?? []
  const phrases = ranges(
    trees,
    phrasesOf(trees, predicate).filter((head) => !verbs.includes(head)),
  )
  const clauses = governed
    .filter((word) => hasRelation(word, 'ccomp') || (hasRelation(word, 'xcomp') && !isNominal(word)))
    .map(({ index }) => [...adverbs, ...stem, ...clauseWords(trees, index)].sort(ascending))
  return [
    ...objects.flat().map((phrase) => [...adverbs, ...phrase].sort(ascending)),
    ...phrases.flat().map((phrase) => [...adverbs, ...stem, ...phrase].sort(ascending)),
  ]
    .map((words) => negated(trees, verbs, words))
    .concat(clauses.map((words): Said => [verbs, words]))
}

/** Readings of phrases; numbers that follow each other are one phrase (*von 2006 bis 2008*). */
function ranges(trees: Trees, heads: readonly number[]): Phrase[][] {
  const out: Phrase[][] = []
  heads.forEach((head, i) => {
    const before = heads[i - 1]
    const last = out.at(-1)
    const follows = before !== undefined && trees.word(before).upos === 'NUM' && trees.word(head).upos === 'NUM'
    const phrases = argument(trees, head)
    if (!follows || !last) out.push(phrases)
    else out[out.length - 1] = last.flatMap((one) => phrases.map((other) => [...one, ...other]))
  })
  return out
}

/** A clause in the place of an object, without what is coordinated with it and the clauses that only add to it. */
const clauseWords = (trees: Trees, head: number): Phrase =>
  trees.subtree(head, (word) => word.head === head && hasRelation(word, 'conj', 'parataxis'))

/** *Kein* and *nichts* deny the relation. */
function negated(trees: Trees, verbs: Phrase, object: Phrase): Said {
  const negations = object.filter((index) => isDenial(trees, index))
  if (negations.length === 0 || negations.length === object.length) return [verbs, object]
  const [first, ...others] = verbs
  return [
    [...(first === undefined ? [] : [first]), ...[...others, ...negations].sort(ascending)],
    object.filter((index) => !negations.includes(index)),
  ]
}

/** Whether a word is negative and belongs to the clause's own object, not to a clause within it. */
const isDenial = (trees: Trees, index: number): boolean => trees.word(index).feats.PronType === 'Neg'

/** Readings of a dependent; of a relative pronoun, those of the noun that it stands for. */
function argument(trees: Trees, head: number): Phrase[] {
  if (!isRelative(trees.word(head))) return readings(trees, head)
  const noun = antecedentOf(trees, head)
  if (noun === undefined) return []
  const prepositions = trees.childrenBy(head, 'case')
  return readings(trees, noun, head).map((phrase) => [...prepositions, ...withoutPrepositions(trees, phrase, noun)])
}
