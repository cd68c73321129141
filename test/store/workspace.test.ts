import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'n3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Extraction } from '../../src/core/claims.ts'
import { publish, readResolution } from '../../src/store/publish.ts'
import { shardFiles } from '../../src/store/shards.ts'
import { Workspace } from '../../src/store/workspace.ts'
import { meeting, sketch, visit } from '../support/workspace-extraction.ts'

const versions = { pressgraph: '0', model: 'm', ontology: 'o' }
let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'pressgraph-store-')), 'workspace')
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

async function workspaceOf(...extractions: Extraction[]): Promise<Workspace> {
  const workspace = await Workspace.openOrCreate(folder)
  let sequence = (await workspace.documents()).length
  for (const extraction of extractions) await workspace.put(extraction, extraction.document, ++sequence, versions)
  return workspace
}

const graph = async (workspace: Workspace): Promise<string> =>
  (await Promise.all((await shardFiles(workspace.folder)).map((file) => readFile(file, 'utf8')))).join('')

const facts = (nquads: string): string[] =>
  new Parser({ format: 'N-Quads' })
    .parse(nquads)
    .filter((quad) => quad.predicate.value.includes('ontology#') && quad.subject.value.includes('/entity/'))
    .map((quad) =>
      [quad.subject, quad.predicate, quad.object].map((term) => term.value.replace(/^.*[/#]/, '')).join(' '),
    )
    .sort()

describe('Workspace', () => {
  it('keeps an article and gives it back', async () => {
    const workspace = await workspaceOf(meeting())
    expect(await workspace.extraction(meeting().document.id)).toEqual(meeting())
    const [stored] = await (await Workspace.open(folder)).documents()
    expect(stored).toMatchObject({
      sequence: 1,
      entities: 8,
      claims: 7,
      versions,
      title: 'Putin trifft Kim',
      statuses: { desired: 1, fact: 6 },
    })
    expect(await workspace.extraction('0123456789ab')).toBeNull()
    expect(await workspace.extraction('../../etc')).toBeNull()
  })

  it('says what is wrong with a folder that is no workspace', async () => {
    await expect(Workspace.open(folder)).rejects.toThrow(/is no workspace/)
    await expect(Workspace.openOrCreate(tmpdir())).rejects.toThrow(/is not empty and no workspace/)
  })

  it('says which file is damaged', async () => {
    const workspace = await workspaceOf(meeting())
    const { id } = meeting().document
    const change = async (file: string, content: string, message: RegExp) => {
      const path = join(folder, 'documents', id, file)
      const before = await readFile(path, 'utf8')
      await writeFile(path, content)
      await expect(workspace.extraction(id)).rejects.toThrow(message)
      await writeFile(path, before)
    }
    await change('text.txt', 'Etwas anderes.', /text\.txt: is not the text that was stored/)
    await change('metadata.json', '{"id"', /metadata\.json: is not JSON/)
    await change('metadata.json', '{"id":5}', /metadata\.json: id: /)
    const lines = await readFile(join(folder, 'documents', id, 'claims.jsonl'), 'utf8')
    await change(
      'claims.jsonl',
      lines.replace('"start":', '"start":1'),
      /claim \S+ quotes what the text does not say there/,
    )
    await writeFile(join(folder, 'pressgraph.json'), '{"format":2}')
    await expect(Workspace.open(folder)).rejects.toThrow(
      /pressgraph\.json: format: this pressgraph reads format 1 only/,
    )
  })

  it('passes over an article that an interrupted build left half', async () => {
    const workspace = await workspaceOf(meeting(), visit())
    await rm(join(folder, 'documents', meeting().document.id, 'metadata.json'))
    expect((await workspace.documents()).map(({ id }) => id)).toEqual([visit().document.id])
  })

  it('leaves nothing aside when it writes', async () => {
    const workspace = await workspaceOf(meeting())
    await publish(workspace)
    const files = (await readdir(folder, { recursive: true })).filter((name) => /tmp|lock/.test(name))
    expect(files).toEqual([])
  })

  it('is changed by one process at a time; a lock left by one that is gone is taken over', async () => {
    const workspace = await workspaceOf()
    const unlock = await workspace.lock()
    await expect(workspace.lock()).rejects.toThrow(`is being changed by process ${process.pid}`)
    await unlock()
    const gone = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }))
    const { hostname } = await import('node:os')
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: gone, host: hostname() }))
    await (await workspace.lock())()
  })

  it('appends decisions, numbered, also behind a line that was cut short', async () => {
    const workspace = await workspaceOf(meeting())
    await workspace.decide({ kind: 'reject', claim: 'a-1', note: 'falsch' })
    await writeFile(
      join(folder, 'decisions.jsonl'),
      `${await readFile(join(folder, 'decisions.jsonl'), 'utf8')}{"id":2,"ki`,
    )
    await workspace.decide({ kind: 'undo', decision: 1 })
    expect(await workspace.decisions()).toEqual([
      { id: 1, kind: 'reject', claim: 'a-1', note: 'falsch' },
      { id: 2, kind: 'undo', decision: 1 },
    ])
  })
})

