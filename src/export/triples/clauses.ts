import type { Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import type { Phrase } from './phrases.ts'

/** A verb or nominal predicate with its subject and the words that state it. */
export interface Clause {
  readonly predicate: number
  /** Head of the subject; of a relative clause, the noun that the relative pronoun stands for. */
  readonly subject: number
  /** The relative pronoun that is the subject. */
  readonly relative: number | undefined
  /** Auxiliaries, reflexive, negation, verb and separated prefix, the finite one first. */
  readonly verbs: Phrase
  /** Whether a form of *to be* links subject and predicate. */
  readonly copular: boolean
}

const ascending = (a: number, b: number): number => a - b

const hasFiniteForm = ({ feats }: Word): boolean => feats.VerbForm === 'Fin'

const isParticleOfNegation = ({ feats, upos }: Word): boolean =>
  feats.Polarity === 'Neg' && (upos === 'PART' || upos === 'ADV')

export const isRelative = ({ upos, feats }: Word): boolean =>
  upos === 'PRON' && feats.PronType?.includes('Rel') === true

/** Whether a verb is an infinitive with *zu* or without, and no auxiliary of it is finite. */
export const isInfinitive = (trees: Trees, predicate: number): boolean =>
  trees.word(predicate).feats.VerbForm === 'Inf' &&
  !trees.childrenBy(predicate, 'aux', 'cop').some((child) => hasFiniteForm(trees.word(child)))

/** The clauses of all sentences in text order: infinitives say what is wanted or begun and are none. */
export const clausesOf = (trees: Trees): Clause[] => trees.words.flatMap(({ index }) => clauseAt(trees, index) ?? [])

function clauseAt(trees: Trees, predicate: number): Clause | undefined {
  const word = trees.word(predicate)
  const copular = trees.childBy(predicate, 'cop') !== undefined
  const verbal = word.upos === 'VERB' || (word.upos === 'AUX' && !hasRelation(word, 'aux', 'cop'))
  if ((!verbal && !copular) || hasRelation(word, 'amod')) return undefined
  const verbs = verbGroup(trees, predicate, copular)
  if (isInfinitive(trees, predicate) && !verbs.some((index) => hasFiniteForm(trees.word(index)))) return undefined
  const own = subjectOf(trees, predicate)
  if (own === undefined) return undefined
  const relative = isRelative(trees.word(own)) ? own : undefined
  const subject = relative === undefined ? own : antecedentOf(trees, relative)
  if (subject === undefined || trees.word(subject).feats.PronType === 'Art') return undefined
  return { predicate, subject, relative, verbs, copular }
}

/** Subject of a predicate: its own (*es* too), or that of the verb it is coordinated with. */
function subjectOf(trees: Trees, predicate: number, depth = 0): number | undefined {
  const word = trees.word(predicate)
  const own =
    nominativeOf(trees, predicate) ??
    trees.childrenBy(predicate, 'expl').find((child) => trees.word(child).feats.Reflex !== 'Yes')
  if (own !== undefined || depth > 6 || !hasRelation(word, 'conj')) return own
  return subjectOf(trees, word.head, depth + 1)
}

/** Of the subjects that a parser names the first that agrees with the verb in number (*Reportern sagte er*), else the first. */
function nominativeOf(trees: Trees, predicate: number): number | undefined {
  const named = trees.childrenBy(predicate, 'nsubj')
  if (named.length < 2) return named[0]
  const finite = [predicate, ...trees.childrenBy(predicate, 'aux', 'cop')]
    .map((at) => trees.word(at))
    .find(hasFiniteForm)
  return named.find((at) => trees.word(at).feats.Number === finite?.feats.Number) ?? named[0]
}

/**
 * The noun that a relative pronoun stands for: the one its clause hangs on, or the nearest before it that agrees. None where that noun is
 * negated: of *keine Verletzten, die …* nothing is said.
 */
export function antecedentOf(trees: Trees, pronoun: number): number | undefined {
  const noun = nounOf(trees, pronoun)
  if (noun === undefined) return undefined
  return trees.childrenBy(noun, 'det').some((child) => trees.word(child).feats.PronType === 'Neg') ? undefined : noun
}

function nounOf(trees: Trees, pronoun: number): number | undefined {
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
  if (own.length > 0 || hasFiniteForm(word)) return own
  const partners = hasRelation(word, 'conj') ? [word.head] : trees.childrenBy(predicate, 'conj')
  const alike = partners.filter((one) => {
    const { upos, feats } = trees.word(one)
    return upos === word.upos && feats.VerbForm === word.feats.VerbForm
  })
  return alike.map((one) => trees.childrenBy(one, 'aux')).find((shared) => shared.length > 0) ?? own
}

function verbGroup(trees: Trees, predicate: number, copular: boolean): Phrase {
  const found = [...auxiliariesOf(trees, predicate), ...trees.childrenBy(predicate, 'compound:prt')]
  if (!copular) found.push(predicate)
  for (const child of trees.children(predicate)) {
    const word = trees.word(child)
    const reflexive = word.feats.Reflex === 'Yes' && hasRelation(word, 'obj', 'iobj', 'expl', 'obl', 'dep')
    if (reflexive || (hasRelation(word, 'advmod') && isParticleOfNegation(word))) found.push(child)
  }
  found.sort(ascending)
  const first = found.find((index) => hasFiniteForm(trees.word(index)))
  return first === undefined ? found : [first, ...found.filter((index) => index !== first)]
}
