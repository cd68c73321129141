import type { Triple } from './triples.ts'
import { bySubject } from './turtle.ts'

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** JSON-LD 1.1 in expanded form within `@graph`, with the prefixes as context. */
export function toJsonLd(triples: readonly Triple[], prefixes: Readonly<Record<string, string>>): string {
  const graph = [...bySubject(triples)].map(([subject, statements]) => {
    const node: Record<string, unknown[] | string> = { '@id': subject }
    for (const { predicate, object } of statements) {
      const key = predicate === RDF_TYPE ? '@type' : predicate
      const value =
        object.kind === 'iri'
          ? key === '@type'
            ? object.value
            : { '@id': object.value }
          : {
              '@value': object.value,
              ...(object.language === undefined ? {} : { '@language': object.language }),
              ...(object.datatype === undefined ? {} : { '@type': object.datatype }),
            }
      const values = (node[key] ?? []) as unknown[]
      values.push(value)
      node[key] = values
    }
    return node
  })
  return `${JSON.stringify({ '@context': prefixes, '@graph': graph }, null, 1)}\n`
}
