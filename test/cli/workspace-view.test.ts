import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceView } from '../../src/cli/workspace-view.ts'
import { nodeResources } from '../../src/node/resources.ts'
import type { SparqlRequest } from '../../src/server/types.ts'
import { publish } from '../../src/store/publish.ts'
import { Workspace } from '../../src/store/workspace.ts'
import { meeting, visit } from '../support/workspace-extraction.ts'

let folder: string
let workspace: Workspace
let view: Awaited<ReturnType<typeof workspaceView>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressgraph-view-'))
  workspace = await Workspace.openOrCreate(join(folder, 'w'))
  for (const [i, extraction] of [meeting(), visit()].entries())
    await workspace.put(extraction, extraction.document, i + 1, { pressgraph: '0', model: 'm', ontology: 'o' })
  await publish(workspace)
  view = await workspaceView(workspace, { resources: async (extensions) => nodeResources({}, extensions) })
})
afterAll(async () => {
  await view.close()
  await rm(folder, { recursive: true })
})

const request = (query: string, more: Partial<SparqlRequest> = {}): SparqlRequest => ({
  query,
  results: 'text/csv',
  graph: 'text/turtle',
  defaultGraphs: [],
  namedGraphs: [],
  timeoutMs: 10_000,
  signal: new AbortController().signal,
  ...more,
})

describe('workspaceView', () => {
  it('lists articles, and gives each with its claims', async () => {
    expect(await view.articles()).toEqual([
      expect.objectContaining({ id: meeting().document.id, title: 'Putin trifft Kim', entities: 8, claims: 7 }),
      expect.objectContaining({ id: visit().document.id, claims: 2 }),
    ])
    expect(await view.extraction(meeting().document.id)).toEqual(meeting())
    expect(await view.extraction('000000000000')).toBeNull()
  })

  it('has one node for what is one across articles', async () => {
    await view.revision()
    const [a, b] = [meeting().document.id, visit().document.id]
    expect(view.nodeOf(`${a}/Wladimir_Putin`)).toBe(view.nodeOf(`${b}/Wladimir_Putin`))
    expect(view.nodeOf(`${a}/Treffen`)).not.toBe(view.nodeOf(`${b}/Treffen`))
    expect(view.iriOf(`${b}/Treffen`)).toBe('https://w3id.org/pressgraph/entity/Treffen_2')
  })

  it('shows decisions under a new revision', async () => {
    const before = await view.revision()
    expect(await view.revision()).toBe(before)
    const { id } = await workspace.decide({ kind: 'reject', claim: `${meeting().document.id}-1` })
    expect(await view.revision()).not.toBe(before)
    expect((await view.extraction(meeting().document.id))?.claims).toHaveLength(6)
    await workspace.decide({ kind: 'undo', decision: id })
  })

  it('answers queries in the accepted formats', async () => {
    expect(await view.sparql(request('SELECT ?o { ent:Wladimir_Putin pg:meets ?o }'))).toEqual({
      mediaType: 'text/csv',
      body: 'o\r\nhttps://w3id.org/pressgraph/entity/Kim_Jong_Un\r\n',
    })
    const construct = 'CONSTRUCT { ?a pg:meets ?b } WHERE { ?a pg:meets ?b }'
    expect((await view.sparql(request(construct))).body).toContain('ent:Wladimir_Putin pg:meets ent:Kim_Jong_Un .')
    expect((await view.sparql(request(construct, { graph: 'application/ld+json' }))).body).toContain('"@context"')
    expect((await view.sparql(request(construct, { graph: 'application/n-triples' }))).body.split('\n')).toHaveLength(2)
    await expect(view.sparql(request(construct, { graph: null }))).rejects.toMatchObject({ reason: 'not-acceptable' })
    await expect(view.sparql(request('SELECT'))).rejects.toMatchObject({ reason: 'syntax', line: 1 })
    const article = `https://w3id.org/pressgraph/article/${visit().document.id}`
    const count = request('ASK { ?s pg:meets ?o }', { defaultGraphs: [article] })
    expect((await view.sparql(count)).body.trim()).toBe('false')
  })

  it('names classes, relations and ready-made queries', async () => {
    const { prefixes, terms, queries } = await view.vocabulary()
    expect(prefixes.pg).toBe('https://w3id.org/pressgraph/ontology#')
    expect(terms).toContainEqual(expect.objectContaining({ name: 'pg:Person', kind: 'class' }))
    expect(terms).toContainEqual(expect.objectContaining({ name: 'pg:meets', kind: 'relation' }))
    expect(queries.map(({ name }) => name)).toContain('who-met-whom')
  })

  it('adds an article, once, and refuses what is none', async () => {
    const steps: string[] = []
    const text = 'Angela Merkel besuchte Emmanuel Macron.'
    const add = (input: Parameters<typeof view.add>[0]) =>
      view.add(input, ({ stage }) => steps.push(stage), new AbortController().signal)
    const added = await add({ kind: 'text', text, title: 'Ein Besuch', date: '2019-05-06' })
    expect(added).toMatchObject({ known: false, article: { title: 'Ein Besuch', date: '2019-05-06' } })
    expect(steps).toEqual(['read', 'extract', 'publish'])
    expect(await add({ kind: 'file', name: 'a.txt', base64: Buffer.from(text).toString('base64') })).toMatchObject({
      known: true,
    })
    expect((await view.sparql(request('ASK { ent:Angela_Merkel pg:visits ent:Emmanuel_Macron }'))).body.trim()).toBe(
      'true',
    )
    await expect(add({ kind: 'text', text: ' ' })).rejects.toThrow('empty')
    expect(await view.articles()).toHaveLength(3)
  })
})
