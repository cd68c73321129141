import { expect, it } from 'vitest'
import { extractDocument, isFact, nodeResources, toDocument, toQuads, writeRdf } from '../src/index.ts'

it('leads from a text to RDF', async () => {
  const resources = nodeResources()
  const bytes = new TextEncoder().encode('Wladimir Putin hat Kim Jong Un in Wladiwostok getroffen.')
  const { document } = await toDocument({ input: 'article', source: null, bytes }, resources, { date: '2019-04' })
  const extraction = await extractDocument(document, resources)
  expect(extraction.claims.filter(isFact).map(({ predicate }) => predicate.name)).toContain('meets')
  expect(writeRdf(toQuads(extraction), 'turtle')).toContain('pg:meets ent:Kim_Jong_Un')
})
