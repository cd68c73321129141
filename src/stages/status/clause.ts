import type { Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import type { StatusContext } from './context.ts'

export const isVerbal = (word: Word): boolean => word.upos === 'VERB' || word.upos === 'AUX'

/** Whether a word heads a clause: a verb, or a predicate with copula or subject. */
export function headsClause(context: StatusContext, index: number): boolean {
  const { trees } = context
  const word = trees.word(index)
  if (hasRelation(word, 'amod')) return false
  return isVerbal(word) || trees.childBy(index, 'cop', 'nsubj', 'aux') !== undefined
}

/** The finite word of a clause. */
export function finiteWord(context: StatusContext, index: number): Word | undefined {
  const { trees } = context
  const candidates = [index, ...trees.childrenBy(index, 'aux', 'cop')]
  return candidates
    .map((at) => trees.word(at))
    .find((word) => isVerbal(word) && (word.feats.Mood !== undefined || word.feats.VerbForm === 'Fin'))
}
