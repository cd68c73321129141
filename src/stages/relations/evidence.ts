import { hull, type Span } from '../../core/span.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import type { Candidate } from './candidate.ts'
import type { RelationContext } from './context.ts'

const OPENING = /^["„“»«‚‘]$/u
const CLOSING = /^["“”«»‘’]$/u

/**
 * The stretch of the sentence that states a relation: the clause of the stating word, or, where subject or object stand outside of that, the
 * smallest clause around all three; without the clauses that hang on it, no quotation mark torn from its other half.
 */
export function evidenceOf(context: RelationContext, candidate: Candidate, matched: readonly number[]): Span {
  const { trees } = context
  const { sentence } = trees.word(candidate.trigger)
  const here = matched.filter((index) => trees.word(index).sentence === sentence)
  let root = candidate.trigger
  let clause = clauseOf(trees, root)
  for (const ancestor of trees.ancestors(candidate.trigger)) {
    if (here.every((index) => clause.has(index))) break
    root = ancestor
    clause = clauseOf(trees, root)
  }
  const words = [...new Set([...clause, ...here])]
    .filter((i) => trees.word(i).sentence === sentence)
    .sort((a, b) => a - b)
  return balanced(trees, words)
}

/** A word with all below it but other clauses. */
function clauseOf(trees: Trees, root: number): ReadonlySet<number> {
  return new Set(
    trees.subtree(
      root,
      (word) => hasRelation(word, 'parataxis', 'advcl', 'ccomp') || (hasRelation(word, 'conj') && word.upos === 'VERB'),
    ),
  )
}

/** The span from the first to the last word without punctuation at its ends and *und* at its start, widened to the other half of a quotation mark inside. */
function balanced(trees: Trees, words: readonly number[]): Span {
  let from = 0
  let to = words.length
  while (from < to - 1 && ['PUNCT', 'CCONJ'].includes(trees.word(words[from]!).upos)) from++
  while (to > from + 1 && trees.word(words[to - 1]!).upos === 'PUNCT') to--
  const first = words[from]!
  let last = words[to - 1]!
  let open = 0
  for (let index = first; index <= last; index++) {
    const { form } = trees.word(index)
    if (open > 0 && CLOSING.test(form)) open--
    else if (OPENING.test(form)) open++
  }
  const { sentence } = trees.word(first)
  for (let index = last + 1; open > 0 && trees.words[index]?.sentence === sentence; index++)
    if (CLOSING.test(trees.word(index).form)) {
      open--
      last = index
    }
  return hull([trees.word(first), trees.word(last)])
}
