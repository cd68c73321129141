import { describe, expect, it } from 'vitest'
import { applyFilters } from '../../../viewer/src/state/filters.ts'
import { shortestPath } from '../../../viewer/src/state/path.ts'
import { bundleBetween, spotlightOf } from '../../../viewer/src/state/spotlight.ts'
import { INITIAL_VIEW, NO_FILTERS } from '../../../viewer/src/state/view.ts'
import { articleModel } from '../../support/viewer-model.ts'

const model = articleModel()
const visible = applyFilters(model, INITIAL_VIEW)
const at = (id: string) => model.nodeIndex.get(id)!
const path = (from: string, to: string, mask = visible) =>
  shortestPath(model, mask, at(from), at(to))?.map((node) => model.nodes[node]!.id) ?? null

describe('shortestPath', () => {
  it('goes over claims in either direction', () => {
    expect(path('USA', 'Peking')).toEqual(['USA', 'Donald_Trump', 'Kim_Jong_Un', 'Wladimir_Putin', 'Peking'])
    expect(path('Peking', 'Peking')).toEqual(['Peking'])
  })

  it('uses only what is visible', () => {
    const facts = applyFilters(model, { filters: { ...NO_FILTERS, statuses: ['reported'] }, focus: [] })
    expect(path('USA', 'Peking', facts)).toBeNull()
    expect(path('transsibirische_Eisenbahn', 'Peking')).toBeNull()
  })
})

describe('spotlightOf', () => {
  const lit = (view: object, hovered: number | null = null) =>
    spotlightOf(model, visible, { ...INITIAL_VIEW, ...view }, hovered)
  const ids = (nodes: ReadonlySet<number>) => [...nodes].map((node) => model.nodes[node]!.id)

  it('falls on nothing, on a neighbourhood, a path, a claim', () => {
    expect(lit({})).toBeNull()
    expect(ids(lit({ selection: { kind: 'node', id: 'Chassan' } })!.nodes)).toEqual(['Chassan', 'Rajin', 'Russland'])
    const way = lit({ path: ['USA', 'Kim_Jong_Un'] })!
    expect([ids(way.nodes), way.bundles.size]).toEqual([['USA', 'Donald_Trump', 'Kim_Jong_Un'], 2])
    expect(ids(lit({ selection: { kind: 'claim', id: 'a0b1c2d3e4f5-1' } })!.nodes)).toEqual([
      'Wladimir_Putin',
      'Russland',
    ])
  })

  it('prefers what the pointer is on, and ignores what is not there', () => {
    expect(ids(lit({ selection: { kind: 'node', id: 'Chassan' } }, at('USA'))!.ringed)).toEqual(['USA'])
    expect(lit({ selection: { kind: 'node', id: 'unknown' } })).toBeNull()
    // A path stays while the pointer is on one of its own nodes.
    const way = { path: ['USA', 'Kim_Jong_Un'] }
    expect(ids(lit(way, at('Kim_Jong_Un'))!.nodes)).toEqual(['USA', 'Donald_Trump', 'Kim_Jong_Un'])
    expect(ids(lit(way, at('Chassan'))!.ringed)).toEqual(['Chassan'])
    expect(bundleBetween(model, 'USA', 'Peking')).toBeNull()
  })
})
