import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntityRecord } from '../../src/core/claims.ts'
import type { EntityType } from '../../src/core/document.ts'
import type { Rulings } from '../../src/store/decisions.ts'
import { resolve } from '../../src/store/resolver.ts'

const entity = (id: string, type: EntityType, label: string, more: Partial<EntityRecord> = {}): EntityRecord => ({
  kind: 'entity',
  id,
  type,
  named: true,
  label,
  names: [label],
  description: null,
  sameAs: [],
  ...more,
})

const decided = (pairs: Rulings['pairs'] = [], labels: [string, string][] = []) => ({ pairs, labels: new Map(labels) })
const names = (entities: readonly EntityRecord[], rulings = decided()): Record<string, string> =>
  Object.fromEntries([...resolve(entities, rulings)].map(([id, joined]) => [id, joined.name]))

describe('resolve', () => {
  it('joins the same full name of the same type', () => {
    expect(
      names([
        entity('a/P', 'Person', 'Wladimir Putin'),
        entity('b/P', 'Person', 'Wladimir  Putin'),
        entity('b/K', 'Organization', 'Kreml'),
        entity('c/K', 'Organization', 'Kreml'),
      ]),
    ).toEqual({ 'a/P': 'Wladimir_Putin', 'b/P': 'Wladimir_Putin', 'b/K': 'Kreml', 'c/K': 'Kreml' })
  })

  it('does not join a single family name, another type, or what is only described', () => {
    expect(
      names([
        entity('a/1', 'Person', 'Müller'),
        entity('b/1', 'Person', 'Müller'),
        entity('a/2', 'Organization', 'Porsche'),
        entity('b/2', 'Product', 'Porsche'),
        entity('a/3', 'Organization', 'Polizei', { named: false }),
        entity('b/3', 'Organization', 'Polizei', { named: false }),
        entity('a/4', 'Event', 'Gipfel von Helsinki'),
        entity('b/4', 'Event', 'Gipfel von Helsinki'),
      ]),
    ).toEqual({
      'a/1': 'Müller',
      'b/1': 'Müller_2',
      'a/2': 'Porsche',
      'b/2': 'Porsche_2',
      'a/3': 'Polizei',
      'b/3': 'Polizei_2',
      'a/4': 'Gipfel_von_Helsinki',
      'b/4': 'Gipfel_von_Helsinki_2',
    })
  })

  it('joins by a shared identifier, and keeps apart by different ones of one authority', () => {
    const [q1, q2] = ['http://www.wikidata.org/entity/Q1', 'http://www.wikidata.org/entity/Q2']
    expect(
      names([
        entity('a/1', 'Place', 'Peking', { sameAs: [q1] }),
        entity('b/1', 'Place', 'Beijing', { sameAs: [q1, 'https://sws.geonames.org/7/'] }),
        entity('a/2', 'Place', 'Frankfurt', { sameAs: [q1] }),
        entity('b/2', 'Place', 'Frankfurt', { sameAs: [q2] }),
      ]),
    ).toEqual({ 'a/1': 'Peking', 'b/1': 'Peking', 'a/2': 'Frankfurt', 'b/2': 'Frankfurt_2' })
  })

  it('never joins two that one article tells apart', () => {
    const entities = [
      entity('a/M', 'Person', 'Anna Maier'),
      entity('b/M', 'Person', 'Anna Maier'),
      entity('b/M_2', 'Person', 'Anna Maier'),
    ]
    expect(names(entities)).toEqual({ 'a/M': 'Anna_Maier', 'b/M': 'Anna_Maier', 'b/M_2': 'Anna_Maier_2' })
  })

  it('heeds decisions: same joins across names and types, different parts', () => {
    const entities = [
      entity('a/1', 'Person', 'Kim Jong Un'),
      entity('b/1', 'Person', 'Kim Jong-un'),
      entity('c/1', 'Person', 'Kim Jong Un'),
    ]
    const rulings = decided([
      { entities: ['a/1', 'c/1'], same: false },
      { entities: ['a/1', 'b/1'], same: true },
      { entities: ['b/1', 'c/1'], same: true },
      { entities: ['a/1', 'gone/1'], same: true },
    ])
    expect(names(entities, rulings)).toEqual({ 'a/1': 'Kim_Jong_Un', 'b/1': 'Kim_Jong_Un', 'c/1': 'Kim_Jong_Un_2' })
  })

  it('takes the label of the last renaming, and leaves the IRI', () => {
    const entities = [entity('a/1', 'Person', 'Wladimir Putin'), entity('b/1', 'Person', 'Wladimir Putin')]
    const joined = resolve(entities, decided([], [['b/1', 'Vladimir Putin']])).get('a/1')
    expect(joined).toMatchObject({ name: 'Wladimir_Putin', label: 'Vladimir Putin', members: ['a/1', 'b/1'] })
  })

  it('gives every joined entity a name of its own, and the earlier articles the same ones when more come', () => {
    const any = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom<EntityType>('Person', 'Place'),
        fc.constantFrom('X Y', 'X_Y', 'X Y 2', 'Z', '?'),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(any, (sketches) => {
        const entities = sketches.map(([document, type, label], i) => entity(`${document}/${i}`, type, label))
        const all = resolve(entities, decided())
        const joined = new Set(all.values())
        expect(new Set([...joined].map(({ name }) => name)).size).toBe(joined.size)
        const half = resolve(entities.slice(0, 5), decided())
        for (const [id, { name }] of half) expect(all.get(id)?.name).toBe(name)
      }),
    )
  })
})
