import { MultiDirectedGraph } from 'graphology'
import gexf from 'graphology-gexf'
import jsonld from 'jsonld'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { articleTextOf } from '../../src/server/graph-data.ts'
import { applyFilters } from '../../viewer/src/state/filters.ts'
import { INITIAL_VIEW } from '../../viewer/src/state/view.ts'
import { toGexf, xml } from '../../viewer/src/takeaway/gexf.ts'
import { toJsonLd } from '../../viewer/src/takeaway/json-ld.ts'
import { prefixesOf, triplesOf } from '../../viewer/src/takeaway/triples.ts'
import { toTurtle } from '../../viewer/src/takeaway/turtle.ts'
import { articleExtraction } from '../support/viewer-extraction.ts'
import { articleModel } from '../support/viewer-model.ts'

const model = articleModel()
const article = articleTextOf(articleExtraction())
const articles = new Map([[article.id, article]])
const prefixes = prefixesOf(model.base)
const pg = 'https://w3id.org/pressgraph/ontology#'
const ent = 'https://w3id.org/pressgraph/entity/'

describe('claims as RDF', () => {
  const triples = triplesOf(model, model.subject.keys(), articles)
  const quads = new Parser().parse(toTurtle(triples, prefixes))

  it('is Turtle that a parser reads, with every triple', () => expect(quads).toHaveLength(triples.length))

  it('states plainly only what the article states as a fact', () => {
    const plain = (s: string, p: string, o: string) =>
      quads.some(
        (quad) => quad.subject.value === ent + s && quad.predicate.value === pg + p && quad.object.value === ent + o,
      )
    expect(plain('Wladimir_Putin', 'meets', 'Kim_Jong_Un')).toBe(true)
    expect(plain('transkoreanische_Eisenbahn', 'connectsTo', 'transsibirische_Eisenbahn')).toBe(false)
    expect(plain('Kim_Jong_Un', 'meets', 'Donald_Trump')).toBe(false)
  })

  it('points to the characters of the evidence, in code points', () => {
    const emoji = { ...article, text: `😀${article.text.slice(2)}` }
    const shifted = triplesOf(model, [5], new Map([[article.id, emoji]])).find(({ predicate }) =>
      predicate.endsWith('wasDerivedFrom'),
    )
    expect(shifted?.object.value).toBe(
      `${model.base}article/${article.id}#char=${model.start[5]! - 1},${model.end[5]! - 1}`,
    )
  })

  it('is the same as JSON-LD', async () => {
    const text = await jsonld.toRDF(JSON.parse(toJsonLd(triples, prefixes)), { format: 'application/n-quads' })
    expect(text.trim().split('\n')).toHaveLength(triples.length)
  })

  it('holds any text safe', () => {
    const hostile = 'a"b\\c\n<script>\u0000 . ent:x a pg:y "@de'
    const odd = [{ subject: `${ent}a b<>`, predicate: `${pg}p`, object: { kind: 'literal' as const, value: hostile } }]
    const [quad, ...rest] = new Parser().parse(toTurtle(odd, prefixes))
    expect(rest).toEqual([])
    expect(quad!.object.value).toBe(hostile)
  })
})

describe('GEXF', () => {
  it('is read back with every node, claim and colour', () => {
    const text = toGexf(model, applyFilters(model, INITIAL_VIEW), {
      positions: new Float32Array(model.nodes.length * 2),
      radii: new Float32Array(model.nodes.length).fill(5),
      colours: model.nodes.map(() => '#cc6677'),
    })
    const graph = gexf.parse(MultiDirectedGraph as never, text)
    expect([graph.order, graph.size]).toEqual([model.nodes.length, model.subject.length])
    expect(graph.getNodeAttributes('Wladimir_Putin')).toMatchObject({
      label: 'Wladimir Putin',
      color: 'rgb(204,102,119)',
    })
  })

  it('escapes what XML cannot hold', () => {
    expect(xml('<a href="x">&\u0000\n')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;\ufffd&#10;')
  })
})
