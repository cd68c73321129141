import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../../src/server/index.ts'
import { type Browser, browserMissing, buildViewer, launchBrowser } from '../support/browser.ts'
import { articleExtraction } from '../support/viewer-extraction.ts'
import { clickNode, settled } from '../support/viewer-page.ts'
import { fakeWorkspace } from '../support/viewer-workspace.ts'

const missing = browserMissing()
const skipped = missing === null ? '' : ` (skipped: ${missing})`

describe.skipIf(missing !== null)(`the viewer in a browser${skipped}`, () => {
  let viewer: Awaited<ReturnType<typeof buildViewer>>
  let server: RunningServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    viewer = await buildViewer()
    server = await startServer({ workspace: fakeWorkspace([articleExtraction()]), viewer: viewer.folder, port: 0 })
    browser = await launchBrowser()
    page = await browser.newPage()
    await page.goto(server.url)
    await settled(page)
  })

  afterEach(() => expect(browser.complaints()).toEqual([]))

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    viewer?.remove()
  })

  it('shows the claims of a node that is clicked, and the sentence that states a claim', async () => {
    await clickNode(page, 'Wladimir Putin')
    await page.locator('.detail h2', { hasText: 'Wladimir Putin' }).waitFor()
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/node.png` })
    await page.locator('.detail .row', { hasText: 'trifft' }).first().click()
    const quote = page.locator('blockquote.evidence')
    await quote.waitFor()
    expect(await quote.textContent()).toBe(
      'In Wladiwostok beginnt das Treffen zwischen Russlands Präsident Putin und dem nordkoreanischen Machthaber Kim.',
    )
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/claim.png` })
  })
})
