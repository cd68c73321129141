/** The four forms of a SPARQL query. */
export type QueryForm = 'SELECT' | 'ASK' | 'CONSTRUCT' | 'DESCRIBE'

/** Operations that change a store; a query never does. */
const UPDATES = /^(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)$/

/** What must be known of a query before it runs; read from its words, since its grammar is Oxigraph's business. */
export interface QueryShape {
  /** Null if the text is no query. */
  readonly form: QueryForm | null
  /** Whether it is an update. */
  readonly update: boolean
  /** Whether it speaks of named graphs, by `GRAPH` or `FROM`. */
  readonly named: boolean
  /** Prefixes that it declares. */
  readonly declared: ReadonlySet<string>
}

const TOKEN =
  /#[^\n\r]*|"""(?:[^\\]|\\[\s\S])*?"""|'''(?:[^\\]|\\[\s\S])*?'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^\s<>"{}|^`\\]*>|[?$]\w+|[\p{L}_][\p{L}\p{N}_.-]*:?|:|[\s\S]/gu

/** Reads form, prologue and graphs of a query, past strings, IRIs and comments. */
export function shapeOf(sparql: string): QueryShape {
  const declared = new Set<string>()
  let first: string | null = null
  let named = false
  let previous = ''
  for (const [token] of sparql.matchAll(TOKEN)) {
    if (/^[\s#]/.test(token)) continue
    const upper = token.toUpperCase()
    if (previous === 'PREFIX' && token.endsWith(':')) declared.add(token.slice(0, -1))
    else if (first === null && /^[A-Z]+$/.test(upper) && !['PREFIX', 'BASE', 'VERSION'].includes(upper)) first = upper
    if (upper === 'GRAPH' || upper === 'FROM') named = true
    previous = upper
  }
  const form = first !== null && /^(?:SELECT|ASK|CONSTRUCT|DESCRIBE)$/.test(first) ? (first as QueryForm) : null
  return { form, update: first !== null && UPDATES.test(first), named, declared }
}
