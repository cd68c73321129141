import type { EntityType, Quote, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { FEMININE, MASCULINE, NEUTER, PLURAL, SINGULAR } from './agreement.ts'
import { isBound } from './binding.ts'
import type { Clusters } from './clusters.ts'
import type { Context } from './context.ts'
import { contains } from './descriptions.ts'
import type { Draft } from './drafts.ts'
import { opensRelativeClause } from './phrases.ts'

/** How many sentences back a pronoun looks. */
const REACH = 3
/** Types of those who own and do. */
const OWNERS: ReadonlySet<EntityType | undefined> = new Set<EntityType>(['Person', 'Group', 'Organization', 'Place'])

/** Below this no candidate is taken. */
const FLOOR = -2.2

/** Joins pronouns and possessives of the third person to the most salient candidate that agrees, in text order. */
export function joinPronouns(context: Context, clusters: Clusters, quotes: readonly Quote[]): void {
  for (const draft of clusters.drafts) {
    const entry = context.lexicon.pronoun((context.words[draft.head] as Word).form)[0]
    if (draft.kind === 'adverb') joinLocal(clusters, draft)
    if ((draft.kind !== 'pronoun' && draft.kind !== 'possessive') || !entry || entry.person !== 3) continue
    // The polite *Sie* is the reader.
    if (context.words[draft.head]?.feats.Polite !== undefined) continue
    if (entry.kind === 'both' || entry.kind === 'clausal' || !clusters.isSingle(draft.index)) continue
    if (isUnclear(context, draft, entry.kind) || isOfEach(clusters, draft)) continue
    const best = bestCandidate(context, clusters, quotes, draft)
    if (best) clusters.join(best.index, draft.index)
  }
}

/** *dass jedes Mitglied in seiner Muttersprache spricht*: whether a possessive is that of each of them, so of nobody in particular. */
const isOfEach = (clusters: Clusters, draft: Draft): boolean =>
  draft.kind === 'possessive' &&
  clusters.drafts.some(
    (other) =>
      other.determiner === 'negative' &&
      other.clause === draft.clause &&
      other.index < draft.index &&
      other.role.startsWith('nsubj') &&
      (other.agreement & draft.agreement) !== 0,
  )

/** *es* and *das* mostly take up whole clauses, which are no entities. */
function isUnclear({ words, lexicon, trees }: Context, draft: Draft, kind: string): boolean {
  const word = words[draft.head] as Word
  if (kind === 'demonstrative') return draft.agreement === (draft.agreement & 4)
  const neuter = draft.agreement === (draft.agreement & 4)
  if (!neuter || kind !== 'personal' || word.head < 0) return false
  const verb = words[word.head] as Word
  const finite = [verb, ...trees.childrenBy(verb.index, 'aux', 'cop').map((at) => words[at] as Word)]
  if (lexicon.isImpersonal(verb.lemma) || finite.some((part) => part.feats.Number === 'Plur')) return true
  return trees.childrenBy(verb.index, 'ccomp', 'xcomp', 'csubj').length > 0
}

function bestCandidate(
  context: Context,
  clusters: Clusters,
  quotes: readonly Quote[],
  draft: Draft,
): Draft | undefined {
  let best: Draft | undefined
  let score = FLOOR
  for (let at = draft.index - 1; at >= 0; at--) {
    const other = clusters.drafts[at] as Draft
    if (draft.sentence - other.sentence > REACH) break
    if (!isCandidate(context, clusters, quotes, draft, other)) continue
    const value = salience(context, clusters, quotes, draft, other)
    if (value > score) {
      score = value
      best = other
    }
  }
  return best
}

function isCandidate(
  context: Context,
  clusters: Clusters,
  quotes: readonly Quote[],
  draft: Draft,
  other: Draft,
): boolean {
  if ((draft.agreement & other.agreement) === 0 || other.predicate || other.kind === 'adverb') return false
  if (other.determiner === 'negative' || isCredit(context, other)) return false
  if (other.first >= draft.first || contains(other, draft)) return false
  if ((clusterAgreement(clusters, other) & draft.agreement) === 0) return false
  const entries = context.lexicon.pronoun((context.words[other.head] as Word).form)
  if (other.kind !== 'name' && other.kind !== 'description' && other.kind !== 'coordination') {
    if (entries.some((entry) => entry.person === 1) || clusters.isSingle(other.index)) return false
  }
  if (isBound(context, clusters, draft, other)) return false
  // Who says something is not in what is said; *ihre Prognose* may be that of whom it speaks of.
  const said = draft.kind === 'pronoun' ? quotes.findIndex((quote) => quote.speaker?.head === draft.head) : -1
  if (said >= 0 && (other.quote === said || !canSpeak(clusters, other))) return false
  const quote = quotes[draft.quote]
  if (quote?.form === 'direct' && quote.speaker && other.head === quote.speaker.head) return false
  return true
}

/** *Wien (APA)*: whether a name is but the agency that a report is from. */
function isCredit({ words, text, lexicon }: Context, { name }: Draft): boolean {
  if (!name || words[name.first - 1]?.form !== '(') return false
  return text
    .slice(name.start, name.end)
    .split(/[/, ]+/)
    .some((part) => lexicon.kindOfName(part) === 'agency')
}

/** Whether a candidate may be one who says something. */
function canSpeak(clusters: Clusters, draft: Draft): boolean {
  const type = clusters.type(draft.index)
  return type === undefined || type === 'Person' || type === 'Organization' || type === 'Group' || type === 'Place'
}

/** Gender and number that all names and titles of a person leave open. */
function clusterAgreement(clusters: Clusters, draft: Draft): number {
  if (clusters.type(draft.index) !== 'Person') return -1
  let agreement = MASCULINE | FEMININE
  for (const member of clusters.members(draft.index)) {
    const other = clusters.drafts[member] as Draft
    const sex = other.agreement & (MASCULINE | FEMININE)
    if (sex !== 0 && (agreement & sex) !== 0) agreement &= sex
  }
  return agreement === 0 ? -1 : agreement | (draft.agreement & PLURAL)
}

/** How near at hand a candidate is to a pronoun: recency, grammatical role, parallel, frequency, kind, and the quote it stands in. */
function salience(context: Context, clusters: Clusters, quotes: readonly Quote[], draft: Draft, other: Draft): number {
  const away = draft.sentence - other.sentence
  const possessed = draft.kind === 'possessive' ? typeOfPossessed(context, draft) : undefined
  if (possessed !== undefined && isCoordinatedWith(clusters, draft, other)) return 4
  const type = clusters.type(other.index)
  const subject = other.role.startsWith('nsubj')
  let value = fitOfPossessed(possessed, type)
  if (isPartitive(context, draft)) return value - away - (draft.first - other.first) * 0.02
  // A genitive *dessen* and a demonstrative take up what was said last, and rather not the subject.
  if (isClose(context, draft)) {
    const lesser = (isInside(clusters, other) ? 0.8 : 0) + (type === 'Topic' || type === undefined ? 0.4 : 0)
    return value - away - (draft.first - other.first) * 0.1 - (subject && away === 0 ? 1.2 : 0) - lesser
  }
  const neuter = (draft.agreement & NEUTER) !== 0
  value -= 1.2 * away + (away === 0 ? (draft.first - other.first) * 0.02 : 0)
  value += roleWeight(context, clusters, draft, other)
  if (type === 'Person' && (draft.agreement & SINGULAR) !== 0) value += 0.6
  else if (type === 'Topic' || type === undefined || type === 'Product')
    value -= neuter || (other.agreement & PLURAL) !== 0 ? 0.5 : 0.9
  else if (type === 'Place' && draft.kind === 'pronoun' && !neuter) value -= 0.5
  if ((draft.agreement & PLURAL) !== 0 && (other.agreement & PLURAL) !== 0 && type === 'Group') value += 0.3
  if (clusters.isNamed(other.index)) value += 0.3
  if (other.kind === 'pronoun') value += 0.2
  value += Math.min(clusters.members(other.index).length, 5) * 0.12
  return value + quoteWeight(clusters, quotes, draft, other)
}

/** A subject is taken up first, above all by a subject or by what belongs to it; an object by an object of the same sentence. */
function roleWeight(context: Context, clusters: Clusters, draft: Draft, other: Draft): number {
  const same = draft.sentence === other.sentence
  const subject = other.role.startsWith('nsubj')
  let value = other.role === 'nmod' || isInside(clusters, other) ? -0.4 : 0
  if (subject) value += 1
  else if (other.role === 'obj' || other.role === 'iobj') value += 0.3
  if (subject && draft.role.startsWith('nsubj')) value += 0.4
  if (draft.kind === 'possessive' && same && subject)
    value += draft.clause === other.clause ? 1.4 : sharesClause(context, draft, other) ? 1 : 0
  if (draft.kind === 'possessive' && same && isRelativeSubject(context, draft, other)) value += 2
  if (draft.kind === 'pronoun' && same && !subject && !draft.role.startsWith('nsubj')) value += 1.2
  return value
}

/** Persons have people, places and organisations; events and topics have none. */
function fitOfPossessed(possessed: EntityType | undefined, owner: EntityType | undefined): number {
  if (possessed !== 'Person' && possessed !== 'Group') return 0
  return owner === 'Event' || owner === 'Topic' || owner === 'Work' || owner === undefined ? -0.8 : 0.4
}

/** What is said in a quotation takes up what is said in it; a clause that someone is said to say, its speaker. */
function quoteWeight(clusters: Clusters, quotes: readonly Quote[], draft: Draft, other: Draft): number {
  const quote = quotes[draft.quote]
  let value = 0
  if (draft.quote !== other.quote && (quotes[other.quote]?.form === 'direct' || quote?.form === 'direct')) value -= 0.8
  const speaker = quote?.form === 'direct' ? undefined : quote?.speaker
  if (!speaker) return value
  const speaks = other.head === speaker.head || (other.first <= speaker.head && speaker.head < other.last)
  return speaks && !isInside(clusters, other) ? value + 1.2 : value
}

/** Whether a pronoun points to the nearest candidate. */
const isClose = ({ words, lexicon }: Context, draft: Draft): boolean =>
  lexicon.pronoun((words[draft.head] as Word).form).some(({ kind }) => kind === 'genitive' || kind === 'demonstrative')

/** *viele von ihnen*, *zwei von ihnen*: whether a pronoun is the whole that a number or quantity right before it is a part of. */
function isPartitive({ words }: Context, draft: Draft): boolean {
  const [part, preposition] = [words[draft.first - 2], words[draft.first - 1]]
  if (!part || preposition?.upos !== 'ADP' || part.sentence !== draft.sentence) return false
  return (draft.agreement & SINGULAR) === 0 && /^(?:DET|PRON|NUM)$/.test(part.upos) && part.feats.PronType !== 'Art'
}

/** Type of what a possessive says to belong to someone. */
function typeOfPossessed(context: Context, draft: Draft): EntityType | undefined {
  const noun = context.words[(context.words[draft.head] as Word).head]
  return noun && (context.lexicon.typeOf(noun.lemma, noun.form) ?? 'Topic')
}

/** *den Betroffenen und ihren Familien*: whether a possessive opens the second conjunct to the candidate. */
const isCoordinatedWith = (clusters: Clusters, draft: Draft, other: Draft): boolean =>
  clusters.drafts.some(
    (pair) =>
      pair.kind === 'coordination' &&
      pair.first === other.first &&
      pair.conjuncts?.[0] === other.head &&
      pair.first <= draft.first &&
      draft.first < pair.last,
  )

/** Whether a draft lies within a longer noun phrase. */
function isInside(clusters: Clusters, draft: Draft): boolean {
  for (let at = draft.index - 1; at >= 0; at--) {
    const outer = clusters.drafts[at] as Draft
    if (outer.sentence !== draft.sentence) return false
    if (outer.kind !== 'coordination' && outer.last >= draft.last && outer.first <= draft.first) return true
  }
  return false
}

/** Whether the clause of a possessive is that of the candidate or lies below it. */
function sharesClause({ trees }: Context, draft: Draft, other: Draft): boolean {
  return draft.clause === other.clause || (draft.clause >= 0 && trees.ancestors(draft.clause).includes(other.clause))
}

/** *die Kinder, die hier ihren Urlaub verbringen*: whether a candidate is what the subject of a possessive's relative clause means. */
function isRelativeSubject(context: Context, draft: Draft, other: Draft): boolean {
  const { words, trees } = context
  const verb = words[draft.clause]
  if (!verb || !hasRelation(verb, 'acl:relcl') || draft.head > verb.index) return false
  if (other.kind === 'coordination' || !OWNERS.has(other.type)) return false
  const named = other.name && verb.head >= other.name.first && verb.head < other.name.last
  if (verb.head !== other.head && !named) return false
  return trees
    .childrenBy(verb.index, 'nsubj', 'nsubj:pass')
    .some((at) => opensRelativeClause(context, words[at] as Word))
}

/** *dort*: the nearest place that was spoken of. */
function joinLocal(clusters: Clusters, draft: Draft): void {
  for (let at = draft.index - 1; at >= 0; at--) {
    const other = clusters.drafts[at] as Draft
    if (draft.sentence - other.sentence > 1) return
    const type = clusters.type(at)
    if (other.sentence < draft.sentence && type === 'Place' && clusters.join(at, draft.index)) return
  }
}
