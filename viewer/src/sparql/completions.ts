import type { Vocabulary } from '../../../src/server/types.ts'
import { fold } from '../data/fold.ts'
import type { Model } from '../data/model.ts'
import { shortIri } from './results.ts'

export interface Suggestion {
  /** What is shown and looked for. */
  readonly label: string
  /** What is written. */
  readonly apply: string
  readonly kind: 'keyword' | 'prefix' | 'class' | 'relation' | 'entity' | 'variable'
  /** What it means, in the reader's language. */
  readonly detail: string
}

const KEYWORDS =
  'SELECT DISTINCT CONSTRUCT DESCRIBE ASK WHERE FILTER OPTIONAL UNION MINUS BIND VALUES GRAPH ORDER BY GROUP BY HAVING LIMIT OFFSET COUNT AS EXISTS NOT IN DESC ASC REGEX CONTAINS LCASE STR LANG PREFIX'

/** Most suggestions at once. */
const MOST = 60

export interface Suggestions {
  /** The best ones, at most 60. */
  readonly shown: readonly Suggestion[]
  /** How many more would fit. */
  readonly left: number
}

/**
 * What may stand where `word` is being written: keywords, prefixes, classes and relations of the ontology, entities of the data by any of
 * their names, variables of the query.
 */
export function suggestionsFor(
  word: string,
  query: string,
  vocabulary: Vocabulary,
  model: Model,
  locale: 'de' | 'en',
): Suggestions {
  const label = (one: { readonly de: string; readonly en?: string }) => (locale === 'en' ? (one.en ?? one.de) : one.de)
  if (word.startsWith('?')) {
    const variables = [...new Set(query.match(/\?\w+/g) ?? [])].filter((name) => name !== word && name.startsWith(word))
    return first(variables.map((name) => ({ label: name, apply: name, kind: 'variable', detail: '' })))
  }
  const wanted = fold(word)
  const fits = (...texts: readonly string[]) => texts.some((text) => fold(text).includes(wanted))
  const suggestions: Suggestion[] = []
  for (const { name, kind, label: texts } of vocabulary.terms)
    if (fits(name, texts.de, texts.en ?? '')) suggestions.push({ label: name, apply: name, kind, detail: label(texts) })
  for (const [prefix, namespace] of Object.entries(vocabulary.prefixes))
    if (fits(`${prefix}:`))
      suggestions.push({ label: `${prefix}:`, apply: `${prefix}:`, kind: 'prefix', detail: namespace })
  const bare = wanted.replace(/^\w*:/, '')
  if (bare.length > 1 || word.includes(':')) {
    for (const { label: name, names, iri, type } of model.nodes) {
      if (iri === '' || !names.some((one) => fold(one).includes(bare))) continue
      const short = shortIri(iri, vocabulary.prefixes)
      if (word.includes(':') && !fold(short).startsWith(wanted.slice(0, wanted.indexOf(':') + 1))) continue
      suggestions.push({ label: name, apply: writable(short) ? short : `<${iri}>`, kind: 'entity', detail: type })
    }
  }
  if (!word.includes(':'))
    for (const keyword of new Set(KEYWORDS.split(' ')))
      if (keyword.toLowerCase().startsWith(wanted) && wanted !== '')
        suggestions.push({ label: keyword, apply: keyword, kind: 'keyword', detail: '' })
  const rank = ({ label: name, apply }: Suggestion) =>
    fold(name).startsWith(wanted) || fold(apply).startsWith(wanted) ? 0 : 1
  return first(suggestions.sort((a, b) => rank(a) - rank(b)))
}

const first = (suggestions: readonly Suggestion[]): Suggestions => ({
  shown: suggestions.slice(0, MOST),
  left: Math.max(0, suggestions.length - MOST),
})

/** Whether SPARQL takes it as a prefixed name without escapes. */
const writable = (name: string): boolean => /^\w+:[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u.test(name)
