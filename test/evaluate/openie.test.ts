import { describe, expect, it } from 'vitest'
import { evaluateOpenIe, formatOpenIe, readBenchIe, readTriples } from '../../src/evaluate/index.ts'

const GOLD = `sent_id:1\tMerkel hielt 2010 eine Rede in Bonn.
1--> Cluster 1:
[Angela] Merkel --> hielt --> [eine] Rede [in Bonn]
Merkel --> hielt eine --> Rede
1--> Cluster 2:
Merkel --> hielt --> 2010 [eine] Rede

sent_id:3\tSie ging.
3--> Cluster 1:
Sie --> ging --> weg
`

describe('readBenchIe', () => {
  it('reads sentences with clusters', () => {
    const [first, second] = readBenchIe(GOLD, 'gold')
    expect(first?.text).toBe('Merkel hielt 2010 eine Rede in Bonn.')
    expect(first?.clusters.map((cluster) => cluster.length)).toEqual([2, 1])
    expect(second?.clusters).toEqual([[['Sie', 'ging', 'weg']]])
  })

  it('refuses what is none', () => {
    expect(() => readBenchIe('Sie ging.', 'x')).toThrow('x: no sentence')
    expect(() => readBenchIe('sent_id:1\tA.\n1--> Cluster 1:\na --> b\n', 'x')).toThrow('x: line 3')
    expect(() => readBenchIe('sent_id:1\tA.\na --> b --> c\n', 'x')).toThrow('x: line 2')
  })
})

describe('evaluateOpenIe', () => {
  const score = (table: string) => evaluateOpenIe(readBenchIe(GOLD, 'gold'), readTriples(table, 'table'))

  it('counts extractions that gold has, and facts that are found', () => {
    expect(
      score('1\tMerkel\thielt\tRede in Bonn.\n1\tAngela Merkel\thielt\teine Rede\n2\tSie\tging\tfort\n'),
    ).toMatchObject({
      extractions: 3,
      right: 2,
      facts: 3,
      found: 1,
      precision: 2 / 3,
      recall: 1 / 3,
      wrong: ['2\tSie\tging\tfort'],
    })
  })

  it('takes words in brackets as a whole', () => {
    expect(score('1\tMerkel\thielt\tRede in\n').right).toBe(0)
  })

  it('leaves out sentences that do not count', () => {
    const [first] = readBenchIe(GOLD, 'gold')
    const only = evaluateOpenIe([first!, null], readTriples('2\tSie\tging\tweg\n', 'table'))
    expect(only).toMatchObject({ sentences: 1, extractions: 0, facts: 2, f1: 0 })
  })

  it('prints a table', () => {
    expect(formatOpenIe(score('2\tSie\tging\tweg\n'))).toBe(
      'precision  1.0000  1/1\nrecall     0.3333  1/3\nF1         0.5000\n',
    )
  })
})

describe('readTriples', () => {
  it('refuses lines without four cells', () => {
    expect(() => readTriples('1\ta\tb\n', 'x')).toThrow('x: line 1: not four cells')
    expect(() => readTriples('0\ta\tb\tc\n', 'x')).toThrow('x: line 1')
  })
})
