import { hasRelation } from '../../../core/tree.ts'
import { openRelation } from '../../../rdf/vocabulary.ts'
import type { Argument } from '../arguments.ts'
import type { Candidate, Rule } from '../candidate.ts'
import type { RelationContext } from '../context.ts'
import { idiomOf } from '../idioms.ts'
import type { Predication } from '../predications.ts'
import { phraseValue } from '../values.ts'
import { belongsToNoun, isQuasiCopula, referents, speaks } from './open-verbs.ts'

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
        isQuasiCopula(context, predication) ||
        context.data.speechVerbs.has(predication.lemma)
      )
        continue
      if (predication.arguments.some((a) => a.role === 'clause' || a.role === 'pred')) continue
      const role = predication.passive ? 'obj' : 'subj'
      if (hasLooseNominal(context, word.index, predication)) continue
      // Of two subjects one is the object that the parser mistook; and who is quoted is no state.
      if (predication.arguments.filter((a) => a.role === role).length !== 1 || context.isCue(word.index)) continue
      if (isToBeDone(context, word.index)) continue
      if (isTakenBack(context, predication) || hasClause(context, word.index)) continue
      const idiom = idiomOf(context, predication).filter((a) => a.role !== 'obj')
      // *Kam am Abend* says nothing of where.
      const { phraseVerbs, noStates } = context.data
      if (
        (phraseVerbs.has(predication.lemma) || noStates.has(predication.lemma)) &&
        idiom.length === 0 &&
        !predication.passive
      )
        continue
      const others = predication.arguments.filter(
        (a) =>
          a.role !== role &&
          !context.data.skippedPrepositions.has(a.role) &&
          !idiom.includes(a) &&
          !belongsToNoun(context, predication, a, idiom),
      )
      if (
        others.some(
          (a) => context.timeAt(a.head) === undefined && !context.data.emptyNouns.has(context.trees.word(a.head).lemma),
        )
      )
        continue
      const value = phraseValue(bareDate(context, word.index) ?? stateOf(context, word.index, idiom))
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

/** Whether what a verb or predicate says does not hold without what stands beside it (*wurde ohne Verzögerung abgewickelt*, *lief nur kurz*). */
const isTakenBack = ({ data, trees }: RelationContext, { anchor, arguments: all }: Predication): boolean =>
  all.some(({ role }) => data.denyingPrepositions.has(role)) ||
  [anchor, ...trees.childrenBy(anchor, 'obj', 'obl', 'advmod')].some((at) =>
    trees.childrenBy(at, 'advmod').some((adverb) => data.restrictions.has(trees.word(adverb).form.toLowerCase())),
  )

/** Whether an infinitive with a form of *sein* says what can or must be done with the subject (*ist bis Juni zu sehen*). */
function isToBeDone({ data, trees }: RelationContext, verb: number): boolean {
  const { head, deprel, feats } = trees.word(verb)
  return deprel === 'xcomp' && feats.VerbForm === 'Inf' && head >= 0 && data.copulas.has(trees.word(head).lemma)
}

/** Whether a clause with *dass* or *ob* stands beside a verb, so that it is its argument, whatever the parser calls it. */
const hasClause = ({ data, trees }: RelationContext, verb: number): boolean =>
  trees.childrenBy(verb, 'advcl').some((clause) => {
    const mark = trees.childBy(clause, 'mark')
    const after = mark !== undefined && trees.words[mark - 1]?.upos === 'PUNCT'
    return after && data.complementizers.has(trees.word(mark).form.toLowerCase())
  })

/** Whether a noun without preposition hangs on the verb in no known role: subject and object may have been mistaken for each other. */
function hasLooseNominal(context: RelationContext, verb: number, { arguments: known }: Predication): boolean {
  const { trees } = context
  return trees
    .childrenBy(verb, 'obl', 'nmod', 'dep', 'parataxis', 'appos')
    .some(
      (child) =>
        ['NOUN', 'PROPN'].includes(trees.word(child).upos) &&
        context.timeAt(child) === undefined &&
        trees.childBy(child, 'case') === undefined &&
        !known.some((a) => a.head === child),
    )
}

/** A date without preposition beside a verb (*eröffnete Ende 2014*), which says more than the verb alone. */
function bareDate(context: RelationContext, verb: number): string | undefined {
  const { document, trees } = context
  for (const child of trees.children(verb)) {
    const bare = trees.word(child).upos !== 'ADV' && trees.childBy(child, 'case') === undefined
    const at = bare ? context.timeAt(child) : undefined
    const time = at === undefined ? undefined : document.times[at]
    if (time?.type === 'DATE') return document.text.slice(time.start, time.end)
  }
  return undefined
}

/** A verb as the text has it, with the adverbs that say how (*regulär verlaufen*), its prefix (*fallen aus*) and idiom (*in Brand geraten*). */
function stateOf(context: RelationContext, verb: number, idiom: readonly Argument[]): string {
  const { trees } = context
  const manner = trees
    .childrenBy(verb, 'advmod')
    .filter((a) => trees.word(a).upos === 'ADJ' && context.timeAt(a) === undefined)
  const { lemma } = context.predications.of(verb)
  const isPrefix = (at: number): boolean =>
    hasRelation(trees.word(at), 'compound:prt') || lemma === trees.word(at).form.toLowerCase() + trees.word(verb).lemma
  const prefix = trees.children(verb).filter((p) => p > verb && isPrefix(p))
  const reflexive = trees
    .children(verb)
    .filter((c) => c > verb && trees.word(c).lemma === context.data.reflexive && trees.childBy(c, 'case') === undefined)
  const fixed = idiom.flatMap(({ head }) => trees.subtree(head))
  return [...manner.flatMap((a) => [...trees.childrenBy(a, 'advmod'), a]), ...fixed, verb, ...reflexive, ...prefix]
    .map((index) => trees.word(index).form)
    .join(' ')
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
        isTakenBack(context, context.predications.of(word.index)) ||
        found.some(
          (a) =>
            a.role !== 'subj' && !context.data.skippedPrepositions.has(a.role) && context.timeAt(a.head) === undefined,
        )
      )
        continue
      for (const subject of referents(context, context.predications.of(word.index), 'subj'))
        yield {
          subject,
          object: { head: word.index, entity: null, value: phraseValue(withDegree(context, word.index)) },
          predicate: { ...openRelation(trees.word(copula).lemma), lemma: trees.word(copula).lemma },
          trigger: word.index,
          trust: 0.7,
        }
    }
  },
}

/** A predicate adjective with the adverbs of degree right before it (*viel zu niedrig*). */
function withDegree({ data, trees }: RelationContext, adjective: number): string {
  const isDegree = (at: number): boolean =>
    trees.words[at]?.sentence === trees.word(adjective).sentence && data.degrees.has(trees.word(at).form.toLowerCase())
  let first = adjective
  while (isDegree(first - 1)) first--
  return trees.words
    .slice(first, adjective + 1)
    .map(({ form }) => form)
    .join(' ')
}
