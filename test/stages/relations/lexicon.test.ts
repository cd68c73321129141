import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { relation } from '../../../src/rdf/vocabulary.ts'
import { analyzed } from '../../support/pipeline.ts'

const rows = readFileSync(new URL('../../../ontology/lexicon.de.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split('\t'))

describe('ontology/lexicon.de.tsv', () => {
  it('names only relations of the ontology', () => {
    for (const [name] of rows) expect(() => relation(name!)).not.toThrow()
  })

  it('says nothing twice', () => {
    const said = rows.map(([name, construction, lemma, subject, object]) =>
      [name, construction, lemma, subject, object].join(' '),
    )
    expect(said.filter((line, at) => said.indexOf(line) !== at)).toEqual([])
  })

  // A few examples are beyond the parser; what may not happen is that a change loses wordings unnoticed.
  it('is understood: its examples state their relations', async () => {
    const missed: string[] = []
    for (const [name, , lemma, , , , example] of rows) {
      const { relations } = await analyzed(example!)
      if (!relations.some((found) => found.predicate.name === name)) missed.push(`${name} ${lemma}: ${example}`)
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(rows.length * 0.04)
  }, 240_000)
})
