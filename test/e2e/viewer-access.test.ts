import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Browser, browserMissing, launchBrowser } from '../support/browser.ts'
import { type Session, screenshot, startSession, visibleCounts, WAYS } from '../support/viewer-page.ts'

const missing = browserMissing()

// WebGL without a graphics card takes its time, most of all on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
}

/** Serious and critical violations of WCAG that axe finds, a line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  )
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
}

/** Elements whose text is wider than they are, or that stick out of the page. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const out: string[] = []
    if (document.documentElement.scrollWidth > innerWidth + 1) out.push(`page ${document.documentElement.scrollWidth}`)
    for (const element of document.querySelectorAll<HTMLElement>('button, .chip, .row, h2, h3, p, label, td')) {
      const { right, width } = element.getBoundingClientRect()
      const scrolls = element.closest('.chips, .scroll, .tabs, .full-text') !== null
      if (width > 1 && right > innerWidth + 1 && !scrolls && !element.closest('.hidden-text'))
        out.push(`${element.className} ${element.textContent?.slice(0, 40)}`)
    }
    return out
  })

const VIEWS = [
  '',
  '#node=Wladimir_Putin',
  '#claim=a0b1c2d3e4f5-9',
  '#between=Kim_Jong_Un,Wladimir_Putin&path=USA,Peking&focus=Kim_Jong_Un',
  '#panel=filters&statuses=fact',
  '#panel=list',
  '#panel=timeline',
  '#panel=sources',
  '#panel=sparql',
]

let browser: Browser

beforeAll(async () => {
  if (missing === null) browser = await launchBrowser({ reducedMotion: true })
})

afterAll(() => browser?.close())

const skipped = missing === null ? '' : ` (skipped: ${missing})`

describe.skipIf(missing !== null).each(WAYS)(`the viewer for everybody, %s${skipped}`, (way) => {
  let session: Session
  let page: Page

  beforeAll(async () => {
    session = await startSession(way, browser)
  })

  afterEach(async () => {
    await page?.close()
  })

  afterAll(() => session?.close())

  /** The SPARQL panel is there when its editor is, or in a file the word of where it is to be had. */
  const sparql = () => page.locator(way === 'served' ? '.cm-content' : '.sparql .empty').waitFor()

  const visit = async (fragment: string, theme: string, width = 1440, height = 900) => {
    page = await browser.newPage({ width, height })
    await page.addInitScript((name) => localStorage.setItem('pressgraph.theme', name), theme)
    await session.visit(page, { fragment })
    await page.locator('.panel').waitFor()
  }

  describe.each(['light', 'dark'])('in the %s', (theme) => {
    it('has no serious or critical violation in any view, and no text that overflows', async () => {
      await visit('', theme)
      for (const fragment of VIEWS) {
        await page.evaluate((hash) => {
          location.hash = hash
        }, fragment)
        if (fragment.includes('claim')) await page.locator('.full-text').waitFor()
        if (fragment.includes('sparql')) await sparql()
        expect(await violations(page), fragment).toEqual([])
        expect(await overflowing(page), fragment).toEqual([])
      }
    })

    it('fits a small screen', async () => {
      for (const fragment of ['#node=Wladimir_Putin', '#panel=filters']) {
        await visit(fragment, theme, 390, 844)
        expect(await violations(page)).toEqual([])
        expect(await overflowing(page)).toEqual([])
        await screenshot(page, `small-${theme}-${fragment.length}`)
        if (fragment.includes('node')) await page.close()
      }
    })

    it.each(['Artikel hinzufügen', 'Mitnehmen'])('has an accessible dialog: %s', async (name) => {
      await visit('', theme)
      await page.getByRole('button', { name }).first().click()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('dialog').waitFor({ state: 'detached' })
    })
  })

  it('reaches every function by keyboard alone', async () => {
    await visit('', 'light')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const chosen = await page.locator('.detail h2').textContent()
    expect(chosen).toBe('Wladimir Putin')
    await page.keyboard.press('e')
    const near = await visibleCounts(page)
    expect(near.nodes).toBeLessThan(28)
    await page.keyboard.press('p')
    await page.locator('.notice', { hasText: 'zweiten Knoten wählen' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#graph').focus()
    const ratio = () =>
      page.evaluate(
        () =>
          (
            globalThis as unknown as {
              pressgraph: { stage: { canvas: () => { sigma: { getCamera: () => { ratio: number } } } } }
            }
          ).pressgraph.stage
            .canvas()
            .sigma.getCamera().ratio,
      )
    await page.keyboard.press('+')
    expect(await ratio()).toBeLessThan(1)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('0')
    expect(await ratio()).toBe(1)
    await page.getByRole('tab', { selected: true }).focus()
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('SPARQL')
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Auswahl')
  })

  it('has a visible focus wherever the keyboard goes', async () => {
    await visit('#node=Wladimir_Putin', 'light')
    const seen = new Set<string>()
    for (let step = 0; step < 45; step++) {
      await page.keyboard.press('Tab')
      const { name, outline } = await page.evaluate(() => {
        const active = document.activeElement as HTMLElement
        const style = getComputedStyle(active)
        return {
          name: active.tagName + active.textContent,
          outline: style.outlineStyle !== 'none' && style.outlineWidth,
        }
      })
      if (name.startsWith('BODY')) continue
      expect(outline, name).toBeTruthy()
      seen.add(name)
    }
    expect(seen.size).toBeGreaterThan(25)
  })

  it('moves nothing where motion is not wanted', async () => {
    await visit('', 'light')
    await page.keyboard.press('/')
    await page.keyboard.type('peking')
    await page.keyboard.press('Enter')
    const moving = await page.evaluate(() => document.getAnimations().length)
    expect(moving).toBe(0)
  })
})
