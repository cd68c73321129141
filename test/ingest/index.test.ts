import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentId, expandInputs, type InputResult, readInputs } from '../../src/ingest/index.ts'
import { nodeResources } from '../../src/node/resources.ts'

const resources = nodeResources()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressgraph-ingest-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function read(
  inputs: readonly string[],
  options: Partial<Parameters<typeof readInputs>[1]> = {},
): Promise<InputResult[]> {
  const results: InputResult[] = []
  for await (const result of readInputs(inputs, { resources, ...options })) results.push(result)
  return results
}

const documents = (results: readonly InputResult[]) => results.flatMap((r) => (r.kind === 'document' ? [r] : []))
const errors = (results: readonly InputResult[]) =>
  results.flatMap((r) => (r.kind === 'error' ? [r.error.message] : []))

const german =
  'Der Präsident hat sich am Donnerstag in der Stadt mit dem Machthaber getroffen. Das gab der Kreml bekannt. Es war das erste Mal, dass die beiden sich sahen.'

describe('readInputs', () => {
  it('gives text and metadata of a file', async () => {
    const path = await file('a.txt', `date 2019-04-25\r\n\r\n${german}\r\n`)
    const [result] = documents(await read([path]))
    expect(result?.document).toEqual({
      text: `date 2019-04-25\r\n\r\n${german}\r\n`,
      metadata: {
        id: documentId(`date 2019-04-25\r\n\r\n${german}\r\n`),
        title: null,
        date: '2019-04-25',
        language: 'de',
        author: null,
        publisher: null,
        source: 'a.txt',
      },
    })
    expect(result?.warnings).toEqual([])
  })

  it('knows the same text in another encoding by the same id', async () => {
    const paths = [
      await file('utf8.txt', german),
      await file('bom.txt', `\ufeff${german}`),
      await file('latin1.txt', iconv.encode(german, 'latin1')),
      await file('utf16.txt', iconv.encode(german, 'utf-16le', { addBOM: true })),
    ]
    const ids = documents(await read(paths)).map((r) => r.document.metadata.id)
    expect(new Set(ids).size).toBe(1)
    expect(ids).toHaveLength(4)
  })

  it('reports what cannot be read and goes on', async () => {
    const results = await read([
      join(folder, 'absent.txt'),
      await file('empty.txt', ' \r\n\t'),
      await file('scan.txt', '%PDF-1.4 ...'),
      await file(
        'noise.txt',
        new Uint8Array(300).map((_, i) => i % 7),
      ),
      await file('large.txt', new Uint8Array(10_000_001).fill(97)),
      await file('long.txt', 'a'.repeat(1_000_001)),
      await file('broken.md', '---\n"title: A\n---\nText.'),
      await file('good.txt', german),
    ])
    expect(errors(results).map((message) => message.replace(`${folder}/`, ''))).toEqual([
      'absent.txt: no such file',
      'empty.txt: empty: there is no text in it',
      'scan.txt: not a text but a PDF file',
      'noise.txt: not a text: it holds control characters as binary files do',
      'large.txt: too large: more than 10 MB',
      'long.txt: too large: 1000001 characters of text, the limit is 1000000',
      expect.stringMatching(/^broken\.md: front matter is not YAML/),
    ])
    expect(documents(results)).toHaveLength(1)
  })

  it('warns of a text that is not German', async () => {
    const english =
      'The president met the ruler of the country in the city on Thursday, and it was said that they would talk about trade and the railway.'
    const greek =
      'Ο πρόεδρος συναντήθηκε με τον ηγέτη της χώρας στην πόλη την Πέμπτη και είπαν ότι θα μιλήσουν για το εμπόριο και τον σιδηρόδρομο της περιοχής.'
    const results = documents(await read([await file('en.txt', english), await file('el.txt', greek)]))
    expect(results.map((r) => [r.document.metadata.language, r.warnings[0]])).toEqual([
      ['en', expect.stringContaining('seems to be English')],
      ['und', expect.stringContaining('does not seem to be German')],
    ])
  })

  it('does not doubt German with English quotations, nor a text too short to tell', async () => {
    const mixed = `${german} "The people of this country and the world will see that it is good", sagte er. ${german}`
    const results = documents(await read([await file('mixed.txt', mixed), await file('short.txt', 'Made in Germany')]))
    expect(results.flatMap((r) => r.warnings)).toEqual([])
  })

  it('reads standard input, and sniffs what it is', async () => {
    async function* chunks() {
      yield new TextEncoder().encode('---\ntitle: Ein Titel\n')
      yield `---\n${german}`
    }
    const [result] = documents(await read(['-'], { stdin: chunks() }))
    expect(result?.document.metadata).toMatchObject({ title: 'Ein Titel', source: null })
    expect(result?.input).toBe('<stdin>')
  })

  it('lets the caller give the date, if it is one', async () => {
    const path = await file('dated.txt', `date 2019-04 ${german}`)
    expect(documents(await read([path], { date: '2020-05-06' }))[0]?.document.metadata.date).toBe('2020-05-06')
    await expect(read([path], { date: 'yesterday' })).rejects.toThrow('"yesterday" is not a date')
  })
})

describe('expandInputs', () => {
  it('expands globs and folders in order, and takes nothing twice', async () => {
    const own = await mkdtemp(join(folder, 'glob-'))
    for (const name of ['b.txt', 'a.txt', 'c.md', 'd.jpg', '[x].txt', 'README.md'])
      await writeFile(join(own, name), german)
    const names = async (...inputs: string[]) =>
      (await expandInputs(inputs)).map((found) =>
        typeof found === 'string' ? found.replace(`${own}/`, '') : found.message,
      )
    expect(await names(join(own, '*.txt'), join(own, 'a.txt'))).toEqual(['[x].txt', 'a.txt', 'b.txt'])
    expect(await names(own)).toEqual(['[x].txt', 'a.txt', 'b.txt', 'c.md'])
    expect(await names(join(own, '[x].txt'))).toEqual(['[x].txt'])
    expect(await names(join(own, '*.doc'))).toEqual([expect.stringContaining('no file matches')])
  })
})

describe('addresses', () => {
  let server: Server
  let base: string
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/article' }).end()
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
      else if (request.url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
      else if (request.url === '/article')
        response
          .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
          .end(iconv.encode(`<p>${german}</p>`, 'latin1'))
      else if (request.url === '/slow') setTimeout(() => response.end(), 2000).unref()
      else response.writeHead(404).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it('are fetched, redirects followed, the declared encoding heard', async () => {
    const [result] = documents(await read([`${base}/moved`]))
    expect(result?.document.text).toBe(`${german}\n`)
    expect(result?.document.metadata.source).toBe(`${base}/article`)
  })

  it('that cannot be had give an error', async () => {
    const results = await read(
      [`${base}/none`, `${base}/loop`, `${base}/file`, `${base}/slow`, 'http://127.0.0.1:1/'],
      { timeoutMs: 300 },
    )
    expect(errors(results).map((message) => message.replace(base, ''))).toEqual([
      '/none: the server answers 404 Not Found',
      '/loop: more than 5 redirects',
      '/file: redirects to file:, which is not read',
      '/slow: no answer within 0.3 seconds',
      expect.stringContaining('cannot be fetched'),
    ])
  })
})
