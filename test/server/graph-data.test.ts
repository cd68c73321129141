import { describe, expect, it } from 'vitest'
import { articleTextOf, graphDataOf } from '../../src/server/graph-data.ts'
import { MODALITIES, POLARITIES } from '../../src/server/types.ts'
import { articleExtraction } from '../support/viewer-extraction.ts'

describe('graphDataOf', () => {
  const article = articleExtraction()
  const data = graphDataOf([article], { iriOf: (id) => `https://example.org/${id}` })

  it('has all columns of the same length, a row a claim', () => {
    for (const column of Object.values(data.claims)) expect(column).toHaveLength(article.claims.length)
  })

  it('says of every claim what the extraction says', () => {
    for (const [row, claim] of article.claims.entries()) {
      const { claims, nodes, relations } = data
      expect(nodes[claims.subject[row]!]!.id).toBe(claim.subject)
      if (claim.object) expect(nodes[claims.object[row]!]!.id).toBe(claim.object)
      else expect(nodes[claims.object[row]!]).toMatchObject({ type: 'Value', label: claim.value!.text, iri: '' })
      expect(relations[claims.relation[row]!]).toMatchObject(claim.predicate)
      expect(POLARITIES[claims.polarity[row]!]).toBe(claim.polarity)
      expect(MODALITIES[claims.modality[row]!]).toBe(claim.modality)
      expect(nodes[claims.speaker[row]!]?.id ?? null).toBe(claim.attributedTo)
      expect(article.text.slice(claims.start[row], claims.end[row])).toBe(claim.evidence.quote)
      const { start, end } = claim.trigger ?? { start: -1, end: -1 }
      expect([claims.triggerStart[row], claims.triggerEnd[row]]).toEqual([start, end])
    }
  })

  it('counts the English label among the names', () => {
    const [first, ...rest] = article.entities
    const named = { ...article, entities: [{ ...first!, labelEn: 'Vladimir Putin' }, ...rest] }
    expect(graphDataOf([named]).nodes[0]!.names).toEqual(['Wladimir Putin', 'Putin', 'Vladimir Putin'])
  })

  it('gives articles without and with their text', () => {
    expect(data.articles[0]).toMatchObject({ title: 'Putin trifft Kim in Wladiwostok', claims: article.claims.length })
    expect(data.articles[0]).not.toHaveProperty('kind')
    expect(articleTextOf(article).text).toBe(article.text)
  })
})
