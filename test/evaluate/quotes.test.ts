import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/core/document.ts'
import { evaluateQuotes, goldQuotes, type QuoteArticle, quoteText, scoreQuotes } from '../../src/evaluate/quotes.ts'

const article: QuoteArticle = {
  DocumentName: 'x',
  Sentences: [
    { Tokens: ['Weber', 'sagte', ',', 'er', 'komme', '.'] },
    { Tokens: ['Laut', 'Polizei', 'kam', 'er', '.'] },
  ],
  Annotations: [
    { Form: 'Indirect', Message: ['0:3', '0:4'], Source: ['0:0'], Cue: ['0:1'], IsNested: false },
    { Form: 'Indirect', Message: ['1:2', '1:3'], Source: ['1:1'], Cue: ['1:0'], IsNested: true },
    { Form: 'Reported', Message: ['1:2'], Source: [], Cue: [], IsNested: false },
  ],
}
const { text, places } = quoteText(article)
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const quote = (message: string, source: string | null) => ({
  message: [span(message)],
  source: source === null ? [] : [span(source)],
  cue: [],
  form: 'indirect',
  counts: source !== null,
})

describe('quoteText', () => {
  it('joins tokens by spaces, a sentence a line', () => {
    expect(text).toBe('Weber sagte , er komme .\nLaut Polizei kam er .\n')
    expect(text.slice(places[1]?.[2]?.start, places[1]?.[2]?.end)).toBe('kam')
  })
})

describe('scoreQuotes', () => {
  const gold = goldQuotes(article, places)

  it('counts direct and indirect quotations that have a source and are not nested', () => {
    expect(gold.map(({ counts }) => counts)).toEqual([true, false, false])
  })

  it('finds one by half its characters and a speaker that overlaps', () => {
    expect(scoreQuotes(gold, [quote('komme', 'Weber sagte')])).toMatchObject({ gold: 1, right: 1, found: 1 })
    expect(scoreQuotes(gold, [quote('er', 'Weber')])).toMatchObject({ right: 0, found: 1 })
    expect(scoreQuotes(gold, [quote('komme', 'sagte')])).toMatchObject({ right: 0, found: 1 })
  })

  it('counts neither way what matches a quotation that does not count', () => {
    expect(scoreQuotes(gold, [quote('kam er', 'Polizei'), quote('Laut', null)])).toMatchObject({ right: 0, found: 0 })
  })
})

describe('evaluateQuotes', () => {
  it('pools articles and gives the finder their dates', async () => {
    const source = `${JSON.stringify({ ...article, DocumentName: '1 - Weber (2005-08-05)' })}\n`
    const dates: (string | null)[] = []
    const score = await evaluateQuotes([{ input: 'x', text: source + source }], async (found, date) => {
      dates.push(date)
      return { text: found, metadata: {}, words: [], quotes: [] } as unknown as Document<'words' | 'quotes'>
    })
    expect(dates).toEqual(['2005-08-05', '2005-08-05'])
    expect(score.quotes).toMatchObject({ gold: 2, system: 0, correct: 0 })
  })

  it('refuses lines that are no article', async () => {
    await expect(
      evaluateQuotes([{ input: 'x', text: '{}' }], () => Promise.reject(new Error('not called'))),
    ).rejects.toThrow('x: line 1: no article')
  })
})
