import { fold, foldTransliterated } from '../data/fold.ts'
import type { Model } from '../data/model.ts'

export interface SearchIndex {
  /** Folded names of each node, the label's first. */
  readonly names: readonly (readonly string[])[]
  /** Number of claims of each node: of equally good matches the better connected comes first. */
  readonly degrees: Int32Array
}

export interface Match {
  readonly node: number
  /** The name that matched, as written. */
  readonly name: string
}

export interface Matches {
  readonly matches: readonly Match[]
  /** How many more there are. */
  readonly more: number
}

/** Folds all names once, so that a keystroke only compares. */
export function createSearchIndex(model: Model): SearchIndex {
  return {
    names: model.nodes.map(({ names }) =>
      names.flatMap((name) => {
        const folded = fold(name)
        const transliterated = foldTransliterated(name)
        return folded === transliterated ? [folded] : [`${folded}\u0000${transliterated}`]
      }),
    ),
    degrees: Int32Array.from(model.nodes, (_, node) => model.offsets[node + 1]! - model.offsets[node]!),
  }
}

const EXACT = 0
const PREFIX = 1
const WORD = 2
const WITHIN = 3
const NONE = 4

function rankOf(name: string, query: string): number {
  let best = NONE
  for (const form of name.split('\u0000')) {
    const at = form.indexOf(query)
    if (at < 0) continue
    const rank = form === query ? EXACT : at === 0 ? PREFIX : /[^\p{L}\p{N}]$/u.test(form.slice(0, at)) ? WORD : WITHIN
    best = Math.min(best, rank)
  }
  return best
}

/**
 * Nodes whose label or variant holds the query, diacritics and case aside: whole names first, then beginnings, then beginnings of words,
 * then the rest; among equals the better connected.
 */
export function search(model: Model, index: SearchIndex, query: string, limit: number): Matches {
  const folded = fold(query.trim())
  if (folded === '') return { matches: [], more: 0 }
  const found: { node: number; name: number; rank: number }[] = []
  for (const [node, names] of index.names.entries()) {
    let rank = NONE
    let best = 0
    for (const [place, name] of names.entries()) {
      const here = rankOf(name, folded)
      if (here < rank) {
        rank = here
        best = place
      }
    }
    if (rank < NONE) found.push({ node, name: best, rank })
  }
  found.sort((a, b) => a.rank - b.rank || index.degrees[b.node]! - index.degrees[a.node]! || a.node - b.node)
  const matches = found.slice(0, limit).map(({ node, name }) => ({ node, name: model.nodes[node]!.names[name]! }))
  return { matches, more: found.length - matches.length }
}
