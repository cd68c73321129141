import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ResourceError } from '../core/errors.ts'
import { createResources, type Extensions, type InferenceSession, type Resources } from '../core/resources.ts'

/** The folder of pressgraph's own package.json, wherever this module runs from (sources or `dist`). */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'pressgraph') return folder
    const parent = dirname(folder)
    if (parent === folder) throw new ResourceError('pressgraph cannot find its own package folder')
    folder = parent
  }
}

/** A model from its bytes on onnxruntime-node, or on onnxruntime-web where the native library cannot be loaded. */
async function createSession(model: Uint8Array): Promise<InferenceSession> {
  const { createNodeSession } = await import('./session.ts')
  return createNodeSession(model)
}

/**
 * Resources from files: what the build compiled (`dist/data`) first, then `data`, then `ontology`.
 * @param overrides folders that are asked instead, by the prefix of the names they answer: a model folder from elsewhere as `models/de`.
 * @param extensions what the user adds to ontology and lexicon.
 */
export function nodeResources(overrides: Readonly<Record<string, string>> = {}, extensions?: Extensions): Resources {
  const root = packageRoot()
  const candidates = (name: string): string[] => {
    for (const [prefix, folder] of Object.entries(overrides))
      if (name.startsWith(`${prefix}/`)) return [join(folder, name.slice(prefix.length + 1))]
    return name.startsWith('ontology/') ? [join(root, name)] : [join(root, 'dist/data', name), join(root, 'data', name)]
  }
  const read = async (name: string): Promise<Uint8Array> => {
    for (const file of candidates(name)) {
      try {
        return await readFile(file)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      }
    }
    throw new ResourceError(`missing data file ${candidates(name).join(' or ')}`, {
      hint: 'Run `npm run build`, which compiles the data files.',
    })
  }
  return createResources(read, createSession, extensions)
}
