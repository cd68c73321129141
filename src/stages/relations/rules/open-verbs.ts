import type { EntityType, Predicate } from '../../../core/document.ts'
import { hasRelation } from '../../../core/tree.ts'
import { openRelation } from '../../../rdf/vocabulary.ts'
import type { Argument } from '../arguments.ts'
import type { Candidate, Rule } from '../candidate.ts'
import { besidePhrase, isBesideComplement, isOfGoalNoun, isOfName, isOfPhraseBefore } from '../complements.ts'
import type { Filler, RelationContext } from '../context.ts'
import { idiomOf } from '../idioms.ts'
import type { Predication } from '../predications.ts'
import { phraseValue, phraseWords } from '../values.ts'
import { appointee } from './roles.ts'

const CORE = new Set(['subj', 'obj', 'dat', 'gen', 'pred', 'clause', 'acc'])

/** Whether a verb can be left to this rule: it says something of its own, and no rule of its own is there for it. */
export function speaks(context: RelationContext, predication: Predication): boolean {
  const { data, trees } = context
  const word = trees.word(predication.anchor)
  const verbal = word.upos === 'VERB' || context.participleOf(predication.anchor) !== undefined
  const copular = !verbal && trees.childBy(predication.anchor, 'cop') !== undefined
  return word.upos !== 'AUX' && !data.emptyVerbs.has(predication.lemma) && !copular && isComplete(context, word.index)
}

/** Whether a verb form can stand alone: an infinitive without *zu* or a participle without auxiliary (*Artikel drucken*) cannot. */
function isComplete(context: RelationContext, verb: number): boolean {
  const { trees } = context
  const word = trees.word(verb)
  const form = word.feats.VerbForm
  if ((form !== 'Part' && form !== 'Inf') || !hasRelation(word, 'root')) return true
  return trees.childBy(verb, 'aux', 'cop') !== undefined
}

/** A date or time of day as words (*wurde am Samstag verhaftet*); durations and sets say how long and how often, not when. */
function timeFillers(context: RelationContext, head: number, time: number): Filler[] {
  const { start, end, type } = context.document.times[time]!
  const dated = type === 'DATE' || type === 'TIME'
  return dated ? [{ head, entity: null, value: phraseValue(context.document.text.slice(start, end)) }] : []
}

function objectFillers(context: RelationContext, argument: Argument): Filler[] {
  const word = context.trees.word(argument.head)
  const time = context.timeAt(argument.head)
  if (time !== undefined) return timeFillers(context, argument.head, time)
  if (argument.role !== 'obj' && context.data.emptyNouns.has(word.lemma)) return []
  if (context.isSource(argument.head)) return []
  // What is counted in a unit is an amount, whatever else the noun may refer to.
  const counted = word.upos === 'NUM' || context.data.units.has(word.form)
  const amounts = counted || context.entityAt(argument.head) === undefined ? context.amountsAt(argument.head) : []
  // *Verliert Stimmen*: without a number they are no amount.
  if (amounts.length > 0 || (context.data.units.has(word.form) && context.entityAt(argument.head) === undefined))
    return amounts
  // *Nach der Landung* says when, *nach Angaben* who says so, *nach Rom* where.
  const temporal = context.data.timePrepositions.has(argument.role)
  return context
    .entitiesAt(argument.head)
    .filter(
      (filler) =>
        context.isReferent(filler.entity!) &&
        (!temporal || context.hasType(filler.entity!, ['Place', 'Facility', 'Person', 'Organization'])),
    )
}

export const referents = (context: RelationContext, predication: Predication, role: string): Filler[] =>
  predication.arguments
    .filter((a) => a.role === role && context.timeAt(a.head) === undefined)
    .flatMap((a) =>
      context.entitiesAt(a.head).filter((filler) => context.isReferent(filler.entity!) && !isVague(context, filler)),
    )

/** Types that personal pronouns are mostly resolved to rightly. */
const ACTORS: readonly EntityType[] = ['Person', 'Organization', 'Place', 'Product', 'Facility']

/** Whether a pronoun stands for something that neither acts nor has a name: its antecedent is a guess. */
const isVague = (context: RelationContext, { head, entity }: Filler): boolean => {
  const { upos, feats } = context.trees.word(head)
  return upos === 'PRON' && !feats.PronType?.includes('Rel') && !context.hasType(entity!, ACTORS)
}

export const isQuasiCopula = (context: RelationContext, predication: Predication): boolean =>
  context.data.quasiCopulas.has(context.trees.word(predication.anchor).lemma)

/** Relations made from the lemma of the verb, where subject and object are there. */
export const openVerbs: Rule = {
  name: 'open-verb',
  example: 'Der Sprengsatz enthielt Metallstücke.',
  find: (context) => openRelations(context, (role) => CORE.has(role)),
}

/** Relations made from the verb and a preposition. */
export const openPhrases: Rule = {
  name: 'open-phrase',
  example: 'Der Diplomat reist über die Grenze.',
  find: (context) => openRelations(context, (role) => !CORE.has(role)),
}