describe('publish', () => {
  it('writes one shard an article, and what joins the articles; naive facts hold no hope and no denial', async () => {
    const workspace = await workspaceOf(meeting(), visit())
    expect(await publish(workspace)).toMatchObject({ articles: 2, written: 2 })
    expect((await shardFiles(workspace.folder)).map((file) => file.slice(folder.length + 1))).toEqual(
      [`graph/${meeting().document.id}.nq`, `graph/${visit().document.id}.nq`, 'graph/entities.nq'].sort(),
    )
    const all = await graph(workspace)
    expect(facts(all)).toEqual([
      'Ilja_Djatschkow expertOn Nordkorea',
      'Treffen takesPlaceIn Wladiwostok',
      expect.stringMatching(/^Treffen takesPlaceOn/),
      'Wladimir_Putin headOfStateOf Russland',
      'Wladimir_Putin meets Kim_Jong_Un',
      'Wladimir_Putin participatesIn Treffen',
      'Wladimir_Putin visits Peking',
    ])
    const joins = await readFile(join(folder, 'graph', 'entities.nq'), 'utf8')
    expect(joins.trimEnd().split('\n')).toHaveLength(2)
    expect(joins).toContain(
      `article/${visit().document.id}#Wladimir_Putin> <http://www.w3.org/ns/prov#specializationOf> `,
    )
  })

  it('writes nothing anew when nothing changed, and the same bytes from nothing', async () => {
    const workspace = await workspaceOf(meeting(), visit())
    await publish(workspace)
    const [first, before] = [await graph(workspace), await stat((await shardFiles(workspace.folder))[0]!)]
    expect(await publish(workspace)).toMatchObject({ written: 0 })
    expect((await stat((await shardFiles(workspace.folder))[0]!)).mtimeMs).toBe(before.mtimeMs)
    await rm(join(folder, 'graph'), { recursive: true })
    expect(await publish(workspace)).toMatchObject({ written: 2 })
    expect(await graph(workspace)).toBe(first)
  })

  it('writes anew what was damaged, and removes what is gone', async () => {
    const workspace = await workspaceOf(meeting(), visit())
    await publish(workspace)
    await writeFile((await shardFiles(workspace.folder))[0]!, 'broken')
    expect(await publish(workspace)).toMatchObject({ written: 1 })
    await workspace.remove(visit().document.id)
    expect(await publish(workspace)).toMatchObject({ articles: 1 })
    expect(await shardFiles(workspace.folder)).toHaveLength(2)
    expect(await readFile(join(folder, 'graph', 'entities.nq'), 'utf8')).toBe('')
  })

  it('follows decisions, and goes back when they are undone', async () => {
    const workspace = await workspaceOf(meeting(), visit())
    await publish(workspace)
    const before = await graph(workspace)
    const [a, b] = [meeting().document.id, visit().document.id]
    await workspace.decide({ kind: 'different', entities: [`${a}/Wladimir_Putin`, `${b}/Wladimir_Putin`] })
    await workspace.decide({ kind: 'same', entities: [`${a}/Kim_Jong_Un`, `${b}/Xi_Jinping`] })
    await workspace.decide({ kind: 'rename', entity: `${a}/Russland`, label: 'Russische Föderation' })
    await workspace.decide({ kind: 'reject', claim: `${a}-4` })
    await publish(workspace)
    const decided = await graph(workspace)
    expect(facts(decided)).toContain('Wladimir_Putin_2 visits Peking')
    expect(facts(decided)).not.toContain('Ilja_Djatschkow expertOn Nordkorea')
    expect(decided).toContain(
      '/entity/Russland> <http://www.w3.org/2000/01/rdf-schema#label> "Russische F\u00f6deration"@de',
    )
    const { iriOf } = await readResolution(workspace)
    expect(iriOf(`${b}/Xi_Jinping`)).toBe('https://w3id.org/pressgraph/entity/Kim_Jong_Un')
    for (const decision of [1, 2, 3, 4]) await workspace.decide({ kind: 'undo', decision })
    await publish(workspace)
    expect(await graph(workspace)).toBe(before)
  })

  it('keeps hostile strings inside their literals', async () => {
    const evil = '"><script>alert(1)</script> \\" .\n<http://evil> <http://evil> <http://evil> .\r\t'
    const text = `${evil} trifft Kim Jong Un.`
    const workspace = await workspaceOf(
      sketch(
        text,
        [
          ['Person', evil],
          ['Person', 'Kim Jong Un'],
        ],
        [[evil, 'meets', 'Kim Jong Un', text]],
        { title: evil },
      ),
    )
    await publish(workspace)
    const quads = new Parser({ format: 'N-Quads' }).parse(await graph(workspace))
    expect(quads.filter((quad) => quad.subject.value === 'http://evil')).toEqual([])
    expect(quads.some((quad) => quad.object.value === evil)).toBe(true)
  })
})
