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

/** Prepositional phrases, datives and adverbial nouns of a predicate; numbers that follow each other are one (*von 2006 bis 2008*). */
function phrasesOf(trees: Trees, predicate: number): number[] {
  const children = trees.children(predicate)
  return children.filter(
    (child) => hasRelation(trees.word(child), 'obl', 'iobj', 'nmod') && isNominal(trees.word(child)),
  )
}

function saidDoing(trees: Trees, { predicate, verbs }: Clause): Said[] {
  const out: Said[] = []
  const children = trees.children(predicate).filter((child) => !verbs.includes(child))
  const objects = children.filter((child) => hasRelation(trees.word(child), 'obj') && isNominal(trees.word(child)))
  const adverbs = children.filter((child) => hasRelation(trees.word(child), 'advmod'))
  const [object] = objects
  const stem = object === undefined ? [] : (argument(trees, object)[0] ?? [])
  for (const head of objects)
    for (const phrase of argument(trees, head)) out.push([verbs, [...adverbs, ...phrase].sort(ascending)])
  for (const head of phrasesOf(trees, predicate))
    if (!verbs.includes(head))
      for (const phrase of argument(trees, head)) out.push([verbs, [...adverbs, ...stem, ...phrase].sort(ascending)])
  for (const child of children) {
    const word = trees.word(child)
    const clause = hasRelation(word, 'ccomp') || (hasRelation(word, 'xcomp') && !isNominal(word))
    if (clause) out.push([verbs, trees.subtree(child)])
    else if (hasRelation(word, 'xcomp')) for (const phrase of argument(trees, child)) out.push([verbs, phrase])
  }
  return out
}

/** Readings of a dependent; of a relative pronoun, those of the noun that it stands for. */
function argument(trees: Trees, head: number): Phrase[] {
  if (!isRelative(trees.word(head))) return readings(trees, head)
  const noun = antecedentOf(trees, head)
  if (noun === undefined) return []
  const prepositions = trees.childrenBy(head, 'case')
  return readings(trees, noun, head).map((phrase) => [...prepositions, ...withoutPrepositions(trees, phrase, noun)])
}
