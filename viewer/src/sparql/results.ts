/** A term of an RDF answer (SPARQL 1.1 Query Results JSON Format). */
export interface ResultTerm {
  readonly type: 'uri' | 'literal' | 'bnode'
  readonly value: string
  readonly 'xml:lang'?: string
  readonly datatype?: string
}

export type Result =
  | { readonly kind: 'table'; readonly variables: readonly string[]; readonly rows: readonly Row[] }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'graph'; readonly triples: readonly ResultTriple[] }

export type Row = Readonly<Record<string, ResultTerm | undefined>>

export interface ResultTriple {
  readonly subject: ResultTerm
  readonly predicate: ResultTerm
  readonly object: ResultTerm
}

/** Reads an answer of the endpoint: SPARQL results in JSON, or N-Triples. */
export function parseResult(mediaType: string, body: string): Result {
  if (mediaType === 'application/n-triples') return { kind: 'graph', triples: parseNTriples(body) }
  const { head, results, boolean } = JSON.parse(body)
  if (typeof boolean === 'boolean') return { kind: 'boolean', value: boolean }
  return { kind: 'table', variables: head.vars, rows: results.bindings }
}

const TERM = /\s*(?:<([^>]*)>|_:([^\s]+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?)/y

/**
 * Triples of an N-Triples document as an endpoint writes it.
 * @throws SyntaxError with the line that cannot be read
 */
export function parseNTriples(text: string): ResultTriple[] {
  const triples: ResultTriple[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(line)) continue
    TERM.lastIndex = 0
    const [subject, predicate, object] = [readTerm(line), readTerm(line), readTerm(line)]
    if (!subject || !predicate || !object) throw new SyntaxError(`line ${index + 1} is no triple: ${line}`)
    triples.push({ subject, predicate, object })
  }
  return triples
}

function readTerm(line: string): ResultTerm | null {
  const match = TERM.exec(line)
  if (!match) return null
  const [, iri, blank, text, language, datatype] = match
  if (iri !== undefined) return { type: 'uri', value: unescaped(iri) }
  if (blank !== undefined) return { type: 'bnode', value: blank }
  return {
    type: 'literal',
    value: unescaped(text!),
    ...(language === undefined ? {} : { 'xml:lang': language }),
    ...(datatype === undefined ? {} : { datatype: unescaped(datatype) }),
  }
}

const SHORT: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' }

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/gs, (_, short, long, char) =>
    char === undefined ? String.fromCodePoint(Number.parseInt(short ?? long, 16)) : (SHORT[char] ?? char),
  )

/** The rows in the order of a column: numbers by size, then text by its characters; rows without a value last, whatever the direction. */
export function sortRows(rows: readonly Row[], variable: string, descending: boolean): Row[] {
  const sign = descending ? -1 : 1
  return rows
    .map((row, index) => ({ row, index, value: row[variable]?.value }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined) || a.index - b.index
      const [x, y] = [Number(a.value), Number(b.value)]
      const numeric = a.value !== '' && b.value !== '' && !Number.isNaN(x) && !Number.isNaN(y)
      const order = numeric ? x - y : a.value < b.value ? -1 : a.value > b.value ? 1 : 0
      return sign * order || a.index - b.index
    })
    .map(({ row }) => row)
}

/** An IRI with a prefix where one fits. */
export function shortIri(iri: string, prefixes: Readonly<Record<string, string>>): string {
  let best = iri
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (!iri.startsWith(namespace) || iri.length === namespace.length) continue
    const short = `${prefix}:${iri.slice(namespace.length)}`
    if (short.length < best.length) best = short
  }
  return best
}
