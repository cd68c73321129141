import type { MultiDirectedGraph } from 'graphology'
import type { EntityType, Modality, Polarity } from '../core/document.ts'

/** What a node is: an entity of the ontology's classes, or the literal value of a claim (an amount, a date, a phrase). */
export type NodeType = EntityType | 'Value'

export interface NodeAttributes {
  label: string
  type: NodeType
  /** Mentions as written, label first; a value's text. */
  names: string[]
  /** A short description from the text, or empty. */
  description: string
  /** Identifiers elsewhere, as full IRIs. */
  sameAs: string[]
  /** Ids of the articles that mention it, sorted. */
  documents: string[]
  /** Number of claims that it is subject or object of. */
  degree: number
  /** IRI of a value's datatype; empty for entities. */
  datatype: string
}

/** One claim. */
export interface EdgeAttributes {
  /** Local name of the relation. */
  relation: string
  /** IRI of the relation. */
  predicate: string
  /** The German lemma that states it. */
  lemma: string
  /** German label of the relation. */
  label: string
  /** English label, or empty. */
  labelEn: string
  polarity: Polarity
  modality: Modality
  /** Node of the entity that says so, or empty for the article itself. */
  attributedTo: string
  /** Whether the article itself states it as a fact. */
  fact: boolean
  confidence: number
  /** TIMEX3 value, or empty. */
  time: string
  /** Id of the article. */
  document: string
  /** UTF-16 offsets of the evidence in the article's text. */
  start: number
  end: number
  /** The evidence: the article's text from `start` to `end`. */
  quote: string
}

/** Entities and values as nodes, claims as edges; node keys are entity ids, edge keys are claim ids. */
export type ClaimGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>
