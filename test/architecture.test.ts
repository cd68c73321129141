import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The folders of `src` in the order of docs/architecture.md: each may import from those before it. */
const LAYERS = [
  'core',
  'rdf',
  'lexicon',
  'gazetteer',
  'lang',
  'ml',
  'stages',
  'conllu',
  'pipeline',
  'node',
  'ingest',
  'graph',
  'server',
  'export',
  'store',
  'query',
  'evaluate',
  'cli',
]

/** What must run in a browser as well. */
const PORTABLE = ['core', 'rdf', 'lexicon', 'gazetteer', 'lang', 'ml', 'stages', 'conllu', 'pipeline', 'graph']

const filesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort()

const importsOf = (file: string): string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1]!)

const sources = filesOf('src')
const layerOf = (file: string): string => file.split('/')[1]!

describe('architecture', () => {
  it('lists every folder of src', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map((entry) => entry.name).sort()).toEqual([...LAYERS].sort())
  })

  it('imports one way', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => normalize(join(dirname(file), target)))
        .filter((target) => LAYERS.indexOf(layerOf(target)) > LAYERS.indexOf(layerOf(file)) && file !== 'src/index.ts')
        .map((target) => `${file} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('keeps Node out of what runs in a browser', () => {
    const wrong = sources
      .filter((file) => PORTABLE.includes(layerOf(file)))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('node:'))
          .map((target) => `${file}: ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('lets the viewer know only what the server says, the graph and the names of the ontology', () => {
    const wrong = filesOf('viewer').flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => normalize(join(dirname(file), target)))
        .filter((target) => target.startsWith('src/') && !/^src\/(server\/types|graph|rdf|core)/.test(target))
        .map((target) => `${file} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('keeps files under 400 lines', () => {
    const long = ['src', 'test', 'viewer', 'scripts']
      .flatMap(filesOf)
      .filter((file) => !file.endsWith('.generated.ts'))
      .filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 400)
    expect(long).toEqual([])
  })
})
