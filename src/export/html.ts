import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Extraction } from '../core/claims.ts'
import { ResourceError } from '../core/errors.ts'
import { packageRoot } from '../node/resources.ts'
import { articleTextOf, type GraphDataOptions, graphDataOf } from '../server/graph-data.ts'
import type { ArticleText, GraphData } from '../server/types.ts'

export interface HtmlOptions extends GraphDataOptions {
  /** Folder of the built one-file viewer. */
  readonly viewer?: string
}

/**
 * One HTML file with viewer and data: it opens from disk and needs no network. Its Content-Security-Policy lets run what it was written
 * with, by hash, and nothing else; text from articles stands in it as data that no browser runs.
 * @throws ResourceError if the viewer has not been built
 */
export const toHtml = (extractions: readonly Extraction[], options: HtmlOptions = {}): Promise<string> =>
  pageOf({ graph: graphDataOf(extractions, options), articles: extractions.map(articleTextOf) }, options.viewer)

/**
 * The page of {@link toHtml} for a graph that is there already.
 * @param folder of the built one-file viewer
 * @throws ResourceError if the viewer has not been built
 */
export async function pageOf(
  data: { readonly graph: GraphData; readonly articles: readonly ArticleText[] },
  folder = join(packageRoot(), 'dist/viewer/standalone'),
): Promise<string> {
  const [code, style] = await Promise.all([part(folder, 'viewer.js'), part(folder, 'viewer.css')])
  // An end tag would end the script, wherever it stands in the code; `<\\/` means the same in every string.
  const script = code.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '<\\!--')
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return [
    '<!doctype html>',
    '<html lang="de">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="data:,">',
    '<title>pressgraph</title>',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div id="app"></div>',
    '<noscript>pressgraph needs JavaScript. · pressgraph braucht JavaScript.</noscript>',
    `<script type="application/json" id="pressgraph-data">${jsonForHtml(data)}</script>`,
    `<script type="module">${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

async function part(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8')
  } catch (error) {
    throw new ResourceError(`missing ${join(folder, name)}`, {
      hint: 'Run `npm run build`, which builds the viewer.',
      cause: error,
    })
  }
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** JSON in which nothing can end the element that it stands in. */
const jsonForHtml = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
