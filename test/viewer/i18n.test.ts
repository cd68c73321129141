import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/node/resources.ts'
import { de } from '../../viewer/src/i18n/de.ts'
import { en } from '../../viewer/src/i18n/en.ts'
import { preferredLocale, wordsOf } from '../../viewer/src/i18n/index.ts'

const folder = join(packageRoot(), 'viewer/src')
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('i18n'))
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
      '2019-W17',
    ])
    expect(english.label({ de: 'trifft' })).toBe('trifft')
  })

  it('is German unless another language is asked for', () => {
    expect([preferredLocale([]), preferredLocale(['de-AT']), preferredLocale(['fr', 'de'])]).toEqual(['de', 'de', 'en'])
  })
})
