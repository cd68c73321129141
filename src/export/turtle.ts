import type { Quad } from 'n3'
import { BASE, prefixes as standardPrefixes } from '../rdf/namespaces.ts'
import { TurtleTerms } from '../rdf/terms.ts'
import { ordered, orderedSubjects, type SubjectGroup } from './order.ts'

export interface TurtleOptions {
  /** IRIs below it are written short. */
  readonly base?: string
  /** Namespaces by prefix; by default those of `src/rdf/namespaces.ts`. Only the prefixes that are used are declared. */
  readonly prefixes?: Readonly<Record<string, string>>
}

/** Turtle: prefixes, then subjects with all that is said of them, sorted. Graphs are merged; what two of them say stands once. */
export function turtle(quads: Iterable<Quad>, options: TurtleOptions = {}): string {
  const terms = termsOf(options)
  const blocks = orderedSubjects(quads).map((group) => block(terms, group, ''))
  return document(terms, options, blocks)
}

/** TriG: like Turtle, each named graph in its own block. */
export function trig(quads: Iterable<Quad>, options: TurtleOptions = {}): string {
  const terms = termsOf(options)
  const blocks = ordered(quads).map(({ graph, subjects }) =>
    graph.termType === 'DefaultGraph'
      ? subjects.map((group) => block(terms, group, '')).join('\n')
      : `${terms.write(graph)} {\n${subjects.map((group) => block(terms, group, '  ')).join('\n')}}\n`,
  )
  return document(terms, options, blocks)
}

const termsOf = ({ base = BASE, prefixes = standardPrefixes(base) }: TurtleOptions): TurtleTerms =>
  new TurtleTerms(prefixes, base)

function block(terms: TurtleTerms, { subject, properties }: SubjectGroup, indent: string): string {
  const name = terms.write(subject)
  const lines = properties.map(
    ({ predicate, objects }) =>
      `${terms.predicate(predicate)} ${objects.map((object) => terms.write(object)).join(', ')}`,
  )
  return `${indent}${name} ${lines.join(` ;\n${indent}  `)} .\n`
}

function document(terms: TurtleTerms, { base = BASE }: TurtleOptions, blocks: readonly string[]): string {
  const needsBase = blocks.some((text) => /<[a-z]+\//.test(text))
  const head = [
    ...(needsBase ? [`@base <${base}> .`] : []),
    ...Object.entries(terms.used).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`),
  ]
  const parts = head.length > 0 ? [`${head.join('\n')}\n`, ...blocks] : blocks
  return parts.join('\n')
}
