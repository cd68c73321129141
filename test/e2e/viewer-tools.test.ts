import { readFileSync } from 'node:fs'
import { Parser } from 'n3'
import type { Download, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Browser, browserMissing, launchBrowser } from '../support/browser.ts'
import {
  clickNode,
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

const textOf = async (download: Promise<Download>) => readFileSync((await (await download).path())!, 'utf8')

describe.skipIf(missing !== null).each(WAYS)(`what the viewer gives away, %s${skipped}`, (way) => {
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

  it('takes away pictures, GEXF and RDF', async () => {
    page = await session.open()
    await clickNode(page, 'Wladimir Putin')
    await page.getByRole('button', { name: 'Mitnehmen' }).click()
    await screenshot(page, 'take-away')
    const take = async (kind: string) => {
      const download = page.waitForEvent('download')
      await page.locator(`[data-export=${kind}]`).click()
      return download
    }
    const png = readFileSync((await (await take('png')).path())!)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.length).toBeGreaterThan(20_000)
    expect(await textOf(take('svg'))).toContain('Seidenstraßen-Gipfel</text>')
    expect(await textOf(take('gexf'))).toContain('label="Wladimir Putin"')
    const all = new Parser().parse(await textOf(take('turtle')))
    await page.getByLabel('ausgewählte').check()
    const own = new Parser().parse(await textOf(take('turtle')))
    const claims = (quads: typeof all) => quads.filter(({ object }) => object.value.endsWith('#Claim')).length
    expect([claims(all), claims(own)]).toEqual([30, 8])
    expect(JSON.parse(await textOf(take('jsonld')))).toHaveProperty('@graph')
  })
})

