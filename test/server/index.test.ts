import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../../src/server/index.ts'
import type { SparqlRequest } from '../../src/server/types.ts'
import { articleExtraction } from '../support/viewer-extraction.ts'
import { type FakeWorkspace, fakeWorkspace } from '../support/viewer-workspace.ts'

let folder: string
let server: RunningServer
let workspace: FakeWorkspace
const errors: unknown[] = []

function answer({ query, results, graph, signal, timeoutMs }: SparqlRequest) {
  if (query === 'SLOW')
    throw Object.assign(new Error(`The query took longer than ${timeoutMs} ms.`), { reason: 'timeout' })
  if (query === 'SELEC')
    throw Object.assign(new Error('Expected SELECT'), { reason: 'syntax', line: 1, column: 1, hint: 'Did you mean?' })
  if (query === 'DEFECT') throw new Error('secret detail')
  if (query === 'HANG')
    return new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
  const mediaType = query.startsWith('CONSTRUCT') ? graph : results
  if (mediaType === null) throw Object.assign(new Error('No such format.'), { reason: 'not-acceptable' })
  return { mediaType, body: query }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'viewer-'))
  writeFileSync(join(folder, 'secret.json'), '{}')
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'dist/assets/index-1.js'), 'export {}')
  symlinkSync(join(folder, 'secret.json'), join(folder, 'dist/linked.json'))
  workspace = fakeWorkspace([articleExtraction()], { answer })
  server = await startServer({
    workspace,
    viewer: join(folder, 'dist'),
    port: 0,
    queryBytes: 1000,
    articleBytes: 5000,
    onError: (error) => errors.push(error),
  })
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init)
const post = (path: string, body: string, type: string, headers: Record<string, string> = {}) =>
  get(path, { method: 'POST', body, headers: { 'Content-Type': type, ...headers } })

/** A request whose path and headers are sent as they are, which `fetch` would tidy. */
function raw(path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    request.on('error', reject)
    request.end()
  })
}

