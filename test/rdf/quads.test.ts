import type { Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { isFact } from '../../src/core/claims.ts'
import { prefixes } from '../../src/rdf/namespaces.ts'
import { articleIri, claimIri, entityIris, separateEntityIris, toQuads } from '../../src/rdf/quads.ts'
import { extraction, summit } from '../support/extraction.ts'

const PREFIXES = Object.entries(prefixes())
const short = (iri: string): string => {
  const [prefix, namespace] = PREFIXES.find(([, candidate]) => iri.startsWith(candidate)) ?? ['', '']
  return prefix === '' ? iri : `${prefix}:${iri.slice(namespace.length)}`
}
const show = (term: Quad['object']): string => {
  if (term.termType !== 'Literal') return short(term.value)
  if (term.language !== '') return `"${term.value}"@${term.language}`
  return term.datatype.value.endsWith('#string') ? `"${term.value}"` : `"${term.value}"^^${short(term.datatype.value)}`
}
/** The statements of one subject, as `predicate object`. */
const about = (quads: readonly Quad[], subject: string): string[] =>
  quads
    .filter((quad) => short(quad.subject.value) === subject)
    .map((quad) => `${short(quad.predicate.value)} ${show(quad.object)}`)
const plain = (quads: readonly Quad[]): string[] =>
  quads
    .filter((quad) => quad.subject.value.includes('/entity/') && /#|\/open\//.test(quad.predicate.value))
    .filter((quad) => /^(pg|open):/.test(short(quad.predicate.value)))
    .map((quad) => `${short(quad.subject.value)} ${short(quad.predicate.value)} ${show(quad.object)}`)

const quads = toQuads(summit)

describe('toQuads', () => {
  it('describes entities with label, names, description and identifiers', () => {
    expect(about(quads, 'ent:Wladimir_Putin').slice(0, 4)).toEqual([
      'rdf:type pg:Person',
      'rdfs:label "Wladimir Putin"@de',
      'skos:altLabel "Putin"@de',
      'rdfs:comment "Präsident Russlands"@de',
    ])
    expect(about(quads, 'ent:Russland')).toEqual([
      'rdf:type pg:Place',
      'rdfs:label "Russland"@de',
      'rdfs:label "Russia"@en',
      'skos:altLabel "Russlands"@de',
      'owl:sameAs wd:Q159',
    ])
  })

  it('writes a plain triple only for what the article itself states as a fact', () => {
    expect(plain(quads)).toEqual([
      'ent:Wladimir_Putin pg:meets ent:Kim_Jong_Un',
      'ent:Wladimir_Putin pg:headOfStateOf ent:Russland',
      'ent:Kim_Jong_Un pg:rulerOf ent:Nordkorea',
      'ent:Kim_Jong_Un open:einreisen_über ent:Chassan',
      'ent:Ilja_Djatschkow pg:expertOn ent:Nordkorea',
      'ent:Handel pg:hasAmount "34 Millionen Euro"@de',
    ])
    expect(plain(quads)).toHaveLength(summit.claims.filter(isFact).length)
  })

  it('writes every claim with its status, speaker and evidence', () => {
    expect(about(quads, 'claim:3f2a9c0b11d2-5')).toEqual([
      'rdf:type pg:Claim',
      'rdf:subject ent:Kim_Jong_Un',
      'rdf:predicate pg:meets',
      'rdf:object ent:Donald_Trump',
      'pg:polarity pg:Positive',
      'pg:modality pg:Future',
      'pg:attributedTo ent:Ilja_Djatschkow',
      'pg:confidence "0.9"^^xsd:decimal',
      'prov:wasDerivedFrom article:3f2a9c0b11d2#char=175,253',
    ])
  })

  it('counts the characters of evidence in code points, so that an emoji before it counts once', () => {
    const { start, end, quote } = summit.claims[4]!.evidence
    expect([start, end]).toEqual([176, 254])
    expect(about(quads, 'article:3f2a9c0b11d2#char=175,253')).toEqual([
      'rdf:type nif:RFC5147String',
      `nif:anchorOf "${quote}"@de`,
      `nif:referenceContext article:3f2a9c0b11d2#char=0,${Array.from(summit.text).length}`,
    ])
    expect(Array.from(summit.text).slice(175, 253).join('')).toBe(quote)
  })

  it('keeps a weekday without a date a weekday of the month of the article', () => {
    const time = 'date:3f2a9c0b11d2/66-79'
    expect(about(quads, 'claim:3f2a9c0b11d2-1')).toContain(`pg:time ${time}`)
    expect(about(quads, time)).toEqual([
      'rdf:type time:Instant',
      'pg:timex "2019-WXX-4"',
      'rdfs:label "am Donnerstag"@de',
      `time:inDateTime ${time}#position`,
    ])
    expect(about(quads, `${time}#position`)).toContain('time:dayOfWeek time:Thursday')
    expect(quads.some((quad) => quad.object.value.startsWith('2019-04-'))).toBe(false)
  })

  it('shares a known date between articles', () => {
    const one = extraction({
      text: 'Am 25. April 2019 starb X.',
      entities: [{ label: 'X', type: 'Person' }],
      claims: [
        {
          subject: 'X',
          relation: 'sterben',
          value: { text: '2019', datatype: 'http://www.w3.org/2001/XMLSchema#gYear' },
          evidence: 'Am 25. April 2019 starb X.',
          time: { text: 'Am 25. April 2019', type: 'DATE', value: '2019-W17-4' },
        },
      ],
    })
    expect(about(toQuads(one), 'date:2019-04-25')).toEqual([
      'rdf:type time:Instant',
      'pg:timex "2019-04-25"',
      'time:inXSDDate "2019-04-25"^^xsd:date',
    ])
    expect(plain(toQuads(one))).toEqual(['ent:X open:sterben "2019"^^xsd:gYear'])
  })

  it('describes the article', () => {
    expect(about(quads, 'article:3f2a9c0b11d2')).toEqual([
      'rdf:type pg:Article',
      'dcterms:title "Treffen in Wladiwostok"@de',
      'dcterms:issued "2019-04"^^xsd:gYearMonth',
      'schema:inLanguage "de"',
      'dc:creator "Frank Aischmann"',
      'dc:publisher "ARD"',
      'dc:source "wladiwostok.txt"',
    ])
    const fromWeb = { ...summit, document: { ...summit.document, source: 'https://example.org/a b' } }
    expect(about(toQuads(fromWeb), 'article:3f2a9c0b11d2')).toContain('dcterms:source https://example.org/a%20b')
  })

  it('gives the text along only where asked', () => {
    const isString = (list: readonly Quad[]) => list.filter((quad) => quad.predicate.value.endsWith('isString'))
    expect(isString(quads)).toEqual([])
    expect(isString(toQuads(summit, { withText: true })).map((quad) => quad.object.value)).toEqual([summit.text])
  })

  it('describes an amount in words as number and unit, found by the words', () => {
    expect(about(quads, 'quantity:34000000_EUR')).toEqual([
      'rdf:type pg:Quantity',
      'pg:amount "34000000.0"^^xsd:decimal',
      'pg:unit "EUR"',
      'rdfs:label "34 Millionen Euro"@de',
    ])
  })

  it.each([
    [17, '%', 'quantity:17_%25', '17.0'],
    [0.5, 'kg', 'quantity:0.5_kg', '0.5'],
    [1e-7, undefined, 'quantity:0.0000001', '0.0000001'],
    [1e-30, undefined, 'quantity:0', '0.0'],
    [1e21, undefined, 'quantity:1000000000000000000000', '1000000000000000000000.0'],
    [-3, '°C', 'quantity:-3_%C2%B0C', '-3.0'],
  ])('writes the amount %d %s without exponent', (amount, unit, node, decimal) => {
    const value = { text: 'so viel', datatype: '', amount, ...(unit !== undefined && { unit }) }
    const one = extraction({
      text: 'X misst so viel.',
      entities: [{ label: 'X', type: 'Topic' }],
      claims: [{ subject: 'X', relation: 'hasAmount', value, evidence: 'X misst so viel.' }],
    })
    expect(about(toQuads(one), node)).toContain(`pg:amount "${decimal}"^^xsd:decimal`)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('knows no amount %d', (amount) => {
    const broken = { ...summit, claims: [{ ...summit.claims[6]!, value: { text: 'viel', datatype: '', amount } }] }
    expect(toQuads(broken).some((quad) => quad.predicate.value.endsWith('#amount'))).toBe(false)
  })

  it('puts everything into the graph of the article', () => {
    expect(new Set(quads.map((quad) => quad.graph.value))).toEqual(new Set([articleIri('3f2a9c0b11d2')]))
  })

  it('needs at most thirteen quads a claim, with speaker or plain triple, time and evidence of its own', () => {
    const sizes = summit.claims.map((claim) => {
      const iri = claimIri(claim.id)
      const own = quads.filter((quad) => quad.subject.value === iri)
      const evidence = own.find((quad) => quad.predicate.value.endsWith('wasDerivedFrom'))?.object.value
      return own.length + quads.filter((quad) => quad.subject.value === evidence).length + (isFact(claim) ? 1 : 0)
    })
    expect(Math.max(...sizes)).toBe(13)
  })

  it('keeps words out of a plain triple whose relation wants an entity, and the other way round', () => {
    const odd = extraction({
      text: 'X trifft jemanden. Y beträgt X.',
      entities: [
        { label: 'X', type: 'Person' },
        { label: 'Y', type: 'Topic' },
      ],
      claims: [
        { subject: 'X', relation: 'meets', value: { text: 'jemanden', datatype: '' }, evidence: 'X trifft jemanden.' },
        { subject: 'Y', relation: 'hasAmount', object: 'X', evidence: 'Y beträgt X.' },
      ],
    })
    expect(plain(toQuads(odd))).toEqual([])
    expect(about(toQuads(odd), 'claim:3f2a9c0b11d2-1')).toContain('rdf:object "jemanden"@de')
  })

  it('takes entity IRIs from the workspace, and another base', () => {
    const mapped = toQuads(summit, {
      base: 'https://news.example/kg/',
      entityIri: (id) => `https://news.example/kg/entity/${id.split('/')[1]?.toLowerCase()}`,
    })
    const fact = mapped.find((quad) => quad.predicate.value.endsWith('#meets'))
    expect(fact?.subject.value).toBe('https://news.example/kg/entity/wladimir_putin')
    expect(fact?.graph.value).toBe('https://news.example/kg/article/3f2a9c0b11d2')
  })

  it.each([
    ['subject', { subject: '3f2a9c0b11d2/Nobody' }, 'names the entity "3f2a9c0b11d2/Nobody"'],
    ['object', { object: null }, 'has neither object nor value'],
    ['relation', { predicate: { ...summit.claims[0]!.predicate, iri: 'javascript:x' } }, 'is no http or https IRI'],
  ])('refuses a claim with a broken %s', (_, change, message) => {
    const broken = { ...summit, claims: [{ ...summit.claims[0]!, ...change }] }
    expect(() => toQuads(broken)).toThrow(message)
  })
})

describe('entityIris', () => {
  it('keeps entities apart whose ids differ only in what an IRI cannot hold', () => {
    const entities = ['Kim', 'Kim!', '<Kim>'].map((label) => ({ label, type: 'Person' as const }))
    const iris = entityIris(extraction({ text: '', entities, claims: [] }))
    expect([...iris.values()].map(short)).toEqual(['ent:Kim', 'ent:Kim_2', 'ent:Kim_3'])
  })

  it('keeps the entities of several articles apart', () => {
    const other = extraction({ id: 'b1', text: '', entities: [{ label: 'Russland', type: 'Place' }], claims: [] })
    const iris = separateEntityIris([summit, other])
    expect(short(iris.get('b1/Russland') as string)).toBe('ent:b1/Russland')
    expect(short(separateEntityIris([other]).get('b1/Russland') as string)).toBe('ent:Russland')
  })
})
