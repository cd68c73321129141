import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Browser, browserMissing, launchBrowser } from '../support/browser.ts'
import { randomGraph } from '../support/viewer-model.ts'
import {
  clickNode,
  placeOf,
  type Session,
  screenshot,
  settled,
  startSession,
  visibleCounts,
  WAYS,
} from '../support/viewer-page.ts'

const missing = browserMissing()

// WebGL without a graphics card takes its time, most of all on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let browser: Browser

beforeAll(async () => {
  if (missing === null) browser = await launchBrowser()
})

afterAll(() => browser?.close())

const skipped = missing === null ? '' : ` (skipped: ${missing})`

describe.skipIf(missing !== null).each(WAYS)(`the viewer in a browser, %s${skipped}`, (way) => {
  let session: Session
  let page: Page

  beforeAll(async () => {
    session = await startSession(way, browser)
  })

  afterEach(async () => {
    await page?.close()
    expect(session.complaints()).toEqual([])
  })

  afterAll(() => session?.close())

  const heading = () => page.locator('.detail h2').textContent()

  it('shows the claims of a node that is clicked, and the sentence that states a claim', async () => {
    page = await session.open()
    await screenshot(page, 'start')
    await clickNode(page, 'Wladimir Putin')
    expect(await heading()).toBe('Wladimir Putin')
    await screenshot(page, 'node')
    await page
      .locator('.detail section', { hasText: 'trifft' })
      .locator('.row', { hasText: 'Kim Jong Un' })
      .first()
      .click()
    const quote = page.locator('blockquote.evidence')
    await quote.waitFor()
    expect(await quote.textContent()).toBe(
      'In Wladiwostok beginnt das Treffen zwischen Russlands Präsident Putin und dem nordkoreanischen Machthaber Kim.',
    )
    expect(await quote.locator('mark').allTextContents()).toEqual(['Treffen', 'Putin', 'Kim'])
    await screenshot(page, 'claim')
  })

  it('deselects by a second click, and selects a line', async () => {
    page = await session.open()
    await clickNode(page, 'Wladimir Putin')
    await clickNode(page, 'Wladimir Putin')
    expect(await heading()).toBe('Nichts ausgewählt')
    const [from, to] = [await placeOf(page, 'Hafen von Rajin'), await placeOf(page, 'Rajin')]
    await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2)
    await page.locator('.detail h2', { hasText: 'Hafen von Rajin liegt in Rajin' }).waitFor()
  })

  it('lets neighbours stand out under the pointer', async () => {
    page = await session.open()
    const { x, y } = await placeOf(page, 'Kim Jong Un')
    await page.mouse.move(x - 100, y - 200)
    await page.mouse.move(x, y)
    await page.locator('.stage .canvas.dimmed').waitFor()
    await screenshot(page, 'hover')
    await page.mouse.move(5, 300)
    await page.locator('.stage .canvas:not(.dimmed)').waitFor()
  })

  it('moves a node that is dragged, and the picture stays', async () => {
    page = await session.open()
    const start = await placeOf(page, 'Peking')
    const other = await placeOf(page, 'Rajin')
    await page.mouse.move(start.x, start.y)
    await page.locator('.stage .canvas.dimmed').waitFor()
    await page.mouse.down()
    // Whoever looks what is under the pointer reads a pixel back, for which the page waits.
    await page.evaluate(() => {
      const looks = globalThis as unknown as { looks: number }
      looks.looks = 0
      const { readPixels } = WebGL2RenderingContext.prototype
      WebGL2RenderingContext.prototype.readPixels = function (this: WebGL2RenderingContext, ...given: unknown[]) {
        looks.looks++
        return readPixels.apply(this, given as never)
      } as typeof readPixels
    })
    await page.mouse.move(start.x + 40, start.y + 30, { steps: 4 })
    expect(await page.evaluate(() => (globalThis as unknown as { looks: number }).looks)).toBe(0)
    expect(await page.locator('.stage .canvas.dimmed').count()).toBe(0)
    await page.mouse.up()
    const end = await placeOf(page, 'Peking')
    expect(Math.hypot(end.x - start.x - 40, end.y - start.y - 30)).toBeLessThan(3)
    // The pointer is still on it.
    await page.locator('.stage .canvas.dimmed').waitFor()
    const still = await placeOf(page, 'Rajin')
    expect(Math.hypot(still.x - other.x, still.y - other.y)).toBeLessThan(2)
    expect(await heading()).toBe('Nichts ausgewählt')
  })

  it('shows a neighbourhood by double click, grows it by a key, and goes back', async () => {
    page = await session.open()
    const all = await visibleCounts(page)
    const { x, y } = await placeOf(page, 'Chassan')
    await page.mouse.dblclick(x, y)
    await page.locator('.notice', { hasText: 'Nachbarschaft von 1 Knoten' }).waitFor()
    expect(await visibleCounts(page)).toEqual({ nodes: 3, claims: 2 })
    await page.waitForTimeout(350)
    await clickNode(page, 'Rajin')
    await page.keyboard.press('e')
    expect((await visibleCounts(page)).nodes).toBe(5)
    await page.keyboard.press('Control+z')
    expect((await visibleCounts(page)).nodes).toBe(3)
    await page.locator('.notice button', { hasText: 'Alles zeigen' }).click()
    expect(await visibleCounts(page)).toEqual(all)
  })

  it('finds the shortest path between two nodes', async () => {
    page = await session.open()
    await clickNode(page, 'USA')
    await clickNode(page, 'Peking', 'Shift')
    await page.locator('.notice', { hasText: 'Weg von USA nach Peking: 4 Schritte' }).waitFor()
    await screenshot(page, 'path')
    await page.locator('.notice button', { hasText: 'Weg schließen' }).click()
    expect(page.url()).not.toContain('path')
  })

  it('offers layouts, sizes and communities, each of which a link keeps', async () => {
    page = await session.open()
    const before = await placeOf(page, 'Wladimir Putin')
    for (const [label, value] of [
      ['Anordnung', 'circular'],
      ['Anordnung', 'packed'],
      ['Größe', 'betweenness'],
      ['Farbe', 'community'],
    ] as const)
      await page.getByLabel(new RegExp(`^${label}`)).selectOption(value)
    await settled(page)
    await page.getByRole('group', { name: 'Gemeinschaften' }).locator('.chip').first().waitFor()
    await screenshot(page, 'communities')
    expect(await placeOf(page, 'Wladimir Putin')).not.toEqual(before)
    const copy = await session.open({ fragment: new URL(page.url()).hash })
    expect(await copy.getByLabel('Anordnung').inputValue()).toBe('packed')
    const [here, there] = [await placeOf(page, 'Rajin'), await placeOf(copy, 'Rajin')]
    expect(Math.hypot(here.x - there.x, here.y - there.y)).toBeLessThan(3)
    await copy.close()
  })

  it('switches communities off and on by the legend, in a link too', async () => {
    page = await session.open({ fragment: '#colour=community' })
    const all = await visibleCounts(page)
    const chip = page.getByRole('group', { name: 'Gemeinschaften' }).locator('.chip').first()
    await chip.click()
    expect(await chip.getAttribute('aria-pressed')).toBe('false')
    const fewer = await visibleCounts(page)
    expect(fewer.nodes).toBeLessThan(all.nodes)
    // By another colour the chip stays, to take the filter back.
    await page.getByLabel(/^Farbe/).selectOption('type')
    expect(page.url()).toContain('communities=')
    const copy = await session.open({ fragment: new URL(page.url()).hash })
    await copy.locator('.notice', { hasText: `${fewer.nodes} von ${all.nodes} Knoten` }).waitFor()
    await copy.close()
    await chip.click()
    expect(await visibleCounts(page)).toEqual(all)
    await page.keyboard.press('Control+z')
    expect(await visibleCounts(page)).toEqual(fewer)
  })

  it('finds a name by keyboard alone, whatever its diacritics', async () => {
    page = await session.open()
    await page.keyboard.press('/')
    await page.keyboard.type('SUD')
    await page.locator('[role=option]', { hasText: 'Südkorea' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('korea')
    const options = page.locator('[role=option]')
    await screenshot(page, 'search')
    const active = () => page.locator('[role=option][aria-selected=true]').textContent()
    const first = await active()
    await page.keyboard.press('ArrowDown')
    expect(await active()).not.toBe(first)
    expect(await options.count()).toBeGreaterThan(2)
    await page.keyboard.press('Enter')
    expect(await heading()).toMatch(/korea/i)
  })

  it('filters by legend, status, speaker and date, and takes every step back', async () => {
    page = await session.open()
    const all = await visibleCounts(page)
    await page.locator('.chip', { hasText: 'Tatsache' }).click()
    const unsure = await visibleCounts(page)
    expect(unsure.claims).toBeLessThan(all.claims)
    await page.locator('.chip', { hasText: 'Tatsache' }).click()
    await page.getByRole('tab', { name: 'Filter' }).click()
    await page.locator('fieldset', { hasText: 'Wer es sagt' }).getByText('Ilja Djatschkow').click()
    expect((await visibleCounts(page)).claims).toBe(6)
    await screenshot(page, 'filters')
    await page.locator('fieldset', { hasText: 'Wer es sagt' }).getByRole('button', { name: 'alle' }).click()
    await page.getByLabel('auch ohne Datum').click()
    await page.getByLabel('Von', { exact: true }).fill('2019-04-25')
    expect((await visibleCounts(page)).claims).toBe(1)
    expect(page.url()).toContain('from=2019-04-25')
    const copy = await session.open({ fragment: new URL(page.url()).hash })
    expect((await visibleCounts(copy)).claims).toBe(1)
    await copy.close()
    await page.getByRole('heading', { name: 'pressgraph' }).click()
    for (let step = 0; step < 6; step++) await page.keyboard.press('Control+z')
    expect(await visibleCounts(page)).toEqual(unsure)
    await page.keyboard.press('Control+Shift+z')
    expect(await visibleCounts(page)).toEqual(all)
  })

  it('draws a range on the histogram', async () => {
    page = await session.open({ fragment: '#panel=filters' })
    const box = (await page.locator('.brush svg').boundingBox())!
    await page.mouse.move(box.x + box.width * 0.6, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.95, box.y + 20, { steps: 3 })
    await page.mouse.up()
    expect(await page.getByLabel('Von', { exact: true }).inputValue()).toBe('2019-04-25')
    expect(await page.getByLabel('Bis', { exact: true }).inputValue()).toBe('2019-04-25')
  })

  it('leads from the text to the claim and back', async () => {
    page = await session.open({ fragment: '#claim=a0b1c2d3e4f5-1' })
    const text = page.locator('.full-text')
    await text.locator('.span', { hasText: 'Kim war bereits am Vortag' }).click()
    await page.locator('.detail h2', { hasText: 'Kim Jong Un trifft ein in Wladiwostok' }).waitFor()
    expect(await text.locator('.span.current').first().textContent()).toContain('Kim war bereits')
    const spans = await text.locator('.span').count()
    expect(spans).toBeGreaterThan(10)
  })

  it('shows dated claims in order of time, and articles to choose from', async () => {
    page = await session.open({ fragment: '#panel=timeline' })
    expect(await page.locator('.timeline h3').allTextContents()).toEqual(['24. April 2019', '25. April 2019'])
    await page.locator('.timeline').getByText('28 Aussagen ohne Datum').waitFor()
    await screenshot(page, 'timeline')
    await page.getByRole('tab', { name: 'Quellen' }).click()
    await page.locator('.source-list').getByText('Putin trifft Kim in Wladiwostok').waitFor()
    await screenshot(page, 'sources')
  })

  it('says what it lacks, and how to get it back', async () => {
    page = await session.open({ fragment: '#statuses=fact,reported,intended,possible,denied' })
    await page.locator('.notice', { hasText: 'Die Filter lassen nichts übrig' }).getByRole('button').click()
    expect((await visibleCounts(page)).claims).toBe(30)
  })

  it('lists everything that is on the canvas', async () => {
    page = await session.open({ fragment: '#panel=list' })
    const { nodes, claims } = await visibleCounts(page)
    expect(await page.locator('.list section').first().locator('.row').count()).toBe(nodes)
    expect(await page.locator('.list section').last().locator('.row').count()).toBe(claims)
  })

  it('searches, filters and lists a large generated graph, and says what it draws less of', async () => {
    page = await browser.newPage()
    await session.visit(page, { graph: randomGraph(1000, 5000) })
    await page.locator('.notice', { hasText: /Großer Graph: \d\.\d+ Linien/ }).waitFor()
    await settled(page)
    await page
      .locator('.labels-note', { hasText: /^Beschriftet: \d+ von 1\.000 Knoten, 0 von \d\.\d+ Linien$/ })
      .waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('knoten 99')
    await page.locator('.results-note', { hasText: '3 weitere' }).waitFor()
    await page.keyboard.press('Enter')
    expect(await heading()).toBe('Knoten 99')
    await page.locator('.chip', { hasText: 'Tatsache' }).click()
    const { claims } = await visibleCounts(page)
    expect(claims).toBeLessThan(5000)
    await page.locator('.notice', { hasText: `${claims.toLocaleString('de')} von 5.000 Aussagen` }).waitFor()
    await page.getByRole('tab', { name: 'Liste' }).click()
    expect(await page.locator('.list .row').count()).toBe(200)
    await page
      .getByRole('button', { name: /^100 weitere zeigen/ })
      .first()
      .click()
    expect(await page.locator('.list .row').count()).toBe(300)
  })

  it('speaks English, and is dark, when asked', async () => {
    page = await session.open()
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.getByRole('tab', { name: 'Selection' }).waitFor()
    await page.getByRole('button', { name: 'Light / dark' }).click()
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await settled(page)
    await clickNode(page, 'Kim Jong Un')
    await screenshot(page, 'dark')
    await page.evaluate(() => localStorage.clear())
  })
})
