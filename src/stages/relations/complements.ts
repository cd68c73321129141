import { hasRelation, type Trees } from '../../core/tree.ts'
import type { Argument } from './arguments.ts'
import type { RelationContext } from './context.ts'
import type { Predication } from './predications.ts'
import { phraseWords } from './values.ts'

/**
 * What a phrase needs beside it to say something of the subject: nothing, or the object (*fand in Berlin einen Käufer* is no *finden in*).
 * Undefined where even that would not do: the phrase belongs to the object, or says something of what else the verb governs.
 */
export function besidePhrase(
  context: RelationContext,
  { lemma, arguments: all }: Predication,
  phrase: Argument,
): readonly Argument[] | undefined {
  const { trees, data } = context
  const others = all.filter((other) => other !== phrase)
  if (others.some(({ role }) => role === 'clause')) return undefined
  const object = others.find(({ role, head }) => role === 'obj' && context.timeAt(head) === undefined)
  if (object === undefined) return data.objectVerbs.has(lemma) ? undefined : []
  const word = trees.word(object.head)
  const entity = context.entityAt(object.head)
  if (entity === context.entityAt(phrase.head) || phraseWords(trees, object.head).includes(phrase.head))
    return undefined
  if (word.upos === 'NUM' || data.units.has(word.form)) return undefined
  if (word.upos !== 'NOUN' || (entity !== undefined && context.entity(entity).named)) {
    const little = data.phraseVerbs.has(lemma) || data.circumstancePrepositions.has(phrase.role)
    return little ? undefined : []
  }
  return [object]
}

/**
 * Whether a phrase is no more than a circumstance of a verb that another phrase completes (*liegt mit 300 Stimmen in Führung*), or that
 * nothing completes.
 * @param idiom what makes one expression with the verb, and completes it
 */
export function isBesideComplement(
  { data }: RelationContext,
  { lemma, arguments: all }: Predication,
  idiom: readonly Argument[],
  phrase: Argument,
): boolean {
  const own = data.phraseVerbs.get(lemma)
  if (own === undefined || idiom.length > 0 || !data.adjunctPrepositions.has(phrase.role)) return false
  if (own !== phrase.role) return true
  return all.some(({ role }) => role !== phrase.role && PHRASE.test(role) && !data.adjunctPrepositions.has(role))
}

/** A role that is a preposition is neither of those of an object and the like. */
const PHRASE = /^(?!subj$|obj$|dat$|gen$|pred$|clause$|acc$)/u

/** A noun and those that it is an attribute of (*der Toten*, *die Zahl*). */
const nounChain = (trees: Trees, noun: number): number[] => {
  const out = [noun]
  for (let at = noun; hasRelation(trees.word(at), 'nmod', 'appos', 'flat') && out.length < LONGEST_CHAIN; ) {
    at = trees.word(at).head
    out.push(at)
  }
  return out
}

const LONGEST_CHAIN = 6

const isReached = (reach: string, { role, head }: Argument, noun: number): boolean =>
  (reach === 'any' && head !== noun) || (reach === 'subject' && role === 'subj' && head === noun)

/**
 * Whether a phrase is more likely an attribute of the noun right before it, with which another phrase ends (*für Tankstellen mit
 * Zapfsäulen*) or, of some prepositions, any argument whose attribute that noun is (*die Zahl der Toten durch die Angriffe*).
 */
export function isOfPhraseBefore(
  context: RelationContext,
  { arguments: all }: Predication,
  { role, head }: Argument,
): boolean {
  const { trees, data } = context
  const noun = trees.words[(trees.childBy(head, 'case') ?? 0) - 1]
  const reach = data.attributePrepositions.get(role)
  return (
    reach !== undefined &&
    noun?.upos === 'NOUN' &&
    context.timeAt(noun.index) === undefined &&
    !data.emptyNouns.has(noun.lemma) &&
    all.some(
      (other) =>
        other.head !== head &&
        (PHRASE.test(other.role) ? reach !== 'subject' : isReached(reach, other, noun.index)) &&
        nounChain(trees, noun.index).includes(other.head),
    )
  )
}

/** Whether a phrase stands right after a noun that calls for it (*der Befehl zum Angriff kam*), wherever the parser hung it. */
export function isOfGoalNoun({ trees, data }: RelationContext, { role, head }: Argument): boolean {
  const noun = trees.words[(trees.childBy(head, 'case') ?? 0) - 1]
  return noun?.upos === 'NOUN' && data.goalNouns.get(noun.lemma) === role
}

/** Whether a phrase says where the person is at work whose name stands right before it (*Zeilinger von der Universität Wien*). */
export function isOfName({ data, document, trees }: RelationContext, { role, head }: Argument): boolean {
  const preposition = data.genitivePrepositions.has(role) ? trees.childBy(head, 'case') : undefined
  return document.names.some(({ type, form, last }) => last === preposition && type === 'PER' && form === 'name')
}