/** @param wanted tells in which roles arguments are looked for */
function* openRelations(context: RelationContext, wanted: (role: string) => boolean): Iterable<Candidate> {
  const { data } = context
  for (const word of context.document.words) {
    if (!context.predications.isPredicate(word.index)) continue
    const predication = context.predications.of(word.index)
    const possessive = isPossession(context, predication)
    if (!possessive && !speaks(context, predication)) continue
    // What stands beside a predicate adjective (*zeigt sich zufrieden mit*) is the adjective's rule's.
    if (isQuasiCopula(context, predication) && predication.arguments.some((a) => a.role === 'pred')) continue
    const speech = data.speechVerbs.has(predication.lemma)
    const active = referents(context, predication, 'subj')
    // Only a passive says something of what would be its object; where an active verb's subject is not known, nothing is claimed.
    const turned = active.length === 0 && predication.passive && !predication.arguments.some((a) => a.role === 'subj')
    const subjects = turned ? referents(context, predication, 'obj') : active
    if (subjects.length === 0) continue
    const idiom = idiomOf(context, predication)
    for (const argument of predication.arguments) {
      if (
        argument.role === 'subj' ||
        argument.role === 'clause' ||
        !wanted(argument.role) ||
        argument.role === 'pred' ||
        (turned && argument.role === 'obj')
      )
        continue
      if (argument.role === 'acc' || isAgent(predication, argument)) continue
      if (context.timeAt(argument.head) !== undefined) {
        if (CORE.has(argument.role) || !isDated(context, predication)) continue
      } else if (data.skippedPrepositions.has(argument.role)) continue
      if (speech && argument.role !== 'obj') continue
      if (belongsToInfinitive(context, predication, argument) || belongsToNoun(context, predication, argument, idiom))
        continue
      if (isOfGoalNoun(context, argument) || isOfPhraseBefore(context, predication, argument)) continue
      if (isOfName(context, argument) || appointee(context, argument.head) !== undefined) continue
      if (possessive && !isOwned(context, argument)) continue
      const own = idiom.filter((other) => other !== argument)
      // *Setzt das Haus in Brand* says nothing of *in Brand* alone.
      if (idiom.includes(argument) && predication.arguments.some((a) => a !== argument && a.role === 'obj')) continue
      const core = CORE.has(argument.role)
      const beside = core || turned ? [] : besidePhrase(context, predication, argument)
      if (beside === undefined || (!core && isBesideComplement(context, predication, own, argument))) continue
      const parts = [...beside.filter((object) => !own.includes(object)), ...own]
      const predicate = relationOf(context, predication, parts, turned, argument)
      const complete = core || turned || !predication.arguments.some(({ role }) => role === 'obj')
      for (const subject of subjects)
        for (const object of pairOf(context, argument) ?? objectFillers(context, argument))
          yield {
            // *Bemba werden Verbrechen vorgeworfen* is about Bemba.
            ...(argument.role === 'dat' && isOfDative(context, predication, turned, subject, object)
              ? { subject: object, object: subject }
              : { subject, object }),
            predicate,
            trigger: word.index,
            trust: core ? 0.75 : complete ? 0.6 : 0.45,
            ...(context.predications.isParticiple(word.index) ? { presupposed: true } : {}),
          }
    }
  }
}

/** Whether a phrase names who does what a passive says, so that it is its subject. */
const isAgent = (predication: Predication, argument: Argument): boolean =>
  predication.arguments.some((other) => other !== argument && other.role === 'subj' && other.head === argument.head)

/** Whether a date is all that is said beside the subject (*wurde am Samstag verhaftet*); beside anything else it is that claim's time. */
const isDated = (context: RelationContext, predication: Predication): boolean =>
  predication.arguments.every(
    ({ role, head }) =>
      role === 'subj' || (role === 'obj' && predication.passive) || context.timeAt(head) !== undefined,
  ) && context.trees.childBy(predication.anchor, 'xcomp', 'ccomp') === undefined

/** Whether what is said is about the dative: *Bemba wurde Mord vorgeworfen*, *den Forschern gelang ein Durchbruch*. */
const isOfDative = (
  context: RelationContext,
  { lemma }: Predication,
  turned: boolean,
  subject: Filler,
  dative: Filler,
): boolean =>
  context.data.dativeSubjects.has(lemma) || (turned && concerns(context, dative) && !concerns(context, subject))

/** Whether *haben* is a full verb that says what the subject has, and no expression (*hat Recht*, *hat zu tun*). */
const isPossession = (
  { data, trees }: RelationContext,
  { anchor, lemma, arguments: all, reflexive }: Predication,
): boolean =>
  data.possessionVerbs.has(lemma) &&
  trees.word(anchor).upos === 'VERB' &&
  !reflexive &&
  !all.some(({ role }) => role === 'clause' || role === 'pred') &&
  trees.childBy(anchor, 'xcomp', 'ccomp', 'compound:prt', 'expl') === undefined

