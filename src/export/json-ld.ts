import type { Quad, Term } from 'n3'
import { PressgraphError } from '../core/errors.ts'
import { BASE, namespaces, prefixes as standardPrefixes } from '../rdf/namespaces.ts'
import { ordered, type SubjectGroup } from './order.ts'

const { rdf, xsd } = namespaces

type Json = string | { readonly [key: string]: Json } | readonly Json[]

/** JSON-LD 1.1 with the prefixes as its context, one object a named graph, nodes sorted. */
export function jsonLd(quads: Iterable<Quad>, options: { readonly base?: string } = {}): string {
  const prefixes = standardPrefixes(options.base ?? BASE)
  const used = new Set<string>()
  const compact = (iri: string): string => {
    for (const [prefix, namespace] of Object.entries(prefixes)) {
      // A compact IRI whose rest begins with // would be taken for an absolute one.
      if (!iri.startsWith(namespace) || iri.startsWith('//', namespace.length)) continue
      used.add(prefix)
      return `${prefix}:${iri.slice(namespace.length)}`
    }
    return iri
  }
  const id = (term: Term): string => {
    if (term.termType === 'NamedNode') return compact(term.value)
    if (term.termType === 'BlankNode') return `_:${term.value}`
    throw new PressgraphError(`a ${term.termType} cannot be written as JSON-LD`)
  }
  const value = (term: Term): Json => {
    if (term.termType !== 'Literal') return { '@id': id(term) }
    if (term.language !== '') return { '@value': term.value, '@language': term.language }
    if (term.datatype.value === `${xsd}string`) return { '@value': term.value }
    return { '@value': term.value, '@type': compact(term.datatype.value) }
  }
  const node = ({ subject, properties }: SubjectGroup): Json => {
    const entries = properties.map(({ predicate, objects }): [string, Json] =>
      predicate.value === `${rdf}type` && objects.every((object) => object.termType !== 'Literal')
        ? ['@type', objects.map(id)]
        : [compact(predicate.value), objects.map(value)],
    )
    return Object.fromEntries([['@id', id(subject)], ...entries])
  }
  const graphs = ordered(quads).flatMap(({ graph, subjects }): Json[] =>
    graph.termType === 'DefaultGraph' ? subjects.map(node) : [{ '@id': id(graph), '@graph': subjects.map(node) }],
  )
  const context = Object.fromEntries(
    Object.entries(prefixes)
      .filter(([prefix]) => used.has(prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return `${JSON.stringify({ '@context': context, '@graph': graphs }, null, 2)}\n`
}
