import { describe, expect, it } from 'vitest'
import { loadOntology } from '../../src/rdf/ontology.ts'
import { coreVocabulary, ENTITY_TYPES, extendVocabulary } from '../../src/rdf/vocabulary.ts'

const PREFIXES = `
@prefix pg: <https://w3id.org/pressgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix ex: <https://example.org/terms#> .
`
const load = (turtle: string) => loadOntology(PREFIXES + turtle, coreVocabulary, 'own.ttl')

describe('loadOntology', () => {
  it('reads a relation that refers to classes and relations of ours', () => {
    const { relations } = load(`
      ex:Club a owl:Class ; rdfs:subClassOf pg:Organization .
      ex:sponsors a pg:Relation ; rdfs:domain pg:Actor ; rdfs:range [ owl:unionOf ( ex:Club pg:Event rdfs:Literal ) ] ;
        rdfs:subPropertyOf pg:supports ; rdfs:label "sponsert"@de, "sponsors"@en ; pg:inverseLabel "hat als Sponsor"@de .
    `)
    expect(relations).toEqual([
      {
        name: 'sponsors',
        iri: 'https://example.org/terms#sponsors',
        label: { de: 'sponsert', en: 'sponsors' },
        inverseLabel: { de: 'hat als Sponsor', en: 'sponsors' },
        symmetric: false,
        inverse: null,
        supers: ['supports'],
        domain: ['Person', 'Organization', 'Place', 'Group'],
        range: ['Organization', 'Event'],
        literal: 'also',
      },
    ])
  })

  it('adds its relations to the vocabulary, and replaces one of the same IRI', () => {
    const added = load(`
      ex:sponsoredBy a pg:Relation ; rdfs:label "wird gesponsert von"@de .
      pg:meets a pg:Relation, owl:SymmetricProperty ; rdfs:label "begegnet"@de .
    `)
    const vocabulary = extendVocabulary(coreVocabulary, added)
    expect(vocabulary.relations).toHaveLength(coreVocabulary.relations.length + 1)
    expect(vocabulary.relation('meets')?.label.de).toBe('begegnet')
    expect(vocabulary.byIri('https://example.org/terms#sponsoredBy')).toMatchObject({
      label: { de: 'wird gesponsert von', en: 'sponsored by' },
      domain: ENTITY_TYPES,
      range: ENTITY_TYPES,
      literal: 'no',
    })
  })

  it.each([
    ['ex:a a ', /^own\.ttl: .*line 6/],
    ['ex:a a owl:ObjectProperty .', 'own.ttl describes no relation'],
    ['<urn:x:a> a pg:Relation ; rdfs:label "x"@de .', 'own.ttl: <urn:x:a> is no http or https IRI'],
    ['ex:a a pg:Relation .', 'own.ttl: <https://example.org/terms#a> has no German label'],
    [
      'ex:a a pg:Relation ; rdfs:label "x"@de ; rdfs:range ex:Nothing .',
      'own.ttl: <https://example.org/terms#a> names the class https://example.org/terms#Nothing, which is no kind of https://w3id.org/pressgraph/ontology#Entity',
    ],
    [
      'ex:a a pg:Relation ; rdfs:label "x"@de ; owl:inverseOf ex:b .',
      'own.ttl: <https://example.org/terms#a> refers to https://example.org/terms#b, which is no relation',
    ],
    [
      'ex:a a pg:Relation ; rdfs:label "x"@de ; rdfs:subPropertyOf pg:meetz .',
      'own.ttl: <https://example.org/terms#a> refers to https://w3id.org/pressgraph/ontology#meetz, which is no relation',
    ],
    [
      'ex:meets a pg:Relation ; rdfs:label "x"@de .',
      'own.ttl: <https://example.org/terms#meets> has the same local name as https://w3id.org/pressgraph/ontology#meets',
    ],
    [
      'ex:a a pg:Relation ; rdfs:label "x"@de ; rdfs:domain pg:Person, pg:Group .',
      'own.ttl: <https://example.org/terms#a> has more than one domain',
    ],
  ])('refuses %s', (turtle, message) => {
    expect(() => load(turtle)).toThrow(message)
  })

  it('leaves alignments to other vocabularies alone, and survives classes that are their own parents', () => {
    const { relations, classes } = load(`
      ex:A rdfs:subClassOf ex:B . ex:B a owl:Class ; rdfs:subClassOf ex:A .
      ex:a a pg:Relation ; rdfs:label "x"@de ; rdfs:subPropertyOf <https://schema.org/knows> .
    `)
    expect(relations[0]?.supers).toEqual([])
    expect(classes.size).toBe(0)
  })
})
