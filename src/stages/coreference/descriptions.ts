import { FEMININE, MASCULINE, PLURAL, SINGULAR } from './agreement.ts'
import { type Clusters, mayBeOneType } from './clusters.ts'
import type { Context } from './context.ts'
import type { Draft } from './drafts.ts'
import type { GenericKind } from './lexicon.ts'

/** How many sentences back a noun that could be anyone's (*der Politiker*, *das Unternehmen*) looks. */
const GENERIC_REACH = 3

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
    if (fits(other) && clusters.join(other.index, draft.index)) return
  }
}

export const contains = (outer: Draft, inner: Draft): boolean => outer.first <= inner.first && inner.last <= outer.last

const sameNumber = (a: Draft, b: Draft): boolean =>
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

const lastPart = (lemma: string): string => lemma.slice(lemma.lastIndexOf('-') + 1)

function synonymous(context: Context, clusters: Clusters, draft: Draft, other: Draft): boolean {
  if (draft.lemma === undefined || other.lemma === undefined || other.kind !== 'description' || other.predicate)
    return false
  if (other.determiner === 'negative' || !sameNumber(draft, other) || draft.sentence - other.sentence > 20) return false
  return context.lexicon.areSynonyms(draft.lemma, other.lemma) && isCompatible(context, clusters, draft, other)
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

/** Whether two phrases could belong to the same place and the same owner; where one says nothing of it, they could. */
function sameBelongings(a: Draft, b: Draft): boolean {
  return share(a.places, b.places) && share(a.owners, b.owners)
}

const share = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((left) => b.includes(left))

/** *der nordkoreanische Machthaber*: the named one who was given that role before. */
function joinRole(context: Context, clusters: Clusters, draft: Draft): void {
  if (!isOpen(clusters, draft) || draft.noun === undefined || (draft.agreement & SINGULAR) === 0) return
  if (isPartitive(context, draft)) return
  if (draft.type !== 'Person' && draft.type !== 'Organization' && draft.type !== 'Place') return
  let loose: Draft | undefined
  for (let at = draft.index - 1; at >= 0; at--) {
    const other = clusters.drafts[at] as Draft
    if (
      !clusters.isNamed(at) ||
      other.headNoun === undefined ||
      contains(other, draft) ||
      (other.sentence === draft.sentence && other.clause === draft.clause)
    )
      continue
    if (!sameBelongings(draft, other) || !mayBeOneType(draft.type, other.type)) continue
    if (
      other.lemma === draft.lemma ||
      (other.headNoun === draft.headNoun && lastPart(draft.lemma ?? '') === draft.headNoun)
    ) {
      if (clusters.join(at, draft.index)) return
    } else if (
      loose === undefined &&
      !isGeneric(context, draft) &&
      context.lexicon.areSynonyms(draft.headNoun as string, other.headNoun)
    )
      loose = other
  }
  if (loose && draft.determiner !== 'possessive') clusters.join(loose.index, draft.index)
}

/** *Untersuchungsrichter fordert …*: a headline's bare noun is the first person who is introduced by it. */
function joinHeadline(context: Context, clusters: Clusters, draft: Draft): void {
  for (let at = 0; at < draft.index; at++) {
    const other = clusters.drafts[at] as Draft
    if (context.headlines[other.sentence] !== true || other.kind !== 'description' || clusters.isNamed(at)) continue
    if (other.lemma === draft.lemma && sameNumber(draft, other) && sameBelongings(draft, other))
      clusters.join(at, draft.index)
  }
}

const isGeneric = ({ lexicon, words }: Context, draft: Draft): boolean =>
  lexicon.generic(draft.lemma ?? '', words[draft.head]?.form) !== undefined

const KIND_TYPE: Readonly<Record<GenericKind, string>> = {
  person: 'Person',
  organization: 'Organization',
  country: 'Place',
  city: 'Place',
  region: 'Place',
  event: 'Event',
}

/** Whether a draft is in a cluster that no name belongs to. */
const isOpen = (clusters: Clusters, draft: Draft): boolean => !clusters.isNamed(draft.index)

/** *einer der erfolgreichsten Automobilbauer*: one of several, and so none of them in particular. */
function isPartitive({ words }: Context, draft: Draft): boolean {
  const before = words[draft.first - 1]
  return (
    before !== undefined && before.upos !== 'NOUN' && before.index === words[draft.head]?.head && before.upos !== 'VERB'
  )
}

/** *das Unternehmen*, *die Stadt*, *der Diplomat*: the nearest named one of its kind, the subject before others. */
function joinGeneric(context: Context, clusters: Clusters, draft: Draft): void {
  if (!isOpen(clusters, draft) || draft.noun === undefined || (draft.agreement & SINGULAR) === 0) return
  if (isPartitive(context, draft)) return
  if (draft.owners.length + draft.places.length > 0 && draft.type !== 'Place') return
  const noun = context.words[draft.noun]
  const kind = noun && context.lexicon.generic(noun.lemma, noun.form)
  if (!kind) return
  if (kind === 'event') {
    joinMainEvent(clusters, draft)
    return
  }
  let best: Draft | undefined
  let score = Number.NEGATIVE_INFINITY
  for (let at = draft.index - 1; at >= 0; at--) {
    const other = clusters.drafts[at] as Draft
    if (draft.sentence - other.sentence > GENERIC_REACH) break
    if (!clusters.isNamed(at) || contains(other, draft) || contains(draft, other)) continue
    if (other.sentence === draft.sentence && other.clause === draft.clause && other.role !== 'nmod' && kind !== 'city')
      continue
    if (clusters.type(at) !== KIND_TYPE[kind] || !suits(context, clusters, draft, at, kind)) continue
    const value =
      (other.role === 'nsubj' || other.role === 'nsubj:pass' ? 1 : 0) +
      Math.min(clusters.members(at).length, 5) * 0.2 -
      (draft.sentence - other.sentence) -
      (draft.first - other.first) * 0.01
    if (value > score) {
      score = value
      best = other
    }
  }
  if (best) clusters.join(best.index, draft.index)
}

/** *der Vorfall*: the event that the headline or the first sentence is about. */
function joinMainEvent(clusters: Clusters, draft: Draft): void {
  for (let at = 0; at < draft.index; at++) {
    const other = clusters.drafts[at] as Draft
    if (other.sentence > 1 || contains(other, draft)) return
    if (
      other.type === 'Event' &&
      other.kind === 'description' &&
      !other.predicate &&
      sameNumber(draft, other) &&
      clusters.join(at, draft.index)
    )
      return
  }
}

function suits(context: Context, clusters: Clusters, draft: Draft, at: number, kind: GenericKind): boolean {
  const titles = clusters.members(at).flatMap((member) => clusters.drafts[member]?.headNoun ?? [])
  if (kind === 'person') {
    const sex = clusters
      .members(at)
      .reduce(
        (bits, member) =>
          bits & ((clusters.drafts[member] as Draft).name ? (clusters.drafts[member] as Draft).agreement : -1),
        MASCULINE | FEMININE,
      )
    return sex === 0 || (sex & draft.agreement) !== 0 || (draft.agreement & (MASCULINE | FEMININE)) === 0
  }
  if (kind === 'country' || kind === 'city' || kind === 'region') {
    const kinds = titles.flatMap((title) => context.lexicon.generic(title) ?? [])
    if (kinds.length > 0) return kinds.includes(kind)
    const known = clusters.members(at).flatMap((member) => placeKind(context, clusters.drafts[member] as Draft) ?? [])
    return known.length > 0 && known.includes(kind)
  }
  return true
}

/** What a gazetteer takes a named place for. */
function placeKind({ words, places }: Context, draft: Draft): GenericKind | undefined {
  if (!draft.name) return undefined
  const forms = words.slice(draft.name.first, draft.name.last).map((word) => word.form)
  return places.place(forms.join(' '))?.kind
}

/** *der französische Präsident … sein Land*: the country by which the possessor was introduced. */
function joinOwnCountry(context: Context, clusters: Clusters, draft: Draft): void {
  const noun = context.words[draft.noun ?? -1]
  if (!clusters.isSingle(draft.index) || !noun || context.lexicon.generic(noun.lemma, noun.form) !== 'country') return
  for (let at = draft.index - 1; at >= 0; at--) {
    const person = clusters.drafts[at] as Draft
    if (clusters.type(at) !== 'Person' || !clusters.isNamed(at)) continue
    const home = clusters.members(at).flatMap((member) => clusters.drafts[member]?.places ?? [])
    if (draft.sentence - person.sentence > 1) return
    const country = clusters.drafts.find(
      (other) => other.kind === 'name' && clusters.isNamed(other.index) && isCountryCalled(context, other, home),
    )
    if (country) clusters.join(country.index, draft.index)
    return
  }
}

function isCountryCalled({ places, text }: Context, draft: Draft, names: readonly string[]): boolean {
  const country = draft.name && places.country(text.slice(draft.name.start, draft.name.end))
  return country !== undefined && country !== null && names.includes(country.label.toLowerCase())
}
