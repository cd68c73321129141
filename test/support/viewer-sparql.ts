import { Writer } from 'n3'
import { Store } from 'oxigraph'
import type { Extraction } from '../../src/core/claims.ts'
import { prefixes } from '../../src/rdf/namespaces.ts'
import { toQuads } from '../../src/rdf/quads.ts'
import type { SparqlAnswer, SparqlRequest } from '../../src/server/types.ts'

/** Answers queries over the RDF of extractions. The query `WAIT` waits until it is given up. */
export function sparqlOver(
  extractions: () => readonly Extraction[],
): (request: SparqlRequest) => Promise<SparqlAnswer> | SparqlAnswer {
  return ({ query, results, graph, signal }) => {
    if (query.includes('WAIT'))
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(failure('aborted', 'given up'))))
    const store = new Store()
    const writer = new Writer({ format: 'N-Quads' })
    store.load(writer.quadsToString(extractions().flatMap((extraction) => toQuads(extraction))), {
      format: 'application/n-quads',
    })
    const mediaType = /\b(CONSTRUCT|DESCRIBE)\b/i.test(query) ? graph : results
    if (mediaType === null) throw failure('not-acceptable', 'no such format')
    const preset = Object.entries(prefixes()).map(([name, iri]) => `PREFIX ${name}: <${iri}>`)
    try {
      const body = store.query(`${preset.join(' ')} ${query}`, {
        use_default_graph_as_union: true,
        results_format: mediaType,
      })
      return { mediaType, body: String(body) }
    } catch (error) {
      throw Object.assign(failure('syntax', String(error)), {
        line: 1,
        column: 3,
        hint: 'Look at the place underlined.',
      })
    }
  }
}

const failure = (reason: string, message: string): Error => Object.assign(new Error(message), { reason })
