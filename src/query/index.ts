import { UsageError } from '../core/errors.ts'
import { prefixes as presetPrefixes } from '../rdf/namespaces.ts'
import { ENTITY_TYPES } from '../rdf/relation.ts'
import { createEngine, type Engine } from './engine.ts'
import { QueryError } from './errors.ts'
import { shapeOf } from './form.ts'
import { sparqlString } from './named.ts'
import { type JsonResults, type JsonTerm, type TableOptions, toTable } from './table.ts'

export { createEngine, type Engine, type EngineOptions, type QueryRequest } from './engine.ts'
export { QueryError, type QueryFailure } from './errors.ts'
export { type QueryForm, shapeOf } from './form.ts'
export { bindIris, type NamedQuery, namedQueries, namedQuery, sparqlString } from './named.ts'
export { type JsonResults, shorten, toTable } from './table.ts'

/** Formats of an answer. */
export const QUERY_FORMATS = ['table', 'json', 'csv', 'tsv', 'turtle'] as const
export type QueryFormat = (typeof QUERY_FORMATS)[number]

export interface AnswerOptions extends Partial<Pick<TableOptions, 'width'>> {
  readonly format?: QueryFormat
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

/** What is queried: a workspace's shards and the base of its IRIs. */
export interface Queried {
  readonly files: () => Promise<readonly string[]>
  readonly base: string
}

/** Answers queries with the usual prefixes preset; `close` it when done. */
export class QueryService {
  readonly prefixes: Readonly<Record<string, string>>
  readonly engine: Engine
  readonly base: string

  constructor({ files, base }: Queried) {
    this.base = base
    this.prefixes = presetPrefixes(base)
    this.engine = createEngine({ files, prefixes: this.prefixes, base })
  }

  /**
   * The answer as text. The default format is a table; of CONSTRUCT and DESCRIBE it is Turtle. Their triples are a table of three
   * columns in the other formats.
   * @throws QueryError if the query is wrong, takes too long, or has no answer in that format
   */
  async answer(sparql: string, options: AnswerOptions = {}): Promise<string> {
    const { form } = shapeOf(sparql)
    const graph = form === 'CONSTRUCT' || form === 'DESCRIBE'
    const format = options.format ?? (graph ? 'turtle' : 'table')
    const request = {
      sparql,
      ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
      ...(options.signal && { signal: options.signal }),
    }
    if (graph) {
      const triples = await this.engine.query({ ...request, format: 'application/n-triples' })
      const { formatTriples } = await import('./graph.ts')
      return formatTriples(triples, format, this.#tableOptions(options.width))
    }
    if (format === 'turtle' && form !== null)
      throw new QueryError('not-acceptable', `the answer of ${form} is no graph, and so has no Turtle`, {
        hint: 'Use CONSTRUCT or DESCRIBE, or another --format.',
      })
    if (format === 'csv' || format === 'tsv' || format === 'json') {
      const body = await this.engine.query({ ...request, format: MEDIA_TYPES[format] })
      return body.endsWith('\n') ? body : `${body}\n`
    }
    return toTable(await this.results(request), this.#tableOptions(options.width))
  }

  /** Results of SELECT or ASK. */
  async results(request: { sparql: string; timeoutMs?: number; signal?: AbortSignal }): Promise<JsonResults> {
    return JSON.parse(await this.engine.query({ ...request, format: MEDIA_TYPES.json })) as JsonResults
  }

  /**
   * IRIs of the entities that a person means: by full IRI, prefixed name, label or variant (in any case of letters).
   * @throws UsageError if there is none, with those whose name holds the words
   */
  async entities(name: string): Promise<string[]> {
    const wanted = name.normalize('NFC').trim()
    const prefixed = wanted.replace(/^ent:/, `${this.base}entity/`)
    const text = sparqlString(wanted)
    const found = await this.#lookup(
      `FILTER(STR(?entity) = ${sparqlString(prefixed)} || LCASE(STR(?name)) = LCASE(${text}))`,
    )
    if (found.length > 0) return [...new Set(found.map(({ iri }) => iri))]
    const similar = await this.#lookup(`FILTER(CONTAINS(LCASE(STR(?name)), LCASE(${text})))`)
    const labels = [...new Set(similar.map(({ label }) => label))].slice(0, 8)
    throw new UsageError(
      `no entity is named "${wanted}"`,
      labels.length > 0
        ? `Similar: ${labels.join(', ')}.`
        : 'See `pressgraph query "SELECT ?name { ?e a pg:Person ; rdfs:label ?name }"`.',
    )
  }

  async #lookup(filter: string): Promise<{ iri: string; label: string }[]> {
    // The names are narrowed down before their types are looked up: the other way round is slow in a large graph.
    const { results } = await this.results({
      sparql: `SELECT DISTINCT ?entity ?name WHERE {
        { ?entity rdfs:label ?name } UNION { ?entity skos:altLabel ?name } ${filter}
        ?entity a ?type . FILTER(?type IN (${ENTITY_CLASSES})) } ORDER BY ?entity ?name`,
    })
    return (results?.bindings ?? []).map(({ entity, name }) => ({
      iri: String((entity as JsonTerm).value),
      label: String((name as JsonTerm).value),
    }))
  }

  #tableOptions(width: number | undefined): TableOptions {
    return { prefixes: this.prefixes, ...(width !== undefined && { width }) }
  }

  close(): Promise<void> {
    return this.engine.close()
  }
}

const MEDIA_TYPES = {
  json: 'application/sparql-results+json',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
} as const

const ENTITY_CLASSES = ENTITY_TYPES.map((name) => `pg:${name}`).join(', ')
