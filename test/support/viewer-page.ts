import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page, Request } from 'playwright-core'
import type { Extraction } from '../../src/core/claims.ts'
import { pageOf, toHtml } from '../../src/export/html.ts'
import { startServer } from '../../src/server/index.ts'
import type { GraphData } from '../../src/server/types.ts'
import { type Browser, builtViewer } from './browser.ts'
import { articleExtraction, secondExtraction } from './viewer-extraction.ts'
import { sparqlOver } from './viewer-sparql.ts'
import { fakeWorkspace } from './viewer-workspace.ts'

/** The two ways to have the viewer: from `serve`, and as the file of `export --format html`, which neither asks in SPARQL nor adds articles. */
export const WAYS = ['served', 'in one file'] as const
export type Way = (typeof WAYS)[number]

export interface OpenOptions {
  /** With its `#`. */
  readonly fragment?: string
  readonly width?: number
  readonly height?: number
  /** Another graph in place of the session's. */
  readonly graph?: GraphData
}

export interface Session {
  readonly way: Way
  /** Opens the viewer and waits until its layout has come to rest. */
  readonly open: (options?: OpenOptions) => Promise<Page>
  /** Opens the viewer and waits for nothing. */
  readonly visit: (page: Page, options?: Pick<OpenOptions, 'fragment' | 'graph'>) => Promise<void>
  /** What pages have complained about since the last call, and what they asked others for. */
  readonly complaints: () => string[]
  readonly close: () => Promise<void>
}

export interface SessionOptions {
  /** The hand-made article unless others are given. */
  readonly extractions?: readonly Extraction[]
  /** How long adding an article takes, in ms. */
  readonly delayMs?: number
}

/** The built viewer over extractions, opened in one of both ways in a browser that is somebody else's to close. */
export async function startSession(way: Way, browser: Browser, options: SessionOptions = {}): Promise<Session> {
  const extractions = options.extractions ?? [articleExtraction()]
  const { address, own, close } =
    way === 'served' ? await served(extractions, options) : await inOneFile(extractions, await builtViewer())
  const strangers: string[] = []
  const watch = (request: Request) => {
    if (!own.test(request.url())) strangers.push(`asked for ${request.url()}`)
  }
  const visit: Session['visit'] = async (page, { fragment = '', graph } = {}) => {
    page.on('request', watch)
    await page.goto((await address(page, graph)) + fragment)
  }
  return {
    way,
    visit,
    open: async ({ width, height, ...what } = {}) => {
      const page = await browser.newPage({ ...(width ? { width } : {}), ...(height ? { height } : {}) })
      await visit(page, what)
      await settled(page)
      return page
    },
    complaints: () => [...browser.complaints(), ...strangers.splice(0)],
    close,
  }
}

interface Place {
  /** Where a page finds the viewer, with the session's graph or another. */
  readonly address: (page: Page, graph?: GraphData) => Promise<string>
  /** What it may ask for. */
  readonly own: RegExp
  readonly close: () => Promise<void>
}

async function served(extractions: readonly Extraction[], { delayMs }: SessionOptions): Promise<Place> {
  const workspace = fakeWorkspace(extractions, {
    further: [secondExtraction()],
    answer: sparqlOver(() => extractions),
    ...(delayMs === undefined ? {} : { delayMs }),
  })
  const server = await startServer({ workspace, viewer: await builtViewer(), port: 0 })
  return {
    address: async (page, graph) => {
      if (graph) {
        const body = JSON.stringify(graph)
        await page.route('**/api/graph', (route) => route.fulfill({ body, contentType: 'application/json' }))
      }
      return server.url
    },
    own: new RegExp(`^(${server.url}|blob:|data:)`),
    close: () => server.close(),
  }
}

async function inOneFile(extractions: readonly Extraction[], viewer: string): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'pressgraph-file-'))
  const code = join(viewer, 'standalone')
  const write = (name: string, html: string): string => {
    writeFileSync(join(folder, name), html)
    return pathToFileURL(join(folder, name)).href
  }
  const html = await toHtml(extractions, {
    nodeOf: (id) => id.split('/').at(-1)!,
    iriOf: (id) => `https://w3id.org/pressgraph/entity/${id.split('/').at(-1)}`,
    viewer: code,
  })
  const address = write('graph.html', html)
  return {
    address: async (_, graph) => (graph ? write('other.html', await pageOf({ graph, articles: [] }, code)) : address),
    own: /^(file|blob|data):/,
    close: async () => rmSync(folder, { recursive: true }),
  }
}

interface ViewerGlobal {
  pressgraph: {
    store: { snapshot: { model: { nodes: { label: string }[] }; visible: { nodeCount: number; claimCount: number } } }
    stage: {
      settled: () => Promise<void>
      canvas: () => { viewportOf: (node: number) => { x: number; y: number } } | null
    }
  }
}

/** Waits until the graph is drawn and its layout has come to rest. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => 'pressgraph' in globalThis)
  await page.evaluate(() => (globalThis as unknown as ViewerGlobal).pressgraph.stage.settled())
  // A frame for what was placed last.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** How many nodes and claims the filters leave. */
export const visibleCounts = (page: Page): Promise<{ nodes: number; claims: number }> =>
  page.evaluate(() => {
    const { visible } = (globalThis as unknown as ViewerGlobal).pressgraph.store.snapshot
    return { nodes: visible.nodeCount, claims: visible.claimCount }
  })

/** Where a node is drawn, in pixels of the page. */
export async function placeOf(page: Page, label: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((name) => {
    const { store, stage } = (globalThis as unknown as ViewerGlobal).pressgraph
    const node = store.snapshot.model.nodes.findIndex((one) => one.label === name)
    return node < 0 ? null : stage.canvas()!.viewportOf(node)
  }, label)
  if (!place) throw new Error(`no node is called ${label}`)
  const box = (await page.locator('.stage .canvas').boundingBox())!
  return { x: box.x + place.x, y: box.y + place.y }
}

/** Clicks where a node is drawn. */
export async function clickNode(page: Page, label: string, modifier?: 'Shift'): Promise<void> {
  const { x, y } = await placeOf(page, label)
  await page.mouse.move(x, y)
  if (modifier) await page.keyboard.down(modifier)
  await page.mouse.click(x, y)
  if (modifier) await page.keyboard.up(modifier)
  // Sigma takes what follows within 300 ms for a double click.
  await page.waitForTimeout(350)
}

/** Keeps a picture of the page where the environment's SCREENSHOTS names a folder. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) })
}
