import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import { PressgraphError } from '../core/errors.ts'
import { addArticleHandler, articlesHandler, graphHandler, type Handler } from './api.ts'
import { checkOrigin, HttpError, SECURITY_HEADERS, send, sendJson } from './http.ts'
import { answerSparql } from './sparql.ts'
import { staticFile } from './static.ts'
import type { WorkspaceView } from './types.ts'

export { articleOf, articleTextOf, graphDataOf } from './graph-data.ts'
export type * from './types.ts'

export interface ServerOptions {
  readonly workspace: WorkspaceView
  /** Folder of the built viewer. */
  readonly viewer: string
  /** Address to listen on; loopback unless asked otherwise. */
  readonly host?: string
  /** Fails if it is taken. Without it 4747 is tried, then any free port. */
  readonly port?: number
  /** Longest time for a SPARQL query, in ms; 30,000 unless set. */
  readonly queryTimeoutMs?: number
  /** Largest SPARQL query, in bytes; 1 MiB unless set. */
  readonly queryBytes?: number
  /** Largest article that may be added, in bytes as sent; 32 MiB unless set. */
  readonly articleBytes?: number
  /** Told of what should not happen. */
  readonly onError?: (error: unknown) => void
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly close: () => Promise<void>
}

const LOOPBACK = '127.0.0.1'
const USUAL_PORT = 4747

/**
 * Serves the viewer, the JSON API and a SPARQL 1.1 Protocol endpoint.
 * @throws PressgraphError if the address cannot be listened on.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? LOOPBACK
  const names = ['localhost', hostname().toLowerCase(), host.toLowerCase()]
  const route = routesOf(options)
  const server = createServer((request, response) => {
    answer(request, response, route, names).catch((error) => {
      options.onError?.(error)
      response.destroy()
    })
  })
  const port = await listen(server, host, options.port)
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${shown}:${port}/`,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    routes: Routes,
    ownNames: readonly string[],
  ): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    try {
      checkOrigin(request, ownNames)
      await routes(request, response)
    } catch (error) {
      if (response.headersSent) throw error
      const known = error instanceof HttpError
      if (!known) options.onError?.(error)
      const problem = known ? error.problem : { message: 'The server made an error.', hint: 'Its output says more.' }
      const headers = { ...(known ? error.headers : {}), 'Content-Type': 'application/json; charset=utf-8' }
      send(request, response, JSON.stringify(problem), headers, known ? error.status : 500)
    }
  }
}

type Routes = (request: IncomingMessage, response: ServerResponse) => Promise<void>

function routesOf(options: ServerOptions): Routes {
  const { workspace } = options
  const limits = { queryBytes: options.queryBytes ?? 2 ** 20, timeoutMs: options.queryTimeoutMs ?? 30_000 }
  const articles = articlesHandler(workspace)
  const api: Readonly<Record<string, { readonly get?: Handler; readonly post?: Handler }>> = {
    articles: { get: articles, post: addArticleHandler(workspace, options.articleBytes ?? 32 * 2 ** 20) },
    graph: { get: graphHandler(workspace) },
    vocabulary: { get: async (request, response) => sendJson(request, response, await workspace.vocabulary()) },
  }
  return async (request, response) => {
    const url = parseTarget(request.url ?? '/')
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
    if (url.pathname === '/sparql') {
      if (method !== 'GET' && method !== 'POST') throw notAllowed('GET, POST')
      return answerSparql(request, response, url, workspace, limits)
    }
    const [, name, rest = ''] = /^\/api\/([a-z]+)(?:\/([^/]+))?$/.exec(url.pathname) ?? []
    const endpoint = name !== undefined && Object.hasOwn(api, name) ? api[name] : undefined
    if (endpoint) {
      const handler = method === 'GET' ? endpoint.get : method === 'POST' && rest === '' ? endpoint.post : undefined
      if (!handler) throw notAllowed(endpoint.post && rest === '' ? 'GET, POST' : 'GET')
      return handler(request, response, decode(rest))
    }
    if (method !== 'GET') throw notAllowed('GET')
    const file = await staticFile(options.viewer, decode(url.pathname))
    send(request, response, file.body, file.headers)
  }
}

const notAllowed = (allowed: string): HttpError =>
  new HttpError(405, `Only ${allowed} is answered here.`, '', { Allow: allowed })

function parseTarget(target: string): URL {
  if (!URL.canParse(target, 'http://localhost')) throw new HttpError(400, 'The address cannot be read.')
  return new URL(target, 'http://localhost')
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new HttpError(400, 'The address cannot be read.')
  }
}

async function listen(server: Server, host: string, port: number | undefined): Promise<number> {
  const attempt = (at: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(at, host, () => {
        server.off('error', reject)
        resolve((server.address() as AddressInfo).port)
      })
    })
  try {
    return await attempt(port ?? USUAL_PORT)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' && port === undefined) return attempt(0)
    throw new PressgraphError(`cannot listen on ${host}:${port ?? USUAL_PORT}: ${code ?? error}`, {
      hint: 'Name another address with --host or another port with --port.',
    })
  }
}