describe.skipIf(missing !== null)(`the tools of the viewer that is served${skipped}`, () => {
  let session: Session
  let page: Page

  beforeAll(async () => {
    session = await startSession('served', browser, { delayMs: 150 })
  })

  afterEach(async () => {
    await page?.close()
    // A refused query is an error for the console, too; it is what the test asked for.
    expect(session.complaints().filter((text) => !text.startsWith('Failed to load resource'))).toEqual([])
  })

  afterAll(() => session?.close())

  const editor = () => page.locator('.cm-content')
  const write = async (query: string) => {
    await editor().click()
    // Chromium itself styles text that it puts in place of other text, which the policy forbids and the console then says.
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText(query)
  }

  it('answers SPARQL in a table that sorts, whose IRIs select nodes', async () => {
    page = await session.open({ fragment: '#panel=sparql' })
    await editor().waitFor()
    await write('SELECT ?who ?whom WHERE { ?who pg:meets ?whom }')
    await page.keyboard.press('Control+Enter')
    await page.locator('.result tbody tr').first().waitFor()
    expect(await page.locator('.result tbody tr').count()).toBe(1)
    await write('SELECT ?place WHERE { ?place a pg:Place }')
    await page.getByRole('button', { name: 'Ausführen' }).click()
    await page.locator('.sparql-status', { hasText: '8 Zeilen' }).waitFor()
    await page.getByRole('button', { name: 'place' }).click()
    const first = page.locator('.result tbody tr').first()
    expect(await first.textContent()).toBe('ent:Chassan')
    await page.getByRole('button', { name: 'place' }).click()
    expect(await first.textContent()).toBe('ent:Wladiwostok')
    await screenshot(page, 'sparql')
    await first.getByRole('button').click()
    expect(page.url()).toContain('node=Wladiwostok')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    expect((await textOf(download)).split(/\r?\n/)[0]).toBe('place')
  })

  it('draws what CONSTRUCT gives', async () => {
    page = await session.open({ fragment: '#panel=sparql' })
    await editor().waitFor()
    await write('CONSTRUCT { ?a pg:meets ?b } WHERE { ?a pg:meets ?b }')
    await page.keyboard.press('Control+Enter')
    await page.locator('.mini-canvas canvas').first().waitFor()
    await page.getByRole('button', { name: 'Im Graphen zeigen (2)' }).click()
    await page.locator('.notice', { hasText: 'Nachbarschaft von 2 Knoten' }).waitFor()
  })

  it('completes names, underlines errors, keeps a history, and can be cancelled', async () => {
    page = await session.open({ fragment: '#panel=sparql' })
    await editor().waitFor()
    await write('SELECT * WHERE { ?s ')
    await page.keyboard.type('trif')
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'pg:meets' }).waitFor()
    // CodeMirror takes no key in the first moments of a list, lest it be meant for the text.
    await page.waitForTimeout(200)
    await page.keyboard.press('Enter')
    expect(await editor().textContent()).toContain('?s pg:meets')
    await write('SELEC nonsense')
    await page.keyboard.press('Control+Enter')
    await page.locator('.sparql-status .error', { hasText: 'Zeile 1' }).waitFor()
    await page.locator('.cm-lintRange-error').waitFor()
    await write('SELECT ?WAIT {}')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Abbrechen' }).click()
    await page.locator('.sparql-status', { hasText: 'Abgebrochen' }).waitFor()
    expect(await page.getByLabel('Verlauf').locator('option').count()).toBeGreaterThan(1)
    await page.getByLabel('Beispiele').selectOption({ label: 'Wer traf wen?' })
    expect(await editor().textContent()).toContain('pg:meets')
  })

  it('asks for what an example takes', async () => {
    page = await session.open({ fragment: '#panel=sparql' })
    await editor().waitFor()
    await page.getByLabel('Beispiele').selectOption({ label: 'Über eine Entität' })
    // At first it asks about the best connected node, so that it can be run at once.
    expect(await editor().textContent()).toContain(
      'VALUES ?entity { <https://w3id.org/pressgraph/entity/Wladimir_Putin> }',
    )
    const input = page.getByLabel('Abfrage über ?entity')
    expect(await input.inputValue()).toBe('Wladimir Putin')
    await input.fill('djatschkow')
    expect(await editor().textContent()).toContain('entity/Ilja_Djatschkow> }')
    await page.getByRole('button', { name: 'Ausführen' }).click()
    await page.locator('.sparql-status', { hasText: '1 Zeile' }).waitFor()
    await input.fill('niemand')
    await page.locator('.query-inputs', { hasText: 'Kein Knoten heißt so.' }).waitFor()
    await page.getByLabel('Beispiele').selectOption({ label: 'Wer traf wen?' })
    expect(await input.count()).toBe(0)
  })

  it('says why an article failed, and keeps the text; adds one, and marks what is new', async () => {
    page = await session.open()
    const before = await visibleCounts(page)
    await page.getByRole('button', { name: 'Artikel hinzufügen' }).click()
    const text = page.getByLabel('Text einfügen').first()
    await text.fill('Fehler, bitte')
    await page.locator('dialog').getByRole('button', { name: 'Hinzufügen', exact: true }).click()
    await page.locator('.log .error', { hasText: 'holds no German text' }).waitFor()
    expect(await text.inputValue()).toBe('Fehler, bitte')
    await text.fill('Wladimir Putin traf Xi Jinping.')
    await page.locator('dialog').getByRole('button', { name: 'Hinzufügen', exact: true }).click()
    await page.locator('.log li', { hasText: 'analyse 1/2' }).waitFor()
    await page.locator('.log .done', { hasText: '2 neue Aussagen' }).waitFor()
    await screenshot(page, 'add')
    await page.getByRole('button', { name: 'Schließen' }).click()
    await settled(page)
    expect(await visibleCounts(page)).toEqual({ nodes: before.nodes + 2, claims: before.claims + 2 })
    await page.locator('.notice', { hasText: '2 neue Knoten sind markiert' }).waitFor()
    await screenshot(page, 'grown')
    await page.getByRole('button', { name: 'Markierung aufheben' }).click()
    expect(await page.locator('.notice').count()).toBe(0)
  })

  it('reads files that are dropped anywhere', async () => {
    page = await session.open()
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer()
      data.items.add(new File(['Ein Text.'], 'artikel.txt', { type: 'text/plain' }))
      return data
    })
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
    await page.locator('dialog', { hasText: 'artikel.txt' }).waitFor()
    await page.locator('dialog').getByRole('button', { name: 'Hinzufügen', exact: true }).click()
    await page.locator('.log .done', { hasText: 'artikel.txt: war schon da' }).waitFor()
  })
})
