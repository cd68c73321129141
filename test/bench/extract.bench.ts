import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const RUNS = 7
const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))
const article = fileURLToPath(new URL('../../data/articles/wladiwostok.txt', import.meta.url))
const memory =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(String.fromCharCode(10)+process.resourceUsage().maxRSS))'

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

it('cold: `pressgraph extract` of the first article as a whole process', () => {
  const seconds: number[] = []
  const megabytes: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    const began = performance.now()
    const { status, stderr } = spawnSync(process.execPath, ['--import', memory, main, 'extract', article], {
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    if (run === 0) continue
    seconds.push((performance.now() - began) / 1000)
    megabytes.push(Number(stderr.trim().split('\n').at(-1)) / 1024)
  }
  console.log(
    `cold extract: median ${median(seconds).toFixed(2)} s (${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)}), peak ${median(megabytes).toFixed(0)} MB, ${RUNS} runs`,
  )
})
