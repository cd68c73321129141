import type { Predicate } from '../../../core/document.ts'
import { openRelation } from '../../../rdf/vocabulary.ts'
import type { Candidate, Rule } from '../candidate.ts'
import type { Filler, RelationContext } from '../context.ts'
import type { Argument, Predication } from '../predications.ts'
import { phraseValue } from '../values.ts'

const CORE = new Set(['subj', 'obj', 'dat', 'gen', 'pred', 'clause', 'acc'])

/** Whether a verb can be left to this rule: it says something of its own, and no rule of its own is there for it. */
function speaks(context: RelationContext, predication: Predication): boolean {
  const { data, trees } = context
  const word = trees.word(predication.anchor)
  const verbal = word.upos === 'VERB' || context.participleOf(predication.anchor) !== undefined
  const copular = !verbal && trees.childBy(predication.anchor, 'cop') !== undefined
  return word.upos !== 'AUX' && !data.emptyVerbs.has(predication.lemma) && !copular
}

function objectFillers(context: RelationContext, argument: Argument): Filler[] {
  const word = context.trees.word(argument.head)
  if (context.timeAt(argument.head) !== undefined) return []
  if (!CORE.has(argument.role) && context.data.emptyNouns.has(word.lemma)) return []
  if (context.isSource(argument.head)) return []
  // What is counted in a unit is an amount, whatever else the noun may refer to.
  const counted = word.upos === 'NUM' || context.data.units.has(word.form)
  const amounts = counted || context.entityAt(argument.head) === undefined ? context.amountsAt(argument.head) : []
  if (amounts.length > 0) return amounts
  return context.entitiesAt(argument.head).filter((filler) => context.isReferent(filler.entity!))
}

const referents = (context: RelationContext, predication: Predication, role: string): Filler[] =>
  predication.arguments
    .filter((a) => a.role === role && context.timeAt(a.head) === undefined)
    .flatMap((a) => context.entitiesAt(a.head).filter((filler) => context.isReferent(filler.entity!)))

const isQuasiCopula = (context: RelationContext, predication: Predication): boolean =>
  context.data.quasiCopulas.has(context.trees.word(predication.anchor).lemma)

/** Relations made from the lemma of the verb, where subject and object are there. */
export const openVerbs: Rule = {
  name: 'open-verb',
  example: 'Der Sprengsatz enthielt Metallstücke.',
  *find(context): Iterable<Candidate> {
    for (const word of context.document.words) {
      if (!context.predications.isPredicate(word.index)) continue
      const predication = context.predications.of(word.index)
      if (!speaks(context, predication)) continue
      // What stands beside a predicate adjective (*zeigt sich zufrieden mit*) is the adjective's rule's.
      if (isQuasiCopula(context, predication) && predication.arguments.some((a) => a.role === 'pred')) continue
      const speech = context.data.speechVerbs.has(predication.lemma)
      const active = referents(context, predication, 'subj')
      const subjects =
        active.length > 0 || predication.arguments.some((a) => a.role === 'subj')
          ? active
          : referents(context, predication, 'obj')
      const turned = active.length === 0
      const lemma = predication.reflexive ? `${context.data.reflexive} ${predication.lemma}` : predication.lemma
      for (const argument of predication.arguments) {
        if (
          argument.role === 'subj' ||
          argument.role === 'clause' ||
          argument.role === 'pred' ||
          (turned && argument.role === 'obj')
        )
          continue
        if (context.data.skippedPrepositions.has(argument.role) || argument.role === 'acc') continue
        if (speech && argument.role !== 'obj') continue
        const predicate = relationOf(predication.lemma, lemma, CORE.has(argument.role) ? undefined : argument.role)
        for (const subject of subjects)
          for (const object of objectFillers(context, argument))
            yield { subject, object, predicate, trigger: word.index, trust: CORE.has(argument.role) ? 0.75 : 0.6 }
      }
    }
  },
}

/** The open relation keeps the bare verb as its lemma, so that it can be asked for with or without its preposition. */
function relationOf(lemma: string, full: string, preposition: string | undefined): Predicate {
  return { ...openRelation(full, preposition), lemma }
}

