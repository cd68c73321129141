import { join } from 'node:path'
import { build, defineConfig, type Plugin } from 'vite'

/** Modules that the one-file viewer has another form of: a page from disk can load no second file. */
const IN_ONE_FILE = [
  { find: /\/workers\.ts$/, replacement: '/workers-inline.ts' },
  { find: /\/sparql\.ts$/, replacement: '/sparql-absent.ts' },
]

/** After the viewer, builds it once more as one script and one style sheet, which `export --format html` puts into a page with the data. */
const alsoInOneFile = (): Plugin => {
  let folder = ''
  return {
    name: 'pressgraph-one-file',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir)
      if (config.build.outDir.startsWith('/')) folder = config.build.outDir
    },
    closeBundle: async () => {
      await build({
        ...shared,
        configFile: false,
        mode: 'standalone',
        logLevel: 'warn',
        ...standalone(join(folder, 'standalone')),
      })
    },
  }
}

const root = new URL('viewer', import.meta.url).pathname

const shared = {
  root,
  base: './',
  worker: { format: 'es' as const },
}

const standalone = (outDir: string) => ({
  // A page from disk has no origin, and Chromium starts no module workers there.
  worker: { format: 'iife' as const },
  resolve: { alias: IN_ONE_FILE },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    modulePreload: false as const,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: join(root, 'src/standalone.ts'),
      output: { codeSplitting: false, entryFileNames: 'viewer.js', assetFileNames: 'viewer[extname]' },
    },
  },
})

/**
 * Builds the viewer into `dist/viewer`. Nothing is inlined: the server's Content-Security-Policy allows files of its own alone.
 */
export default defineConfig({
  ...shared,
  plugins: [alsoInOneFile()],
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
})
