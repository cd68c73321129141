import { type Quad, Writer } from 'n3'

/** N-Triples in canonical form, lines sorted; graphs are merged. */
export const ntriples = (quads: Iterable<Quad>): string => {
  const writer = new Writer({ format: 'N-Triples' })
  return sortedLines(quads, ({ subject, predicate, object }) => writer.quadToString(subject, predicate, object))
}

/** N-Quads in canonical form, lines sorted. */
export const nquads = (quads: Iterable<Quad>): string => {
  const writer = new Writer({ format: 'N-Quads' })
  return sortedLines(quads, ({ subject, predicate, object, graph }) =>
    writer.quadToString(subject, predicate, object, graph),
  )
}

const sortedLines = (quads: Iterable<Quad>, lineOf: (quad: Quad) => string): string => {
  const lines = new Set<string>()
  for (const quad of quads) lines.add(lineOf(quad))
  return [...lines].sort().join('')
}
