import type { Page } from 'playwright-core'

interface ViewerGlobal {
  pressgraph: {
    store: { snapshot: { model: { nodes: { label: string }[]; nodeIndex: Map<string, number> } } }
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

/** Where a node is drawn, in pixels of the page. */
export async function placeOf(page: Page, label: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((name) => {
    const { store, stage } = (globalThis as unknown as ViewerGlobal).pressgraph
    const node = store.snapshot.model.nodes.findIndex((one) => one.label === name)
    return node < 0 ? null : stage.canvas()!.viewportOf(node)
  }, label)
  if (!place) throw new Error(`no node is called ${label}`)
  const box = (await page.locator('.canvas').boundingBox())!
  return { x: box.x + place.x, y: box.y + place.y }
}

export async function clickNode(page: Page, label: string, modifiers: ('Shift' | 'Control')[] = []): Promise<void> {
  const { x, y } = await placeOf(page, label)
  for (const key of modifiers) await page.keyboard.down(key)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.up()
  for (const key of modifiers) await page.keyboard.up(key)
  // Sigma waits whether a second click follows.
  await page.waitForTimeout(350)
}
