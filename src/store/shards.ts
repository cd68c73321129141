import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PressgraphError } from '../core/errors.ts'

/** The published graph of a workspace, as those need it who only read it. */
export interface Shards {
  /** The N-Quads files in a fixed order, as they are now; empty before the first publishing. */
  readonly files: () => Promise<string[]>
  /** Where the workspace's IRIs begin. */
  readonly base: string
}

/** The files that hold the published graph of the workspace in `folder`. */
export async function shardFiles(folder: string): Promise<string[]> {
  const graph = join(folder, 'graph')
  const names = await readdir(graph).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names
    .filter((name) => name.endsWith('.nq'))
    .sort()
    .map((name) => join(graph, name))
}

/**
 * Opens the published graph only: quicker than the whole workspace, for a query needs no more.
 * @throws PressgraphError if the folder is no workspace
 */
export async function openShards(folder: string): Promise<Shards> {
  const file = join(folder, 'pressgraph.json')
  let base: unknown
  try {
    base = (JSON.parse(await readFile(file, 'utf8')) as { base?: unknown }).base
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new PressgraphError(`${file} cannot be read: ${(error as Error).message}`)
    throw new PressgraphError(`${folder} is no workspace: it has no pressgraph.json`, {
      hint: `Make one with \`pressgraph build ARTICLE… -w ${folder}\`, or name another with -w.`,
    })
  }
  if (typeof base !== 'string') throw new PressgraphError(`${file}: base: the workspace has no base IRI`)
  return { base, files: () => shardFiles(folder) }
}
