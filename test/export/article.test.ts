import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Extraction } from '../../src/core/claims.ts'
import { readInputs } from '../../src/ingest/index.ts'
import { nodeResources, packageRoot } from '../../src/node/resources.ts'
import { extractDocument } from '../../src/pipeline/extract.ts'
import { separateEntityIris, toQuads } from '../../src/rdf/quads.ts'
import { validate } from '../../src/rdf/validate.ts'
import { lines, merged, RDF_FORMATS, readBack } from '../support/rdf.ts'

const file = (...path: string[]) => join(packageRoot(), ...path)
const inputs = readdirSync(file('data/articles'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => file('data/articles', name))

describe('the articles that come with pressgraph', () => {
  let extractions: Extraction[]
  const quads = () => {
    const iris = separateEntityIris(extractions)
    return extractions.flatMap((article) =>
      toQuads(article, { entityIri: (id) => iris.get(id) as string, withText: true }),
    )
  }

  beforeAll(async () => {
    const resources = nodeResources()
    extractions = []
    for await (const result of readInputs(inputs, { resources }))
      if (result.kind !== 'error') extractions.push(await extractDocument(result.document, resources))
  })

  it('conform to the SHACL shapes, evidence and all', async () => {
    expect(extractions).toHaveLength(inputs.length)
    const shapes = readFileSync(file('ontology/shapes.ttl'), 'utf8')
    expect(await validate(quads(), { shapes })).toEqual({ conforms: true, problems: [] })
  })

  it.each(RDF_FORMATS)('are read back from $name as what was written', async ({ type, write, keepsGraphs }) => {
    const list = quads()
    for (const found of await readBack(write(list), type))
      expect(found).toEqual(lines(keepsGraphs ? list : merged(list)))
  })
})
