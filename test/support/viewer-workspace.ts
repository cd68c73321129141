import type { Extraction } from '../../src/core/claims.ts'
import { InputError } from '../../src/core/errors.ts'
import { articleOf } from '../../src/server/graph-data.ts'
import type { SparqlAnswer, SparqlRequest, Vocabulary, WorkspaceView } from '../../src/server/types.ts'

export interface FakeWorkspace extends WorkspaceView {
  readonly requests: SparqlRequest[]
  readonly added: string[]
}

const vocabulary: Vocabulary = {
  prefixes: {
    pg: 'https://w3id.org/pressgraph/ontology#',
    ent: 'https://w3id.org/pressgraph/entity/',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  },
  terms: [
    {
      iri: 'https://w3id.org/pressgraph/ontology#Person',
      name: 'pg:Person',
      kind: 'class',
      label: { de: 'Person', en: 'person' },
    },
    {
      iri: 'https://w3id.org/pressgraph/ontology#meets',
      name: 'pg:meets',
      kind: 'relation',
      label: { de: 'trifft', en: 'meets' },
    },
  ],
  queries: [
    {
      name: 'meetings',
      title: { de: 'Wer traf wen?', en: 'Who met whom?' },
      sparql: 'SELECT ?a ?b WHERE { ?a pg:meets ?b }',
    },
    {
      name: 'about',
      title: { de: 'Über eine Entität', en: 'About an entity' },
      sparql: 'SELECT ?claim WHERE { ?claim rdf:subject ?entity }',
      takes: ['entity'],
    },
  ],
}

/**
 * A workspace in memory. Adding a text that begins with *Fehler* fails; any other brings the next of `further`.
 * @param answer answers SPARQL queries
 */
export function fakeWorkspace(
  extractions: readonly Extraction[],
  options: {
    further?: readonly Extraction[]
    answer?: (request: SparqlRequest) => SparqlAnswer | Promise<SparqlAnswer>
    /** How long adding an article takes, in ms. */
    delayMs?: number
  } = {},
): FakeWorkspace {
  const held = [...extractions]
  const further = [...(options.further ?? [])]
  const requests: SparqlRequest[] = []
  const added: string[] = []
  return {
    requests,
    added,
    revision: async () => `${held.length}`,
    articles: async () => held.map(articleOf),
    extraction: async (id) => held.find(({ document }) => document.id === id) ?? null,
    nodeOf: (entity) => entity.split('/').at(-1)!,
    iriOf: (entity) => `https://w3id.org/pressgraph/entity/${entity.split('/').at(-1)}`,
    vocabulary: async () => vocabulary,
    add: async (input, report) => {
      const text = input.kind === 'text' ? input.text : input.kind === 'url' ? input.url : input.name
      report({ stage: 'analyse', done: 1, total: 2 })
      if (options.delayMs) await new Promise((resolve) => setTimeout(resolve, options.delayMs))
      if (text.startsWith('Fehler')) throw new InputError('Eingabe', 'holds no German text', 'Give a German article.')
      added.push(text)
      const next = further.shift()
      if (!next) return { article: articleOf(held[0]!), known: true, warnings: [] }
      held.push(next)
      return { article: articleOf(next), known: false, warnings: [] }
    },
    sparql: async (request) => {
      requests.push(request)
      if (options.answer) return options.answer(request)
      return { mediaType: request.results ?? 'text/csv', body: 'a,b\r\n' }
    },
  }
}