/** What is said of a subject alone: a verb without any other argument, as words (*wurde abgeriegelt*). */
export const openStates: Rule = {
  name: 'open-state',
  example: 'Das Donaudelta ist abgeriegelt worden.',
  *find(context): Iterable<Candidate> {
    for (const word of context.document.words) {
      if (word.upos !== 'VERB' && context.participleOf(word.index) === undefined) continue
      if (!context.predications.isPredicate(word.index)) continue
      const predication = context.predications.of(word.index)
      if (
        !speaks(context, predication) ||
        context.predications.isParticiple(word.index) ||
        context.data.speechVerbs.has(predication.lemma)
      )
        continue
      if (predication.arguments.some((a) => a.role === 'clause' || a.role === 'pred')) continue
      const role = predication.passive ? 'obj' : 'subj'
      const others = predication.arguments.filter(
        (a) => a.role !== role && !context.data.skippedPrepositions.has(a.role),
      )
      if (
        others.some(
          (a) => context.timeAt(a.head) === undefined && !context.data.emptyNouns.has(context.trees.word(a.head).lemma),
        )
      )
        continue
      const value = phraseValue(context.document.text.slice(word.start, word.end))
      for (const subject of referents(context, predication, role))
        yield {
          subject,
          object: { head: word.index, entity: null, value },
          predicate: { ...openRelation(predication.lemma), lemma: predication.lemma },
          trigger: word.index,
          trust: 0.7,
        }
    }
  },
}

/** Predicate adjectives with what they govern (*besorgt über*, *offen für*). */
export const openAdjectives: Rule = {
  name: 'open-adjective',
  example: 'Die WHO zeigte sich besorgt über die Entwicklung.',
  *find(context): Iterable<Candidate> {
    for (const word of context.document.words) {
      if (word.upos !== 'ADJ' && word.feats.VerbForm !== 'Part') continue
      const copular =
        context.trees.childBy(word.index, 'cop') !== undefined && context.participleOf(word.index) === undefined
      const governed =
        word.head >= 0 &&
        context.data.quasiCopulas.has(context.trees.word(word.head).lemma) &&
        context.predications.of(word.head).arguments.some((a) => a.role === 'pred' && a.head === word.index)
      if (!copular && !governed) continue
      // A predicate adjective is not inflected: its form is its lemma, of participles too.
      const adjective = word.form.toLowerCase()
      const own = context.predications.of(word.index).arguments
      const outer = governed ? context.predications.of(word.head).arguments : []
      const all = [...own, ...outer]
      const subjects = all
        .filter((a) => a.role === 'subj')
        .flatMap((a) => context.entitiesAt(a.head).filter((filler) => context.isReferent(filler.entity!)))
      for (const argument of all) {
        if (CORE.has(argument.role) && argument.role !== 'dat') continue
        if (context.data.skippedPrepositions.has(argument.role)) continue
        const preposition = CORE.has(argument.role) ? undefined : argument.role
        for (const subject of subjects)
          for (const object of objectFillers(context, argument))
            yield {
              subject,
              object,
              predicate: { ...openRelation(adjective, preposition), lemma: adjective },
              trigger: copular ? word.index : word.head,
              trust: 0.6,
            }
      }
    }
  },
}

/** What a form of *sein* says of its subject by an adjective alone (*Die Gefahr ist real*). */
export const states: Rule = {
  name: 'state',
  example: 'Die Gefahr einer Pandemie sei real.',
  *find(context): Iterable<Candidate> {
    const { trees } = context
    for (const word of context.document.words) {
      if (word.upos !== 'ADJ') continue
      const copula = trees.childBy(word.index, 'cop')
      if (copula === undefined || context.participleOf(word.index) !== undefined) continue
      const found = context.predications.of(word.index).arguments
      if (
        found.some(
          (a) =>
            a.role !== 'subj' && !context.data.skippedPrepositions.has(a.role) && context.timeAt(a.head) === undefined,
        )
      )
        continue
      for (const subject of referents(context, context.predications.of(word.index), 'subj'))
        yield {
          subject,
          object: { head: word.index, entity: null, value: phraseValue(word.form) },
          predicate: { ...openRelation(trees.word(copula).lemma), lemma: trees.word(copula).lemma },
          trigger: word.index,
          trust: 0.7,
        }
    }
  },
}
