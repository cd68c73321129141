import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createModel, NODE_TYPES } from '../../../viewer/src/data/model.ts'
import { STATUSES } from '../../../viewer/src/data/status.ts'
import { groupCommunities, REST } from '../../../viewer/src/state/communities.ts'
import { applyFilters } from '../../../viewer/src/state/filters.ts'
import { ARTICLE_ITSELF, type Filters, NO_FILTERS } from '../../../viewer/src/state/view.ts'
import { articleModel, randomGraph } from '../../support/viewer-model.ts'

const model = articleModel()
const apply = (filters: Partial<Filters>, focus: string[] = []) =>
  applyFilters(model, { filters: { ...NO_FILTERS, ...filters }, focus })
const names = (mask: Uint8Array) => model.nodes.filter((_, node) => mask[node]).map(({ id }) => id)

describe('applyFilters', () => {
  it('shows everything at first, entities without claims too', () => {
    const { nodeCount, claimCount } = apply({})
    expect([nodeCount, claimCount]).toEqual([model.nodes.length, model.subject.length])
  })

  it('hides a type, and the claims that lead to it', () => {
    const hidden = apply({ types: ['Place'] })
    expect(names(hidden.nodes)).not.toContain('Russland')
    expect(hidden.claimCount).toBeLessThan(model.subject.length)
    for (const [claim, seen] of hidden.claims.entries())
      if (seen) expect(NODE_TYPES[model.type[model.object[claim]!]!]).not.toBe('Place')
  })

  it('hides a status, and nodes that only had claims of it', () => {
    const sure = apply({ statuses: ['reported', 'intended', 'possible', 'denied'] })
    expect(names(sure.nodes)).not.toContain('transkoreanische_Eisenbahn')
    expect(names(sure.nodes)).not.toContain('Kreml')
    expect(sure.claimCount).toBe(20)
  })

  it('keeps what one speaker says, or what the article itself says', () => {
    expect(apply({ speakers: ['Kreml'] }).claimCount).toBe(1)
    expect(apply({ speakers: ['Kreml', ARTICLE_ITSELF] }).claimCount).toBe(22)
    expect(apply({ speakers: ['nobody'] }).claimCount).toBe(0)
  })

  it('keeps claims whose time may lie in the range, with or without those that have none', () => {
    expect(apply({ from: '2019-04-25', undated: false }).claimCount).toBe(1)
    expect(apply({ to: '2019-04-24', undated: false }).claimCount).toBe(1)
    expect(apply({ from: '2019-04-24', to: '2019-04-25', undated: false }).claimCount).toBe(2)
    expect(apply({ from: '2019-04-25' }).claimCount).toBe(29)
    expect(apply({ undated: false }).claimCount).toBe(30)
  })

  it('keeps what is sure enough, one relation, one article', () => {
    expect(apply({ confidence: 0.9 }).claimCount).toBe(6)
    expect(apply({ relations: ['meets'] }).claimCount).toBe(28)
    expect(apply({ articles: ['another'] }).claimCount).toBe(0)
    expect(apply({ articles: ['a0b1c2d3e4f5'] }).claimCount).toBe(30)
  })

  it('shows neighbourhoods', () => {
    expect(names(apply({}, ['Chassan']).nodes).sort()).toEqual(['Chassan', 'Rajin', 'Russland'])
    expect(apply({}, ['unknown']).nodeCount).toBe(model.nodes.length)
  })

  it('hides communities, and counts what each would show', () => {
    // Places are one community here, persons another, and everybody else is alone.
    const numbers = [...model.type].map(
      (type, node) => ({ Place: 1, Person: 2 })[NODE_TYPES[type]! as string] ?? node + 9,
    )
    const communities = groupCommunities(model, numbers, 5)
    const keys = communities.groups.map(({ key }) => key)
    expect(keys).toEqual(['Nordkorea', 'Wladimir_Putin', REST])
    const of = (filters: Partial<Filters>) =>
      applyFilters(model, { filters: { ...NO_FILTERS, ...filters }, focus: [] }, communities)
    const places = of({ communities: ['Nordkorea'] })
    expect(names(places.nodes)).toEqual(names(of({ types: ['Place'] }).nodes))
    expect(places.facets.communities[0]).toBe(8)
    expect(of({ communities: keys }).nodeCount).toBe(0)
    expect(of({ communities: ['gone'] }).nodeCount).toBe(model.nodes.length)
    // While nobody knows the communities, nothing is hidden.
    expect(apply({ communities: ['Nordkorea'] }).nodeCount).toBe(model.nodes.length)
  })

  it('draws a bundle with the firmest of its visible claims', () => {
    const kim = model.nodeIndex.get('Kim_Jong_Un')!
    const putin = model.nodeIndex.get('Wladimir_Putin')!
    const bundle = [...model.bundles.source.keys()].find(
      (b) => model.bundles.source[b] === kim && model.bundles.target[b] === putin,
    )!
    expect(STATUSES[apply({}).bundleStatus[bundle]!]).toBe('fact')
    const unsure = apply({ statuses: ['fact'] })
    expect([STATUSES[unsure.bundleStatus[bundle]!], unsure.bundleSizes[bundle]]).toEqual(['intended', 1])
  })

  it('counts for each choice what it would show', () => {
    const { facets } = apply({ statuses: ['fact'] })
    expect(facets.statuses[0]).toBe(20)
    expect(facets.speakers.get(ARTICLE_ITSELF)).toBe(1)
  })

  it('agrees with its facets: a choice added alone shows what was counted', () => {
    const random = createModel(randomGraph(60, 300))
    fc.assert(
      fc.property(
        fc.subarray([...STATUSES]),
        fc.subarray([...NODE_TYPES], { maxLength: 4 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (statuses, types, confidence) => {
          const filters = { ...NO_FILTERS, statuses, types, confidence }
          const { facets } = applyFilters(random, { filters, focus: [] })
          for (const [index, status] of STATUSES.entries()) {
            const only = { ...filters, statuses: STATUSES.filter((other) => other !== status) }
            expect(applyFilters(random, { filters: only, focus: [] }).claimCount).toBe(facets.statuses[index])
          }
        },
      ),
      { numRuns: 20 },
    )
  })

  it('takes milliseconds for 150,000 claims', () => {
    const large = createModel(randomGraph(50_000, 150_000))
    const view = { filters: { ...NO_FILTERS, confidence: 0.5, statuses: ['denied'] }, focus: [] }
    applyFilters(large, view)
    const started = performance.now()
    const { claimCount } = applyFilters(large, view)
    // Generous, for a busy machine: alone it takes some ten.
    expect(performance.now() - started).toBeLessThan(500)
    expect(claimCount).toBeGreaterThan(0)
  })
})
