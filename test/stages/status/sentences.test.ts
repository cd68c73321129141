import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Document, Layer } from '../../../src/core/document.ts'
import { statusContext } from '../../../src/stages/status/context.ts'
import { statusAt } from '../../../src/stages/status/index.ts'
import { statusLexicon } from '../../../src/stages/status/lexicon.ts'
import { analyzed, testResources } from '../../support/pipeline.ts'

/** How many of the sentences must be read rightly, from the text on: the parser errs in some. */
const SHARE = 0.96

const rows = readFileSync(new URL('sentences.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split('\t') as [construction: string, sentence: string, word: string, status: string])

it(`reads the status of ${rows.length} constructed statements`, { timeout: 600_000 }, async () => {
  const lexicon = await testResources().use(statusLexicon)
  const documents = new Map<string, Document<Layer>>()
  const wrong: string[] = []
  for (const [, sentence, word, expected] of rows) {
    const document = documents.get(sentence) ?? (await analyzed(sentence))
    documents.set(sentence, document)
    const place = document.words.findIndex(({ form }) => form === word)
    expect(place, `${word} in ${sentence}`).toBeGreaterThanOrEqual(0)
    const { polarity, modality, attributedTo } = statusAt(statusContext(document, lexicon), place)
    const speaker = attributedTo === null ? '' : ` by ${document.coreference.entities[attributedTo]?.label}`
    const found = `${polarity} ${modality}${speaker}`
    if (!expected.split('|').includes(found)) wrong.push(`${sentence} ${word}: ${found}, not ${expected}`)
  }
  expect(wrong.length / rows.length, wrong.join('\n')).toBeLessThanOrEqual(1 - SHARE)
})
