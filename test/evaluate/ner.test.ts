import { describe, expect, it } from 'vitest'
import { readTokens } from '../../src/conllu/index.ts'
import type { Document, Name, Word } from '../../src/core/document.ts'
import { evaluateNer, readNames } from '../../src/evaluate/index.ts'
import { nodeResources } from '../../src/node/resources.ts'

const GOLD = [
  '#\thttp://example.org\t[2010]',
  '1\tIm\tO\tO',
  '2\tBerliner\tB-LOCderiv\tO',
  '3\tHaus\tO\tO',
  '4\tKarl\tB-PER\tO',
  '5\tMarx\tI-PER\tO',
  '',
  '#\thttp://example.org\t[2010]',
  '1\t#\tO\tO',
  '2\tParis\tB-LOC\tO',
  '',
].join('\n')

describe('readNames', () => {
  it('reads both kinds of table', () => {
    expect(readNames(GOLD, 'x')).toEqual([
      { tokens: ['Im', 'Berliner', 'Haus', 'Karl', 'Marx'], tags: ['O', 'B-LOCderiv', 'O', 'B-PER', 'I-PER'] },
      { tokens: ['#', 'Paris'], tags: ['O', 'B-LOC'] },
    ])
    expect(readNames('#\tO\n12\tO\nParis\tB-LOC\n', 'x')).toEqual([
      { tokens: ['#', '12', 'Paris'], tags: ['O', 'O', 'B-LOC'] },
    ])
    expect(() => readNames('Paris\n', 'x')).toThrow('x: line 1: no token with a tag')
  })
})

describe('evaluateNer', () => {
  it('scores exact spans of persons, places and organisations', async () => {
    const predicted = 'Im\tO\nBerliner\tB-LOC\nHaus\tO\nKarl\tB-PER\nMarx\tI-PER\n\n#\tO\nParis\tB-ORG\n'
    const scores = await evaluateNer(GOLD, { predicted }, { input: 'gold' })
    expect(scores.all).toMatchObject({ gold: 2, system: 3, correct: 1 })
    expect(scores.PER.f1).toBe(1)
    expect(scores.ORG).toMatchObject({ gold: 0, system: 1, correct: 0 })
  })

  it('scores names found in the same tokens', async () => {
    const find = async (tokens: string): Promise<Document<'sentences' | 'words' | 'names'>> => {
      const read = await readTokens(tokens, 'x', nodeResources())
      const words = read.tokens.map((token, index) => ({ ...token, index }) as Word)
      const first = words.findIndex(({ form }) => form === 'Karl')
      const name = { first, last: first + 2, type: 'PER', form: 'name', start: 0, end: 0, confidence: 1 } as Name
      const metadata = { id: 'x', title: null, date: null, language: 'de', author: null, publisher: null, source: null }
      return {
        ...read,
        metadata,
        words,
        names: [name, { ...name, first: 2, last: 3, type: 'LOC', form: 'derivation' }],
      }
    }
    const scores = await evaluateNer(GOLD, { find }, { input: 'gold' })
    expect(scores.all).toMatchObject({ gold: 2, system: 1, correct: 1 })
  })

  it('refuses other tokens', async () => {
    await expect(evaluateNer(GOLD, { predicted: 'Im\tO\n\nJa\tO\n' }, { input: 'x' })).rejects.toThrow(
      '1 tokens instead of 5',
    )
  })
})
