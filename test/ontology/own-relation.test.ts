import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Extraction, isFact } from '../../src/core/claims.ts'
import { turtle } from '../../src/export/turtle.ts'
import { readInputs } from '../../src/ingest/index.ts'
import { nodeResources, packageRoot } from '../../src/node/resources.ts'
import { extractDocument } from '../../src/pipeline/extract.ts'
import { BASE, prefixes } from '../../src/rdf/namespaces.ts'
import { loadOntology } from '../../src/rdf/ontology.ts'
import { toQuads } from '../../src/rdf/quads.ts'
import { validate } from '../../src/rdf/validate.ts'
import { coreVocabulary, extendVocabulary } from '../../src/rdf/vocabulary.ts'

const file = (name: string) => join(packageRoot(), name)
const read = (name: string) => readFileSync(file(name), 'utf8')
const ontology = { name: 'ontology.ttl', text: read('examples/own-relation/ontology.ttl') }
const lexicon = { name: 'lexicon.tsv', text: read('examples/own-relation/lexicon.tsv') }

describe('a relation that is not ours', () => {
  let extraction: Extraction
  const sponsoring = () => {
    const label = (id: string | null) => extraction.entities.find((entity) => entity.id === id)?.label
    return extraction.claims
      .filter(({ predicate }) => predicate.name === 'sponsors')
      .map((claim) => [label(claim.subject), label(claim.object), isFact(claim) ? 'fact' : claim.modality])
  }

  beforeAll(async () => {
    const resources = nodeResources({}, { ontologies: [ontology], lexicons: [lexicon] })
    for await (const result of readInputs([file('examples/own-relation/text.txt')], { resources }))
      if (result.kind !== 'error') extraction = await extractDocument(result.document, resources)
  })

  it('is found by its own wording, verb and noun, and only what is so is a fact', () => {
    expect(sponsoring()).toEqual([
      ['Telekom', 'Bayern München', 'fact'],
      ['Siemens', 'Handball-Europameisterschaft', 'desired'],
      ['Adidas', 'Real Madrid', 'fact'],
    ])
  })

  it('has its own IRI and label, and what is written of it validates', async () => {
    const vocabulary = extendVocabulary(coreVocabulary, loadOntology(ontology.text, coreVocabulary))
    const quads = toQuads(extraction, { vocabulary })
    const text = turtle(quads, { prefixes: { ...prefixes(BASE), ex: 'https://example.org/sports#' } })
    expect(text).toContain('ex:sponsors ent:Bayern_München')
    expect(extraction.claims[0]?.predicate.label).toEqual({ de: 'sponsert', en: 'sponsors' })
    expect((await validate(quads, { shapes: read('ontology/shapes.ttl'), vocabulary })).problems).toEqual([])
  })
})
