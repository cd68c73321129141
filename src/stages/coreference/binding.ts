import type { Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import type { Clusters } from './clusters.ts'
import type { Context } from './context.ts'
import type { Draft } from './drafts.ts'

const ARGUMENT = /^(?:nsubj|obj|iobj|obl|nsubj:pass|obl:arg|obl:agent)$/

/**
 * Whether the grammar forbids that a pronoun means what a candidate means: both are arguments of one verb (then it would be *sich*), or the
 * candidate is the subject understood in the pronoun's infinitive. Possessives are free.
 */
export function isBound(context: Context, clusters: Clusters, draft: Draft, other: Draft): boolean {
  if (draft.kind !== 'pronoun') return false
  const controllers = controllersOf(context, draft)
  for (const member of clusters.members(other.index)) {
    const mention = clusters.drafts[member] as Draft
    if (mention.sentence !== draft.sentence || mention.kind === 'possessive' || !ARGUMENT.test(mention.role)) continue
    if (mention.clause === draft.clause) return true
    if (mention.clause === controllers && mention.role.startsWith('nsubj')) return true
  }
  return false
}

/** The verb whose subject is understood in the infinitive that a pronoun depends on, or -2. */
function controllersOf({ words, trees }: Context, draft: Draft): number {
  const verb = words[draft.clause]
  if (!verb || !hasRelation(verb, 'xcomp', 'advcl', 'acl')) return -2
  const own = trees.childrenBy(verb.index, 'nsubj', 'csubj').length > 0
  const infinitive = trees.childrenBy(verb.index, 'mark').some((at) => words[at]?.upos === 'PART')
  return own || !infinitive ? -2 : (governor(words, verb)?.index ?? -2)
}

const governor = (words: readonly Word[], verb: Word): Word | undefined =>
  verb.head < 0 ? undefined : words[verb.head]
