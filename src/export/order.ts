import type { Quad, Term } from 'n3'
import { namespaces } from '../rdf/namespaces.ts'

const { rdf, rdfs, skos, owl, pg, prov, nif, dcterms } = namespaces

/** Statements about one subject in one graph, in the order in which they are written. */
export interface SubjectGroup {
  readonly subject: Quad['subject']
  readonly properties: readonly { readonly predicate: Quad['predicate']; readonly objects: readonly Quad['object'][] }[]
}

/** One graph of a dataset, subjects in the order in which they are written. */
export interface GraphGroup {
  readonly graph: Quad['graph']
  readonly subjects: readonly SubjectGroup[]
}

/** Properties that are written first, in this order; all others follow by IRI. */
const FIRST = [
  `${rdf}type`,
  `${rdfs}label`,
  `${skos}altLabel`,
  `${rdfs}comment`,
  `${owl}sameAs`,
  `${dcterms}title`,
  `${rdf}subject`,
  `${rdf}predicate`,
  `${rdf}object`,
  `${pg}polarity`,
  `${pg}modality`,
  `${pg}attributedTo`,
  `${pg}time`,
  `${pg}confidence`,
  `${prov}wasDerivedFrom`,
  `${nif}anchorOf`,
]
const propertyKey = (iri: string): string => {
  const rank = FIRST.indexOf(iri)
  return `${String.fromCharCode(rank < 0 ? 0x7e : 0x21 + rank)}${iri}`
}

/** Kinds of resource in the order in which they are written: articles, entities, claims, evidence, times, others. */
function subjectKey(term: Term): string {
  const iri = term.value
  const kind = /\/(article|entity|claim|time)\//.exec(iri)?.[1]
  const rank = kind === 'article' ? (iri.includes('#') ? 3 : 0) : kind === 'entity' ? 1 : kind === 'claim' ? 2 : 4
  return `${term.termType === 'BlankNode' ? 9 : rank}${naturalKey(iri)}`
}

/** A key that sorts numbers inside a text by their value: claim 2 before claim 10. */
const naturalKey = (text: string): string => `${text.replace(/\d+/g, (digits) => digits.padStart(9, '0'))} ${text}`

const objectKey = (term: Quad['object']): string =>
  term.termType === 'Literal'
    ? `1${term.language}\u0000${term.value}\u0000${term.datatype.value}`
    : `0${naturalKey(term.value)}`

/** Sorted by key, one element for each key. Keys are compared by code unit, so that no locale has a say. */
function sortedUnique<T>(items: Iterable<T>, keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>()
  for (const item of items) {
    const key = keyOf(item)
    if (!byKey.has(key)) byKey.set(key, item)
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/**
 * Quads grouped by graph, subject and predicate, in an order that depends on nothing but the quads: the default graph first, in each graph
 * articles before entities before claims before their evidence. Repeated quads appear once.
 */
export function ordered(quads: Iterable<Quad>): GraphGroup[] {
  return groupBy(quads, ({ graph }) => (graph.termType === 'DefaultGraph' ? '' : `1${graph.value}`)).map((inGraph) => ({
    graph: inGraph[0]!.graph,
    subjects: orderedSubjects(inGraph),
  }))
}

/** Like `ordered`, without regard to graphs: what all say together. */
export function orderedSubjects(quads: Iterable<Quad>): SubjectGroup[] {
  return groupBy(quads, ({ subject }) => subjectKey(subject)).map((about) => ({
    subject: about[0]!.subject,
    properties: groupBy(about, ({ predicate }) => propertyKey(predicate.value)).map((same) => ({
      predicate: same[0]!.predicate,
      objects: sortedUnique(
        same.map(({ object }) => object),
        objectKey,
      ),
    })),
  }))
}
