import type { Argument } from './arguments.ts'
import type { RelationContext } from './context.ts'
import type { Predication } from './predications.ts'

/**
 * The arguments that make one expression with the verb, as they have neither article nor attribute: *in Brand* setzen, *Fuß* fassen in.
 */
export function idiomOf(context: RelationContext, predication: Predication): Argument[] {
  const { trees, data } = context
  return predication.arguments.filter(({ role, head }) => {
    if (role !== 'obj' && !data.idiomPrepositions.has(role)) return false
    const word = trees.word(head)
    // *Zum vierten Mal in Folge* is a time and no part of the verb.
    if (data.noIdioms.has(word.lemma)) return false
    if (
      word.upos !== 'NOUN' ||
      !/^\p{Lu}/u.test(word.form) ||
      word.feats.Number === 'Plur' ||
      context.timeAt(head) !== undefined
    )
      return false
    const entity = context.entityAt(head)
    if (entity !== undefined && context.entity(entity).named) return false
    const cases = trees.childrenBy(head, 'case')
    const own = trees.children(head).filter((child) => !cases.includes(child))
    // The article of *ans* is none of its own: *ans Tageslicht bringen*, but not *ins Krankenhaus bringen*, and not *im Rahmen*.
    const article = own.length === 1 && role !== 'obj' ? trees.word(own[0]!) : undefined
    const contracted = article?.contraction?.place === 1 && article.feats.Case === 'Acc'
    const abstract = entity === undefined || context.entity(entity).type === 'Topic'
    return (own.length === 0 || (contracted && abstract)) && cases.length === (role === 'obj' ? 0 : 1)
  })
}
