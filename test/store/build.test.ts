import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PressgraphError } from '../../src/core/errors.ts'
import { type AddOptions, addArticle } from '../../src/store/build.ts'
import { Workspace } from '../../src/store/workspace.ts'
import { meeting, visit } from '../support/workspace-extraction.ts'

const versions = { pressgraph: '1', model: 'm', ontology: 'o' }
let workspace: Workspace
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressgraph-build-'))
  workspace = await Workspace.openOrCreate(join(folder, 'w'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const incoming = ({ text, document }: ReturnType<typeof meeting>, date = document.date) => ({
  input: 'a.txt',
  document: { text, metadata: { ...document, date } },
})

/** Options whose `extract` counts how often it is called. */
function counting(more: Partial<AddOptions> = {}): AddOptions & { calls: number } {
  const options = {
    calls: 0,
    versions,
    extract: async ({ metadata }: { metadata: { id: string } }) => {
      options.calls++
      return metadata.id === meeting().document.id ? meeting() : visit()
    },
    ...more,
  }
  return options
}

it('extracts an article once, and again when versions or its date change, or when told', async () => {
  const options = counting()
  expect(await addArticle(workspace, incoming(meeting()), options)).toMatchObject({
    known: false,
    stored: { sequence: 1 },
  })
  expect(await addArticle(workspace, incoming(meeting()), options)).toMatchObject({ known: true })
  expect(options.calls).toBe(1)
  const newer = counting({ versions: { ...versions, model: 'better' } })
  expect(await addArticle(workspace, incoming(meeting()), newer)).toMatchObject({
    known: false,
    stored: { sequence: 1 },
  })
  expect(await addArticle(workspace, incoming(meeting(), '2019-04-25'), newer)).toMatchObject({ known: false })
  expect(await addArticle(workspace, incoming(meeting(), null), newer)).toMatchObject({
    known: true,
    stored: { date: '2019-04-25' },
  })
  await addArticle(workspace, incoming(meeting(), null), { ...newer, force: true })
  expect(await addArticle(workspace, incoming(visit()), newer)).toMatchObject({ stored: { sequence: 2 } })
})

it('tells a defect that one article shows from what concerns all', async () => {
  const failing = (error: Error) => counting({ extract: () => Promise.reject(error) })
  await expect(addArticle(workspace, incoming(meeting()), failing(new TypeError('x is undefined')))).rejects.toThrow(
    'a.txt: cannot be analysed: x is undefined',
  )
  const missing = new PressgraphError('no model')
  await expect(addArticle(workspace, incoming(meeting()), failing(missing))).rejects.toBe(missing)
  expect(await workspace.documents()).toEqual([])
})
