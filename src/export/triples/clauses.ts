import type { Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import { isNominal, type Phrase } from './phrases.ts'

/** A verb or nominal predicate with its subject and the words that state it. */
export interface Clause {
  readonly predicate: number
  /** Head of the subject; of a relative clause, the relative pronoun's noun. */
  readonly subject: number
  /** Auxiliaries, reflexive, negation, verb and separated prefix, the finite one first. */
  readonly verbs: Phrase
  /** Whether a form of *to be* links subject and predicate. */
  readonly copular: boolean
}

const isNegative = ({ feats, upos }: Word): boolean => feats.Polarity === 'Neg' && (upos === 'PART' || upos === 'ADV')

const isReflexive = ({ feats }: Word): boolean => feats.Reflex === 'Yes'

/** The clauses of all sentences in text order. */
export function clausesOf(trees: Trees): Clause[] {
  return trees.words.flatMap(({ index }) => clauseAt(trees, index) ?? [])
}

function clauseAt(trees: Trees, predicate: number): Clause | undefined {
  const word = trees.word(predicate)
  const copular = trees.childBy(predicate, 'cop') !== undefined
  if (word.upos !== 'VERB' && !copular && !(word.upos === 'AUX' && !hasRelation(word, 'aux', 'cop'))) return undefined
  if (hasRelation(word, 'amod')) return undefined
  const subject = subjectOf(trees, predicate)
  if (subject === undefined) return undefined
  const named = isRelative(trees.word(subject)) ? antecedentOf(trees, subject) : subject
  if (named === undefined || !isNominal(trees.word(named))) return undefined
  return { predicate, subject: named, verbs: verbGroup(trees, predicate, copular), copular }
}

/** Subject of a predicate: its own, that of the verb it is coordinated with, or of the verb that governs an infinitive. */
function subjectOf(trees: Trees, predicate: number, depth = 0): number | undefined {
  const own = trees.childBy(predicate, 'nsubj')
  if (own !== undefined) return own
  const word = trees.word(predicate)
  if (word.head < 0 || depth > 6) return undefined
  if (hasRelation(word, 'conj')) return subjectOf(trees, word.head, depth + 1)
  if (!isInfinitive(trees, predicate) || !hasRelation(word, 'xcomp', 'advcl', 'acl', 'ccomp')) return undefined
  for (let at = word.head, steps = 0; at >= 0 && steps < 4; at = trees.word(at).head, steps++) {
    const subject = subjectOf(trees, at, depth + 1)
    if (subject !== undefined) return subject
  }
  return undefined
}

const finite = ({ feats }: Word): boolean => feats.VerbForm === 'Fin'

export const isInfinitive = (trees: Trees, predicate: number): boolean =>
  !finite(trees.word(predicate)) && !trees.childrenBy(predicate, 'aux', 'cop').some((c) => finite(trees.word(c)))

export const isRelative = ({ upos, feats }: Word): boolean =>
  upos === 'PRON' && feats.PronType?.includes('Rel') === true

/** The noun that a relative pronoun stands for: the one its clause hangs on, or the nearest before it that agrees. */
export function antecedentOf(trees: Trees, pronoun: number): number | undefined {
  const clause = [pronoun, ...trees.ancestors(pronoun)].find((at) => hasRelation(trees.word(at), 'acl'))
  const head = clause === undefined ? -1 : trees.word(clause).head
  if (head >= 0 && head < pronoun) return head
  const { sentence, feats } = trees.word(pronoun)
  for (let at = pronoun - 1; at >= 0 && trees.word(at).sentence === sentence; at--) {
    const { upos, feats: other } = trees.word(at)
    if ((upos !== 'NOUN' && upos !== 'PROPN') || other.Number !== feats.Number) continue
    if (feats.Number === 'Plur' || !feats.Gender || feats.Gender === other.Gender) return at
  }
  return undefined
}

/** The auxiliaries of a predicate; participles that are coordinated share them (*mobilisiert und zurückgerufen wurden*). */
function auxiliariesOf(trees: Trees, predicate: number): number[] {
  const own = trees.childrenBy(predicate, 'aux', 'cop')
  const word = trees.word(predicate)
  if (own.length > 0 || finite(word)) return own
  const partners = hasRelation(word, 'conj') ? [word.head] : trees.childrenBy(predicate, 'conj')
  for (const partner of partners) {
    if (trees.word(partner).upos !== word.upos || trees.word(partner).feats.VerbForm !== word.feats.VerbForm) continue
    const shared = trees.childrenBy(partner, 'aux')
    if (shared.length > 0) return shared
  }
  return own
}

function verbGroup(trees: Trees, predicate: number, copular: boolean): Phrase {
  const found = [...auxiliariesOf(trees, predicate), ...trees.childrenBy(predicate, 'compound:prt')]
  if (!copular) found.push(predicate)
  for (const child of trees.children(predicate)) {
    const word = trees.word(child)
    if (hasRelation(word, 'advmod') && isNegative(word)) found.push(child)
    else if (isReflexive(word) && hasRelation(word, 'obj', 'iobj', 'expl', 'obl', 'dep')) found.push(child)
  }
  found.sort((a, b) => a - b)
  const first = found.find((index) => finite(trees.word(index)))
  return first === undefined ? found : [first, ...found.filter((index) => index !== first)]
}
