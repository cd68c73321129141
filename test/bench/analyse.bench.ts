import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createResources } from '../../src/core/resources.ts'
import { nodeResources, packageRoot } from '../../src/node/resources.ts'
import { createNodeSession, type RuntimeName } from '../../src/node/session.ts'
import { analyse } from '../../src/stages/analyse/index.ts'
import { segment } from '../../src/stages/segment/index.ts'

const metadata = { id: 'x', title: null, date: null, language: 'de', author: null, publisher: null, source: null }
const folder = join(packageRoot(), 'data/articles')
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'))

/** Milliseconds of processor time and of wall time that something takes. */
async function timed<T>(run: () => Promise<T>): Promise<{ value: T; cpu: number; wall: number }> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const value = await run()
  const used = process.cpuUsage(cpu)
  return { value, cpu: (used.user + used.system) / 1000, wall: performance.now() - start }
}

/** Loads a model and reads the sample articles until some thousand words are read; prints what it took. */
async function measure(runtime: RuntimeName, words: number): Promise<number> {
  const { read } = nodeResources()
  const resources = createResources(read, (model) => createNodeSession(model, runtime))
  const readAll = async (text: string) => {
    const segmented = await segment.run({ text, metadata }, resources)
    return (await analyse.run(segmented, resources)).tokens.length
  }
  const load = await timed(() => readAll('Ja.'))
  let done = 0
  const reading = await timed(async () => {
    while (done < words) for (const text of texts) done += await readAll(text)
  })
  const rate = done / (reading.cpu / 1000)
  console.info(
    `${runtime}: load ${load.wall.toFixed(0)} ms (processor ${load.cpu.toFixed(0)} ms), ` +
      `${rate.toFixed(0)} words a second of one core from raw text, ` +
      `peak memory of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  )
  return rate
}

it('reads with onnxruntime-node', async () => {
  expect(await measure('native', 10_000)).toBeGreaterThan(500)
}, 120_000)

it('reads with onnxruntime-web', async () => {
  expect(await measure('wasm', 1_000)).toBeGreaterThan(50)
}, 120_000)