describe('startServer', () => {
  it('listens on loopback and finds another port if the usual one is taken', async () => {
    const first = await startServer({ workspace, viewer: folder })
    const second = await startServer({ workspace, viewer: folder })
    expect(second.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(second.port).not.toBe(first.port)
    await expect(startServer({ workspace, viewer: folder, port: first.port })).rejects.toThrow('EADDRINUSE')
    await Promise.all([first.close(), second.close()])
  })

  it('sends strict headers with everything, errors too', async () => {
    for (const path of ['/', '/api/graph', '/nothing', '/sparql?query=ASK', '/sparql?query=SELEC']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('refuses foreign names and pages of other sites', async () => {
    expect(await raw('/api/graph', { Host: 'evil.example:80' })).toBe(403)
    expect(await raw('/api/graph', { Host: `localhost:${server.port}` })).toBe(200)
    expect(await raw('/api/graph', { Host: `[::1]:${server.port}` })).toBe(200)
    expect(await raw('/api/graph', { Origin: 'http://evil.example' })).toBe(403)
    expect(await raw('/api/graph', { Origin: 'null' })).toBe(403)
    expect(await raw('/api/graph', { Origin: `http://127.0.0.1:${server.port}` })).toBe(200)
  })

  it('serves the viewer and nothing beside it', async () => {
    const page = await get('/')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toBe('<!doctype html>')
    expect((await get('/assets/index-1.js')).headers.get('cache-control')).toContain('immutable')
    for (const path of ['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/linked.json', '/a%00.js'])
      expect(await raw(path)).toBe(404)
    expect(await raw('/%ff')).toBe(400)
    expect((await get('/', { method: 'DELETE' })).status).toBe(405)
    expect(await (await get('/', { method: 'HEAD' })).text()).toBe('')
  })

  it('says what to do where the viewer is not built', async () => {
    const unbuilt = await startServer({ workspace, viewer: join(folder, 'none'), port: 0 })
    expect(await (await fetch(unbuilt.url)).json()).toMatchObject({ message: 'The viewer has not been built.' })
    await unbuilt.close()
  })
})

describe('the JSON API', () => {
  it('gives the graph, and says when it is unchanged', async () => {
    const response = await get('/api/graph')
    const data = await response.json()
    expect(data.nodes[0]).toMatchObject({
      label: 'Wladimir Putin',
      iri: 'https://w3id.org/pressgraph/entity/Wladimir_Putin',
    })
    const again = await get('/api/graph', { headers: { 'If-None-Match': response.headers.get('etag')! } })
    expect(again.status).toBe(304)
  })

  it('gives articles, one article and the vocabulary', async () => {
    const [article] = await (await get('/api/articles')).json()
    expect(article).toMatchObject({ id: 'a0b1c2d3e4f5', date: '2019-04' })
    expect((await (await get(`/api/articles/${article.id}`)).json()).text).toContain('Wladiwostok')
    expect((await get('/api/articles/..%2f..%2fetc')).status).toBe(404)
    expect((await (await get('/api/vocabulary')).json()).prefixes.pg).toContain('pressgraph')
    expect((await get('/api/constructor')).status).toBe(404)
    expect((await get('/api/graph', { method: 'PUT' })).status).toBe(405)
  })

  it('adds an article and tells how it goes', async () => {
    const response = await post('/api/articles', '{"kind":"text","text":"Ein Text."}', 'application/json')
    const lines = (await response.text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['progress', 'added'])
    expect(workspace.added).toEqual(['Ein Text.'])
  })

  it('says why an article failed', async () => {
    const response = await post('/api/articles', '{"kind":"text","text":"Fehler"}', 'application/json')
    const last = JSON.parse((await response.text()).trim().split('\n').at(-1)!)
    expect(last).toEqual({
      kind: 'failed',
      message: 'Eingabe: holds no German text',
      hint: 'Give a German article.',
    })
  })

  it.each([
    ['no JSON', '{', 400],
    ['an unknown kind', '{"kind":"x"}', 400],
    ['an empty text', '{"kind":"text","text":""}', 400],
    ['a file address', '{"kind":"url","url":"file:///etc/passwd"}', 400],
    ['too much', JSON.stringify({ kind: 'text', text: 'x'.repeat(6000) }), 413],
  ])('refuses %s', async (_, body, status) => {
    const response = await post('/api/articles', body, 'application/json')
    expect(response.status).toBe(status)
    expect(await response.json()).toHaveProperty('message')
  })

  it('takes nothing that a form can send', async () => {
    expect((await post('/api/articles', '{"kind":"text","text":"x"}', 'text/plain')).status).toBe(415)
  })
})

describe('the SPARQL endpoint', () => {
  const query = 'SELECT * WHERE { ?s ?p "ü&+" }'
  const form = new URLSearchParams({ query }).toString()

  it('takes a query in the three ways of the protocol', async () => {
    for (const response of [
      await get(`/sparql?${form}`),
      await post('/sparql', form, 'application/x-www-form-urlencoded'),
      await post('/sparql', query, 'application/sparql-query; charset=utf-8'),
    ]) {
      expect(response.headers.get('content-type')).toBe('application/sparql-results+json; charset=utf-8')
      expect(await response.text()).toBe(query)
    }
  })

  it('gives the format that is accepted, by the form of the query', async () => {
    const accept = { headers: { Accept: 'text/csv, text/turtle' } }
    expect((await get(`/sparql?${form}`, accept)).headers.get('content-type')).toContain('text/csv')
    expect((await get('/sparql?query=CONSTRUCT', accept)).headers.get('content-type')).toContain('text/turtle')
    expect((await get('/sparql?query=CONSTRUCT', { headers: { Accept: 'text/csv' } })).status).toBe(406)
    expect((await get('/sparql?query=ASK', { headers: { Accept: 'image/png' } })).status).toBe(406)
  })

  it('passes graphs and a shorter time limit on', async () => {
    await get(`/sparql?${form}&default-graph-uri=urn:a&default-graph-uri=urn:b&named-graph-uri=urn:c&timeout=50`)
    expect(workspace.requests.at(-1)).toMatchObject({
      defaultGraphs: ['urn:a', 'urn:b'],
      namedGraphs: ['urn:c'],
      timeoutMs: 50,
    })
    await get(`/sparql?${form}&timeout=99999999`)
    expect(workspace.requests.at(-1)!.timeoutMs).toBe(30_000)
  })

  it('says what is wrong with a query, and where', async () => {
    const response = await get('/sparql?query=SELEC')
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ message: 'Expected SELECT', line: 1, column: 1, hint: 'Did you mean?' })
    expect((await get('/sparql?query=SLOW')).status).toBe(503)
  })

  it('refuses what is no query', async () => {
    expect((await get('/sparql')).status).toBe(400)
    expect((await get('/sparql?query=A&query=B')).status).toBe(400)
    expect((await post('/sparql', 'update=CLEAR', 'application/x-www-form-urlencoded')).status).toBe(400)
    expect((await post('/sparql', 'CLEAR ALL', 'application/sparql-update')).status).toBe(415)
    expect((await post('/sparql', 'x'.repeat(2000), 'application/sparql-query')).status).toBe(413)
    expect((await get('/sparql', { method: 'PUT' })).status).toBe(405)
  })

  it('stops the query of a client that goes away', async () => {
    const controller = new AbortController()
    const pending = get('/sparql?query=HANG', { signal: controller.signal })
    await expect.poll(() => workspace.requests.at(-1)?.query).toBe('HANG')
    controller.abort()
    await expect(pending).rejects.toThrow()
    await expect.poll(() => workspace.requests.at(-1)!.signal.aborted).toBe(true)
  })

  it('keeps the details of a defect to its own output', async () => {
    const response = await get('/sparql?query=DEFECT')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(String(errors)).toContain('secret detail')
  })
})
