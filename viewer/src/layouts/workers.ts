/** The workers as files of their own: the server's Content-Security-Policy knows no blobs. */
export const createForceWorker = (): Worker =>
  new Worker(new URL('./force.worker.ts', import.meta.url), { type: 'module' })

export const createMeasuresWorker = (): Worker =>
  new Worker(new URL('./measures.worker.ts', import.meta.url), { type: 'module' })
