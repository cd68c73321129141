import type { ClaimRecord, ClaimTime, EntityRecord, Extraction } from '../../core/claims.ts'
import type { Document, Entity, Layer, Relation, Status, Value } from '../../core/document.ts'
import { type Span, textOf } from '../../core/span.ts'
import { slugs } from '../../rdf/iri.ts'

/**
 * The claims of a fully analysed document, with the entities they speak of, as `extract` prints them. Entities that are named are kept even
 * where nothing is claimed of them; others only where a claim needs them.
 */
export function toExtraction(document: Document<Layer>): Extraction {
  const { text, metadata, words, coreference, relations, statuses, links } = document
  const needed = neededEntities(document)
  const kept = coreference.entities.map((_, i) => i).filter((i) => needed.has(i))
  const names = slugs(kept.map((i) => coreference.entities[i]!.label))
  const idOf = new Map(kept.map((entity, k) => [entity, `${metadata.id}/${names[k]}`]))
  const entities = kept.map((i): EntityRecord => {
    const entity = coreference.entities[i]!
    return {
      kind: 'entity',
      id: idOf.get(i)!,
      type: entity.type,
      named: entity.named,
      label: entity.label,
      names: entity.names,
      description: entity.description ?? null,
      sameAs: links[i]?.sameAs ?? [],
      ...(links[i]?.labelEn === undefined ? {} : { labelEn: links[i].labelEn }),
    }
  })
  const claims: ClaimRecord[] = []
  const strongest = withoutRepetition(relations, statuses)
  for (const at of strongest) {
    const relation = relations[at]!
    const status = statuses[at]!
    const { start, end } = relation.evidence
    claims.push({
      kind: 'claim',
      id: `${metadata.id}-${claims.length + 1}`,
      subject: idOf.get(relation.subject)!,
      predicate: relation.predicate,
      object: relation.object === null ? null : idOf.get(relation.object)!,
      value: relation.value,
      polarity: status.polarity,
      modality: status.modality,
      attributedTo: status.attributedTo === null ? null : (idOf.get(status.attributedTo) ?? null),
      time: timeOf(document, relation),
      confidence: relation.confidence,
      evidence: { document: metadata.id, start, end, quote: text.slice(start, end) },
      trigger: spanOf(words[relation.trigger]!),
    })
  }
  const { id, title, date, language, author, publisher, source } = metadata
  return {
    document: { kind: 'document', id, title, date, language, author, publisher, source },
    text,
    entities,
    claims,
  }
}

function neededEntities(document: Document<Layer>): ReadonlySet<number> {
  const { coreference, relations, statuses } = document
  const needed = new Set<number>()
  relations.forEach((relation, i) => {
    needed.add(relation.subject)
    if (relation.object !== null) needed.add(relation.object)
    const speaker = statuses[i]!.attributedTo
    if (speaker !== null) needed.add(speaker)
  })
  for (const mention of coreference.mentions)
    if (mention.kind === 'name' && isNamed(coreference.entities[mention.entity]!)) needed.add(mention.entity)
  return needed
}

const isNamed = (entity: Entity): boolean => entity.named && entity.members.length === 0 && entity.names.length > 0

/** Indices of the relations to keep: of several that say the same with the same status in one sentence, the surest. */
function withoutRepetition(relations: readonly Relation[], statuses: readonly Status[]): number[] {
  const best = new Map<string, number>()
  relations.forEach((relation, i) => {
    const { polarity, modality, attributedTo } = statuses[i]!
    const key = JSON.stringify([
      relation.subject,
      relation.predicate.iri,
      relation.object ?? keyOf(relation.value),
      polarity,
      modality,
      attributedTo,
      relation.evidence.start,
    ])
    const other = best.get(key)
    if (other === undefined || relations[other]!.confidence < relation.confidence) best.set(key, i)
  })
  return [...best.values()].sort((a, b) => a - b)
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

const keyOf = (value: Value | null): string => value?.text ?? ''

function timeOf(document: Document<Layer>, relation: Relation): ClaimTime | null {
  const time = relation.time === null ? undefined : document.times[relation.time]
  if (!time) return null
  const { start, end, point } = time
  const type = point === undefined ? time.type : 'DATE'
  return { start, end, text: textOf(document.text, time), type, value: point ?? time.value }
}
