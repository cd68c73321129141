import { DataFactory, type Quad, Writer } from 'n3'
import type { Extraction } from '../core/claims.ts'
import { iriSegment } from '../rdf/iri.ts'
import { namespaces } from '../rdf/namespaces.ts'
import { articleIri, toQuads } from '../rdf/quads.ts'
import { documentOf, type Resolution } from './resolver.ts'

const { quad, namedNode } = DataFactory

/** Raised when the same claims make other quads than before, so that every shard is written again. */
export const SHARD_FORMAT = 1

/** IRI of an entity of the workspace by its local name. */
export const entityIri = (base: string, name: string): string => `${base}entity/${name}`

/** An article's shard: its quads as N-Quads, sorted, each once. */
export const shard = (extraction: Extraction, base: string, iriOf: (id: string) => string): string =>
  nquads(toQuads(extraction, { base, entityIri: iriOf }))

/**
 * The statements that join articles' entities: each article's entity, named after its article, is a specialization of the one that all
 * of them stand for. Only entities of several articles are listed; the others are nobody's but their article's.
 */
export function entityShard(resolution: Resolution, base: string): string {
  const graph = namedNode(`${base}entities`)
  const specializationOf = namedNode(`${namespaces.prov}specializationOf`)
  const quads: Quad[] = []
  for (const [id, { name, members }] of resolution) {
    const document = documentOf(id)
    if (members.every((member) => documentOf(member) === document)) continue
    const own = namedNode(`${articleIri(document, base)}#${iriSegment(id.slice(document.length + 1))}`)
    quads.push(quad(own, specializationOf, namedNode(entityIri(base, name)), graph))
  }
  return nquads(quads)
}

function nquads(quads: readonly Quad[]): string {
  const writer = new Writer({ format: 'N-Quads' })
  const lines = new Set(quads.map((one) => writer.quadToString(one.subject, one.predicate, one.object, one.graph)))
  return [...lines].sort().join('')
}
