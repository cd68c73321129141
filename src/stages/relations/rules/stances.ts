import { prepositionOf } from '../arguments.ts'
import type { Candidate, Rule } from '../candidate.ts'
import type { RelationContext } from '../context.ts'

/** Whether a form of *sein* is the only predicate. */
const isBareCopula = ({ trees, data }: RelationContext, verb: number): boolean =>
  data.copulas.has(trees.word(verb).lemma) && trees.childBy(verb, 'xcomp', 'obj') === undefined

/** What somebody is for or against (*Der Minister ist gegen eine Steuer*). */
export const stances: Rule = {
  name: 'stance',
  example: 'Der Minister ist gegen eine Steuer.',
  *find(context): Iterable<Candidate> {
    const { trees, data, document } = context
    for (const word of document.words) {
      if (word.upos !== 'NOUN' && word.upos !== 'PROPN') continue
      const relation = data.stances.get(prepositionOf(trees, word.index, data.particles) ?? '')
      // Parsers make now the noun, now the copula the head.
      const under = word.head >= 0 && isBareCopula(context, word.head)
      const copula = trees.childBy(word.index, 'cop') ?? (under ? word.head : undefined)
      if (copula === undefined || relation === undefined || context.timeAt(word.index) !== undefined) continue
      const subject = trees.childBy(word.index, 'nsubj') ?? trees.childBy(copula, 'nsubj')
      if (subject === undefined || subject === word.index) continue
      for (const one of context.entitiesAt(subject))
        for (const other of context.entitiesAt(word.index))
          if (context.hasType(one.entity!, ['Person', 'Organization', 'Group']) && context.isReferent(one.entity!))
            yield {
              subject: one,
              object: other,
              predicate: context.predicate(relation, trees.word(copula).lemma),
              trigger: word.index,
              trust: 0.85,
            }
    }
  },
}
