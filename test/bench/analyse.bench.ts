import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const script = fileURLToPath(new URL('reading.mjs', import.meta.url))

interface Reading {
  readonly load: { readonly processor: number; readonly clock: number }
  /** Words a second of one core, of each time that the sample articles were read. */
  readonly rates: readonly number[]
  /** MB of the process. */
  readonly peak: number
}

/** Reads the sample articles in a process of its own until some thousand words are read; prints what it took. */
function measure(runtime: 'native' | 'wasm', words: number): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, runtime, String(words)], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  const { load, rates, peak } = JSON.parse(stdout) as Reading
  const [cold = 0, ...warm] = rates
  const rate = [...warm].sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? cold
  console.info(
    `${runtime}: load ${load.clock.toFixed(2)} s (processor ${load.processor.toFixed(2)} s), words a second of one core from raw text ` +
      `to times: ${cold} at first, then ${rate}; peak memory ${peak} MB`,
  )
  return rate
}

it('reads with onnxruntime-node', () => {
  expect(measure('native', 10_000)).toBeGreaterThan(500)
})

it('reads with onnxruntime-web', () => {
  expect(measure('wasm', 4_000)).toBeGreaterThan(50)
})
