import type { EntityType, Predicate } from '../core/document.ts'
import { PressgraphError } from '../core/errors.ts'
import { iriSegment } from './iri.ts'
import { namespaces } from './namespaces.ts'
import type { RelationRecord } from './relation.ts'
import { classes, type RelationName, relations } from './vocabulary.generated.ts'

export { ENTITY_TYPES, type RelationRecord, type TermLabel } from './relation.ts'
export { entityTypes, modalities, polarities, type RelationName } from './vocabulary.generated.ts'

/** Relations by name and by IRI: ours, and those of the user's ontology files. */
export interface Vocabulary {
  readonly relations: readonly RelationRecord[]
  /** Entity types that classes stand for, by IRI of the class. */
  readonly classes: ReadonlyMap<string, readonly EntityType[]>
  /** The relation of that local name (`meets`). */
  readonly relation: (name: string) => RelationRecord | undefined
  readonly byIri: (iri: string) => RelationRecord | undefined
}

function createVocabulary(
  records: readonly RelationRecord[],
  classTypes: ReadonlyMap<string, readonly EntityType[]>,
): Vocabulary {
  const names = new Map(records.map((record) => [record.name, record]))
  const iris = new Map(records.map((record) => [record.iri, record]))
  return {
    relations: records,
    classes: classTypes,
    relation: (name) => names.get(name),
    byIri: (iri) => iris.get(iri),
  }
}

/** The relations of pressgraph's own ontology. */
export const coreVocabulary: Vocabulary = createVocabulary(Object.values(relations), new Map(Object.entries(classes)))

/** `vocabulary` with the relations and classes of another ontology, as `loadOntology` reads it. */
export const extendVocabulary = (
  vocabulary: Vocabulary,
  added: Pick<Vocabulary, 'relations' | 'classes'>,
): Vocabulary => {
  const iris = new Set(added.relations.map((record) => record.iri))
  return createVocabulary(
    [...vocabulary.relations.filter((record) => !iris.has(record.iri)), ...added.relations],
    new Map([...vocabulary.classes, ...added.classes]),
  )
}

/**
 * A core relation.
 * @throws PressgraphError if there is none of that name; names from data files come as plain strings
 */
export function relation(name: RelationName | (string & {})): RelationRecord {
  const record = coreVocabulary.relation(name)
  if (!record)
    throw new PressgraphError(`the ontology has no relation "${name}"`, {
      hint: 'Relations are described in ontology/pressgraph.ttl or in a file given with --ontology.',
    })
  return record
}

/** A relation of the ontology as the predicate of a claim, stated by the German `lemma`. */
export const predicate = (record: RelationRecord, lemma: string): Predicate => ({
  iri: record.iri,
  name: record.name,
  lemma,
  label: record.label,
})

/**
 * A predicate made from a German lemma, where no relation of the ontology fits: `open:einreisen_über`. Its IRIs lie beside those of
 * entities and claims, not below the ontology's `#`, so that `open:` is a prefix like any other in Turtle and SPARQL.
 * @param preposition what joins the object to the verb or noun
 */
export function openRelation(lemma: string, preposition?: string): Predicate {
  const words = preposition === undefined || preposition === '' ? lemma : `${lemma} ${preposition}`
  return {
    iri: `${namespaces.open}${iriSegment(words)}`,
    name: words.normalize('NFC').replace(/\s/gu, '_'),
    lemma,
    label: { de: words },
  }
}

/** Whether a predicate was made from a lemma. */
export const isOpen = (iri: string): boolean => iri.startsWith(namespaces.open)
