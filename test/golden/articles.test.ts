import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeRdf } from '../../src/export/index.ts'
import { toQuads } from '../../src/rdf/quads.ts'
import { claimsInWords, extracted } from '../support/pipeline.ts'

/**
 * The sample articles from text to claims to Turtle, against files that were read by a person when they last changed. After a change that
 * is meant, look at the difference and renew them: `npx vitest run test/golden --update`. Confidences, which differ in the last digit
 * between processor families, are left out.
 */
const article = (name: string): string =>
  readFileSync(new URL(`../../data/articles/${name}.txt`, import.meta.url), 'utf8')

describe.each(['wladiwostok', 'porsche-vw', 'libyen-flugverbot'])('%s', (name) => {
  it('claims', async () => {
    const claims = claimsInWords(await extracted(article(name)))
    await expect(`${claims.join('\n')}\n`).toMatchFileSnapshot(`./${name}.claims.txt`)
  })

  it('Turtle', async () => {
    const turtle = await writeRdf(toQuads(await extracted(article(name))), 'turtle')
    await expect(turtle.replace(/pg:confidence [\d.]+/g, 'pg:confidence …')).toMatchFileSnapshot(`./${name}.ttl`)
  })
})
