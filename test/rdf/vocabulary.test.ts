import { describe, expect, it } from 'vitest'
import { coreVocabulary, isOpen, openRelation, predicate, relation } from '../../src/rdf/vocabulary.ts'

describe('relation', () => {
  it('finds a core relation by name', () => {
    expect(relation('meets')).toMatchObject({
      iri: 'https://w3id.org/pressgraph/ontology#meets',
      label: { de: 'trifft', en: 'meets' },
      symmetric: true,
    })
  })

  it('names the relation that is missing', () => {
    expect(() => relation('meetz')).toThrow('the ontology has no relation "meetz"')
    expect(() => relation('constructor')).toThrow('the ontology has no relation "constructor"')
  })
})

describe('predicate', () => {
  it('carries the lemma that stated it', () => {
    expect(predicate(relation('meets'), 'zusammenkommen')).toEqual({
      iri: 'https://w3id.org/pressgraph/ontology#meets',
      name: 'meets',
      lemma: 'zusammenkommen',
      label: { de: 'trifft', en: 'meets' },
    })
  })
})

describe('openRelation', () => {
  it('is made of lemma and preposition', () => {
    expect(openRelation('einreisen', 'über')).toEqual({
      iri: 'https://w3id.org/pressgraph/open/einreisen_über',
      name: 'einreisen_über',
      lemma: 'einreisen',
      label: { de: 'einreisen über' },
    })
    expect(isOpen(openRelation('warten').iri)).toBe(true)
    expect(isOpen(relation('meets').iri)).toBe(false)
  })

  it('is safe whatever the lemma holds', () => {
    expect(openRelation('a/b#c?d>e').iri).toBe('https://w3id.org/pressgraph/open/a%2Fb%23c%3Fd%3Ee')
    expect(openRelation('gut%20').iri).toBe('https://w3id.org/pressgraph/open/gut%2520')
  })
})

describe('coreVocabulary', () => {
  it('finds by IRI what it finds by name', () => {
    for (const record of coreVocabulary.relations) expect(coreVocabulary.byIri(record.iri)).toBe(record)
  })
})