/** Whether a noun with an article or attribute names a thing that one has; counted things have a relation of their own. */
function isOwned({ data, trees }: RelationContext, { head, role }: Argument): boolean {
  const { lemma, upos } = trees.word(head)
  return (
    role === 'obj' &&
    upos === 'NOUN' &&
    !data.emptyNouns.has(lemma) &&
    data.frames.noun('noun', lemma).frames.length === 0 &&
    trees.childBy(head, 'det', 'amod') !== undefined &&
    trees.childBy(head, 'nummod', 'acl', 'advcl', 'xcomp', 'ccomp') === undefined
  )
}

const concerns = (context: RelationContext, { entity }: Filler): boolean =>
  entity !== null && context.hasType(entity, ['Person', 'Group', 'Organization'])

/** What stands beside an infinitive that the subject is to do (*versucht, dem Geschäft Wind zu verleihen*) may be the infinitive's. */
function belongsToInfinitive(context: RelationContext, predication: Predication, argument: Argument): boolean {
  const { trees, data } = context
  if (!['obj', 'dat'].includes(argument.role) || data.objectControl.has(predication.lemma)) return false
  return trees
    .childrenBy(predication.anchor, 'xcomp')
    .some((c) => trees.word(c).upos === 'VERB' && trees.word(c).feats.VerbForm === 'Inf' && c > argument.head)
}

/** Of *der Handel mit Nordkorea wurde aufgenommen* the phrase belongs to the noun right before it, as the lexicon knows, whatever it hangs on. */
export function belongsToNoun(
  context: RelationContext,
  predication: Predication,
  argument: Argument,
  idiom: readonly Argument[],
): boolean {
  const { trees, data } = context
  const preposition = trees.childBy(argument.head, 'case')
  const noun = (preposition ?? 0) - 1
  if (
    noun < 0 ||
    trees.word(noun).upos !== 'NOUN' ||
    !predication.arguments.some((a) => a.head === noun && !idiom.includes(a))
  )
    return false
  const { frames } = data.frames.noun('noun', trees.word(noun).lemma)
  return frames.some(({ subject, object }) => [...subject, ...object].some(({ role }) => role === argument.role))
}

/** Of *zwischen A und B* both together: neither says anything without the other. */
function pairOf(context: RelationContext, argument: Argument): Filler[] | undefined {
  if (!context.data.pairPrepositions.has(argument.role)) return undefined
  const conjuncts = context.conjuncts(argument.head)
  if (conjuncts.length < 2) return []
  const { start } = context.trees.span(phraseWords(context.trees, conjuncts[0]!))
  const { end } = context.trees.span(phraseWords(context.trees, conjuncts.at(-1)!))
  return [{ head: argument.head, entity: null, value: phraseValue(context.document.text.slice(start, end)) }]
}

/**
 * The open relation keeps the bare verb as its lemma, so that it can be asked for with or without its preposition. Of a passive the name
 * says so (*erfasst_werden_von*), as subject and object would otherwise seem exchanged; so does that of a participle that may be one.
 */
function relationOf(
  context: RelationContext,
  { anchor, lemma, reflexive, ambiguous, arguments: others }: Predication,
  idiom: readonly Argument[],
  turned: boolean,
  argument: Argument,
): Predicate {
  const { trees, data } = context
  // *Verweigert dem Gericht die Gefolgschaft* refuses no court.
  const beside = argument.role === 'dat' && others.some((other) => other.role === 'obj' && other !== argument)
  const role = beside ? data.dative : argument.role
  const parts = idiom.map(({ role, head }) => {
    const article = trees.children(head).find((child) => trees.word(child).contraction?.place === 1)
    const preposition = article === undefined ? role : trees.word(article).contraction!.form.toLowerCase()
    return (role === 'obj' ? '' : `${preposition} `) + trees.word(head).form
  })
  const verb = turned
    ? `${trees.word(anchor).form.toLowerCase()} ${data.passiveAuxiliary}`
    : ambiguous
      ? trees.word(anchor).lemma
      : lemma
  const words = [...(reflexive ? [data.reflexive] : []), ...parts, verb].join(' ')
  return { ...openRelation(words, CORE.has(role) ? undefined : role), lemma }
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
      // *Gab die Entscheidung bekannt* and *erklärte das Spiel für beendet* say it of their object.
      if (outer.some((a) => a.role === 'obj')) continue
      const all = [...own, ...outer]
      const subjects = all
        .filter((a) => a.role === 'subj')
        .flatMap((a) => context.entitiesAt(a.head).filter((filler) => context.isReferent(filler.entity!)))
      for (const argument of all) {
        if (CORE.has(argument.role) && argument.role !== 'dat') continue
        if (context.data.skippedPrepositions.has(argument.role) || context.timeAt(argument.head) !== undefined) continue
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
