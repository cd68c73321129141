import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimTable, displayWidth, formatTable, statusOf, visible } from '../../src/export/table.ts'
import { extraction, summit } from '../support/extraction.ts'
import { hostileExtraction, hostileText } from '../support/hostile.ts'

describe('claimTable', () => {
  it('shows who, what, whom, and how it is said', () => {
    expect(claimTable(summit)).toBe(
      `Treffen in Wladiwostok, 2019-04
subject          relation                 object             status    according to     time
Wladimir Putin   trifft                   Kim Jong Un        fact                       am Donnerstag
Wladimir Putin   ist Staatsoberhaupt von  Russland           fact
Kim Jong Un      herrscht über            Nordkorea          fact
Kim Jong Un      einreisen über           Chassan            fact
Kim Jong Un      trifft                   Donald Trump       future    Ilja Djatschkow
Ilja Djatschkow  ist Experte für          Nordkorea          fact
Handel           beträgt                  34 Millionen Euro  fact
Wladimir Putin   kritisiert               Donald Trump       negative
`,
    )
  })

  it('fits the terminal by cutting the widest columns', () => {
    const table = claimTable(summit, { width: 60 })
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60)
    expect(table).toContain('…')
  })

  it('colours only where asked', () => {
    expect(claimTable(summit)).not.toContain('\u001B')
    expect(claimTable(summit, { colour: true })).toContain('\u001B[1msubject\u001B[0m')
  })

  it('says so where nothing is claimed', () => {
    expect(claimTable(extraction({ id: 'a1', text: '', entities: [], claims: [] }))).toBe('a1\nno claims\n')
  })

  it('lets no text of an article move the cursor or add a line', () => {
    fc.assert(
      fc.property(hostileExtraction, (hostile) => {
        const table = claimTable(hostile)
        expect(table).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/)
        expect(table.split('\n')).toHaveLength(2 + hostile.claims.length + 1)
      }),
    )
  })
})

describe('formatTable', () => {
  it('aligns combining, wide and no-width characters', () => {
    const rows = ['e\u0301', '🤝', '東京', 'ab'].map((text) => [{ text }, { text: '|' }])
    const table = formatTable(['x', 'y'], rows)
    const columns = table
      .split('\n')
      .slice(1, -1)
      .map((line) => displayWidth(line.slice(0, line.indexOf('|'))))
    expect(new Set(columns).size).toBe(1)
  })

  it('never exceeds a width that its columns can have', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostileText, hostileText)), fc.integer({ min: 18, max: 40 }), (rows, width) => {
        const table = formatTable(
          ['a', 'b'],
          rows.map((row) => row.map((text) => ({ text }))),
          { width },
        )
        for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('statusOf', () => {
  it.each([
    [{ polarity: 'positive', modality: 'actual', attributedTo: null }, 'fact'],
    [{ polarity: 'positive', modality: 'actual', attributedTo: 'a/X' }, 'said'],
    [{ polarity: 'negative', modality: 'actual', attributedTo: null }, 'negative'],
    [{ polarity: 'negative', modality: 'desired', attributedTo: null }, 'negative, desired'],
  ] as const)('%o → %s', (claim, expected) => {
    expect(statusOf(claim)).toBe(expected)
  })
})

describe('visible', () => {
  it('keeps text and shows what a terminal would obey', () => {
    expect(visible('Grüße\n\u001B[31mrot\u202E')).toBe('Grüße �[31mrot�')
  })
})
