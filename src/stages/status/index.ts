import type { Relation, Status } from '../../core/document.ts'
import { defineStage } from '../../core/stage.ts'
import { cueEffect, sourceOf } from './attribution.ts'
import { Climb } from './climb.ts'
import { type StatusContext, statusContext, weaker } from './context.ts'
import { statusLexicon } from './lexicon.ts'
import { entityAt } from './speakers.ts'

/**
 * Status of what a word states, from its place in the tree and the quotes around it.
 * @param matched the other words that the statement is made of: a negation may be about one of them alone.
 * @param presupposed whether it is taken for granted beside what the sentence says: then only quotation marks and its own attributes count.
 */
export function statusAt(
  context: StatusContext,
  trigger: number,
  matched: readonly number[] = [],
  presupposed = false,
): Status {
  const source = sourceOf(context, trigger, presupposed)
  if (presupposed) return { polarity: 'positive', modality: 'actual', attributedTo: source.entity }
  const reading = new Climb(context, matched).read(trigger)
  const cue = cueEffect(context, source, reading)
  const sayer = reading.sayer === null ? null : entityAt(context, reading.sayer)
  const deeper =
    reading.sayer !== null && sayer !== null && (context.quoteAt[reading.sayer] as number) === (source.quote ?? -1)
  const attributedTo = deeper ? sayer : (source.entity ?? sayer)
  const unknown = source.anonymous && attributedTo === null && reading.modality === 'actual'
  const modality = weaker(unknown ? 'possible' : reading.modality, cue.modality ?? 'actual')
  return { polarity: reading.negative !== cue.negative ? 'negative' : 'positive', modality, attributedTo }
}

/** Status of a relation: what its wording brings, combined with what its sentence says. */
export function statusOf(context: StatusContext, relation: Relation): Status {
  const status = statusAt(context, relation.trigger, relation.matched, relation.presupposed ?? false)
  const negative = (status.polarity === 'negative') !== (relation.polarity === 'negative')
  return {
    polarity: negative ? 'negative' : 'positive',
    modality: relation.modality ? weaker(relation.modality, status.modality) : status.modality,
    attributedTo: relation.attributedTo ?? status.attributedTo,
  }
}

/** Whether each relation is stated as a fact, denied, planned, hoped for or merely possible, and who says so. */
export const status = defineStage(
  'status',
  ['sentences', 'words', 'names', 'times', 'quotes', 'coreference', 'relations'],
  ['statuses'],
  async (document, resources) => {
    const context = statusContext(document, await resources.use(statusLexicon))
    return { statuses: document.relations.map((relation) => statusOf(context, relation)) }
  },
)
