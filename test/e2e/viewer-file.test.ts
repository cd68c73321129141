import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { toHtml } from '../../src/export/html.ts'
import { type Browser, browserMissing, builtViewer, launchBrowser } from '../support/browser.ts'
import { articleExtraction } from '../support/viewer-extraction.ts'
import { clickNode, type Session, startSession } from '../support/viewer-page.ts'

const missing = browserMissing()

// WebGL without a graphics card takes its time, most of all on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

/** An article with a name that would break out of script or attribute if anything let it. */
function hostileArticle() {
  const article = articleExtraction()
  const [first, ...rest] = article.entities
  const hostile = { ...first!, names: [...first!.names, '</script><img src=x onerror=alert(1)>'] }
  return { ...article, entities: [hostile, ...rest] }
}

/** What is the file's own; the other tests of the viewer open it in both ways. */
describe.skipIf(missing !== null)(`the viewer in one file${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let browser: Browser
  let session: Session
  let page: Page

  beforeAll(async () => {
    browser = await launchBrowser()
    session = await startSession('in one file', browser, { extractions: [hostileArticle()] })
  })

  afterEach(async () => {
    await page?.close()
    expect(session.complaints()).toEqual([])
  })

  afterAll(async () => {
    await session?.close()
    await browser?.close()
  })

  it('is small enough to send', async () => {
    const html = await toHtml([hostileArticle()], { viewer: join(await builtViewer(), 'standalone') })
    expect(Buffer.byteLength(html)).toBeLessThan(2 * 2 ** 20)
  })

  it('takes a name for text, whatever it holds', async () => {
    page = await session.open()
    await clickNode(page, 'Wladimir Putin')
    await page.getByText('</script><img src=x').waitFor()
  })

  it('says where SPARQL and adding articles are to be had', async () => {
    page = await session.open({ fragment: '#panel=sparql' })
    await page.locator('.sparql', { hasText: 'pressgraph serve' }).waitFor()
    await page.getByRole('button', { name: 'Artikel hinzufügen' }).click()
    await page.locator('dialog', { hasText: 'pressgraph serve' }).waitFor()
  })
})
