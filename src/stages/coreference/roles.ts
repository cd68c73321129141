import { FEMININE, MASCULINE, SINGULAR } from './agreement.ts'
import { type Clusters, mayBeOneType } from './clusters.ts'
import { type Context, inhabitedBy } from './context.ts'
import { contains, lastPart, sameBelongings, sameNumber } from './descriptions.ts'
import type { Draft } from './drafts.ts'
import type { GenericKind } from './lexicon.ts'

/** How many sentences back a noun that could be anyone's (*der Politiker*, *das Unternehmen*) looks. */
const GENERIC_REACH = 3

/** *der nordkoreanische Machthaber*: the named one who was given that role before. */
export function joinRole(context: Context, clusters: Clusters, draft: Draft): void {
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
    if (!sameNumber(draft, other)) continue
    if (!sameBelongings(draft, other) || !mayBeOneType(draft.type, other.type)) continue
    if (draft.type === 'Organization' && !draft.modifiers.every((modifier) => other.modifiers.includes(modifier)))
      continue
    if (other.lemma === draft.lemma || hasHead(draft, other)) {
      if (clusters.join(at, draft.index)) return
    } else if (loose === undefined && isLooseRole(context, draft, other)) loose = other
  }
  if (loose && draft.determiner !== 'possessive') clusters.join(loose.index, draft.index)
}

/** *der Präsident* after *US-Präsident*. */
const hasHead = (draft: Draft, other: Draft): boolean =>
  other.headNoun === draft.headNoun && lastPart(draft.lemma ?? '') === draft.headNoun

/** *das Gericht* after *Bundesverfassungsgericht*, *der Premier* after *Regierungschef*. */
function isLooseRole(context: Context, draft: Draft, other: Draft): boolean {
  if (draft.lemma === undefined || other.headNoun === undefined || isGeneric(context, draft)) return false
  const ends = draft.lemma.length > 3 && other.headNoun.toLowerCase().endsWith(draft.lemma.toLowerCase())
  return (
    ends ||
    context.lexicon.areSynonyms(draft.headNoun as string, other.headNoun) ||
    areOneCompound(context, draft, other)
  )
}

/** *der Bankpräsident* after *Bankchef*, *die Mitgliedsländer* after *Mitgliedsstaaten*. */
export function areOneCompound({ lexicon }: Context, a: Draft, b: Draft): boolean {
  if (!a.lemma || !b.lemma || !a.headNoun || !b.headNoun || a.lemma === a.headNoun) return false
  const first = a.lemma.slice(0, -a.headNoun.length)
  return (
    first.length > 1 &&
    first === b.lemma.slice(0, -b.headNoun.length) &&
    lexicon.areSynonymousParts(a.headNoun, b.headNoun)
  )
}

