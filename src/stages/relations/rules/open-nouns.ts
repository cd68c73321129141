import { hasRelation } from '../../../core/tree.ts'
import { openRelation } from '../../../rdf/vocabulary.ts'
import { prepositionOf } from '../arguments.ts'
import type { Candidate, Rule } from '../candidate.ts'
import type { RelationContext } from '../context.ts'
import { fillNounSlot } from '../slots.ts'
import { phraseValue, phraseWords, textOfWords } from '../values.ts'
import { predicatedSubject } from './roles.ts'

/** A predicate noun with its genitive (*Bengasi ist die Hochburg der Aufständischen*), where the lexicon has no relation for it. */
export const openNouns: Rule = {
  name: 'open-noun',
  example: 'Bengasi ist die letzte Hochburg der Aufständischen.',
  *find(context): Iterable<Candidate> {
    const { data } = context
    for (const word of context.document.words) {
      if (word.upos !== 'NOUN' || data.emptyNouns.has(word.lemma)) continue
      if (data.frames.noun('pred', word.lemma).frames.length > 0) continue
      const { frames } = data.frames.noun('role', word.lemma)
      // *Ist Favorit auf den Titel* has a relation, *ist klarer Favorit* has not; offices of people are the titles' rule.
      if (
        frames.some(
          ({ object, objectTypes }) => fillNounSlot(context, word.index, object, objectTypes).fillers.length > 0,
        )
      )
        continue
      const isOffice = frames.some(({ relation }) => !data.noOffices.has(relation))
      // *War zum Zeitpunkt des Unfalls auf einer Reise* says when and where.
      const copular = context.trees.childBy(word.index, 'cop') !== undefined
      if (frames.length > 0 && !copular) continue
      if (copular && prepositionOf(context.trees, word.index, data.particles) !== undefined) continue
      const subject = predicatedSubject(context, word.index)
      if (subject === undefined) continue
      const whole = specified(context, subject, word.index)
      if (whole.length > 0) {
        yield* whole
        continue
      }
      const subjects = context
        .entitiesAt(subject)
        .filter(({ entity }) => context.isReferent(entity!) && !(isOffice && context.hasType(entity!, ['Person'])))
      const genitive = fillNounSlot(context, word.index, [{ role: 'of', amount: false }], null)
      for (const left of subjects) {
        for (const object of genitive.fillers)
          yield {
            subject: left,
            object,
            trigger: word.index,
            trust: 0.7,
            predicate: { ...openRelation(word.lemma), lemma: word.lemma },
          }
        const value = phraseValue(
          textOfWords(context.trees, context.document.text, phraseWords(context.trees, word.index)),
        )
        const entity = context.entityAt(word.index)
        const known = entity !== undefined && context.isReferent(entity) && entity !== left.entity
        yield {
          subject: left,
          object: known ? { head: word.index, entity, value: null } : { head: word.index, entity: null, value },
          predicate: context.predicate('isA', word.lemma),
          trigger: word.index,
          trust: 0.7,
        }
      }
    }
  },
}

/** *Ziel der Reform ist eine Senkung*: what the predicate names is the aim of the reform, and not the other way round. */
function specified(context: RelationContext, noun: number, predicate: number): Candidate[] {
  const { lemma, upos } = context.trees.word(noun)
  if (upos !== 'NOUN' || !context.data.specifyingNouns.has(lemma)) return []
  const wholes = fillNounSlot(context, noun, [{ role: 'of', amount: false }], null).fillers
  return context
    .entitiesAt(predicate)
    .filter(({ entity }) => context.isReferent(entity!))
    .flatMap((subject) =>
      wholes.map((object) => ({
        subject,
        object,
        trigger: predicate,
        trust: 0.75,
        predicate: { ...openRelation(lemma), lemma },
      })),
    )
}

/** What a thing is said to be in apposition (*ein Sprengsatz, vermutlich eine Schrapnellbombe*): another description of it, without a name. */
export const appositions: Rule = {
  name: 'apposition',
  example: 'Ein Sprengsatz, vermutlich eine Schrapnellbombe, ist explodiert.',
  *find(context): Iterable<Candidate> {
    const { trees, data } = context
    for (const word of context.document.words) {
      if (word.upos !== 'NOUN' || word.head < 0 || word.head > word.index) continue
      const listed = hasRelation(word, 'conj') && context.conjuncts(word.head).length === 1
      if (!hasRelation(word, 'appos') && !listed) continue
      const indefinite = trees.childrenBy(word.index, 'det').some((d) => trees.word(d).feats.Definite === 'Ind')
      if (!indefinite || data.frames.noun('role', word.lemma).frames.length > 0) continue
      const [left, right] = [context.entityAt(word.head), context.entityAt(word.index)]
      if (left === undefined || right === undefined || left === right) continue
      if (!context.isReferent(left) || !context.isReferent(right) || context.entity(right).named) continue
      yield {
        subject: { head: word.head, entity: left, value: null },
        object: { head: word.index, entity: right, value: null },
        predicate: context.predicate('isA', word.lemma),
        trigger: word.index,
        trust: 0.7,
      }
    }
  },
}

/** A noun between two (*die Annäherung zwischen Sarkozy und Brown*), where the lexicon has no relation for it. */
export const openPairs: Rule = {
  name: 'open-pair',
  example: 'die Annäherung zwischen Sarkozy und Brown',
  *find(context): Iterable<Candidate> {
    const slots = [...context.data.pairPrepositions].map((role) => ({ role, amount: false }))
    for (const word of context.document.words) {
      if (word.upos !== 'NOUN' || context.data.frames.noun('noun', word.lemma).frames.length > 0) continue
      const { fillers, trust } = fillNounSlot(context, word.index, slots, ['Person', 'Organization', 'Place', 'Group'])
      for (let i = 0; i < fillers.length; i++)
        for (let j = i + 1; j < fillers.length; j++)
          yield {
            subject: fillers[i]!,
            object: fillers[j]!,
            predicate: { ...openRelation(word.lemma), lemma: word.lemma },
            trigger: word.index,
            trust: 0.75 * trust,
          }
    }
  },
}
