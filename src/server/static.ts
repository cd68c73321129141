import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { HttpError } from './http.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

export interface StaticFile {
  readonly body: Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

/**
 * A file below `folder`; `/` is `index.html`. Files under `assets/` have a hash of their content in their name and never change.
 * @throws HttpError 404 for anything else, so also for what lies outside of the folder.
 */
export async function staticFile(folder: string, path: string): Promise<StaticFile> {
  const missing = (): HttpError => new HttpError(404, `There is nothing at ${path}.`, 'The viewer is at /.')
  const type = TYPES[path === '/' ? '.html' : extname(path)]
  if (type === undefined || path.includes('\0')) throw missing()
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, path === '/' ? 'index.html' : path))
    if (!file.startsWith(root + sep)) throw missing()
    const body = await readFile(file)
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    return { body, headers: { 'Content-Type': type, 'Cache-Control': cache } }
  } catch (error) {
    if (error instanceof HttpError) throw error
    if (path === '/')
      throw new HttpError(404, 'The viewer has not been built.', 'Run `npm run build`, then start `serve` again.')
    throw missing()
  }
}
