import { PLURAL, SINGULAR } from './agreement.ts'
import type { Clusters } from './clusters.ts'
import type { Context } from './context.ts'
import type { Draft } from './drafts.ts'
import { areOneCompound, joinAge, joinGeneric, joinHeadline, joinOwnCountry, joinRole } from './roles.ts'

/** Whether a description takes up something known: it has a definite article, or none where only one thing can be meant. */
const takesUp = (draft: Draft): boolean =>
  draft.kind === 'description' &&
  !draft.predicate &&
  (draft.determiner === 'definite' || draft.determiner === 'demonstrative' || draft.determiner === 'both')

const isBareSingular = (draft: Draft): boolean =>
  draft.kind === 'description' &&
  !draft.predicate &&
  draft.determiner === undefined &&
  draft.type !== 'Person' &&
  draft.type !== 'Group' &&
  (draft.agreement & PLURAL) === 0

/** How far into the text a noun phrase with an indefinite article may still take up the headline, which has no articles. */
const HEADLINE_REACH = 3

/** Joins descriptions to what was called by the same noun before, the strictest first (Raghunathan et al. 2010, Lee et al. 2013). */
export function joinDescriptions(context: Context, clusters: Clusters): void {
  const { drafts } = clusters
  const { lexicon } = context
  for (const draft of drafts) {
    if (draft.lemma === undefined || lexicon.isMeasure(draft.lemma)) continue
    if (takesUp(draft) || isBareSingular(draft)) link(draft, clusters, (other) => sameWords(draft, other))
  }
  for (const draft of drafts) {
    if (draft.determiner !== 'indefinite' || draft.kind !== 'description' || draft.predicate) continue
    if (draft.sentence <= HEADLINE_REACH)
      link(
        draft,
        clusters,
        (other) => context.headlines[other.sentence] === true && sameHead(context, clusters, draft, other),
      )
  }
  for (const draft of drafts)
    if (takesUp(draft)) link(draft, clusters, (other) => sameHead(context, clusters, draft, other))
  for (const draft of drafts)
    if (draft.kind === 'name' && draft.noun !== undefined) joinHeadline(context, clusters, draft)
  for (const draft of drafts) if (takesUp(draft)) joinAge(clusters, draft)
  for (const draft of drafts)
    if (takesUp(draft) || draft.determiner === 'possessive') joinRole(context, clusters, draft)
  for (const draft of drafts)
    if (takesUp(draft)) link(draft, clusters, (other) => synonymous(context, clusters, draft, other))
  for (const draft of drafts) {
    if (takesUp(draft)) joinGeneric(context, clusters, draft)
    if (draft.determiner === 'possessive') joinOwnCountry(context, clusters, draft)
  }
}

/** Joins a draft to the nearest earlier one that fits, unless something has been found for it already. */
function link(draft: Draft, clusters: Clusters, fits: (other: Draft) => boolean): void {
  if (clusters.members(draft.index)[0] !== draft.index || clusters.isNamed(draft.index)) return
  for (let at = draft.index - 1; at >= 0; at--) {
    const other = clusters.drafts[at] as Draft
    if (contains(other, draft) || contains(draft, other) || other.kind === 'coordination') continue
    if (!fits(other)) continue
    const rival = rivalOf(draft, other, clusters)
    if (clusters.join(rival?.index ?? other.index, draft.index)) return
  }
}

/** *die Bank … Die Deutsche Bank meldete … die Bank*: the subject of that very noun that was named since the candidate was spoken of. */
function rivalOf(draft: Draft, other: Draft, clusters: Clusters): Draft | undefined {
  const bare = draft.modifiers.length + draft.places.length + draft.owners.length + draft.complements.length === 0
  if (!bare || draft.lemma === undefined || (draft.agreement & SINGULAR) === 0) return undefined
  const last = clusters.members(other.index).reduce((max, at) => (at < draft.index ? Math.max(max, at) : max), 0)
  for (let at = draft.index - 1; at > last; at--) {
    const rival = clusters.drafts[at] as Draft
    if (rival.kind !== 'name' || rival.headNoun !== draft.lemma || contains(rival, draft)) continue
    if (rival.role.startsWith('nsubj') || rival.sentence === draft.sentence) return rival
  }
  return undefined
}

export const contains = (outer: Draft, inner: Draft): boolean => outer.first <= inner.first && inner.last <= outer.last

export const sameNumber = (a: Draft, b: Draft): boolean =>
  (a.agreement & b.agreement & PLURAL) !== 0 || ((a.agreement & SINGULAR) !== 0 && (b.agreement & SINGULAR) !== 0)

