import { hasRelation } from '../../core/tree.ts'
import type { RelationContext } from './context.ts'
import { type Argument, prepositionOf } from './predications.ts'

/** Dependents of a noun by role: `gen` (genitive, possessive, *von*), `adj`, `part`, or a preposition. */
export function nounArguments(context: RelationContext, noun: number): Argument[] {
  const { trees, data } = context
  const out: Argument[] = []
  for (const child of trees.children(noun)) {
    const word = trees.word(child)
    if (hasRelation(word, 'det:poss') || (hasRelation(word, 'det') && context.possessorAt(child) !== undefined))
      out.push({ role: 'gen', head: child })
    else if (hasRelation(word, 'amod', 'compound') && context.derivationAt(child) !== undefined)
      out.push({ role: 'adj', head: child })
    else if (hasRelation(word, 'nmod', 'obl', 'dep')) {
      const preposition = prepositionOf(trees, child)
      if (preposition === undefined) out.push({ role: 'gen', head: child })
      else {
        out.push({ role: preposition, head: child })
        if (data.genitivePrepositions.has(preposition)) out.push({ role: 'gen', head: child })
      }
    }
  }
  if (context.derivationAt(noun) !== undefined) out.push({ role: 'part', head: noun })
  return out
}

/** The verb that a noun is object or adverbial of, if there is one, and the preposition between them (`obj` for an object). */
export function governingVerb(context: RelationContext, noun: number): { verb: number; role: string } | undefined {
  const { trees } = context
  const word = trees.word(noun)
  if (word.head < 0) return undefined
  if (hasRelation(word, 'conj')) return governingVerb(context, word.head)
  const head = trees.word(word.head)
  if (head.upos !== 'VERB' && !context.predications.isPredicate(head.index)) return undefined
  const found = context.predications.of(head.index).arguments.find((argument) => argument.head === noun)
  return found ? { verb: head.index, role: found.role } : undefined
}
