/** A term of the SPARQL 1.1 results format in JSON. */
export interface JsonTerm {
  readonly type: 'uri' | 'literal' | 'bnode' | 'triple'
  readonly value: string | Readonly<Record<string, JsonTerm>>
  readonly datatype?: string
  readonly 'xml:lang'?: string
}

/** Results of SELECT (`results`) or ASK (`boolean`) in that format. */
export interface JsonResults {
  readonly head: { readonly vars?: readonly string[] }
  readonly boolean?: boolean
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] }
}

export interface TableOptions {
  readonly prefixes: Readonly<Record<string, string>>
  /** Columns of the terminal: wider tables have their widest cells cut. Without it nothing is cut. */
  readonly width?: number
}

/**
 * Results as a table of text: IRIs shortened by prefixes, literals without quotation marks and language, one line a row. Control
 * characters, which could command a terminal, are shown as signs.
 */
export function toTable(results: JsonResults, options: TableOptions): string {
  if (results.boolean !== undefined) return `${results.boolean ? 'yes' : 'no'}\n`
  const variables = results.head.vars ?? []
  const bindings = results.results?.bindings ?? []
  const rows = bindings.map((row) => variables.map((name) => cell(row[name], options.prefixes)))
  const widths = variables.map((name, i) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[i] as string)), Math.max(1, widthOf(name))),
  )
  if (options.width !== undefined) narrow(widths, options.width)
  const format = (cells: readonly string[]): string =>
    cells
      .map((text, i) => pad(cut(text, widths[i]!), i === cells.length - 1 ? 0 : widths[i]!))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '\u2500'.repeat(width)).join('  ')
  const count = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`
  return `${[format(variables), rule, ...rows.map(format), count].join('\n')}\n`
}

/** An IRI with the longest prefix that leaves a plain local name, or in angle brackets. */
export function shorten(iri: string, prefixes: Readonly<Record<string, string>>): string {
  let best: string | undefined
  let length = 0
  for (const [name, namespace] of Object.entries(prefixes))
    if (
      namespace.length > length &&
      iri.startsWith(namespace) &&
      /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*$/u.test(iri.slice(namespace.length))
    ) {
      best = `${name}:${iri.slice(namespace.length)}`
      length = namespace.length
    }
  return best ?? `<${iri}>`
}

/** White space as single blanks, other control and direction characters as a sign. */
export const visible = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

function cell(term: JsonTerm | undefined, prefixes: Readonly<Record<string, string>>): string {
  if (!term) return ''
  if (typeof term.value !== 'string')
    return `<< ${['subject', 'predicate', 'object'].map((part) => cell((term.value as Record<string, JsonTerm>)[part], prefixes)).join(' ')} >>`
  if (term.type === 'uri') return visible(shorten(term.value, prefixes))
  return visible(term.type === 'bnode' ? `_:${term.value}` : term.value)
}

const NO_COLUMN = /^(?:\p{M}|\u200b|\u200c|\u200d)$/u
const TWO_COLUMNS =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]$/u

/** Columns that a text takes: combining marks take none, wide letters and emoji two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += NO_COLUMN.test(character) ? 0 : TWO_COLUMNS.test(character) ? 2 : 1
  return width
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break
    kept += character
  }
  return `${kept}\u2026`
}

const NARROWEST = 8

/** Takes from the widest columns until all fit, or none can be narrower. */
function narrow(widths: number[], available: number): void {
  let total = widths.reduce((sum, width) => sum + width, 2 * (widths.length - 1))
  while (total > available) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= NARROWEST) return
    widths[widest]!--
    total--
  }
}
