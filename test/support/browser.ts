import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
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

/**
 * Folder of the viewer, built from its present sources. Kept among the modules' caches under a hash of these sources, so that only the first
 * of several test files builds.
 */
export async function builtViewer(mode = 'production'): Promise<string> {
  const root = packageRoot()
  const hash = createHash('sha256').update(mode)
  for (const folder of ['viewer', 'src/server', 'src/core'])
    for (const file of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (file.isFile()) hash.update(file.name).update(readFileSync(join(file.parentPath, file.name)))
  for (const file of ['vite.config.ts', 'package-lock.json']) hash.update(readFileSync(join(root, file)))
  const cache = join(root, 'node_modules/.cache/pressgraph-viewer')
  const folder = join(cache, hash.digest('hex').slice(0, 16))
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'building-'))
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'viewer'),
    mode,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  })
  try {
    renameSync(outDir, folder)
  } catch (error) {
    // Another test file was faster.
    if (!existsSync(folder)) throw error
    rmSync(outDir, { recursive: true })
  }
  return folder
}
