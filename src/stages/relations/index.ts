import type { Relation } from '../../core/document.ts'
import { defineStage } from '../../core/stage.ts'
import { gazetteerResource } from '../../gazetteer/index.ts'
import { lexiconResource } from '../../lexicon/index.ts'
import { isOpen } from '../../rdf/vocabulary.ts'
import { timeAttachedTo } from '../times/attached.ts'
import type { Candidate, Rule } from './candidate.ts'
import { RelationContext } from './context.ts'
import { relationData } from './data.ts'
import { evidenceOf } from './evidence.ts'
import { rules } from './rules/collection.ts'
import { openStates } from './rules/open-states.ts'

/** Finds what the sentences state, by the rules of `rules/collection.ts`. Whether it is so is the next stage's question. */
export const relations = defineStage(
  'relations',
  ['sentences', 'words', 'names', 'times', 'quotes', 'coreference'],
  ['relations'],
  async (document, resources) => {
    const context = new RelationContext(
      document,
      await resources.use(relationData),
      await resources.use(gazetteerResource),
      await resources.use(lexiconResource),
    )
    const found: Relation[] = []
    const seen = new Set<string>()
    const stated = new Set<number>()
    for (const rule of rules)
      for (const candidate of rule.find(context)) {
        if (!isSound(context, candidate)) continue
        if (isOpen(candidate.predicate.iri) && sureness(context, candidate) < guessOf(candidate)) continue
        // A bare state (*reden*) says nothing beside what its verb was already read to state.
        if (rule === openStates && stated.has(candidate.trigger)) continue
        stated.add(candidate.trigger)
        // What the lexicon says of a word and its two entities is not said again by an open relation.
        const place = placeOf(candidate)
        const key = isOpen(candidate.predicate.iri) ? place : `${place}|${candidate.predicate.iri}`
        if (seen.has(key)) continue
        seen.add(place).add(key)
        found.push(toRelation(context, rule, candidate))
      }
    found.sort((a, b) => a.evidence.start - b.evidence.start || a.trigger - b.trigger)
    return { relations: found }
  },
)

/** Not of an entity and itself, and not of anything that only a pronoun without an antecedent names, or a torn phrase. */
function isSound(context: RelationContext, { subject, object }: Candidate): boolean {
  if (subject.entity === null || !isSoundEntity(context, subject.entity)) return false
  if (object.entity === null) return object.value !== null && object.value.text !== ''
  return object.entity !== subject.entity && isSoundEntity(context, object.entity)
}

/** How many words the label of an unnamed thing may have before the phrase is more likely torn than read. */
const LONGEST_LABEL = 10

function isSoundEntity(context: RelationContext, entity: number): boolean {
  if (!context.isReferent(entity)) return false
  const { label, named } = context.entity(entity)
  const open = label.split(/[([]/u).length
  return (
    open === label.split(/[)\]]/u).length &&
    !/\s\p{Pd}\s/u.test(label) &&
    (named || label.split(' ').length <= LONGEST_LABEL)
  )
}

/** Subject, object and the word that states the relation. */
const placeOf = ({ subject, object, trigger }: Candidate): string =>
  `${subject.entity}|${object.entity ?? object.value?.text}|${trigger}`

/** Below this the parser guesses, and a relation that only the wording of the sentence speaks for is as often wrong as right. */
const SUREST_GUESS = 0.5

/** The same for what says little even if it is right: a phrase beside the verb's object. */
const SUREST_GUESS_OF_LITTLE = 0.72

const guessOf = ({ trust }: Candidate): number => (trust < SUREST_GUESS ? SUREST_GUESS_OF_LITTLE : SUREST_GUESS)

const matchedBy = ({ subject, trigger, object }: Candidate): number[] =>
  [...new Set([subject.head, trigger, object.head])].sort((a, b) => a - b)

/** The parser's confidence in the words that make a candidate: their geometric mean. */
function sureness({ trees }: RelationContext, candidate: Candidate): number {
  const sure = matchedBy(candidate).map((index) => trees.word(index).confidence)
  return sure.reduce((product, one) => product * one ** (1 / sure.length), 1)
}

/** No claim is surer than this. */
const SUREST = 0.97

/** How likely the claim is right: the rule's trust and the parser's, calibrated on judged claims. */
function confidenceOf(context: RelationContext, rule: Rule, candidate: Candidate): number {
  const factor = context.data.confidenceFactors.get(rule.name) ?? 1
  return Math.round(Math.min(SUREST, candidate.trust * sureness(context, candidate) * factor) * 100) / 100
}

function toRelation(context: RelationContext, rule: Rule, candidate: Candidate): Relation {
  const matched = matchedBy(candidate)
  return {
    subject: candidate.subject.entity!,
    predicate: candidate.predicate,
    object: candidate.object.entity,
    value: candidate.object.value,
    trigger: candidate.trigger,
    evidence: candidate.evidence ?? evidenceOf(context, candidate, matched),
    rule: rule.name,
    matched,
    ...(candidate.polarity ? { polarity: candidate.polarity } : {}),
    ...(candidate.modality ? { modality: candidate.modality } : {}),
    ...(candidate.presupposed ? { presupposed: true } : {}),
    time: timeAttachedTo(context.trees, context.document.times, candidate.trigger),
    confidence: confidenceOf(context, rule, candidate),
  }
}
