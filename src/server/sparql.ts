import type { IncomingMessage, ServerResponse } from 'node:http'
import { HttpError, mediaTypeOf, readBody, SECURITY_HEADERS, send } from './http.ts'
import { negotiate } from './negotiate.ts'
import {
  GRAPH_TYPES,
  type GraphType,
  type Problem,
  RESULTS_TYPES,
  type ResultsType,
  type SparqlFailure,
  type WorkspaceView,
} from './types.ts'

export interface SparqlLimits {
  /** Largest query, in bytes. */
  readonly queryBytes: number
  /** Longest time for a query, in ms. */
  readonly timeoutMs: number
}

const RESULTS_ALIASES: Readonly<Record<string, ResultsType>> = {
  'application/json': 'application/sparql-results+json',
  'application/xml': 'application/sparql-results+xml',
}
const GRAPH_ALIASES: Readonly<Record<string, GraphType>> = { 'application/json': 'application/ld+json' }

const STATUS_OF: Readonly<Record<SparqlFailure, number>> = {
  syntax: 400,
  refused: 400,
  'not-acceptable': 406,
  timeout: 503,
  aborted: 499,
}

/**
 * The query operation of the SPARQL 1.1 Protocol: by GET, by POST of a form, by POST of the query itself. There is no update.
 * A parameter `timeout` (ms) shortens the time limit.
 * @throws HttpError for a call that the protocol does not know.
 */
export async function answerSparql(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  workspace: WorkspaceView,
  limits: SparqlLimits,
): Promise<void> {
  const { query, parameters } = await readQuery(request, url, limits.queryBytes)
  const asked = Number(parameters.get('timeout') ?? Number.NaN)
  const timeoutMs = asked > 0 ? Math.min(asked, limits.timeoutMs) : limits.timeoutMs
  const results = negotiate(request.headers.accept, RESULTS_TYPES, RESULTS_ALIASES)
  const graph = negotiate(request.headers.accept, GRAPH_TYPES, GRAPH_ALIASES)
  if (results === null && graph === null)
    throw new HttpError(406, 'None of the accepted formats is offered.', `Offered: ${offered()}.`)
  const controller = new AbortController()
  // A client that goes away takes its query with it.
  response.once('close', () => controller.abort())
  try {
    const answer = await workspace.sparql({
      query,
      results,
      graph,
      defaultGraphs: parameters.getAll('default-graph-uri'),
      namedGraphs: parameters.getAll('named-graph-uri'),
      timeoutMs,
      signal: controller.signal,
    })
    send(request, response, answer.body, {
      'Content-Type': `${answer.mediaType}; charset=utf-8`,
      'Cache-Control': 'no-store',
      Vary: 'Accept',
    })
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    if (response.destroyed) return
    response.writeHead(failure.status, { ...SECURITY_HEADERS, 'Content-Type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(failure.problem))
  }
}

const offered = (): string => [...RESULTS_TYPES, ...GRAPH_TYPES].join(', ')

async function readQuery(
  request: IncomingMessage,
  url: URL,
  limit: number,
): Promise<{ query: string; parameters: URLSearchParams }> {
  if (request.method !== 'POST') return { query: onlyQuery(url.searchParams), parameters: url.searchParams }
  const type = mediaTypeOf(request)
  if (type === 'application/sparql-query') {
    const query = (await readBody(request, limit)).toString('utf8')
    return { query, parameters: url.searchParams }
  }
  if (type === 'application/x-www-form-urlencoded') {
    const parameters = new URLSearchParams((await readBody(request, limit)).toString('utf8'))
    return { query: onlyQuery(parameters), parameters }
  }
  const refused = type === 'application/sparql-update' ? 'Updates are not offered here.' : `Cannot read "${type}".`
  throw new HttpError(415, refused, 'POST application/sparql-query or application/x-www-form-urlencoded.')
}

function onlyQuery(parameters: URLSearchParams): string {
  if (parameters.has('update')) throw new HttpError(400, 'Updates are not offered here.')
  const queries = parameters.getAll('query')
  if (queries.length !== 1 || queries[0] === '')
    throw new HttpError(400, `Expected one parameter "query", found ${queries.length}.`, '/sparql?query=ASK{?s ?p ?o}')
  return queries[0]!
}

function failureOf(error: unknown): { status: number; problem: Problem } | null {
  if (!(error instanceof Error) || !('reason' in error)) return null
  const status = STATUS_OF[error.reason as SparqlFailure]
  if (status === undefined) return null
  const place = error as { hint?: string; line?: number; column?: number }
  return {
    status,
    problem: {
      message: error.message,
      hint: place.hint ?? '',
      ...(place.line === undefined ? {} : { line: place.line }),
      ...(place.column === undefined ? {} : { column: place.column }),
    },
  }
}
