import type { RelationContext } from './context.ts'
import type { Argument, Predication } from './predications.ts'

/**
 * The arguments that make one expression with the verb, as they have neither article nor attribute: *in Brand* setzen, *Fuß* fassen in.
 */
export function idiomOf(context: RelationContext, predication: Predication): Argument[] {
  const { trees, data } = context
  return predication.arguments.filter(({ role, head }) => {
    if (role !== 'obj' && !data.idiomPrepositions.has(role)) return false
    const word = trees.word(head)
    if (word.upos !== 'NOUN' || word.feats.Number === 'Plur' || context.timeAt(head) !== undefined) return false
    const entity = context.entityAt(head)
    if (entity !== undefined && context.entity(entity).named) return false
    const cases = trees.childrenBy(head, 'case')
    return trees.children(head).length === cases.length && cases.length === (role === 'obj' ? 0 : 1)
  })
}
