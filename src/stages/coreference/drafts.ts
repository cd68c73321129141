import type { EntityType, NameType, Quote, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { type Agreement, ANY, agreementOf, FEMININE, MASCULINE, NEUTER, PLURAL, SINGULAR } from './agreement.ts'
import type { DeterminerKind } from './lexicon.ts'
import type { Context, Phrase } from './phrases.ts'

/** A phrase with all that decides to what it may refer. */
export interface Draft extends Phrase {
  /** Place among the drafts, which are in text order. */
  readonly index: number
  readonly start: number
  readonly end: number
  readonly sentence: number
  readonly agreement: Agreement
  /** Type by its noun or name, undefined where nothing says. */
  readonly type: EntityType | undefined
  readonly determiner: DeterminerKind | 'possessive' | undefined
  /** Lemma of its noun. */
  readonly lemma: string | undefined
  /** The listed noun that its noun is or ends in. */
  readonly headNoun: string | undefined
  /** Lemmas of its adjectives and numbers. */
  readonly modifiers: readonly string[]
  /** Lower-case stems of what it is said to belong to: names in it, adjectives made of names, first parts of compounds. */
  readonly attributes: readonly string[]
  /** Word that its clause hangs on, a verb where there is one. */
  readonly clause: number
  /** Relation of its head to what governs it. */
  readonly role: string
  /** Innermost quote that holds it, or -1. */
  readonly quote: number
  /** Whether it says what something is (*Bengasi ist die letzte Hochburg*). */
  readonly predicate: boolean
  /** Type of each, where a plural speaks of several. */
  readonly memberType: EntityType | undefined
}

const ENTITY_TYPE: Readonly<Record<NameType, EntityType | undefined>> = {
  PER: 'Person',
  LOC: 'Place',
  ORG: 'Organization',
  OTH: undefined,
}

/** The word above a phrase that governs it, past the words of the phrase and its conjuncts. */
function governor({ words }: Context, head: number): { readonly clause: number; readonly role: string } {
  let at = words[head] as Word
  while (at.deprel === 'conj' && at.head >= 0 && words[at.head]?.upos !== 'VERB') at = words[at.head] as Word
  const role = at.deprel
  let clause = at.head
  for (let steps = 0; clause >= 0 && steps < 40; steps++) {
    const word = words[clause] as Word
    if (word.upos === 'VERB' || word.head < 0) break
    if (word.upos === 'ADJ' && hasRelation(word, 'root', 'ccomp', 'advcl', 'acl', 'parataxis', 'xcomp')) break
    clause = word.head
  }
  return { clause, role }
}

/** The determiner of the phrase, also where it hides in a contraction before it (*im Turnier*). */
function determinerOf({ words, lexicon }: Context, phrase: Phrase): Draft['determiner'] {
  const before = words[phrase.first - 1]
  const start = before?.contraction?.place === 1 ? phrase.first - 1 : phrase.first
  let kind: Draft['determiner']
  for (let at = start; at <= phrase.head; at++) {
    const word = words[at] as Word
    if (word.upos !== 'DET' && !(word.upos === 'PRON' && at === start)) {
      if (at > start && kind) break
      if (word.upos === 'NOUN' || word.upos === 'PROPN') break
      continue
    }
    const possessive = lexicon.pronoun(word.form).some((entry) => entry.kind === 'possessive')
    const found = possessive
      ? 'possessive'
      : (lexicon.determiner(word.lemma.toLowerCase()) ?? lexicon.determiner(word.form.toLowerCase()))
    if (found === 'both' || !kind) kind = found
  }
  return kind
}

/** Lower-case name of the place that an adjective, inhabitant's name or genitive is made of, or undefined. */
function placeMeant({ places, nameAt }: Context, word: Word): string | undefined {
  if (word.upos === 'ADJ') return places.adjective(word.form)?.place.toLowerCase()
  if (word.upos !== 'NOUN' && word.upos !== 'PROPN') return undefined
  const reference =
    places.demonym(word.form)?.place ??
    (nameAt[word.index]?.type === 'LOC' ? places.country(word.form)?.label : undefined)
  return reference?.toLowerCase()
}

/** First part of a compound with a hyphen, or undefined. */
export const prefixOf = (form: string): string | undefined => {
  const at = form.lastIndexOf('-')
  return at > 0 && at < form.length - 1 ? form.slice(0, at) : undefined
}

/** Drafts of the phrases, in their order. */
export function draftsOf(context: Context, phrases: readonly Phrase[], quotes: readonly Quote[]): Draft[] {
  const { words } = context
  const quoteAt = new Int32Array(words.length).fill(-1)
  quotes.forEach((quote, index) => {
    for (const at of quote.words) {
      const other = quotes[quoteAt[at] ?? -1]
      if (!other || quote.end - quote.start < other.end - other.start) quoteAt[at] = index
    }
  })
  return phrases.map((phrase, index) => draftOf(context, phrase, index, quoteAt))
}

function draftOf(context: Context, phrase: Phrase, index: number, quoteAt: Int32Array): Draft {
  const { words, trees, lexicon } = context
  const head = words[phrase.head] as Word
  const noun = phrase.noun === undefined ? undefined : words[phrase.noun]
  const { clause, role } = governor(context, phrase.head)
  const modifiers: string[] = []
  const attributes: string[] = []
  if (phrase.kind === 'name' || phrase.kind === 'description') {
    for (let at = phrase.first; at < phrase.last; at++) {
      const word = words[at] as Word
      const own = phrase.name !== undefined && at >= phrase.name.first && at < phrase.name.last
      const place = own ? undefined : placeMeant(context, word)
      if (place) attributes.push(place)
      else if (context.nameAt[at] && !own) attributes.push(word.lemma.toLowerCase())
      else if ((word.upos === 'ADJ' || word.upos === 'NUM') && at < (phrase.noun ?? phrase.head))
        modifiers.push(word.lemma.toLowerCase())
    }
    const prefix = noun && prefixOf(noun.form)
    if (prefix) attributes.push(prefix.toLowerCase())
  }
  return {
    ...phrase,
    index,
    start: (words[phrase.first] as Word).start,
    end: (words[phrase.last - 1] as Word).end,
    sentence: head.sentence,
    agreement: agreementOfPhrase(context, phrase),
    type: typeOfPhrase(context, phrase),
    determiner: phrase.kind === 'name' || phrase.kind === 'description' ? determinerOf(context, phrase) : undefined,
    lemma: noun?.lemma,
    headNoun: noun && lexicon.headOf(noun.lemma, noun.form),
    modifiers,
    attributes,
    clause,
    role,
    quote: quoteAt[phrase.head] ?? -1,
    memberType: noun && lexicon.typeOf(noun.lemma, noun.form),
    predicate: trees.childrenBy(phrase.head, 'cop').length > 0,
  }
}

function agreementOfPhrase(context: Context, phrase: Phrase): Agreement {
  const { words, lexicon } = context
  const head = words[phrase.head] as Word
  if (phrase.kind === 'coordination') return PLURAL
  if (phrase.kind === 'pronoun' || phrase.kind === 'possessive' || phrase.kind === 'adverb')
    return pronounAgreement(context, phrase)
  const noun = phrase.noun === undefined ? undefined : words[phrase.noun]
  if (noun) {
    if (noun.upos === 'NUM') return PLURAL
    const agreement = agreementOf(noun.feats)
    // A person that a neuter noun names (Oberhaupt, Opfer) may be taken up by sex.
    if (phrase.name?.type === 'PER' && agreement & NEUTER) return SINGULAR
    return phrase.name && agreement & SINGULAR && agreement !== ANY && phrase.name.type !== 'PER'
      ? agreement | NEUTER
      : agreement
  }
  const article = words.slice(phrase.first, phrase.head).find((word) => word.upos === 'DET')
  if (article) return agreementOf({ ...head.feats, ...article.feats })
  if (phrase.name?.type === 'PER') {
    const first = words[phrase.name.first] as Word
    const sex =
      first.feats.Gender && phrase.name.last - phrase.name.first > 1
        ? agreementOf(first.feats) & (MASCULINE | FEMININE)
        : 0
    return sex || MASCULINE | FEMININE
  }
  if (phrase.name?.type === 'LOC') return NEUTER
  return lexicon.typeOf(head.lemma, head.form) ? agreementOf(head.feats) : NEUTER | FEMININE | MASCULINE
}

/** What a pronoun's form, its own features and, for a subject, its verb leave open. */
function pronounAgreement({ words, lexicon, trees }: Context, phrase: Phrase): Agreement {
  const word = words[phrase.head] as Word
  let agreement = 0
  for (const entry of lexicon.pronoun(word.form)) agreement |= entry.antecedent
  if (phrase.kind !== 'pronoun' || !hasRelation(word, 'nsubj') || word.head < 0) return agreement
  const verb = words[word.head] as Word
  const finite = [verb, ...trees.childrenBy(verb.index, 'aux', 'cop').map((at) => words[at] as Word)].find(
    (candidate) => candidate.feats.VerbForm === 'Fin' || (candidate.feats.Mood && candidate.feats.Number),
  )
  const number = finite?.feats.Number
  const narrowed = number === 'Plur' ? agreement & PLURAL : number === 'Sing' ? agreement & SINGULAR : agreement
  return narrowed || agreement
}

function typeOfPhrase({ words, lexicon }: Context, phrase: Phrase): EntityType | undefined {
  if (phrase.kind === 'coordination') return 'Group'
  if (phrase.kind !== 'name' && phrase.kind !== 'description') return phrase.kind === 'adverb' ? 'Place' : undefined
  const noun = phrase.noun === undefined ? undefined : words[phrase.noun]
  const byNoun = noun && lexicon.typeOf(noun.lemma, noun.form)
  if (phrase.name) {
    const byName = ENTITY_TYPE[phrase.name.type]
    if (byNoun && !(byName === 'Place' && byNoun === 'Group')) return byNoun
    const last = words[phrase.name.last - 1] as Word
    const byWord = lexicon.typeOf(last.lemma, last.form)
    if (byName === 'Place' && byWord === 'Facility') return byWord
    if (byName === undefined) return byWord ?? 'Work'
    return byName
  }
  const plural = noun?.feats.Number === 'Plur' || noun?.upos === 'NUM'
  if (plural && (byNoun === 'Person' || byNoun === 'Organization')) return 'Group'
  if (noun?.upos === 'NUM') return byNoun ?? 'Group'
  return byNoun
}
