import { describe, expect, it } from 'vitest'
import { createModel } from '../../viewer/src/data/model.ts'
import { suggestionsFor } from '../../viewer/src/sparql/completions.ts'
import { bound } from '../../viewer/src/sparql/parameters.ts'
import { parseNTriples, parseResult, shortIri, sortRows } from '../../viewer/src/sparql/results.ts'
import { graphOfTriples } from '../../viewer/src/sparql/triples-graph.ts'
import { articleModel } from '../support/viewer-model.ts'
import { fakeWorkspace } from '../support/viewer-workspace.ts'

const model = articleModel()
const ent = 'https://w3id.org/pressgraph/entity/'
const prefixes = { ent, pg: 'https://w3id.org/pressgraph/ontology#' }

describe('answers', () => {
  it('reads tables, yes and no, and triples', () => {
    const json = '{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"literal","value":"x"}}]}}'
    expect(parseResult('application/sparql-results+json', json)).toMatchObject({ kind: 'table', variables: ['a'] })
    expect(parseResult('application/sparql-results+json', '{"head":{},"boolean":true}')).toEqual({
      kind: 'boolean',
      value: true,
    })
    expect(parseResult('application/n-triples', '')).toEqual({ kind: 'graph', triples: [] })
  })

  it('reads N-Triples with every escape', () => {
    const [first, second] = parseNTriples(
      '<urn:a> <urn:p> "a\\"b\\u00e4\\n\\U0001F600"@de .\n# note\n_:x <urn:p> "1"^^<urn:int> .\n',
    )
    expect(first!.object).toEqual({ type: 'literal', value: 'a"bä\n😀', 'xml:lang': 'de' })
    expect(second!.subject).toEqual({ type: 'bnode', value: 'x' })
    expect(second!.object.datatype).toBe('urn:int')
    expect(() => parseNTriples('<urn:a> <urn:b> .')).toThrow('line 1 is no triple')
  })

  it('sorts numbers by size, text by its signs, and what is missing last', () => {
    const rows = ['10', '9', undefined, 'b', 'a'].map((value) =>
      value === undefined ? {} : { x: { type: 'literal' as const, value } },
    )
    const sorted = (descending: boolean) => sortRows(rows, 'x', descending).map((row) => row.x?.value)
    expect(sorted(false)).toEqual(['9', '10', 'a', 'b', undefined])
    expect(sorted(true)).toEqual(['b', 'a', '10', '9', undefined])
  })

  it('shortens IRIs by their prefixes', () => {
    expect(shortIri(`${ent}Wladimir_Putin`, prefixes)).toBe('ent:Wladimir_Putin')
    expect(shortIri('urn:x', prefixes)).toBe('urn:x')
  })
})

describe('suggestionsFor', async () => {
  const vocabulary = { ...(await fakeWorkspace([]).vocabulary()), prefixes }
  const suggest = (word: string, query = '') =>
    suggestionsFor(word, query, vocabulary, model, 'de').shown.map(({ apply }) => apply)

  it('offers relations by name and by label, classes, entities by any name, prefixes, keywords, variables', () => {
    expect(suggest('pg:m')).toContain('pg:meets')
    expect(suggest('trifft')).toContain('pg:meets')
    expect(suggest('pg:P')).toContain('pg:Person')
    expect(suggest('ent:djatsch')).toEqual(['ent:Ilja_Djatschkow'])
    expect(suggest('Suedk').concat(suggest('Südk'))).toContain('ent:Südkorea')
    expect(suggest('sel')).toContain('SELECT')
    expect(suggest('ent')).toContain('ent:')
    expect(suggest('?na', 'SELECT ?name ?na')).toEqual(['?name'])
  })

  it('shows the sixty best and says how many more would fit', () => {
    const terms = Array.from({ length: 75 }, (_, i) => ({
      iri: `https://w3id.org/pressgraph/ontology#relation${i}`,
      name: `pg:relation${i}`,
      kind: 'relation' as const,
      label: { de: `Musterwort ${i}` },
    }))
    const many = suggestionsFor('Musterwort', '', { ...vocabulary, terms }, model, 'de')
    expect(many.shown).toHaveLength(60)
    expect(many.left).toBe(15)
    expect(suggestionsFor('trifft', '', vocabulary, model, 'de').left).toBe(0)
  })
})

describe('graphOfTriples', () => {
  it('makes nodes of terms and edges of triples; what is known keeps its name and type', () => {
    const text = [
      `<${ent}Wladimir_Putin> <urn:knows> <urn:someone> .`,
      '<urn:someone> <http://www.w3.org/2000/01/rdf-schema#label> "Jemand" .',
      '<urn:someone> <urn:age> "5" .',
      `<${ent}Wladimir_Putin> <urn:age> "5" .`,
    ].join('\n')
    const graph = createModel(graphOfTriples(parseNTriples(text), model, prefixes))
    expect(graph.nodes.map(({ label, type }) => [label, type])).toEqual([
      ['Wladimir Putin', 'Person'],
      ['Jemand', 'Topic'],
      ['5', 'Value'],
      ['5', 'Value'],
    ])
    expect(graph.subject.length).toBe(3)
  })
})

describe('bound', () => {
  it('puts values at the end of a query, and leaves the query as it is', () => {
    const query = 'SELECT * WHERE { ?s ?p ?entity }\nORDER BY ?s\n'
    expect(bound(query, new Map([['entity', `${ent}Kim`]]))).toBe(
      `SELECT * WHERE { ?s ?p ?entity }\nORDER BY ?s\nVALUES ?entity { <${ent}Kim> }\n`,
    )
  })
})