const equalSets = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((item) => b.includes(item)) && b.every((item) => a.includes(item))

function sameWords(draft: Draft, other: Draft): boolean {
  return (
    other.kind === 'description' &&
    other.lemma !== undefined &&
    other.lemma === draft.lemma &&
    sameNumber(draft, other) &&
    other.determiner !== 'negative' &&
    !other.predicate &&
    equalSets(draft.modifiers, other.modifiers) &&
    equalSets(draft.places, other.places) &&
    equalSets(draft.owners, other.owners) &&
    equalSets(draft.complements, other.complements) &&
    (draft.determiner !== undefined || other.determiner !== 'indefinite')
  )
}

function sameHead(context: Context, clusters: Clusters, draft: Draft, other: Draft): boolean {
  if (other.headNoun === undefined || draft.headNoun === undefined || draft.lemma === undefined) return false
  if (other.predicate || other.determiner === 'negative' || !sameNumber(draft, other)) return false
  const same =
    other.lemma === draft.lemma ||
    (draft.lemma === draft.headNoun && other.headNoun === draft.lemma) ||
    (other.lemma !== undefined && other.headNoun === draft.headNoun && lastPart(draft.lemma) === lastPart(other.lemma))
  return same && isCompatible(context, clusters, draft, other)
}

export const lastPart = (lemma: string): string => lemma.slice(lemma.lastIndexOf('-') + 1)

function synonymous(context: Context, clusters: Clusters, draft: Draft, other: Draft): boolean {
  if (draft.lemma === undefined || other.lemma === undefined || other.kind !== 'description' || other.predicate)
    return false
  if (other.determiner === 'negative' || !sameNumber(draft, other) || draft.sentence - other.sentence > 20) return false
  // *das Unternehmen* is looked for among names, by what may be called so.
  const generic = context.lexicon.generic(draft.lemma)
  if (generic === 'organization' || generic === 'trade') return false
  // *Zensurbehörden* are some of the *Behörden*.
  const plural = (draft.agreement & SINGULAR) === 0
  if (plural && draft.headNoun === other.headNoun && !areOneCompound(context, draft, other)) return false
  const synonyms = context.lexicon.areSynonyms(draft.lemma, other.lemma) || areOneCompound(context, draft, other)
  return synonyms && isCompatible(context, clusters, draft, other)
}

/** Whether what a description says of its noun can be true of an earlier one: no new distinguishing adjective, number, place, owner or complement. */
function isCompatible(context: Context, clusters: Clusters, draft: Draft, other: Draft): boolean {
  const { lexicon, headlines } = context
  const cluster = clusters.members(other.index).map((index) => clusters.drafts[index] as Draft)
  const known = new Set(cluster.flatMap((member) => member.modifiers))
  const sets = (modifier: string): boolean => lexicon.isDistinguishing(modifier) || lexicon.isNumeral(modifier)
  if (draft.modifiers.some((modifier) => !known.has(modifier) && sets(modifier))) return false
  if (
    draft.modifiers.length > 0 &&
    [...known].some((modifier) => sets(modifier) && !draft.modifiers.includes(modifier))
  )
    return false
  if (cluster.some((member) => areDifferentCompounds(draft, member))) return false
  const complements = cluster.flatMap((member) => member.complements)
  if (draft.complements.length > 0) {
    if (complements.length > 0 && !draft.complements.some((noun) => complements.includes(noun))) return false
  }
  if (
    draft.places.length + draft.owners.length + draft.complements.length > 0 &&
    draft.determiner !== 'demonstrative'
  ) {
    const bare = cluster.every(
      (member) => member.places.length + member.owners.length + member.complements.length === 0,
    )
    if (bare && other.determiner !== 'indefinite' && headlines[other.sentence] !== true) return false
  }
  return cluster.every((member) => sameBelongings(draft, member))
}

/** *Influenzavirus* and *Vogelgrippevirus*: compounds that tell apart what their last part has in common. */
const areDifferentCompounds = (a: Draft, b: Draft): boolean =>
  a.headNoun !== undefined &&
  a.headNoun === b.headNoun &&
  a.lemma !== b.lemma &&
  a.lemma !== a.headNoun &&
  b.lemma !== b.headNoun &&
  b.lemma !== undefined

/** Whether two phrases could belong to the same place and the same owner and be of one age; where one says nothing of it, they could. */
export function sameBelongings(a: Draft, b: Draft): boolean {
  if (a.age !== undefined && b.age !== undefined && a.age !== b.age) return false
  return share(a.places, b.places) && share(a.owners, b.owners)
}

const share = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((left) => b.includes(left))
