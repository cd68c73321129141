import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli } from '../support/cli.ts'

let folder: string
let workspace: string
let first: string
let second: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressgraph-cli-'))
  workspace = join(folder, 'w')
  first = join(folder, 'first.txt')
  second = join(folder, 'second.md')
  await writeFile(
    first,
    'date 2019-04-25\r\n\r\nWladimir Putin hat am Donnerstag Kim Jong Un in Wladiwostok getroffen.\r\n',
  )
  await writeFile(second, '---\ntitle: Ein Besuch\ndate: 2020-01-02\n---\n**Wladimir Putin** besuchte Peking.\n')
  const built = await cli(['build', first, second, '-w', workspace])
  expect(built).toMatchObject({ code: 0, err: '' })
  expect(built.out).toMatch(
    /^workspace {2}.*\narticles {3}2 \(2 new\)\nentities {3}\d+: .*\nclaims {5}\d+: .*\ntriples {4}\d+\ntime {7}\d/,
  )
})
afterAll(() => rm(folder, { recursive: true }))

describe('build', () => {
  it('does nothing twice', async () => {
    const files = async () =>
      (await readdir(workspace, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    const contents = async () =>
      Promise.all((await files()).map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))
    const before = await contents()
    const { out } = await cli(['build', first, second, '-w', workspace, '--json'])
    expect(JSON.parse(out)).toMatchObject({ added: 0, known: 2, failed: 0, publication: { articles: 2, written: 0 } })
    expect(await contents()).toEqual(before)
  })

  it('makes the same bytes in another folder', async () => {
    const other = join(folder, 'other')
    await cli(['build', first, second, '-w', other])
    const read = async (root: string) => {
      const names = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      const files = names.map(async ({ parentPath, name }) => [
        join(parentPath, name).slice(root.length),
        await readFile(join(parentPath, name), 'utf8'),
      ])
      return Object.fromEntries(await Promise.all(files))
    }
    expect(await read(other)).toEqual(await read(workspace))
  })

  it('goes on past inputs that cannot be read, and says so by its exit code', async () => {
    const empty = join(folder, 'empty.txt')
    await writeFile(empty, '')
    const { code, out, err } = await cli(['build', empty, join(folder, 'absent.txt'), first, '-w', workspace, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ failed: 2, known: 1 })
    expect(err).toContain('empty.txt: empty: there is no text in it')
    expect(err).toContain('absent.txt: no such file')
  })

  it('stops when interrupted, and says how to go on', async () => {
    const { code, err } = await cli(['build', first, '-w', workspace], { signal: AbortSignal.abort() })
    expect(code).toBe(1)
    expect(err).toContain('interrupted; the same command goes on where it stopped')
  })

  it('shows progress on a terminal only', async () => {
    expect((await cli(['build', first, '-w', workspace], { tty: true })).err).toContain('1 of 1')
    expect((await cli(['build', first, '-w', workspace])).err).toBe('')
  })

  it('refuses a date and a base that are none', async () => {
    expect(await cli(['build', first, '-w', workspace, '--date', 'gestern'])).toMatchObject({ code: 2 })
    expect(await cli(['build', first, '-w', join(folder, 'based'), '--base', 'x'])).toMatchObject({ code: 2 })
  })
})

describe('query', () => {
  it('answers from the built graph', async () => {
    const { code, out } = await cli([
      'query',
      '-w',
      workspace,
      '-f',
      'csv',
      'SELECT ?whom { ent:Wladimir_Putin pg:meets ?whom }',
    ])
    expect({ code, out }).toEqual({ code: 0, out: 'whom\r\nhttps://w3id.org/pressgraph/entity/Kim_Jong_Un\r\n' })
  })

  it('reads a query from a file or standard input', async () => {
    const file = join(folder, 'q.rq')
    await writeFile(file, '\ufeffASK { ?s pg:meets ?o }')
    expect((await cli(['query', '-w', workspace, '--file', file])).out).toBe('yes\n')
    expect((await cli(['query', '-w', workspace, '-'], { stdin: 'ASK { ?s pg:meets ?o }' })).out).toBe('yes\n')
  })

  it('asks ready-made queries, about an entity of that name', async () => {
    expect((await cli(['query', '-w', workspace, '--name', 'who-met-whom', '-f', 'tsv'])).out).toContain(
      '"Kim Jong Un"@de',
    )
    expect((await cli(['query', '-w', workspace, '--name', 'about', '--entity', 'wladimir putin'])).out).toContain(
      'besuchte Peking',
    )
    expect(await cli(['query', '-w', workspace, '--name', 'about', '--entity', 'Kim Jong'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Similar: Kim Jong Un.'),
    })
    expect((await cli(['query', '--list'])).out).toMatch(/^about .*\nevents /)
  })

  it('shows where a query is wrong', async () => {
    expect(await cli(['query', '-w', workspace, 'SELECT * { ?s ?p }'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/line 1, column 18.*\n {2}SELECT \* \{ \?s \?p \}\n {19}\^\n {2}hint: /),
    })
  })
})

describe('export and validate', () => {
  it.each(['turtle', 'trig', 'ntriples', 'nquads'])('write %s that parses and conforms', async (format) => {
    const file = join(folder, `graph.${format}`)
    const { code, out } = await cli(['export', '-w', workspace, '-f', format])
    expect(code).toBe(0)
    expect(new Parser({ format: format.startsWith('n') ? 'N-Quads' : 'TriG' }).parse(out).length).toBeGreaterThan(50)
    await cli(['export', '-w', workspace, '-f', format, '-o', file])
    expect(await readFile(file, 'utf8')).toBe(out)
    expect(await cli(['validate', file])).toMatchObject({ code: 0, out: expect.stringMatching(/^conforms/) })
  })

  it.each(['jsonld', 'gexf', 'graphml', 'csv'])('write %s', async (format) => {
    const { code, out } = await cli(['export', '-w', workspace, '-f', format])
    expect(code).toBe(0)
    expect(out).toContain('Kim')
  })

  it('write two tables into a folder', async () => {
    const tables = join(folder, 'tables')
    await cli(['export', '-w', workspace, '-f', 'csv', '-o', `${tables}/`])
    expect((await readdir(tables)).sort()).toEqual(['edges.csv', 'nodes.csv'])
  })

  it('report what does not conform', async () => {
    const file = join(folder, 'bad.ttl')
    await writeFile(file, '@prefix pg: <https://w3id.org/pressgraph/ontology#> . <urn:x> a pg:Claim .')
    expect(await cli(['validate', file])).toMatchObject({ code: 1, out: expect.stringContaining('does not conform') })
    expect(await cli(['validate', first])).toMatchObject({
      code: 1,
      err: expect.stringContaining('first.txt: is not RDF'),
    })
    expect((await cli(['validate', '-w', workspace])).out).toMatch(/^conforms: \d+ quads/)
  })
})

describe('extract', () => {
  it('prints claims as JSON Lines whose evidence is in the text', async () => {
    const { code, out } = await cli(['extract', first])
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const text = await readFile(first, 'utf8')
    expect(code).toBe(0)
    expect(records[0]).toMatchObject({ kind: 'document', date: '2019-04-25', source: 'first.txt' })
    const claims = records.filter(({ kind }) => kind === 'claim')
    expect(claims.length).toBeGreaterThan(0)
    for (const { evidence } of claims) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
  })

  it('prints Turtle, TriG, a table, and how each claim was made', async () => {
    expect((await cli(['extract', first, '-f', 'turtle'])).out).toContain('pg:meets ent:Kim_Jong_Un')
    expect(
      new Parser({ format: 'TriG' }).parse((await cli(['extract', first, second, '-f', 'trig'])).out).length,
    ).toBeGreaterThan(50)
    expect((await cli(['extract', first, '-f', 'table'])).out).toMatch(/Wladimir Putin +meets +Kim Jong Un +fact/)
    expect((await cli(['extract', first, '--explain'])).out).toMatch(
      /Wladimir Putin – meets \(treffen\) – Kim Jong Un\n {2}status .*\n {2}sentence .*\n {2}evidence .*\n {2}tree {6}getroffen -/,
    )
  })

  it('takes a text from standard input, warns of another language, and fails where nothing is left', async () => {
    expect((await cli(['extract', '-'], { stdin: 'Wladimir Putin besuchte Peking.' })).out).toContain('"name":"visits"')
    const english =
      'The president said that he would meet the ruler of the country in the city on Thursday, and that they were going to talk.'
    expect(await cli(['extract', '-'], { stdin: english })).toMatchObject({
      code: 0,
      err: expect.stringContaining('seems to be English'),
    })
    expect(await cli(['extract', '-'], { stdin: '' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('<stdin>: empty'),
    })
  })
})

describe('analyze', () => {
  it('prints JSON, CoNLL-U, BIO tags and triples', async () => {
    const analysis = JSON.parse((await cli(['analyze', first])).out)
    expect(analysis).toMatchObject({ document: { date: '2019-04-25' }, sentences: [expect.anything()] })
    expect((await cli(['analyze', first, '-f', 'conllu'])).out).toContain('\tgetroffen\ttreffen\tVERB\t')
    const lines = { stdin: 'Wladimir Putin traf Kim im Mai nicht.\n\nSie redeten.\n' }
    expect((await cli(['analyze', '-', '--input', 'lines', '-f', 'triples'], lines)).out).toBe(
      '1\tWladimir Putin\ttraf nicht\tKim\n1\tWladimir Putin\ttraf nicht\tKim im Mai\n',
    )
    const tokens = { stdin: 'im\nMai\n\nPutin\n' }
    expect((await cli(['analyze', '-', '--input', 'tokens', '-f', 'bio'], tokens)).out).toMatch(
      /^im\tO\nMai\tO\n\nPutin\tB-PER\n/,
    )
  })

  it('keeps what CoNLL-U gives', async () => {
    const conllu =
      '1\tPutin\tPutin\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\ttraf\ttreffen\tVERB\t_\t_\t0\troot\t_\t_\n3\tKim\tKim\tPROPN\t_\t_\t2\tobj\t_\t_\n\n'
    const { out } = await cli(['analyze', '-', '--input', 'conllu', '-f', 'conllu'], { stdin: conllu })
    expect(out).toContain('2\ttraf\ttreffen\tVERB\t')
    expect(await cli(['analyze', '-', '--input', 'conllu'], { stdin: 'x' })).toMatchObject({ code: 1 })
  })
})

describe('evaluate', () => {
  it('scores a file against gold', async () => {
    const gold = join(folder, 'gold.tsv')
    await writeFile(gold, 'Putin\tB-PER\ntraf\tO\nKim\tB-PER\n\n')
    const { code, out } = await cli(['evaluate', 'ner', gold, '--predicted', gold, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out).all).toMatchObject({ gold: 2, correct: 2, f1: 1 })
    expect((await cli(['evaluate', 'ner', gold])).out).toContain('precision')
  })

  it('scores claims and chains of an article, triples of sentences', async () => {
    const facts = join(folder, 'facts.json')
    const entity = (id: string, name: string) => ({ id, type: 'Person', names: [name] })
    const fact = { s: 'putin', p: ['meets'], o: 'kim', core: true }
    await writeFile(
      facts,
      JSON.stringify({ entities: [entity('putin', 'Wladimir Putin'), entity('kim', 'Kim Jong Un')], facts: [fact] }),
    )
    const table = await cli(['evaluate', 'facts', facts, first])
    expect(table.out).toContain('core facts         1/1\n')
    const claims = join(folder, 'claims.jsonl')
    await writeFile(claims, (await cli(['extract', first])).out)
    expect(await cli(['evaluate', 'facts', facts, claims])).toEqual(table)
    expect(await cli(['evaluate', 'facts', facts])).toMatchObject({ code: 2 })

    const chains = join(folder, 'chains.json')
    await writeFile(chains, (await cli(['analyze', second])).out)
    const again = JSON.parse((await cli(['evaluate', 'coreference', chains, second, '--json'])).out)
    expect(again.LEA.gold).toBe(again.mentions.correct)

    const openie = join(folder, 'openie.txt')
    await writeFile(openie, 'sent_id:1\tPutin traf Kim.\n1--> Cluster 1:\n[Wladimir] Putin --> traf --> Kim\n')
    expect((await cli(['evaluate', 'openie', openie])).out).toMatch(/^F1 +1\.0000$/m)
    expect((await cli(['evaluate', 'openie', openie, '--sentences', '2-3', '--json'])).out).toContain('"facts":0')
    expect(await cli(['evaluate', 'openie', openie, '--sentences', '3-2'])).toMatchObject({ code: 2 })
  })
})
