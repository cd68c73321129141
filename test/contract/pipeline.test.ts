import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { DataFactory, Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../src/core/claims.ts'
import { writeRdf } from '../../src/export/index.ts'
import { toQuads } from '../../src/rdf/quads.ts'
import { analyzed, claimsInWords, extracted } from '../support/pipeline.ts'

const article = (name: string): string =>
  readFileSync(new URL(`../../data/articles/${name}.txt`, import.meta.url), 'utf8')
const ARTICLES = ['wladiwostok', 'porsche-vw', 'libyen-flugverbot']

/** What every extraction promises, whatever the text. */
function expectSound({ text, document, entities, claims }: Extraction): void {
  const ids = new Set(entities.map((entity) => entity.id))
  expect(ids.size).toBe(entities.length)
  for (const claim of claims) {
    expect(text.slice(claim.evidence.start, claim.evidence.end)).toBe(claim.evidence.quote)
    expect(claim.evidence.quote).not.toBe('')
    expect(claim.evidence.document).toBe(document.id)
    expect(text.slice(claim.trigger!.start, claim.trigger!.end)).toMatch(/^\S+$/)
    expect(ids).toContain(claim.subject)
    if (claim.object !== null) expect(ids).toContain(claim.object)
    expect(claim.object === null).toBe(claim.value !== null)
    if (claim.attributedTo !== null) expect(ids).toContain(claim.attributedTo)
    if (claim.time) expect(text.slice(claim.time.start, claim.time.end)).toBe(claim.time.text)
    expect(claim.confidence).toBeGreaterThanOrEqual(0)
    expect(claim.confidence).toBeLessThanOrEqual(1)
  }
}

describe('every claim shows the characters that state it', () => {
  it.each(ARTICLES)('%s', async (name) => {
    const extraction = await extracted(article(name))
    expect(extraction.claims.length).toBeGreaterThan(20)
    expectSound(extraction)
  })

  it('through Windows line ends, combining characters and emoji', async () => {
    const text =
      'date 2019-04\r\n\r\n😀 Kim Jong Un besuchte Russland.\r\nFrançois Fillon u\u0308berraschte Angela Merkel. 👩‍👩‍👧\r\n'
    const extraction = await extracted(text)
    expectSound(extraction)
    expect(claimsInWords(extraction)).toContain('Kim Jong Un – visits – Russland')
  })
})

describe('the first article', () => {
  it('says who met whom, who is an expert, and does not take a hope for a fact', async () => {
    const said = claimsInWords(await extracted(article('wladiwostok')))
    expect(said).toContain('Wladimir Putin – meets – Kim Jong Un')
    expect(said).toContain('Ilja Djatschkow – expertOn – Nordkorea')
    expect(said.filter((claim) => /– connectsTo – .*[Ee]isenbahn/.test(claim) && !claim.endsWith(']'))).toEqual([])
  })
})

describe('hostile text', () => {
  const HOSTILE = [
    '"><script>alert(1)</script> Wladimir Putin trifft Kim Jong Un.',
    'Wladimir\u0000 Putin trifft <http://evil> Kim Jong Un.',
    'Kim Jong Un sagt: „\\u0022}] . } DROP ALL“. „“ »« ‚‘',
    '\ud800 Kim Jong Un besucht \udfff Russland.',
    '((((((((((((((((((((((((((((((((((((((((((((((((((',
    '„'.repeat(200),
    'ein '.repeat(500),
    `${'a'.repeat(50_000)} Kim Jong Un besucht Russland.`,
    '\n'.repeat(1000),
    '',
  ]

  it.each(HOSTILE.map((text) => [text.slice(0, 40), text]))(
    '%j neither breaks out nor breaks down',
    async (_, text) => {
      const extraction = await extracted(text)
      expectSound(extraction)
      const quads = toQuads(extraction)
      const parsed = new Parser().parse(await writeRdf(quads, 'turtle'))
      expect(parsed.length).toBeGreaterThan(0)
      expect(parsed.some((quad) => quad.subject.equals(DataFactory.namedNode('http://evil')))).toBe(false)
    },
  )

  it('of any kind keeps all promises', async () => {
    const word = fc.constantFrom(
      'Putin',
      'Kim',
      'trifft',
      'besucht',
      'Russland',
      'nicht',
      'sagte',
      'laut',
      '„',
      '“',
      '"',
      ',',
      '.',
      ':',
      '-',
      '\n\n',
      'der',
      'die',
      'zwischen',
      'und',
      '5',
      'Euro',
      'am Montag',
      '😀',
    )
    const text = fc.oneof(
      fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    await fc.assert(
      fc.asyncProperty(text, async (sample) => expectSound(await extracted(sample))),
      { numRuns: 60, seed: 20190425 },
    )
  }, 60_000)
})

describe('the same input gives the same bytes', () => {
  const main = new URL('../../dist/src/cli/main.js', import.meta.url).pathname
  const file = new URL('../../data/articles/wladiwostok.txt', import.meta.url).pathname
  const run = (env: Record<string, string>): string =>
    execFileSync(process.execPath, [main, 'extract', file, '--format', 'turtle'], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    })

  it('in another process, time zone and locale', () => {
    const first = run({ TZ: 'UTC', LANG: 'C', LC_ALL: 'C' })
    expect(first).toContain('pg:meets ent:Kim_Jong_Un')
    expect(run({ TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toBe(first)
  }, 60_000)

  it('whatever was read before it in the same process', async () => {
    const alone = await analyzed(article('porsche-vw'))
    await analyzed(article('libyen-flugverbot'))
    expect(JSON.stringify(await analyzed(article('porsche-vw')))).toBe(JSON.stringify(alone))
  })
})
