import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/node/resources.ts'
import { de } from '../../viewer/src/i18n/de.ts'
import { en } from '../../viewer/src/i18n/en.ts'
import { preferredLocale, wordsOf } from '../../viewer/src/i18n/index.ts'

const folder = join(packageRoot(), 'viewer/src')
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^i18n.(de|en).ts$/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n')

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

describe('the interface languages', () => {
  it('have the same keys', () => expect(Object.keys(en)).toEqual(Object.keys(de)))

  it('have the same placeholders, and no empty text', () => {
    for (const key of Object.keys(de) as (keyof typeof de)[]) {
      expect(placeholders(en[key]), key).toEqual(placeholders(de[key]))
      expect(en[key].trim() && de[key].trim(), key).not.toBe('')
    }
  })

  it('hold no key that nothing uses', () => {
    // Keys made of a prefix and something that is counted or chosen.
    const prefixes = [...source.matchAll(/`([a-z]+\.(?:[a-z]+\.)?)\$\{/gi)].map(([, prefix]) => prefix!)
    const unused = Object.keys(de).filter((key) => {
      const base = key.replace(/\.(one|other|help)$/, '')
      return (
        !source.includes(`'${base}'`) && !source.includes(`'${key}'`) && !prefixes.some((one) => key.startsWith(one))
      )
    })
    expect(unused).toEqual([])
  })
})

describe('wordsOf', () => {
  it('fills in, counts, and writes numbers and dates as the language does', () => {
    const [german, english] = [wordsOf('de'), wordsOf('en')]
    expect(german.count('count.claims', 1)).toBe('1 Aussage')
    expect(german.count('count.claims', 12_345)).toBe('12.345 Aussagen')
    expect(english.t('count.of', { shown: 1234, all: '5' })).toBe('1,234 of 5')
    expect([german.time('2019-04'), german.time('2019-04-25'), german.time('2019-W17')]).toEqual([
      'April 2019',
      '25. April 2019',
      '17. Woche 2019',
    ])
    expect(english.label({ de: 'trifft' })).toBe('trifft')
  })

  it('is German unless another language is asked for', () => {
    expect([preferredLocale([]), preferredLocale(['de-AT']), preferredLocale(['fr', 'de'])]).toEqual(['de', 'de', 'en'])
  })

  it.each([
    ['2019', '2019', '2019'],
    ['2019-04', 'April 2019', 'April 2019'],
    ['2019-04-XX', 'April 2019', 'April 2019'],
    ['2019-04-25', '25. April 2019', 'April 25, 2019'],
    ['2019-04-25TMO', '25. April 2019, morgens', 'April 25, 2019, morning'],
    ['2019-04-25T20:00', '25. April 2019, 20:00', 'April 25, 2019, 20:00'],
    ['2019-W17-4', '25. April 2019', 'April 25, 2019'],
    ['2019-W17', '17. Woche 2019', 'week 17 of 2019'],
    ['2019-WXX-4', 'ein Donnerstag 2019', 'a Thursday of 2019'],
    ['2019-WXX-WE', 'ein Wochenende 2019', 'a weekend of 2019'],
    ['2019-SU', 'Sommer 2019', 'summer 2019'],
    ['2019-Q2', '2. Quartal 2019', 'quarter 2 of 2019'],
    ['2019-HX', 'ein Halbjahr 2019', 'half of 2019'],
    ['199', '1990er Jahre', '1990s'],
    ['19', '20. Jahrhundert', 'century 20'],
    ['XXXX-12-24', '24. Dezember', 'December 24'],
    ['P5Y', '5 Jahre', '5 years'],
    ['PT2H', '2 Stunden', '2 hours'],
    ['PAST_REF', 'früher', 'in the past'],
    ['P1Y6M', 'P1Y6M', 'P1Y6M'],
    ['XXXX-WXX-4', 'XXXX-WXX-4', 'XXXX-WXX-4'],
  ])('says %s in words', (value, german, english) => {
    expect([wordsOf('de').time(value), wordsOf('en').time(value)]).toEqual([german, english])
  })
})
