import { describe, expect, it } from 'vitest'
import {
  evaluateFacts,
  type FactGold,
  factWords,
  formatFacts,
  readClaimedFacts,
  readFactGold,
  sumFacts,
} from '../../src/evaluate/index.ts'
import { testResources } from '../support/pipeline.ts'

const gold: FactGold = {
  entities: [
    { id: 'kim', type: 'Person', names: ['Kim Jong Un', 'Kim'] },
    { id: 'trump', type: 'Person', names: ['Donald Trump'] },
    { id: 'talks', type: 'Event', names: ['Verhandlungen mit Nordkorea'] },
  ],
  facts: [
    { s: 'kim', p: ['meets'], o: 'trump', polarity: 'positive', modality: 'actual', by: null, core: true },
    { s: 'kim', p: ['participatesIn'], o: 'talks', modality: 'future', by: 'trump' },
    { s: 'trump', p: ['hasAmount'], o: { value: '3 Euro' } },
  ],
  wrong: [{ s: 'trump', p: ['attacks'], o: 'kim', why: 'nobody does' }],
}

const claim = (subject: string, name: string, object: string | null, more: object = {}) => ({
  kind: 'claim',
  subject,
  predicate: { iri: `urn:x#${name}`, name, lemma: name, label: { de: name } },
  object,
  value: null,
  polarity: 'positive',
  modality: 'actual',
  attributedTo: null,
  ...more,
})
const entity = (id: string, type: string, ...names: string[]) => ({ kind: 'entity', id, type, label: names[0], names })

const score = async (...lines: object[]) => {
  const text = lines.map((line) => JSON.stringify(line)).join('\n')
  return evaluateFacts(gold, readClaimedFacts(text, 'x'), await testResources().use(factWords))
}

const ENTITIES = [
  entity('a', 'Person', 'Kims', 'Kim Jong Un'),
  entity('b', 'Person', 'Donald Trump'),
  entity('c', 'Event', 'Verhandlung in Genf'),
]

describe('evaluateFacts', () => {
  it('finds facts by relation, subject and object, and those with the right status among them', async () => {
    const found = await score(
      ...ENTITIES,
      claim('a', 'meets', 'b'),
      claim('a', 'participatesIn', 'c', { attributedTo: 'b' }),
      claim('b', 'hasAmount', null, { value: { text: 'etwa 3 Euro', datatype: 'x' } }),
    )
    expect(found).toMatchObject({
      namedEntities: [2, 2],
      facts: [3, 3],
      coreFacts: [1, 1],
      factsWithStatus: [2, 3],
      wrongClaimed: [0, 1],
      claims: 3,
      misses: ['wrong status     Kim Jong Un – participatesIn – Verhandlungen mit Nordkorea'],
    })
  })

  it('lets subject and object of symmetric relations change places', async () => {
    expect((await score(...ENTITIES, claim('b', 'meets', 'a'))).coreFacts).toEqual([1, 1])
    expect((await score(...ENTITIES, claim('c', 'participatesIn', 'a'))).facts).toEqual([0, 3])
  })

  it('counts what must not be claimed, unless somebody is said to claim it', async () => {
    expect((await score(...ENTITIES, claim('b', 'attacks', 'a'))).wrongClaimed).toEqual([1, 1])
    expect((await score(...ENTITIES, claim('b', 'attacks', 'a', { attributedTo: 'a' }))).wrongClaimed).toEqual([0, 1])
  })

  it('takes named types by their names alone', async () => {
    expect((await score(entity('a', 'Person', 'Trump'))).namedEntities).toEqual([0, 2])
  })

  it('sums articles and prints a table', async () => {
    const one = await score(...ENTITIES, claim('a', 'meets', 'b'))
    expect(sumFacts([one, one])).toMatchObject({ facts: [2, 6], claims: 2, namedEntities: [4, 4] })
    expect(formatFacts(one)).toContain('core facts         1/1\n')
  })
})

describe('readFactGold', () => {
  it('refuses what is no gold', () => {
    expect(() => readFactGold('x', 'f')).toThrow('f: no JSON')
    expect(() => readFactGold('{}', 'f')).toThrow('f: no gold of facts')
    expect(() => readFactGold('{"entities":[],"facts":[{"s":"a","p":[],"o":"b"}]}', 'f')).toThrow('no entity "a"')
  })
})
