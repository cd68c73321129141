import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { toHtml } from '../../src/export/html.ts'
import { type Browser, browserMissing, builtViewer, launchBrowser } from '../support/browser.ts'
import { articleExtraction } from '../support/viewer-extraction.ts'
import { clickNode, placeOf, screenshot, settled, visibleCounts } from '../support/viewer-page.ts'

const missing = browserMissing()

// WebGL without a graphics card takes its time, most of all on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

describe.skipIf(missing !== null)(`the viewer in one file${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let folder: string
  let html: string
  let browser: Browser
  let page: Page
  const requests: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pressgraph-file-'))
    const article = articleExtraction()
    const [first, ...rest] = article.entities
    // A name that would break out of script or attribute if anything let it.
    const hostile = { ...first!, names: [...first!.names, '</script><img src=x onerror=alert(1)>'] }
    html = await toHtml([{ ...article, entities: [hostile, ...rest] }], {
      nodeOf: (id) => id.split('/').at(-1)!,
      viewer: join(await builtViewer(), 'standalone'),
    })
    writeFileSync(join(folder, 'graph.html'), html)
    browser = await launchBrowser()
    browser.context.on('request', (request) => requests.push(request.url()))
  })

  afterEach(async () => {
    await page?.close()
    expect(browser.complaints()).toEqual([])
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    if (folder) rmSync(folder, { recursive: true })
  })

  const open = async (fragment = ''): Promise<Page> => {
    const opened = await browser.newPage()
    await opened.goto(pathToFileURL(join(folder, 'graph.html')).href + fragment)
    await settled(opened)
    return opened
  }

  it('is small enough to send', () => expect(Buffer.byteLength(html)).toBeLessThan(2 * 2 ** 20))

  it('shows a node, a claim, and its evidence in the text', async () => {
    page = await open()
    await clickNode(page, 'Wladimir Putin')
    await page.getByText('</script><img src=x').waitFor()
    await page
      .locator('.detail section', { hasText: 'trifft' })
      .locator('.row', { hasText: 'Kim Jong Un' })
      .first()
      .click()
    expect(await page.locator('blockquote.evidence').textContent()).toContain('In Wladiwostok beginnt das Treffen')
    expect(await page.locator('.full-text .span.current').count()).toBeGreaterThan(0)
    await screenshot(page, 'file')
  })

  it('lays out, measures, searches, filters and keeps the view in the address', async () => {
    page = await open()
    await page.getByLabel('Farbe').selectOption('community')
    await page.locator('.chip.still').first().waitFor()
    const before = await placeOf(page, 'Rajin')
    await page.getByLabel('Anordnung').selectOption('circular')
    await settled(page)
    expect(await placeOf(page, 'Rajin')).not.toEqual(before)
    await page.keyboard.press('/')
    await page.keyboard.type('djatsch')
    await page.keyboard.press('Enter')
    await page.locator('.detail h2', { hasText: 'Ilja Djatschkow' }).waitFor()
    await page.locator('.chip', { hasText: 'Tatsache' }).click()
    const { claims } = await visibleCounts(page)
    const copy = await open(new URL(page.url()).hash)
    expect((await visibleCounts(copy)).claims).toBe(claims)
    await copy.close()
  })

  it('saves Turtle without a server', async () => {
    page = await open()
    await page.getByRole('button', { name: 'Mitnehmen' }).click()
    const download = page.waitForEvent('download')
    await page.locator('[data-export=turtle]').click()
    expect((await download).suggestedFilename()).toBe('pressgraph.ttl')
  })

  it('says where SPARQL and adding articles are to be had', async () => {
    page = await open('#panel=sparql')
    await page.locator('.sparql', { hasText: 'pressgraph serve' }).waitFor()
    await page.getByRole('button', { name: 'Artikel hinzufügen' }).click()
    await page.locator('dialog', { hasText: 'pressgraph serve' }).waitFor()
  })
})
