import type { Quad } from 'n3'
import type { ClaimGraph } from '../graph/types.ts'
import { nquads, ntriples } from '../rdf/lines.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'
import { jsonLd } from './json-ld.ts'
import { trig, turtle } from './turtle.ts'

export { edgesCsv, nodesCsv } from './csv.ts'

const rdfWriters = { turtle, trig, ntriples, nquads, jsonld: jsonLd } as const
const graphWriters = { gexf, graphml } as const

/** Formats of RDF, by the names that the command line gives them. */
export type RdfFormat = keyof typeof rdfWriters
/** Formats of graphs, by the names that the command line gives them. */
export type GraphFormat = keyof typeof graphWriters

/**
 * Quads as the text of a file, the same for the same quads in whatever order. Turtle and N-Triples merge all graphs.
 * @throws PressgraphError for what RDF 1.1 does not have: triples as terms, variables
 */
export const writeRdf = (
  quads: Iterable<Quad>,
  format: RdfFormat,
  options: { /** IRIs below it are written short. */ readonly base?: string } = {},
): string => rdfWriters[format](quads, options)

/** The claim graph as the text of a file. */
export const writeGraph = (graph: ClaimGraph, format: GraphFormat): string => graphWriters[format](graph)