/** *Untersuchungsrichter fordert …*: a headline's bare noun is the first person who is introduced by it. */
export function joinHeadline(context: Context, clusters: Clusters, draft: Draft): void {
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
  trade: 'Organization',
  product: 'Product',
  founder: 'Person',
  party: 'Organization',
  agency: 'Organization',
  press: 'Organization',
  broadcaster: 'Organization',
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
export function joinGeneric(context: Context, clusters: Clusters, draft: Draft): void {
  if (!isOpen(clusters, draft) || draft.noun === undefined || (draft.agreement & SINGULAR) === 0) return
  if (isPartitive(context, draft)) return
  const kind = kindOf(context, draft)
  if (!kind) return
  if (draft.owners.length + draft.places.length > 0 && draft.type !== 'Place' && !isPersonal(kind)) return
  if (kind === 'event') {
    joinMainEvent(clusters, draft)
    return
  }
  let best: Draft | undefined
  let score = Number.NEGATIVE_INFINITY
  const found = new Set<number>()
  for (let at = draft.index - 1; at >= 0; at--) {
    const other = clusters.drafts[at] as Draft
    if (draft.sentence - other.sentence > GENERIC_REACH) break
    if (!clusters.isNamed(at) || contains(other, draft) || contains(draft, other)) continue
    if (other.sentence === draft.sentence && other.clause === draft.clause && other.role !== 'nmod' && kind !== 'city')
      continue
    // *das Nachbarland Österreichs* is not Österreich.
    if (clusters.members(at).some((member) => contains(draft, clusters.drafts[member] as Draft))) continue
    if (clusters.type(at) !== KIND_TYPE[kind] || !suits(context, clusters, draft, at, kind)) continue
    found.add(clusters.root(at))
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
  if (
    best &&
    (!needsOnlyOne(context, draft, kind) ||
      (found.size === 1 && (isFormer(context, draft) || isSubject(clusters, draft, best))))
  )
    clusters.join(best.index, draft.index)
  else if (kind === 'person' && !best) joinUnnamed(clusters, draft)
}

/** What a description may take up by its noun alone, an inhabitant's name, or an adjective for what someone was. */
function kindOf(context: Context, draft: Draft): GenericKind | undefined {
  const { lexicon } = context
  const noun = context.words[draft.noun ?? -1]
  if (!noun) return undefined
  const listed = lexicon.generic(noun.lemma, noun.form)
  if (listed || draft.type !== 'Person') return listed
  // *die Ethnie der Aserbaidschaner*: a genitive is rather the plural.
  if (inhabitedBy(context, noun) !== undefined) return draft.role === 'nmod' ? undefined : 'person'
  if (isFormer(context, draft)) return 'person'
  return lexicon.genericEnding(noun.lemma)
}

const isFormer = ({ lexicon }: Context, draft: Draft): boolean =>
  draft.modifiers.some((modifier) => lexicon.isFormer(modifier))

/** Whether a description tells so much of someone that it may speak of a person who was not named yet. */
const needsOnlyOne = (context: Context, draft: Draft, kind: GenericKind): boolean =>
  kind === 'founder' || (kind === 'person' && (draft.owners.length > 0 || isFormer(context, draft)))

const isPersonal = (kind: GenericKind): boolean => kind === 'person' || kind === 'founder'

/** Whether the sentences before say something of a cluster. */
const isSubject = (clusters: Clusters, draft: Draft, { index }: Draft): boolean =>
  clusters.members(index).some((member) => {
    const other = clusters.drafts[member] as Draft
    const near = other.index < draft.index && draft.sentence - other.sentence <= GENERIC_REACH
    return near && other.role.startsWith('nsubj')
  })

/** *ein 15-Jähriger … der Jugendliche*: the only one of that sex who was spoken of without a name in the sentences before. */
function joinUnnamed(clusters: Clusters, draft: Draft): void {
  if (draft.owners.length + draft.places.length + draft.modifiers.length > 0) return
  const found = new Map<number, number>()
  for (let at = draft.index - 1; at >= 0; at--) {
    const other = clusters.drafts[at] as Draft
    if (draft.sentence - other.sentence > GENERIC_REACH) break
    if (contains(other, draft) || contains(draft, other)) return
    if (clusters.type(at) !== 'Person' || (other.agreement & SINGULAR) === 0) continue
    if (other.kind !== 'description' || other.predicate || other.determiner === 'negative') continue
    if ((other.agreement & draft.agreement) === 0 || !isSameBody(clusters, draft, at)) continue
    if (other.sentence === draft.sentence && other.clause === draft.clause) return
    found.set(clusters.root(at), at)
  }
  const [only] = found.values()
  if (found.size !== 1 || only === undefined) return
  const introduced = clusters.drafts[clusters.members(only)[0] as number]
  if (introduced?.determiner === 'indefinite') clusters.join(only, draft.index)
}

/** Whether nothing that is said of a cluster speaks against a description of it. */
const isSameBody = (clusters: Clusters, draft: Draft, at: number): boolean =>
  clusters.members(at).every((member) => sameBelongings(draft, clusters.drafts[member] as Draft))

/** *der 30-Jährige*: the nearest person of that age. */
export function joinAge(clusters: Clusters, draft: Draft): void {
  if (draft.age === undefined || draft.type !== 'Person' || !isOpen(clusters, draft)) return
  if ((draft.agreement & SINGULAR) === 0) return
  for (let at = draft.index - 1; at >= 0; at--) {
    const other = clusters.drafts[at] as Draft
    if (other.age !== draft.age || other.type !== 'Person' || contains(other, draft)) continue
    if ((other.agreement & draft.agreement & SINGULAR) === 0 || !isSameBody(clusters, draft, at)) continue
    if (clusters.join(at, draft.index)) return
  }
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
  if (isPersonal(kind)) {
    // *der Mitbegründer der MLC* may have been president of something else.
    const free = kind === 'founder' || isFormer(context, draft)
    if (!isSameBody(clusters, free ? { ...draft, owners: [], places: [] } : draft, at)) return false
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
  if (kind === 'event') return true
  if (kind === 'product')
    return titles.every((title) => title === draft.headNoun || context.lexicon.areSynonyms(title, draft.headNoun ?? ''))
  if (kind === 'organization') return !isReporter(context, clusters, at)
  if (kind === 'trade')
    return titles.every(
      (title) =>
        title === draft.headNoun ||
        context.lexicon.generic(title) === 'organization' ||
        context.lexicon.areSynonyms(title, draft.headNoun ?? ''),
    )
  return clusters.members(at).some((member) => {
    const name = clusters.drafts[member]?.name
    return name !== undefined && context.lexicon.kindOfName(context.text.slice(name.start, name.end)) === kind
  })
}

/** Whether a cluster is a news agency or newspaper, which reports of others and is seldom meant by *das Unternehmen*. */
function isReporter({ lexicon, text }: Context, clusters: Clusters, at: number): boolean {
  return clusters.members(at).some((member) => {
    const name = clusters.drafts[member]?.name
    const written = name ? text.slice(name.start, name.end) : ''
    const kinds = [written, ...written.split(/[-/ ]/)].map((part) => lexicon.kindOfName(part))
    return kinds.some((kind) => kind === 'agency' || kind === 'press' || kind === 'broadcaster')
  })
}

/** What a gazetteer takes a named place for. */
function placeKind({ words, places }: Context, draft: Draft): GenericKind | undefined {
  if (!draft.name) return undefined
  const forms = words.slice(draft.name.first, draft.name.last).map((word) => word.form)
  return places.place(forms.join(' '))?.kind
}

/** *der französische Präsident … sein Land*: the country by which the possessor was introduced. */
export function joinOwnCountry(context: Context, clusters: Clusters, draft: Draft): void {
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
