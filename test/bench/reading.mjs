/**
 * Reads texts as `analyze` does, from raw text to times, in a process of its own, and prints what it took as JSON.
 *
 *   node test/bench/reading.mjs native|wasm WORDS [FILE …]     without files: the sample articles
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createResources } from '../../dist/src/core/resources.js'
import { nodeResources, packageRoot } from '../../dist/src/node/resources.js'
import { createNodeSession } from '../../dist/src/node/session.js'
import { stages } from '../../dist/src/stages/collection.js'

const [runtime, words, ...given] = process.argv.slice(2)
const samples = join(packageRoot(), 'data/articles')
const files = given.length > 0 ? given : readdirSync(samples).map((name) => join(samples, name))
const texts = files
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(name, 'utf8'))

const metadata = { id: 'x', title: null, date: null, language: 'de', author: null, publisher: null, source: null }
const line = stages.filter(({ id }) => ['segment', 'analyse', 'morphology', 'names', 'times'].includes(id))
const { read } = nodeResources()
const resources = createResources(read, (model) => createNodeSession(model, runtime))

async function wordsOf(text) {
  let document = { text, metadata }
  for (const stage of line) document = { ...document, ...(await stage.run(document, resources)) }
  return document.words.length
}

/** What something takes, in seconds: of the processor, and by the clock. */
async function timed(run) {
  const before = process.cpuUsage()
  const start = performance.now()
  const value = await run()
  const { user, system } = process.cpuUsage(before)
  return { value, processor: (user + system) / 1e6, clock: (performance.now() - start) / 1000 }
}

const load = await timed(() => wordsOf('Ja.'))
/** Words a second of the processor, of each time that all texts were read. */
const rates = []
for (let done = 0; done < Number(words); ) {
  const { value, processor } = await timed(async () => {
    let sum = 0
    for (const text of texts) sum += await wordsOf(text)
    return sum
  })
  done += value
  rates.push(Math.round(value / processor))
}
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(JSON.stringify({ runtime, load: { processor: load.processor, clock: load.clock }, rates, peak }))
