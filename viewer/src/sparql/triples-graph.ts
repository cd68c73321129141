import type { GraphData, GraphNode, GraphRelation, NodeType } from '../../../src/server/types.ts'
import type { Model } from '../data/model.ts'
import { NODE_TYPES } from '../data/model.ts'
import type { ResultTerm, ResultTriple } from './results.ts'
import { shortIri } from './results.ts'

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const RDFS_LABEL = 'http://www.w3.org/2000/01/rdf-schema#label'

/** The graph of an answer's triples: a node a term, an edge a triple; labels and types become those of nodes. */
export function graphOfTriples(
  triples: readonly ResultTriple[],
  known: Model,
  prefixes: Readonly<Record<string, string>>,
): GraphData {
  const byIri = new Map(known.nodes.map((node) => [node.iri, node]))
  const label = new Map<string, string>()
  const type = new Map<string, NodeType>()
  for (const { subject, predicate, object } of triples) {
    if (predicate.value === RDFS_LABEL && !label.has(subject.value)) label.set(subject.value, object.value)
    if (predicate.value === RDF_TYPE) {
      const name = object.value.slice(Math.max(object.value.lastIndexOf('#'), object.value.lastIndexOf('/')) + 1)
      const found = NODE_TYPES.find((one) => one === name)
      if (found) type.set(subject.value, found)
    }
  }
  const index = new Map<string, number>()
  const nodes: GraphNode[] = []
  const nodeOf = (term: ResultTerm, subject: string): number => {
    const isText = term.type === 'literal'
    const key = isText ? `${subject} ${term.value}` : term.value
    let at = index.get(key)
    if (at === undefined) {
      at = nodes.length
      index.set(key, at)
      const node = byIri.get(term.value)
      const name = isText ? term.value : (node?.label ?? label.get(term.value) ?? shortIri(term.value, prefixes))
      nodes.push({
        id: key,
        label: name,
        type: isText ? 'Value' : (node?.type ?? type.get(term.value) ?? 'Topic'),
        names: [name],
        description: '',
        sameAs: [],
        iri: isText ? '' : term.value,
      })
    }
    return at
  }
  const relations = new Map<string, { at: number; relation: GraphRelation }>()
  const rows: { subject: number; object: number; relation: number }[] = []
  for (const { subject, predicate, object } of triples) {
    const described = predicate.value === RDFS_LABEL || (predicate.value === RDF_TYPE && type.has(subject.value))
    if (described) continue
    let entry = relations.get(predicate.value)
    if (!entry) {
      const name = shortIri(predicate.value, prefixes)
      const own = known.relations.find(({ iri }) => iri === predicate.value)
      const relation = { iri: predicate.value, name, lemma: '', label: own?.label ?? { de: name } }
      entry = { at: relations.size, relation }
      relations.set(predicate.value, entry)
    }
    rows.push({ subject: nodeOf(subject, ''), object: nodeOf(object, subject.value), relation: entry.at })
  }
  const column = <T>(value: T): T[] => rows.map(() => value)
  return {
    base: known.base,
    articles: [],
    nodes,
    relations: [...relations.values()].map(({ relation }) => relation),
    claims: {
      id: rows.map((_, row) => String(row)),
      subject: rows.map(({ subject }) => subject),
      object: rows.map(({ object }) => object),
      relation: rows.map(({ relation }) => relation),
      polarity: column(0),
      modality: column(0),
      speaker: column(-1),
      confidence: column(1),
      article: column(0),
      start: column(0),
      end: column(0),
      triggerStart: column(-1),
      triggerEnd: column(-1),
      time: column(''),
    },
  }
}
