import { DataFactory, type Quad } from 'n3'
import type { Extraction } from '../core/claims.ts'
import type { Extensions } from '../core/resources.ts'
import { iriSegment } from '../rdf/iri.ts'
import { nquads } from '../rdf/lines.ts'
import { namespaces } from '../rdf/namespaces.ts'
import { loadOntology } from '../rdf/ontology.ts'
import { articleIri, toQuads } from '../rdf/quads.ts'
import { coreVocabulary, extendVocabulary, type Vocabulary } from '../rdf/vocabulary.ts'
import { documentOf } from './clusters.ts'
import type { Resolution } from './resolver.ts'

const { quad, namedNode } = DataFactory

/** Raised when the same claims make other quads than before, so that every shard is written again. */
export const SHARD_FORMAT = 1

/** IRI of an entity of the workspace by its local name. */
export const entityIri = (base: string, name: string): string => `${base}entity/${name}`

/** An article's shard: its quads as N-Quads, sorted, each once. */
export const shard = (
  extraction: Extraction,
  base: string,
  iriOf: (id: string) => string,
  vocabulary: Vocabulary,
): string => nquads(toQuads(extraction, { base, entityIri: iriOf, vocabulary }))

/** Our relations with those of the user's ontologies. */
export function vocabularyOf({ ontologies }: Extensions): Vocabulary {
  let vocabulary = coreVocabulary
  for (const { name, text } of ontologies)
    vocabulary = extendVocabulary(vocabulary, loadOntology(text, vocabulary, name))
  return vocabulary
}

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
