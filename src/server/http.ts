import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import type { Problem } from './types.ts'

/** An answer that is not the one asked for, with its HTTP status. */
export class HttpError extends Error {
  readonly status: number
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, hint = '', headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'HttpError'
    this.status = status
    this.problem = { message, hint }
    this.headers = headers
  }
}

/**
 * Nothing comes from elsewhere and nothing runs that is not a file of the viewer: no inline script or style, no frame around it, and no
 * address of another site.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers of every answer. There is no CORS header: pages of other sites cannot read what is here. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/**
 * The body of a request.
 * @param limit bytes; 413 above it, before they are all read.
 * @throws HttpError
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    new HttpError(413, `The request is larger than ${limit} bytes.`, 'Send less at once.', { Connection: 'close' })
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > limit) throw tooLarge()
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** Content type without parameters, in lower case; empty if there is none. */
export const mediaTypeOf = (request: IncomingMessage): string =>
  (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()

/** Sends a whole answer; of a HEAD request only the head. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
  status = 200,
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

export function sendJson(request: IncomingMessage, response: ServerResponse, value: unknown): void {
  send(request, response, JSON.stringify(value), {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}

/**
 * Refuses what comes under a foreign name or from a foreign page. A page of another site can make its own name resolve to this machine
 * (DNS rebinding); its requests then carry that name as `Host`. Addresses cannot be rebound, so they are let through.
 * @throws HttpError 403
 */
export function checkOrigin(request: IncomingMessage, names: readonly string[]): void {
  const host = hostOf(`http://${request.headers.host ?? ''}`)
  if (host === null || !(isIP(host.name) || names.includes(host.name)))
    throw new HttpError(403, 'This server does not answer under that name.', `Open it as http://${names[0]}.`)
  const { origin } = request.headers
  if (origin !== undefined && hostOf(origin)?.full !== host.full)
    throw new HttpError(403, 'Requests from pages of other sites are refused.')
}

function hostOf(address: string): { name: string; full: string } | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return { name: url.hostname.replace(/^\[|\]$/g, ''), full: url.host }
}
