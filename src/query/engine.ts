import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { PressgraphError } from '../core/errors.ts'
import { QueryError } from './errors.ts'
import { shapeOf } from './form.ts'
import { syntaxError } from './syntax.ts'
import { serveQueries, type WorkerAnswer, type WorkerRequest } from './worker.ts'

export interface EngineOptions {
  /** The N-Quads files that are queried; asked before each query, so that none is answered from an old state. */
  readonly files: () => Promise<readonly string[]>
  /** Preset in every query. */
  readonly prefixes: Readonly<Record<string, string>>
  /** Base of relative IRIs in queries. */
  readonly base: string
}

export interface QueryRequest {
  readonly sparql: string
  /** Media type of the answer, one that Oxigraph writes for the query's form. */
  readonly format: string
  /** IRIs that make the dataset; without any, all graphs together are the default graph. */
  readonly defaultGraphs?: readonly string[]
  readonly namedGraphs?: readonly string[]
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

const DEFAULT_TIMEOUT = 30_000

/** SPARQL 1.1 over N-Quads files, answered in a thread of its own. One query runs at a time. */
export interface Engine {
  /** @throws QueryError if the query is wrong, takes too long or is given up; PressgraphError if a file is broken */
  readonly query: (request: QueryRequest) => Promise<string>
  readonly close: () => Promise<void>
}

export function createEngine({ files, prefixes, base }: EngineOptions): Engine {
  let worker: Worker | undefined
  /** What the thread holds: named graphs take as much memory again, so they are loaded when a query asks for them. */
  let loaded: { readonly state: string; readonly named: boolean } | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const stop = async (): Promise<void> => {
    const running = worker
    worker = undefined
    loaded = undefined
    await running?.terminate()
  }
  const start = (): Worker => {
    const oxigraph = createRequire(import.meta.url).resolve('oxigraph')
    const source = `(${serveQueries})(require('node:worker_threads').parentPort, require(${JSON.stringify(oxigraph)}), require('node:fs').readFileSync)`
    const started = new Worker(source, { eval: true, stderr: false })
    started.unref()
    return started
  }
  // A thread that was given up on may be busy for hours, one that failed is gone: the next query starts another.
  const ask = async (request: WorkerRequest, timeoutMs: number, signal?: AbortSignal): Promise<WorkerAnswer> => {
    worker ??= start()
    try {
      return await answer(worker, request, timeoutMs, signal)
    } catch (error) {
      await stop()
      throw error
    }
  }
  const load = async (named: boolean, signal?: AbortSignal): Promise<void> => {
    const names = await files()
    const state = await fingerprint(names)
    if (loaded?.state === state && (loaded.named || !named)) return
    loaded = undefined
    const result = await ask({ kind: 'load', files: names, named }, Number.POSITIVE_INFINITY, signal)
    if (result.kind === 'failed')
      throw new PressgraphError(`${result.file ?? 'the graph'} cannot be read: ${result.message}`, {
        hint: 'Delete the file and publish again: `pressgraph build -w DIR` with no input.',
      })
    loaded = { state, named }
  }
  const run = async (request: QueryRequest): Promise<string> => {
    const { sparql, format, defaultGraphs = [], namedGraphs = [], timeoutMs = DEFAULT_TIMEOUT, signal } = request
    const shape = shapeOf(sparql)
    if (shape.form === null) throw await syntaxError(sparql, 'no query', prefixes)
    if (signal?.aborted) throw new QueryError('aborted', 'the query was given up')
    await load(shape.named || defaultGraphs.length + namedGraphs.length > 0, signal)
    const text = withPrefixes(sparql, shape.declared)
    const result = await ask(
      { kind: 'query', sparql: text, format, base, defaultGraphs, namedGraphs },
      timeoutMs,
      signal,
    )
    if (result.kind === 'done') return result.body
    if (/^error at \d+:\d+/.test(result.message)) throw await syntaxError(sparql, result.message, prefixes)
    throw new QueryError('refused', `the query cannot be answered: ${result.message}`)
  }
  const withPrefixes = (sparql: string, declared: ReadonlySet<string>): string =>
    `${Object.entries(prefixes)
      .filter(([name]) => !declared.has(name))
      .map(([name, iri]) => `PREFIX ${name}: <${iri}> `)
      .join('')}\n${sparql}`

  return {
    query: (request) => {
      const turn = queue.then(() => run(request))
      queue = turn.catch(() => undefined)
      return turn
    },
    close: stop,
  }
}

/** Sends a message and waits for its answer, not longer than `timeoutMs`. */
function answer(
  worker: Worker,
  request: WorkerRequest,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.unref()
      settle()
    }
    const onMessage = (message: WorkerAnswer): void => end(() => resolve(message))
    const onError = (error: Error): void =>
      end(() => reject(new QueryError('refused', `the query engine failed: ${error.message}`, { cause: error })))
    const onAbort = (): void => end(() => reject(new QueryError('aborted', 'the query was given up')))
    const onTimeout = (): void =>
      end(() =>
        reject(
          new QueryError('timeout', `the query took longer than ${timeoutMs / 1000} seconds`, {
            hint: 'Bind more of its terms, add a LIMIT, or allow more time with --timeout.',
          }),
        ),
      )
    // Longer delays than 2^31 ms would fire at once.
    const timer = Number.isFinite(timeoutMs) ? setTimeout(onTimeout, Math.min(timeoutMs, 2 ** 31 - 1)) : undefined
    signal?.addEventListener('abort', onAbort)
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.ref()
    worker.postMessage(request)
  })
}

/** Changes when a file comes, goes or is written. */
async function fingerprint(files: readonly string[]): Promise<string> {
  const states = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs, ino } = await stat(file)
      return `${file} ${size} ${mtimeMs} ${ino}`
    }),
  )
  return states.join('\n')
}
