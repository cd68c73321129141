import { MultiDirectedGraph } from 'graphology'
import { type ClaimRecord, type EntityRecord, type Extraction, isFact } from '../core/claims.ts'
import { PressgraphError } from '../core/errors.ts'
import type { ClaimGraph, EdgeAttributes, NodeAttributes } from './types.ts'

export type { ClaimGraph, EdgeAttributes, NodeAttributes, NodeType } from './types.ts'

export interface GraphOptions {
  /** Which node stands for an entity: entities that are one across articles share it. By default each entity is its own node. */
  readonly nodeOf?: (entity: string) => string
}

/**
 * The graph of all claims: one edge a claim, so that edges and claims are the same in number. A claim with a literal value points to a
 * node of type `Value` of its own subject: two subjects never become neighbours because both have *34 Millionen Euro*.
 * Deterministic: nodes and edges stand in the order of the extractions.
 * @throws PressgraphError if a claim names an entity that its article does not have, or two claims share an id.
 */
export function toGraph(extractions: readonly Extraction[], options: GraphOptions = {}): ClaimGraph {
  const nodeOf = options.nodeOf ?? ((entity: string) => entity)
  const graph: ClaimGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>()
  for (const extraction of extractions) {
    for (const entity of extraction.entities) addEntity(graph, nodeOf(entity.id), entity, extraction.document.id)
    for (const claim of extraction.claims) addClaim(graph, nodeOf, claim)
  }
  graph.updateEachNodeAttributes(
    (node, attributes) => ({ ...attributes, degree: graph.degree(node), documents: attributes.documents.sort() }),
    { attributes: ['degree', 'documents'] },
  )
  return graph
}

function addEntity(graph: ClaimGraph, node: string, entity: EntityRecord, document: string): void {
  if (!graph.hasNode(node)) {
    graph.addNode(node, {
      label: entity.label,
      type: entity.type,
      names: [...new Set([entity.label, ...entity.names])],
      description: entity.description ?? '',
      sameAs: [...entity.sameAs],
      documents: [document],
      degree: 0,
      datatype: '',
    })
    return
  }
  const known = graph.getNodeAttributes(node)
  known.names = [...new Set([...known.names, entity.label, ...entity.names])]
  known.sameAs = [...new Set([...known.sameAs, ...entity.sameAs])]
  known.description ||= entity.description ?? ''
  if (!known.documents.includes(document)) known.documents.push(document)
}

function addClaim(graph: ClaimGraph, nodeOf: (entity: string) => string, claim: ClaimRecord): void {
  const resolve = (entity: string, role: string): string => {
    const node = nodeOf(entity)
    if (!graph.hasNode(node))
      throw new PressgraphError(`claim ${claim.id}: its ${role} "${entity}" is not among the entities`)
    return node
  }
  if (graph.hasEdge(claim.id)) throw new PressgraphError(`two claims have the id ${claim.id}`)
  const subject = resolve(claim.subject, 'subject')
  const object = claim.object === null ? addValue(graph, subject, claim) : resolve(claim.object, 'object')
  graph.addEdgeWithKey(claim.id, subject, object, {
    relation: claim.predicate.name,
    predicate: claim.predicate.iri,
    lemma: claim.predicate.lemma,
    label: claim.predicate.label.de,
    labelEn: claim.predicate.label.en ?? '',
    polarity: claim.polarity,
    modality: claim.modality,
    attributedTo: claim.attributedTo === null ? '' : resolve(claim.attributedTo, 'speaker'),
    fact: isFact(claim),
    confidence: claim.confidence,
    time: claim.time?.value ?? '',
    document: claim.evidence.document,
    start: claim.evidence.start,
    end: claim.evidence.end,
    quote: claim.evidence.quote,
  })
}

function addValue(graph: ClaimGraph, subject: string, claim: ClaimRecord): string {
  if (!claim.value) throw new PressgraphError(`claim ${claim.id} has neither object nor value`)
  const { text, datatype } = claim.value
  const node = `${subject}#${text}`
  const document = claim.evidence.document
  if (!graph.hasNode(node))
    graph.addNode(node, {
      label: text,
      type: 'Value',
      names: [text],
      description: '',
      sameAs: [],
      documents: [document],
      degree: 0,
      datatype,
    })
  else if (!graph.getNodeAttribute(node, 'documents').includes(document))
    graph.getNodeAttribute(node, 'documents').push(document)
  return node
}
