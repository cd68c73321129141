import { QueryError } from './errors.ts'
import { shapeOf } from './form.ts'

/** The part of sparqljs that finds where an error is. */
interface Lexer {
  readonly matched: string
  readonly match: string
  readonly showPosition: () => string
}
interface SyntaxParser {
  lexer: Lexer
  readonly parse: (query: string) => unknown
}

/**
 * Turns Oxigraph's refusal of a query into an error that names line and column, shows the line, and says what could be done. Oxigraph
 * points behind the keywords that it tried; sparqljs, which is loaded only here, points at the word that does not fit.
 * @param message what Oxigraph said
 * @param prefixes that are preset
 */
export async function syntaxError(
  sparql: string,
  message: string,
  prefixes: Readonly<Record<string, string>>,
): Promise<QueryError> {
  const shape = shapeOf(sparql)
  if (sparql.replace(/#[^\r\n]*/g, '').trim() === '')
    return new QueryError('syntax', 'the query is empty', { hint: EXAMPLE })
  if (shape.update)
    return new QueryError('refused', 'the query would change the graph; only reading queries are answered', {
      hint: 'Use SELECT, ASK, CONSTRUCT or DESCRIBE.',
    })
  const found = await locate(sparql, prefixes)
  if (found?.prefix !== undefined) return unknownPrefix(sparql, found.prefix, prefixes)
  if (found?.at === undefined)
    return new QueryError('syntax', found?.message ?? firstLine(message), { hint: DOCUMENTED })
  const { line, column, text } = place(sparql, found.at)
  const rest = sparql.slice(found.at)
  const word = /^(?:[\p{L}\p{N}_?$:-]+|"[^"\n]*"?|<[^>\s]*>?|\S)/u.exec(rest)?.[0]
  const what = word === undefined ? 'the query ends too early' : `"${word}" does not fit here`
  return new QueryError('syntax', `syntax error in line ${line}, column ${column}: ${what}\n${text}`, {
    hint: hintFor(sparql, found.at, word, found.expected ?? []),
    line,
    column,
  })
}

const EXAMPLE =
  'Try `SELECT ?person WHERE { ?person a pg:Person }`, or `pressgraph query --list` for ready-made queries.'
const DOCUMENTED = 'SPARQL 1.1 is described at https://www.w3.org/TR/sparql11-query/.'

interface Found {
  /** UTF-16 offset of the word that does not fit. */
  readonly at?: number
  readonly expected?: readonly string[]
  readonly prefix?: string
  readonly message?: string
}

async function locate(sparql: string, prefixes: Readonly<Record<string, string>>): Promise<Found | null> {
  const { Parser } = (await import('sparqljs')).default
  const parser = new Parser({ prefixes: { ...prefixes } }) as unknown as SyntaxParser
  const lexer = parser.lexer
  let at: number | undefined
  // The parser works on a copy of its lexer and asks it for the position only when it fails.
  parser.lexer = Object.create(lexer, {
    showPosition: {
      value(this: Lexer) {
        at = this.matched.length - this.match.length
        return lexer.showPosition.call(this)
      },
    },
  }) as Lexer
  try {
    parser.parse(sparql)
    return null
  } catch (error) {
    const { message, hash } = error as Error & { hash?: { expected?: string[] } }
    const prefix = /^Unknown prefix: (.*)$/.exec(message)?.[1]
    if (prefix !== undefined) return { prefix }
    if (at === undefined) return { message }
    return { at, expected: (hash?.expected ?? []).map((name) => name.replace(/^'|'$/g, '')) }
  }
}

function unknownPrefix(sparql: string, prefix: string, prefixes: Readonly<Record<string, string>>): QueryError {
  const escaped = prefix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const at = new RegExp(`(?<![\\p{L}\\p{N}_:.<-])${escaped}:`, 'u').exec(sparql)?.index ?? 0
  const { line, column, text } = place(sparql, at)
  return new QueryError(
    'syntax',
    `syntax error in line ${line}, column ${column}: the prefix "${prefix}:" is unknown\n${text}`,
    {
      hint: `Declare it (PREFIX ${prefix}: <…>), or use one that is preset: ${Object.keys(prefixes).join(', ')}.`,
      line,
      column,
    },
  )
}

/** Line and column of an offset, in characters from 1, and the line with a mark below the place. */
function place(sparql: string, at: number): { line: number; column: number; text: string } {
  const before = sparql.slice(0, at).split(/\r\n|\n|\r/)
  const start = before.at(-1) as string
  const rest = /^[^\r\n]*/.exec(sparql.slice(at))?.[0] ?? ''
  const visible = (text: string): string => text.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\u2423')
  const column = Array.from(start).length + 1
  return { line: before.length, column, text: `  ${visible(start + rest)}\n  ${' '.repeat(column - 1)}^` }
}

const KEYWORDS =
  'SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES BIND LIMIT OFFSET ORDER GROUP HAVING DISTINCT PREFIX'.split(
    ' ',
  )

function hintFor(sparql: string, at: number, word: string | undefined, expected: readonly string[]): string {
  const bare = /[\p{L}]*$/u.exec(sparql.slice(0, at))?.[0] ?? ''
  const whole = bare + (/^[\p{L}]*/u.exec(sparql.slice(at))?.[0] ?? '')
  const keyword = closest(whole)
  if (keyword) return `Did you mean ${keyword}?`
  const open = count(sparql, '{') - count(sparql, '}')
  if (word === undefined && open > 0) return `Close ${open === 1 ? 'the brace' : `${open} braces`} with "}".`
  if (word === '}' && open < 0) return 'There is a "}" too many.'
  if (word?.startsWith('"') || word?.startsWith("'")) return 'Is the string closed, on the same line?'
  if (word?.startsWith('<')) return 'An IRI stands between < and > and holds no blanks.'
  if (word === '}' && expected.includes('VAR'))
    return 'A triple needs subject, predicate and object, for example: ?who pg:meets ?whom .'
  if (word === '}' && expected.includes(')')) return 'Close the parenthesis with ")".'
  if (word !== undefined && /^\p{L}+$/u.test(word))
    return 'A name needs a prefix (pg:meets), a variable a question mark (?who), a text quotation marks.'
  if (expected.length > 0 && expected.length <= 6) return `Expected ${expected.map(readable).join(' or ')}.`
  return DOCUMENTED
}

const readable = (token: string): string =>
  ({ EOF: 'the end', VAR: 'a variable', INTEGER: 'a number', IRIREF: 'an IRI', PNAME_LN: 'a prefixed name' })[token] ??
  token

const count = (text: string, character: string): number => text.split(character).length - 1

/** The keyword that a misspelt word is one or two letters away from. */
function closest(word: string): string | undefined {
  const upper = word.toUpperCase()
  if (upper.length < 3 || KEYWORDS.includes(upper)) return undefined
  return KEYWORDS.find((keyword) => distance(upper, keyword) <= (keyword.length > 4 ? 2 : 1))
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

const firstLine = (message: string): string => message.replace(/\s+/g, ' ').slice(0, 300)
