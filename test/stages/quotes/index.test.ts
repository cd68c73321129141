import { describe, expect, it } from 'vitest'
import { quotes } from '../../../src/stages/quotes/index.ts'
import { analyzed, testResources } from '../../support/pipeline.ts'
import { quotedDocument, quotesInWords, readCases } from './helper.ts'

/** Expected quotes as `form | speaker | cue | message`. */
const quoteCases = readCases(new URL('cases.txt', import.meta.url))

describe('quotes of given trees', () => {
  for (const { name, table, expected } of quoteCases)
    it(name, async () => {
      expect(quotesInWords(await quotedDocument(table))).toEqual(expected)
    })
})

describe('quotes', () => {
  it('concludes nothing from one sentence for another where they are unrelated', async () => {
    const running = quoteCases.find(({ name }) => name === 'subjunctive runs on')
    const found = quotesInWords(await quotedDocument(running?.table ?? '', { unrelated: true }))
    expect(found).toEqual(['indirect | Weber | sagte | er hoffe auf eine Lösung'])
  })

  it('reads an article from its text', async () => {
    const text =
      'Der Zug ist entgleist. Das gab die Bahn am Montag bekannt. Minister Weber sagte, er hoffe auf eine "rasche Aufklärung". ' +
      'Die Strecke sei gesperrt.'
    const document = await analyzed(text)
    expect(quotesInWords(document).map((quote) => quote.split(' | ').slice(0, 2).join(' | '))).toEqual([
      'reported | die Bahn',
      'indirect | Minister Weber',
      'indirect | Minister Weber',
    ])
  })

  it('gives spans of the text', async () => {
    for (const { table } of quoteCases) {
      const { text, words, quotes: found } = await quotedDocument(table)
      for (const { start, end, words: said, speaker, cue } of found) {
        expect(start).toBe(words[said[0] as number]?.start)
        expect(end).toBe(words[said.at(-1) as number]?.end)
        for (const span of [speaker, cue]) {
          if (!span) continue
          expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end))
          expect(words[span.head]?.start).toBeGreaterThanOrEqual(span.start)
          expect(words[span.head]?.end).toBeLessThanOrEqual(span.end)
        }
      }
    }
  })

  it('takes a document without words', async () => {
    const empty = {
      text: '',
      metadata: { id: '0', title: null, date: null, language: 'de', author: null, publisher: null, source: null },
    }
    const document = { ...empty, sentences: [], words: [], names: [] }
    expect((await quotes.run(document, testResources())).quotes).toEqual([])
  })
})
