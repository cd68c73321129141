import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { packageRoot } from '../../src/node/resources.ts'

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of a Chromium: the one that `CHROMIUM` names, else where Debian and others put it; null if there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM
  return [...(named ? [named] : []), ...CANDIDATES].find((path) => existsSync(path)) ?? null
}

/**
 * Why browser tests are skipped, or null if they run.
 * @throws Error where there is no browser but `CI=true`: there they must run.
 */
export function browserMissing(): string | null {
  if (findChromium() !== null) return null
  const reason = 'no Chromium: install it (`apt-get install chromium`) or name one in CHROMIUM'
  if (process.env.CI === 'true') throw new Error(`browser tests cannot run: ${reason}`)
  return reason
}

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // There is no graphics card in a container: WebGL is computed.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

export interface Browser {
  readonly context: BrowserContext
  readonly newPage: (options?: { width?: number; height?: number }) => Promise<Page>
  /** What pages have complained about since the last call: uncaught errors and messages of the console at error level. */
  readonly complaints: () => string[]
  readonly close: () => Promise<void>
}

export async function launchBrowser(
  options: { readonly locale?: string; readonly dark?: boolean; readonly reducedMotion?: boolean } = {},
): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'pressgraph-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium()!,
    headless: true,
    args: FLAGS,
    locale: options.locale ?? 'de-DE',
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  })
  let complaints: string[] = []
  context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
  })
  return {
    context,
    newPage: async ({ width = 1440, height = 900 } = {}) => {
      const page = await context.newPage()
      await page.setViewportSize({ width, height })
      return page
    },
    complaints: () => {
      const said = complaints
      complaints = []
      return said
    },
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Builds the viewer from its sources into a new temporary folder. */
export async function buildViewer(mode = 'production'): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'pressgraph-viewer-'))
  await build({
    configFile: join(packageRoot(), 'vite.config.ts'),
    root: join(packageRoot(), 'viewer'),
    mode,
    logLevel: 'error',
    build: { outDir: folder },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
