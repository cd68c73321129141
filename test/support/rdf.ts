import jsonld from 'jsonld'
import { DataFactory, Parser, type Quad, Writer } from 'n3'
import oxigraph from 'oxigraph'
import { jsonLd } from '../../src/export/json-ld.ts'
import { trig, turtle } from '../../src/export/turtle.ts'
import { nquads, ntriples } from '../../src/rdf/lines.ts'

const { quad } = DataFactory
const writer = new Writer({ format: 'N-Quads' })

/** Canonical lines, sorted: quads without blank nodes are isomorphic where these are equal. */
export const lines = (quads: Iterable<Quad>): string[] =>
  [...new Set(Array.from(quads, (q) => writer.quadToString(q.subject, q.predicate, q.object, q.graph)))].sort()

/** The quads without their graphs. */
export const merged = (quads: readonly Quad[]): Quad[] => quads.map((q) => quad(q.subject, q.predicate, q.object))

const withN3 = (text: string, format: string): Quad[] => new Parser({ format }).parse(text)
const withOxigraph = (text: string, format: string): Quad[] =>
  (oxigraph.parse(text, { format }) as unknown as Quad[]).map((q) => quad(q.subject, q.predicate, q.object, q.graph))

/** Every RDF format with its writer, its parsers, and whether it keeps graphs apart. */
export const RDF_FORMATS = [
  { name: 'Turtle', type: 'text/turtle', write: turtle, keepsGraphs: false },
  { name: 'TriG', type: 'application/trig', write: trig, keepsGraphs: true },
  { name: 'N-Triples', type: 'application/n-triples', write: ntriples, keepsGraphs: false },
  { name: 'N-Quads', type: 'application/n-quads', write: nquads, keepsGraphs: true },
  { name: 'JSON-LD', type: 'application/ld+json', write: jsonLd, keepsGraphs: true },
] as const

/** What each parser of the format reads, as canonical lines. */
export async function readBack(text: string, type: (typeof RDF_FORMATS)[number]['type']): Promise<string[][]> {
  if (type !== 'application/ld+json') return [lines(withN3(text, type)), lines(withOxigraph(text, type))]
  const read = await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads' })
  return [lines(withN3(read, 'application/n-quads'))]
}
