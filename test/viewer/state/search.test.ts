import { describe, expect, it } from 'vitest'
import { createSearchIndex, search } from '../../../viewer/src/state/search.ts'
import { articleModel } from '../../support/viewer-model.ts'

const model = articleModel()
const index = createSearchIndex(model)
const find = (query: string, limit = 8) => {
  const { matches, more } = search(model, index, query, limit)
  return { labels: matches.map(({ node }) => model.nodes[node]!.label), more }
}

describe('search', () => {
  it('finds a name whatever its case and diacritics', () => {
    expect(find('DJATSCHKOW').labels).toEqual(['Ilja Djatschkow'])
    expect(find('sudkorea').labels).toEqual(['Südkorea'])
    expect(find('suedkorea').labels).toEqual(['Südkorea'])
    expect(find('südkorea').labels).toEqual(['Südkorea'])
  })

  it('finds a variant, and says which', () => {
    const { matches } = search(model, index, 'Gipfel', 1)
    expect(model.nodes[matches[0]!.node]!.label).toBe('Gipfeltreffen')
    expect(matches[0]!.name).toBe('Gipfel')
  })

  it('puts whole names first, then beginnings, then beginnings of words', () => {
    expect(find('kim').labels[0]).toBe('Kim Jong Un')
    expect(find('nordkorea').labels).toEqual(['Nordkorea', 'nordkoreanisches Atomprogramm'])
    expect(find('rajin').labels).toEqual(['Rajin', 'Hafen von Rajin'])
  })

  it('says how many more there are', () => {
    const { labels, more } = find('e', 3)
    expect(labels).toHaveLength(3)
    expect(more).toBeGreaterThan(10)
  })

  it('finds nothing for nothing, and takes signs as they are', () => {
    expect(find('   ').labels).toEqual([])
    expect(find('.*(').labels).toEqual([])
  })
})
