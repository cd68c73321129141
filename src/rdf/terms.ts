import type { Literal, Quad, Term } from 'n3'
import { PressgraphError } from '../core/errors.ts'
import { namespaces } from './namespaces.ts'

const { rdf, xsd } = namespaces

const LOCAL_START =
  'A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD_0-9'
/** Local names that Turtle takes without backslashes (PN_LOCAL, without dots and colons). */
const LOCAL = new RegExp(
  `^(?:[${LOCAL_START}]|%[\\dA-Fa-f]{2})(?:[${LOCAL_START}\\u00B7\\u0300-\\u036F\\u203F\\u2040-]|%[\\dA-Fa-f]{2})*$`,
  'u',
)
/** What may be written relative to the base: a path below it, without dot segments, which would be resolved away. */
const RELATIVE = /^[a-z]+\/(?!.*(?:^|\/)\.{1,2}(?:[/?#]|$))/

const SHORTHAND: Readonly<Record<string, RegExp>> = {
  [`${xsd}boolean`]: /^(?:true|false)$/,
  [`${xsd}integer`]: /^[+-]?\d+$/,
  [`${xsd}decimal`]: /^[+-]?\d*\.\d+$/,
  [`${xsd}double`]: /^[+-]?(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+$/,
}

/** Writes terms as Turtle, TriG and SPARQL have them: prefixed names where possible, else relative to the base, else in full. */
export class TurtleTerms {
  readonly #prefixes: readonly (readonly [prefix: string, namespace: string])[]
  readonly #base: string
  readonly #short = new Map<string, string>()
  readonly #blankNodes = new Map<string, string>()
  readonly #used = new Set<string>()

  constructor(prefixes: Readonly<Record<string, string>>, base: string) {
    // The longest namespace that fits wins, whatever the order of the prefixes.
    this.#prefixes = Object.entries(prefixes).sort(([, a], [, b]) => b.length - a.length)
    this.#base = base
  }

  /** Prefixes that some term needed so far, by name. */
  get used(): Readonly<Record<string, string>> {
    const used = this.#prefixes.filter(([prefix]) => this.#used.has(prefix))
    return Object.fromEntries(used.sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** @throws PressgraphError for triples as terms and variables */
  write(term: Term | Quad): string {
    switch (term.termType) {
      case 'NamedNode':
        return this.#iri(term.value)
      case 'Literal':
        return this.#literal(term)
      case 'BlankNode':
        return this.#blankNode(term.value)
      default:
        throw new PressgraphError(`a ${term.termType} cannot be written as RDF 1.1`)
    }
  }

  predicate(term: Term): string {
    return term.value === `${rdf}type` ? 'a' : this.write(term)
  }

  #iri(iri: string): string {
    let short = this.#short.get(iri)
    if (short === undefined) {
      short = this.#shorten(iri)
      this.#short.set(iri, short)
    }
    return short
  }

  #shorten(iri: string): string {
    for (const [prefix, namespace] of this.#prefixes) {
      if (!iri.startsWith(namespace)) continue
      const local = iri.slice(namespace.length)
      if (!LOCAL.test(local)) continue
      this.#used.add(prefix)
      return `${prefix}:${local}`
    }
    const below = iri.startsWith(this.#base) ? iri.slice(this.#base.length) : ''
    return `<${escapeIri(RELATIVE.test(below) ? below : iri)}>`
  }

  #literal({ value, language, datatype }: Literal): string {
    if (language !== '') return `${quoted(value)}@${language}`
    if (datatype.value === `${xsd}string`) return quoted(value)
    if (SHORTHAND[datatype.value]?.test(value)) return value
    return `${quoted(value)}^^${this.#iri(datatype.value)}`
  }

  #blankNode(label: string): string {
    let name = this.#blankNodes.get(label)
    if (name === undefined) {
      name = `_:b${this.#blankNodes.size}`
      this.#blankNodes.set(label, name)
    }
    return name
  }
}

const NAMED: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
  '"': '\\"',
  '\\': '\\\\',
}
const unicode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

const quoted = (text: string): string =>
  `"${text.toWellFormed().replace(/["\\\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, (char) => NAMED[char] ?? unicode(char))}"`

const escapeIri = (iri: string): string => iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, unicode)
