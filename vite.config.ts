import { defineConfig } from 'vite'

/**
 * Builds the viewer into `dist/viewer`. Nothing is inlined: the server's Content-Security-Policy allows files of its own alone.
 */
export default defineConfig({
  root: 'viewer',
  base: './',
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
})
