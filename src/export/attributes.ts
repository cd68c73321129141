import type { ClaimGraph, EdgeAttributes, NodeAttributes } from '../graph/types.ts'

/** A value that every graph format and every table can hold. */
export type Scalar = string | number | boolean

/** What is said of a node or edge: values by column, in the order of the columns. */
export type Row = Readonly<Record<string, Scalar>>

export interface NodeRow {
  readonly id: string
  readonly row: Row
}

export interface EdgeRow extends NodeRow {
  readonly source: string
  readonly target: string
}

/** The graph's nodes and edges with flat attributes; the parts of a list are joined by ` | `. */
export const rowsOf = (
  graph: ClaimGraph,
): { readonly nodes: readonly NodeRow[]; readonly edges: readonly EdgeRow[] } => ({
  nodes: graph.mapNodes((id, attributes) => ({ id, row: nodeRow(attributes) })),
  edges: graph.mapEdges((id, attributes, source, target) => ({ id, source, target, row: edgeRow(attributes) })),
})

const nodeRow = ({ label, type, degree, names, description, sameAs, documents, datatype }: NodeAttributes): Row => ({
  label,
  type,
  degree,
  names: names.join(' | '),
  description,
  sameAs: sameAs.join(' | '),
  documents: documents.join(' | '),
  datatype,
})

const edgeRow = (edge: EdgeAttributes): Row => ({
  label: edge.label,
  labelEn: edge.labelEn,
  relation: edge.relation,
  predicate: edge.predicate,
  lemma: edge.lemma,
  fact: edge.fact,
  polarity: edge.polarity,
  modality: edge.modality,
  attributedTo: edge.attributedTo,
  time: edge.time,
  confidence: edge.confidence,
  document: edge.document,
  start: edge.start,
  end: edge.end,
  quote: edge.quote,
})
