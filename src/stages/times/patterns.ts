import { type Resource, readTable } from '../../core/resources.ts'
import type { Classes } from './classes.ts'

/**
 * A sequence of classes that is a time expression. Written with class names and the operators of regular expressions; square brackets hold
 * what belongs to the expression, the rest is its surroundings: `AGO [ APPROX? NUM UNITS ]`. `name:CLASS` names what is found; without a name
 * it goes by the class. `!CLASS` says that the next token, if there is one, is not of that class; `^` and `$` are the sentence's ends.
 */
export interface Pattern {
  readonly id: string
  /** TIMEX3 type, or `-` for what looks like a time expression and is none. */
  readonly type: string
  /** Name of the rule that finds the value. */
  readonly rule: string
  /** What the rule is told beside what was found. */
  readonly options: Readonly<Record<string, string>>
  readonly expression: RegExp
  /** Classes without which it cannot match. */
  readonly required: readonly string[]
  /** Names that the expression's groups go by. */
  readonly groups: readonly { readonly group: string; readonly name: string; readonly class: string }[]
}

/** A pattern found: tokens `first` (inclusive) to `last` (exclusive) of the sentence are the expression. */
export interface Found {
  readonly pattern: Pattern
  /** Place of the pattern among all. */
  readonly rank: number
  readonly first: number
  readonly last: number
  /** Values of the classes found, by name. */
  readonly values: Readonly<Record<string, string>>
}

const TOKEN = '#'
/** Repetition has a bound, so that a hostile sentence cannot make matching slow. */
const REPEATED: Readonly<Record<string, string>> = { '*': '{0,40}', '+': '{1,40}' }
const ITEM = /(?<negated>!)?(?:(?<name>[a-z]+):)?(?<class>[A-Z][A-Z_0-9]*)|(?<operator>[[\]()|?*+^$])/gu

/**
 * Compiles a pattern.
 * @throws SyntaxError if it is not well formed.
 */
export function compilePattern(row: readonly string[]): Pattern {
  const [id = '', source = '', type = '', rule = '', optionText = '-'] = row
  const groups: { group: string; name: string; class: string }[] = []
  let expression = ''
  const required: string[] = []
  let depth = 0
  let rest = source.replaceAll(' ', '')
  for (const match of source.matchAll(ITEM)) {
    const { negated, name, class: className, operator } = match.groups as Record<string, string | undefined>
    rest = rest.replace(match[0], '')
    if (operator === '[') expression += '(?<span>'
    else if (operator === ']') expression += ')'
    else if (operator === '(' || operator === ')') {
      depth += operator === '(' ? 1 : -1
      expression += operator === '(' ? '(?:' : ')'
    } else if (operator === '^') expression += '(?<![^])'
    else if (operator === '$') expression += '(?![^])'
    else if (operator) expression += REPEATED[operator] ?? operator
    else if (negated) expression += `(?!${TOKEN}[^${TOKEN}]*,${className},)`
    else {
      if (depth === 0 && !/^[?*|]/.test(source.slice((match.index ?? 0) + match[0].length)))
        required.push(className as string)
      const group = `g${groups.length}`
      groups.push({ group, name: name ?? (className as string).toLowerCase(), class: className as string })
      expression += `(?<${group}>${TOKEN}[^${TOKEN}]*,${className},[^${TOKEN}]*(?![^${TOKEN}]))`
    }
  }
  if (rest !== '' || !expression.includes('(?<span>')) throw new SyntaxError(`times pattern "${id}": ${source}`)
  const options = Object.fromEntries(
    optionText === '-' ? [] : optionText.split(' ').map((option) => option.split('=') as [string, string]),
  )
  return { id, type, rule, options, expression: new RegExp(expression, 'dy'), required, groups }
}

/** A sentence's tokens as one string in which patterns are sought, and where each token begins in it. */
interface Encoded {
  readonly text: string
  readonly starts: readonly number[]
}

function encode(sentence: readonly Classes[]): Encoded {
  const starts: number[] = []
  let text = ''
  for (const classes of sentence) {
    starts.push(text.length)
    text += classes.size === 0 ? `${TOKEN},` : `${TOKEN},${[...classes.keys()].join(',')},`
  }
  return { text, starts }
}

/** All places where patterns match, of each pattern and start the longest; no order. */
export function findPatterns(patterns: readonly Pattern[], sentence: readonly Classes[]): Found[] {
  const { text, starts } = encode(sentence)
  const tokenAt = new Map(starts.map((offset, token) => [offset, token]))
  const present = new Set(sentence.flatMap((classes) => [...classes.keys()]))
  const possible = patterns
    .map((pattern, rank) => ({ pattern, rank }))
    .filter(({ pattern }) => pattern.required.every((name) => present.has(name)))
  const found: Found[] = []
  if (possible.length === 0) return found
  for (const [token, offset] of starts.entries()) {
    if (sentence[token]?.size === 0) continue
    for (const { pattern, rank } of possible) {
      pattern.expression.lastIndex = offset
      const match = pattern.expression.exec(text)
      const span = match?.indices?.groups?.span
      if (!match || !span || span[0] === span[1]) continue
      const first = tokenAt.get(span[0]) as number
      const last = tokenAt.get(span[1]) ?? sentence.length
      const values: Record<string, string> = {}
      for (const { group, name, class: className } of pattern.groups) {
        const place = match.indices?.groups?.[group]
        if (!place || name in values) continue
        values[name] = sentence[tokenAt.get(place[0]) as number]?.get(className) as string
      }
      found.push({ pattern, rank, first, last, values })
    }
  }
  return found
}

/** Of the patterns found those that stand: longest first, then first in the table; none overlaps another. In text order. */
export function choose(found: readonly Found[]): Found[] {
  const byLength = [...found].sort(
    (a, b) => b.last - b.first - (a.last - a.first) || a.rank - b.rank || a.first - b.first,
  )
  const chosen: Found[] = []
  const taken = new Set<number>()
  for (const one of byLength) {
    let free = true
    for (let token = one.first; token < one.last && free; token++) free = !taken.has(token)
    if (!free) continue
    for (let token = one.first; token < one.last; token++) taken.add(token)
    chosen.push(one)
  }
  return chosen.sort((a, b) => a.first - b.first)
}

/** The German patterns. */
export const patternsResource: Resource<readonly Pattern[]> = {
  id: 'times/patterns',
  load: async (resources) => (await readTable(resources, 'lang/de/times/patterns.tsv')).map(compilePattern),
}
