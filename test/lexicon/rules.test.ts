import { expect, it } from 'vitest'
import { loadFormationRules } from '../../src/lexicon/rules.ts'
import { nodeResources } from '../../src/node/resources.ts'

it('loadFormationRules reads the tables, the longest endings first', async () => {
  const rules = await loadFormationRules(nodeResources(), 'de')
  expect(rules.linking).toContain('s')
  expect(rules.infinitiveMarkers).toEqual(['zu'])
  for (const list of [rules.nounSuffixes, rules.verbSuffixes, rules.adjectiveEndings]) {
    const lengths = list.map(({ suffix }) => suffix.length)
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a))
    expect(list.length).toBeGreaterThan(4)
  }
})

it('loadFormationRules knows no other language', async () => {
  await expect(loadFormationRules(nodeResources(), 'xx')).rejects.toThrow(/missing data file/)
})
