import { describe, expect, it } from 'vitest'
import { toGraph } from '../../src/graph/index.ts'
import { articleExtraction } from '../support/viewer-extraction.ts'

const article = articleExtraction()
const putin = 'a0b1c2d3e4f5/Wladimir_Putin'

describe('toGraph', () => {
  it('makes a node of every entity and an edge of every claim', () => {
    const graph = toGraph([article])
    expect(graph.size).toBe(article.claims.length)
    expect(graph.filterNodes((_, { type }) => type !== 'Value').length).toBe(article.entities.length)
    expect(graph.getNodeAttributes(putin)).toMatchObject({ label: 'Wladimir Putin', type: 'Person', degree: 8 })
  })

  it('gives every edge its status and the text that states it', () => {
    const graph = toGraph([article])
    graph.forEachEdge((_, edge) => expect(article.text.slice(edge.start, edge.end)).toBe(edge.quote))
    const link = graph.findEdge((_, edge) => edge.relation === 'connectsTo' && edge.modality === 'desired')
    expect(graph.getEdgeAttributes(link)).toMatchObject({ fact: false, attributedTo: 'a0b1c2d3e4f5/Ilja_Djatschkow' })
    const meets = graph.findEdge((_, edge, source) => edge.relation === 'meets' && source === putin)
    expect(graph.getEdgeAttribute(meets, 'fact')).toBe(true)
  })

  it('keeps a literal value as a node of its subject alone', () => {
    const graph = toGraph([article])
    const value = 'a0b1c2d3e4f5/Handel#34 Millionen Euro'
    expect(graph.getNodeAttributes(value)).toMatchObject({ type: 'Value', label: '34 Millionen Euro', degree: 1 })
    expect(graph.neighbors(value)).toEqual(['a0b1c2d3e4f5/Handel'])
  })

  it('makes one node of entities that are one across articles', () => {
    const other = {
      ...article,
      document: { ...article.document, id: 'ffffffffffff' },
      entities: article.entities.map((entity) => ({
        ...entity,
        id: entity.id.replace('a0b1c2d3e4f5', 'ffffffffffff'),
        names: [...entity.names, 'noch ein Name'],
      })),
      claims: [],
    }
    const graph = toGraph([article, other], { nodeOf: (entity) => entity.slice(13) })
    expect(graph.filterNodes((_, { type }) => type !== 'Value').length).toBe(article.entities.length)
    const merged = graph.getNodeAttributes('Wladimir_Putin')
    expect(merged.documents).toEqual(['a0b1c2d3e4f5', 'ffffffffffff'])
    expect(merged.names).toEqual(['Wladimir Putin', 'Putin', 'noch ein Name'])
  })

  it('is the same on every run and leaves its input alone', () => {
    const before = JSON.stringify(article)
    expect(JSON.stringify(toGraph([article]))).toBe(JSON.stringify(toGraph([article])))
    expect(JSON.stringify(article)).toBe(before)
  })

  it('refuses a claim about an entity that is not there', () => {
    const [claim] = article.claims
    const broken = { ...article, claims: [{ ...claim!, object: 'nobody' }] }
    expect(() => toGraph([broken])).toThrow('claim a0b1c2d3e4f5-1: its object "nobody" is not among the entities')
    expect(() => toGraph([{ ...article, claims: [claim!, claim!] }])).toThrow('two claims have the id a0b1c2d3e4f5-1')
  })
})
