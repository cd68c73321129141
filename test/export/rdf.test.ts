import fc from 'fast-check'
import { DataFactory, Parser, type Quad, Store } from 'n3'
import { describe, expect, it } from 'vitest'
import { jsonLd } from '../../src/export/json-ld.ts'
import { turtle } from '../../src/export/turtle.ts'
import { toQuads } from '../../src/rdf/quads.ts'
import { extraction, summit } from '../support/extraction.ts'
import { hostileExtraction } from '../support/hostile.ts'
import { lines, merged, RDF_FORMATS, readBack } from '../support/rdf.ts'

const { quad, namedNode, literal, blankNode } = DataFactory
const articles = [
  summit,
  extraction({ id: 'b7', text: 'Kim lebt.', entities: [{ label: 'Kim', type: 'Person' }], claims: [] }),
]
const quads = articles.flatMap((article) => toQuads(article, { withText: true }))

describe.each(RDF_FORMATS)('$name', ({ type, write, keepsGraphs }) => {
  const expected = (list: readonly Quad[]) => lines(keepsGraphs ? list : merged(list))

  it('is read back by each of its parsers as what was written', async () => {
    for (const found of await readBack(write(quads), type)) expect(found).toEqual(expected(quads))
  })

  it('does not depend on the order of the quads, nor on repetitions', () => {
    expect(write([...quads, ...quads].reverse())).toBe(write(quads))
  })

  it('holds whatever a text holds', async () => {
    await fc.assert(
      fc.asyncProperty(hostileExtraction, async (hostile) => {
        const list = toQuads(hostile)
        for (const found of await readBack(write(list), type)) expect(found).toEqual(expected(list))
      }),
      { numRuns: 60 },
    )
  })

  it('can be empty', async () => {
    for (const found of await readBack(write([]), type)) expect(found).toEqual([])
  })
})

describe('JSON-LD', () => {
  it('needs no context for prefixes that are not used', () => {
    const one = quad(namedNode('https://w3id.org/pressgraph/entity/A'), namedNode('http://x.org/p'), literal('x'))
    expect(JSON.parse(jsonLd([one]))).toEqual({
      '@context': { ent: 'https://w3id.org/pressgraph/entity/' },
      '@graph': [{ '@id': 'ent:A', 'http://x.org/p': [{ '@value': 'x' }] }],
    })
  })
})

describe('Turtle', () => {
  it('reads well: prefixes that are used, subjects grouped, labels first, numbers short', () => {
    const small = extraction({
      id: 'a1',
      text: 'Merkel trifft Macron in München.',
      entities: [
        { label: 'Merkel', type: 'Person' },
        { label: 'Macron', type: 'Person' },
      ],
      claims: [
        { subject: 'Merkel', relation: 'meets', object: 'Macron', evidence: 'Merkel trifft Macron', confidence: 0.8 },
      ],
    })
    expect(turtle(toQuads(small))).toBe(`@base <https://w3id.org/pressgraph/> .
@prefix article: <https://w3id.org/pressgraph/article/> .
@prefix claim: <https://w3id.org/pressgraph/claim/> .
@prefix ent: <https://w3id.org/pressgraph/entity/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix pg: <https://w3id.org/pressgraph/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .

article:a1 a pg:Article ;
  schema:inLanguage "de" .

ent:Macron a pg:Person ;
  rdfs:label "Macron"@de .

ent:Merkel a pg:Person ;
  rdfs:label "Merkel"@de ;
  pg:meets ent:Macron .

claim:a1-1 a pg:Claim ;
  rdf:subject ent:Merkel ;
  rdf:predicate pg:meets ;
  rdf:object ent:Macron ;
  pg:polarity pg:Positive ;
  pg:modality pg:Actual ;
  pg:confidence 0.8 ;
  prov:wasDerivedFrom <article/a1#char=0,20> .

<article/a1#char=0,20> a nif:RFC5147String ;
  nif:anchorOf "Merkel trifft Macron"@de ;
  nif:referenceContext <article/a1#char=0,32> .

<article/a1#char=0,32> a nif:Context, nif:RFC5147String ;
  nif:sourceUrl article:a1 .
`)
  })

  it('writes names with umlauts as prefixed names, and claims in the order of their numbers', () => {
    const text = turtle(
      [10, 9, 2].map((n) =>
        quad(
          namedNode(`https://w3id.org/pressgraph/claim/a-${n}`),
          namedNode('https://w3id.org/pressgraph/open/einreisen_über'),
          namedNode('https://w3id.org/pressgraph/entity/München'),
        ),
      ),
    )
    expect(text.match(/claim:a-\d+ open:einreisen_über ent:München/g)).toEqual([
      'claim:a-2 open:einreisen_über ent:München',
      'claim:a-9 open:einreisen_über ent:München',
      'claim:a-10 open:einreisen_über ent:München',
    ])
  })

  it('names blank nodes anew', () => {
    const list = [quad(blankNode('x y'), namedNode('http://x.org/p'), blankNode('"'))]
    expect(turtle(list)).toBe('_:b0 <http://x.org/p> _:b1 .\n')
  })

  it('follows another base', () => {
    const base = 'https://news.example/'
    const list = toQuads(summit, { base })
    const text = turtle(list, { base })
    expect(text).toContain('@base <https://news.example/> .')
    expect(text).toContain('<article/3f2a9c0b11d2#char=175,253>')
    expect(lines(new Parser().parse(text))).toEqual(lines(merged(list)))
  })

  it('refuses what RDF 1.1 does not have', () => {
    const triple = quad(namedNode('http://x.org/a'), namedNode('http://x.org/b'), namedNode('http://x.org/c'))
    const about = quad(namedNode('http://x.org/a'), namedNode('http://x.org/b'), triple as never)
    expect(() => turtle([about])).toThrow('a Quad cannot be written as RDF 1.1')
  })

  it('writes 10 MB without a space', () => {
    const huge = 'ü'.repeat(10_000_000)
    const article = extraction({
      text: huge,
      entities: [{ label: huge, type: 'Topic' }],
      claims: [{ subject: huge, relation: 'warten', value: { text: huge, datatype: '' }, evidence: huge }],
    })
    const list = toQuads(article)
    expect(new Store(new Parser().parse(turtle(list))).size).toBe(merged(list).length)
  })
})
