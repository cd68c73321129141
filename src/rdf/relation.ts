import type { EntityType } from '../core/document.ts'

/** Every type of entity, in the order in which they are listed everywhere. */
export const ENTITY_TYPES: readonly EntityType[] = [
  'Person',
  'Organization',
  'Place',
  'Facility',
  'Event',
  'Work',
  'Product',
  'Topic',
  'Group',
]

/** Words for a term of the ontology, in German and English. */
export interface TermLabel {
  readonly de: string
  readonly en: string
}

/** A relation as the ontology describes it. */
export interface RelationRecord {
  /** Local name (`meets`), unique among all relations that are loaded. */
  readonly name: string
  readonly iri: string
  /** Third person: *Putin – trifft – Kim*. */
  readonly label: TermLabel
  /** Read from object to subject, where the ontology gives words for that. */
  readonly inverseLabel: TermLabel | null
  readonly symmetric: boolean
  /** Name of the relation that says the same from object to subject, or null. */
  readonly inverse: string | null
  /** Names of the relations that this one implies, without those that these imply in turn. */
  readonly supers: readonly string[]
  /** Types of entity that the subject can have. */
  readonly domain: readonly EntityType[]
  /** Types of entity that the object can have; empty where it is always a literal. */
  readonly range: readonly EntityType[]
  /** Whether the object is an entity always (`no`), may be words of the text as well (`also`), or is words always (`only`). */
  readonly literal: 'no' | 'also' | 'only'
}
