import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { PressgraphError } from '../core/errors.ts'
import { articleTextOf, graphDataOf } from './graph-data.ts'
import { HttpError, mediaTypeOf, readBody, send, sendJson } from './http.ts'
import type { ArticleInput, ArticleProgress, WorkspaceView } from './types.ts'

/** Answers one request; `rest` is what the path goes on with. */
export type Handler = (request: IncomingMessage, response: ServerResponse, rest: string) => Promise<void>

const articleInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: z.string().min(1),
    title: z.string().optional(),
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('file'), name: z.string().min(1), base64: z.base64() }),
  z.strictObject({ kind: z.literal('url'), url: z.url({ protocol: /^https?$/ }) }),
])

/** `GET /api/articles` and, with an id, one article's text. */
export function articlesHandler(workspace: WorkspaceView): Handler {
  return async (request, response, rest) => {
    if (rest === '') return sendJson(request, response, await workspace.articles())
    const extraction = await workspace.extraction(rest)
    if (!extraction) throw new HttpError(404, `There is no article ${rest}.`, 'GET /api/articles lists them.')
    sendJson(request, response, articleTextOf(extraction))
  }
}

/** `GET /api/graph`: all articles' claims, made once for each state of the workspace. */
export function graphHandler(workspace: WorkspaceView): Handler {
  let cached: { revision: string; body: Buffer } | null = null
  return async (request, response) => {
    const revision = await workspace.revision()
    if (cached?.revision !== revision) {
      const articles = await workspace.articles()
      const extractions = await Promise.all(articles.map(({ id }) => workspace.extraction(id)))
      const data = graphDataOf(
        extractions.filter((extraction) => extraction !== null),
        workspace,
      )
      cached = { revision, body: Buffer.from(JSON.stringify(data)) }
    }
    const headers = { 'Content-Type': 'application/json; charset=utf-8', ETag: `"${cached.revision}"` }
    if (request.headers['if-none-match'] === headers.ETag) send(request, response, '', headers, 304)
    else send(request, response, cached.body, { ...headers, 'Cache-Control': 'no-cache' })
  }
}

/**
 * `POST /api/articles`: adds an article and tells how it goes, a JSON object a line. What fails after the first line is told in the last
 * one. Articles are added one after the other.
 */
export function addArticleHandler(workspace: WorkspaceView, limit: number): Handler {
  let queue: Promise<unknown> = Promise.resolve()
  return async (request, response) => {
    const input = await readInput(request, limit)
    const controller = new AbortController()
    response.once('close', () => controller.abort())
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' })
    const tell = (line: ArticleProgress): void => {
      if (!response.destroyed) response.write(`${JSON.stringify(line)}\n`)
    }
    const turn = queue.then(async () => {
      if (controller.signal.aborted) return
      try {
        const report = (progress: { stage: string; done: number; total: number }) =>
          tell({ kind: 'progress', ...progress })
        tell({ kind: 'added', ...(await workspace.add(input, report, controller.signal)) })
      } catch (error) {
        tell({ kind: 'failed', ...problemOf(error) })
      }
    })
    queue = turn
    await turn
    response.end()
  }
}

async function readInput(request: IncomingMessage, limit: number): Promise<ArticleInput> {
  // A form of another site cannot send this type without asking first, and nobody answers it.
  if (mediaTypeOf(request) !== 'application/json') throw new HttpError(415, 'Expected application/json.')
  let value: unknown
  try {
    value = JSON.parse((await readBody(request, limit)).toString('utf8'))
  } catch (error) {
    if (error instanceof HttpError) throw error
    throw new HttpError(400, 'The request is not JSON.')
  }
  const parsed = articleInput.safeParse(value)
  if (parsed.success) return parsed.data as ArticleInput
  const issue = parsed.error.issues[0]!
  const place = issue.path.length > 0 ? `"${issue.path.join('.')}": ` : ''
  throw new HttpError(
    400,
    `${place}${issue.message}`,
    'Send {"kind":"text","text":…}, {"kind":"file","name":…,"base64":…} or {"kind":"url","url":…}.',
  )
}

function problemOf(error: unknown): { message: string; hint: string } {
  if (error instanceof PressgraphError) return { message: error.message, hint: error.hint }
  return { message: 'The article could not be read: an error in pressgraph itself.', hint: String(error) }
}
