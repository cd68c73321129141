import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/core/resources.ts'
import type { Classes } from '../../../src/stages/times/classes.ts'
import { choose, compilePattern, findPatterns, patternsResource } from '../../../src/stages/times/patterns.ts'
import { RULES } from '../../../src/stages/times/values.ts'
import { resources } from './helper.ts'

/** A sentence: tokens parted by spaces, the classes of each by commas (`A=1,B`), `.` for a token without any. */
const sentence = (text: string): Classes[] =>
  text
    .split(' ')
    .map((token) => new Map(token === '.' ? [] : token.split(',').map((item) => item.split('=') as [string, string])))

const find = (source: string, text: string) =>
  choose(findPatterns([compilePattern(['p', source, 'DATE', 'day', '-'])], sentence(text))).map(
    ({ first, last, values }) => ({ first, last, values }),
  )

describe('patterns', () => {
  it('matches classes in order and names what it finds', () => {
    expect(find('[ ORD n:MONTH YEAR? ]', '. ORD=3,NUM=3 MONTH=5 . ORD=4 MONTH=6 YEAR=2019')).toEqual([
      { first: 1, last: 3, values: { ord: '3', n: '5' } },
      { first: 4, last: 7, values: { ord: '4', n: '6', year: '2019' } },
    ])
  })

  it('keeps the surroundings out of the expression', () => {
    expect(find('A [ B ] C', 'A=1 B=2 C=3')).toEqual([{ first: 1, last: 2, values: { a: '1', b: '2', c: '3' } }])
    expect(find('A [ B ] C', 'B=2 C=3')).toEqual([])
  })

  it('knows what must not follow, and ends of sentences', () => {
    expect(find('[ A ] !B', 'A=1 B=1')).toEqual([])
    expect(find('[ A ] !B', 'A=1 C=1')).toHaveLength(1)
    expect(find('[ A ] !B', 'A=1')).toHaveLength(1)
    expect(find('^ [ A ] $', 'A=1')).toHaveLength(1)
    expect(find('^ [ A ]', '. A=1')).toEqual([])
    expect(find('[ A ] $', 'A=1 .')).toEqual([])
  })

  it('does not take a class for another whose name begins alike', () => {
    expect(find('[ ORD ]', 'ORDINAL=1')).toEqual([])
  })

  it('chooses the longest, then the first in the table', () => {
    const patterns = ['[ A ]', '[ A B ]', '[ B ]', '[ x:A ]'].map((source, i) =>
      compilePattern([`p${i}`, source, 'DATE', 'day', '-']),
    )
    const chosen = choose(findPatterns(patterns, sentence('A=1 B=2 A=3')))
    expect(chosen.map(({ pattern }) => pattern.id)).toEqual(['p1', 'p0'])
  })

  it('refuses what it cannot read', () => {
    expect(() => compilePattern(['p', 'A B', 'DATE', 'day', '-'])).toThrow('times pattern "p": A B')
    expect(() => compilePattern(['p', '[ a ]', 'DATE', 'day', '-'])).toThrow(SyntaxError)
  })
})

describe('the tables', () => {
  it('name only rules that exist, each pattern once', async () => {
    const patterns = await resources.use(patternsResource)
    for (const { rule, id } of patterns) expect(Object.keys(RULES), id).toContain(rule)
    expect(new Set(patterns.map(({ id }) => id)).size).toBe(patterns.length)
  })

  it('name only classes that a word can have, and use every class', async () => {
    const table = (name: string) => readTable(resources, `lang/de/times/${name}.tsv`)
    const patterns = await resources.use(patternsResource)
    const made = new Set([
      ...(await table('words')).map((row) => row[1]),
      ...(await table('shapes')).map((row) => row[1]),
      ...(await table('compounds')).map((row) => row[3]),
      ...['NUM', 'HOLIDAY', 'HOLIDAY_REST', 'CONTRACTED', 'ADJ', 'NOUN', 'PROPN', 'VERB'],
    ])
    const used = new Set((await table('patterns')).flatMap(([, source = '']) => source.match(/[A-Z][A-Z_]*/g) ?? []))
    expect([...used].filter((name) => !made.has(name))).toEqual([])
    const words = new Set((await table('words')).map((row) => row[1] as string))
    expect([...words].filter((name) => !used.has(name))).toEqual([])
    expect(patterns.length).toBeGreaterThan(0)
  })
})
