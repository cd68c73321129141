import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Extraction } from '../../src/core/claims.ts'
import { type RunningServer, startServer } from '../../src/server/index.ts'
import { type Browser, builtViewer, launchBrowser } from './browser.ts'
import { articleExtraction, secondExtraction } from './viewer-extraction.ts'
import { sparqlOver } from './viewer-sparql.ts'
import { fakeWorkspace } from './viewer-workspace.ts'

export interface Session {
  readonly server: RunningServer
  readonly browser: Browser
  /** Opens the viewer and waits until its layout has come to rest. */
  readonly open: (options?: { fragment?: string; width?: number; height?: number }) => Promise<Page>
  readonly close: () => Promise<void>
}

/** A server over extractions (the hand-made article unless others are given), the built viewer, and a browser. */
export async function startSession(
  options: Parameters<typeof launchBrowser>[0] & { extractions?: readonly Extraction[]; delayMs?: number } = {},
): Promise<Session> {
  const extractions = options.extractions ?? [articleExtraction()]
  const workspace = fakeWorkspace(extractions, {
    further: [secondExtraction()],
    answer: sparqlOver(() => extractions),
    ...(options.delayMs === undefined ? {} : { delayMs: options.delayMs }),
  })
  const server = await startServer({ workspace, viewer: await builtViewer(), port: 0 })
  const browser = await launchBrowser(options)
  return {
    server,
    browser,
    open: async ({ fragment = '', width, height } = {}) => {
      const page = await browser.newPage({ ...(width ? { width } : {}), ...(height ? { height } : {}) })
      await page.goto(server.url + fragment)
      await settled(page)
      return page
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
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
