import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { DataFactory, Parser, type Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { turtle } from '../../src/export/turtle.ts'
import { packageRoot } from '../../src/node/resources.ts'
import { toQuads } from '../../src/rdf/quads.ts'
import { problemLine, validate } from '../../src/rdf/validate.ts'
import { extraction, summit } from '../support/extraction.ts'
import { hostileExtraction } from '../support/hostile.ts'

const shapes = readFileSync(join(packageRoot(), 'ontology/shapes.ttl'), 'utf8')
const problems = async (quads: Iterable<Quad>) => (await validate(quads, { shapes })).problems.map(problemLine)
const text = turtle(toQuads(summit, { withText: true }))
/** The problems of the summit's Turtle with some of it replaced. */
const changed = (from: string | RegExp, to: string) => {
  const other = text.replace(from, to)
  expect(other).not.toBe(text)
  return problems(new Parser().parse(other))
}

describe('validate', () => {
  it('finds nothing wrong with what pressgraph writes', async () => {
    const other = extraction({ id: 'b7', text: '', entities: [{ label: 'Russland', type: 'Place' }], claims: [] })
    const quads = [...toQuads(summit, { withText: true }), ...toQuads(other)]
    expect(await validate(quads, { shapes })).toEqual({ conforms: true, problems: [] })
  })

  it('finds nothing wrong with hostile text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileExtraction, async (hostile) => {
        expect(await problems(toQuads(hostile, { withText: true }))).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  it.each([
    [
      'pg:confidence 0.83',
      'pg:confidence 1.7',
      'claim:3f2a9c0b11d2-1 pg:confidence 1.7: a confidence is one decimal from 0 to 1',
    ],
    [
      'pg:confidence 0.83',
      'pg:confidence "high"',
      'claim:3f2a9c0b11d2-1 pg:confidence "high": a confidence is one decimal from 0 to 1',
    ],
    [
      'pg:modality pg:Future',
      'pg:modality pg:Maybe',
      'claim:3f2a9c0b11d2-5 pg:modality pg:Maybe: a claim has exactly one modality',
    ],
    ['pg:polarity pg:Negative ;\n', '', 'claim:3f2a9c0b11d2-8 pg:polarity: a claim has exactly one polarity'],
    [
      'ent:Donald_Trump a pg:Person',
      'ent:Donald_Trump a pg:Claim',
      'claim:3f2a9c0b11d2-5 rdf:object ent:Donald_Trump: a claim has exactly one object, an entity or words of the text',
    ],
    ['rdfs:label "Nordkorea"@de ;', '', 'ent:Nordkorea rdfs:label: an entity has a label, one for each language'],
    [
      'rdfs:label "Nordkorea"@de',
      'rdfs:label "Nordkorea"@de, "Korea"@de',
      'ent:Nordkorea rdfs:label: Language "de" has been used by 2 values',
    ],
    [
      'pg:amount 34000000.0 ;',
      'pg:amount "viel" ;',
      'quantity:34000000_EUR pg:amount "viel": a quantity has exactly one amount, a decimal',
    ],
    [
      'pg:timex "2019-WXX-4"',
      'pg:timex "a", "b"',
      '<time/3f2a9c0b11d2/66-79> pg:timex: a time has exactly one TIMEX3 value',
    ],
    ['nif:isString', 'dcterms:title "x"@de ; nif:isString', null],
    [
      'dcterms:title "',
      'dcterms:title "Andere"@de, "',
      'article:3f2a9c0b11d2 dcterms:title: an article has at most one title, with its language',
    ],
    [
      'pg:meets ent:Kim_Jong_Un',
      'pg:meets ent:Donald_Trump',
      'ent:Wladimir_Putin pg:meets ent:Donald_Trump: no claim states this plain triple as a fact',
    ],
    [
      'nif:anchorOf "Putin kritisiert Trump nicht."',
      'nif:anchorOf "Putin kritisiert Trump."',
      '<article/3f2a9c0b11d2#char=294,323>: the quotation has 23 characters instead of 29',
    ],
    [
      'nif:anchorOf "Putin kritisiert Trump nicht."',
      'nif:anchorOf "Putin kritisiert Trump immer."',
      '<article/3f2a9c0b11d2#char=294,323>: the text has other characters there',
    ],
    [
      /#char=0,\d+/g,
      '#char=0,300',
      '<article/3f2a9c0b11d2#char=294,323>: these characters are not within <article/3f2a9c0b11d2#char=0,300>',
    ],
  ])('%s → %s', async (from, to, problem) => {
    const found = await changed(from, to)
    if (problem === null) expect(found).toEqual([])
    else expect(found).toContain(problem)
  })

  it('reports a hope that is written as a plain triple', async () => {
    const { quad, namedNode } = DataFactory
    const entity = (name: string) => namedNode(`https://w3id.org/pressgraph/entity/${name}`)
    const hope = quad(
      entity('Kim_Jong_Un'),
      namedNode('https://w3id.org/pressgraph/ontology#meets'),
      entity('Donald_Trump'),
    )
    expect(await problems([...toQuads(summit), hope])).toEqual([
      'ent:Kim_Jong_Un pg:meets ent:Donald_Trump: no claim states this plain triple as a fact',
    ])
  })

  it('names shapes that cannot be read', async () => {
    await expect(validate([], { shapes: 'pgs:Entity a' })).rejects.toThrow('the SHACL shapes are not Turtle')
  })
})
