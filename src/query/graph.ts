import { Parser, type Term } from 'n3'
import { turtle } from '../export/turtle.ts'
import { namespaces } from '../rdf/namespaces.ts'
import { type JsonResults, type JsonTerm, type TableOptions, toTable } from './table.ts'

const PARTS = ['subject', 'predicate', 'object'] as const

/**
 * The triples of CONSTRUCT or DESCRIBE in a format of `query`: Turtle, or a table of three columns. Sorted, each once, so that an answer
 * does not depend on the order in which the store finds them.
 * @param ntriples as the engine gives them
 */
export function formatTriples(
  ntriples: string,
  format: 'turtle' | 'table' | 'json' | 'csv' | 'tsv',
  options: TableOptions,
): string {
  const lines = [...new Set(ntriples.split('\n').filter((line) => line !== ''))].sort()
  const triples = lines.map((line) => `${line}\n`).join('')
  const quads = new Parser({ format: 'N-Triples' }).parse(triples)
  if (format === 'turtle') return turtle(quads, { prefixes: options.prefixes })
  if (format === 'tsv')
    return `${PARTS.map((part) => `?${part}`).join('\t')}\n${triples.replace(/^(\S+) (\S+) (.*) \.$/gm, '$1\t$2\t$3')}`
  if (format === 'csv') {
    const value = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const rows = quads.map((quad) => PARTS.map((part) => value(quad[part].value)))
    return [PARTS, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
  }
  const bindings = quads.map((quad) => Object.fromEntries(PARTS.map((part) => [part, jsonTerm(quad[part])])))
  const results: JsonResults = { head: { vars: PARTS }, results: { bindings } }
  return format === 'json' ? `${JSON.stringify(results)}\n` : toTable(results, options)
}

function jsonTerm(term: Term): JsonTerm {
  if (term.termType === 'NamedNode') return { type: 'uri', value: term.value }
  if (term.termType !== 'Literal') return { type: 'bnode', value: term.value }
  const { value, language, datatype } = term
  if (language) return { type: 'literal', value, 'xml:lang': language }
  return { type: 'literal', value, ...(datatype.value !== `${namespaces.xsd}string` && { datatype: datatype.value }) }
}
