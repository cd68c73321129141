import type { EntityType, Features, Name, NameType, Quote, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { ageOf } from './ages.ts'
import { type Agreement, ANY, agreementOf, FEMININE, MASCULINE, NEUTER, PLURAL, SINGULAR } from './agreement.ts'
import { type Context, compoundLemma, inhabitedBy } from './context.ts'
import type { DeterminerKind } from './lexicon.ts'
import type { Phrase } from './phrases.ts'

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
  /** Places that it is said to belong to, by name or adjective, in lower case. */
  readonly places: readonly string[]
  /** Other names in it and first parts of its compound, in lower case. */
  readonly owners: readonly string[]
  /** Common nouns of its genitives and prepositional attributes (*Lösung dieses Problems*), as listed nouns. */
  readonly complements: readonly string[]
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
  /** Age that it says of a person, in years, as written. */
  readonly age: string | undefined
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
function placeMeant(context: Context, word: Word, core: boolean): string | undefined {
  const { places, nameAt } = context
  if (word.upos === 'ADJ' && !core) return places.adjective(word.form)?.place.toLowerCase()
  if (word.upos !== 'NOUN' && word.upos !== 'PROPN' && !core) return undefined
  const reference =
    (core ? inhabitedBy(context, word) : places.demonym(word.form)?.place) ??
    (nameAt[word.index]?.type === 'LOC' ? places.country(word.form)?.label : undefined)
  return reference?.toLowerCase()
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
  const { words, lexicon } = context
  const head = words[phrase.head] as Word
  const noun = phrase.noun === undefined ? undefined : words[phrase.noun]
  const { clause, role } = governor(context, phrase.head)
  const nominal = phrase.kind === 'name' || phrase.kind === 'description'
  const lemma = noun && compoundLemma(context, noun.index)
  const headNoun = lemma === undefined ? coreNoun(context, phrase) : lexicon.headOf(lemma, (noun as Word).form)
  return {
    ...phrase,
    index,
    start: (words[phrase.first] as Word).start,
    end: (words[phrase.last - 1] as Word).end,
    sentence: head.sentence,
    agreement: agreementOfPhrase(context, phrase),
    type: typeOfPhrase(context, phrase),
    determiner: nominal ? determinerOf(context, phrase) : undefined,
    lemma,
    headNoun,
    ...(nominal ? attributesOf(context, phrase) : { modifiers: [], places: [], owners: [], complements: [] }),
    clause,
    role,
    quote: quoteAt[phrase.head] ?? -1,
    memberType: lemma === undefined ? undefined : lexicon.typeOf(lemma, (noun as Word).form),
    predicate: isPredicate(context, phrase),
    age: nominal ? ageOf(context, phrase) : undefined,
  }
}

/** What a phrase says of its noun beside the noun itself. */
function attributesOf(
  context: Context,
  phrase: Phrase,
): Pick<Draft, 'modifiers' | 'places' | 'owners' | 'complements'> {
  const { words, lexicon, nameAt, compoundStart, compoundEnd } = context
  const [modifiers, places, owners, complements] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ]
  const core = phrase.noun ?? phrase.head
  for (let at = phrase.first; at < phrase.last; at++) {
    const word = words[at] as Word
    const name = nameAt[at]
    if (name !== undefined && name === phrase.name) continue
    const place = placeMeant(context, word, at === core)
    if (place) places.add(place)
    else if (name) for (const key of ownerKeys(context, name)) owners.add(key)
    else if (compoundEnd[at] === core && at < core && word.upos !== 'PUNCT') {
      // *Ex-General*, *30-Jährige*
      if (lexicon.isDistinguishing(word.form.toLowerCase())) modifiers.add(word.form.toLowerCase())
      else if (!/^\d+$/.test(word.form)) owners.add(partKey(context, word))
    } else if (at > core && word.upos === 'PROPN') owners.add(partKey(context, word))
    else if ((at < core && word.upos === 'ADJ') || word.upos === 'NUM') modifiers.add(word.lemma.toLowerCase())
    else if (
      at > core &&
      word.upos === 'NOUN' &&
      compoundEnd[at] === at &&
      !lexicon.isMeasure(word.lemma) &&
      !CIRCUMSTANCE.has(lexicon.typeOf(compoundLemma(context, at), word.form))
    )
      complements.add(lexicon.headOf(compoundLemma(context, at), word.form))
  }
  if (phrase.noun !== undefined && compoundStart[core] !== core) {
    const first = words[compoundStart[core] as number] as Word
    const place = context.places.country(first.form)?.label.toLowerCase()
    if (place) {
      places.add(place)
      owners.delete(first.lemma.toLowerCase())
    }
  }
  return { modifiers: [...modifiers], places: [...places], owners: [...owners], complements: [...complements] }
}

/** What stands for a name among owners: its group of aliases, or its words without endings, any of which may be written alone. */
function ownerKeys({ text, lexicon }: Context, name: Name): readonly string[] {
  const written = text.slice(name.start, name.end)
  const alias = lexicon.alias(written)
  return alias === undefined ? lexicon.endings.stemOfName(written).split(' ') : [`alias ${alias}`]
}

const partKey = ({ lexicon }: Context, word: Word): string =>
  lexicon.alias(word.form) === undefined ? word.lemma.toLowerCase() : `alias ${lexicon.alias(word.form)}`

/** Types of nouns that take part in what is described or say where it is, so that others may stand in their place. */
const CIRCUMSTANCE: ReadonlySet<EntityType | undefined> = new Set<EntityType>([
  'Person',
  'Group',
  'Organization',
  'Place',
  'Facility',
])

/** The common noun in a name (*Sicherheitsrat der Vereinten Nationen*), by which it may be spoken of. */
function coreNoun(context: Context, phrase: Phrase): string | undefined {
  if (!phrase.name || phrase.name.type === 'PER') return undefined
  // *Deutschland* is no Land by its last syllable.
  if (phrase.name.type === 'LOC' && phrase.name.last - phrase.name.first === 1) return undefined
  const head = context.words[phrase.head] as Word
  const lemma = compoundLemma(context, phrase.head)
  return context.lexicon.typeOf(lemma, head.form) ? context.lexicon.headOf(lemma, head.form) : undefined
}

/** The noun of a copula, or its subject where a name stands in the noun's place (*Bester Werfer war Robert Weber*). */
function isPredicate(context: Context, phrase: Phrase): boolean {
  const { words, trees, nameAt, lexicon } = context
  const head = words[phrase.head] as Word
  const before = words[phrase.first - 1]
  if (phrase.kind === 'description' && before?.sentence === head.sentence) {
    // *als die Gruppen kamen* opens a clause.
    if (lexicon.isPredicative(before.form) && !hasRelation(before, 'mark')) return true
    // *zur besten Spielerin gewählt*
    const preposition = before.contraction?.place === 1 ? words[phrase.first - 2] : undefined
    if (preposition && lexicon.isPredicative(preposition.form, true) && typeOfPhrase(context, phrase) === 'Person')
      return true
  }
  const [copula] = trees.childrenBy(head.index, 'cop')
  if (copula !== undefined) return phrase.kind !== 'name' && !bringsIn(context, phrase, copula)
  if (phrase.kind !== 'description' || !hasRelation(head, 'nsubj') || head.head < 0) return false
  return nameAt[head.head] !== undefined && trees.childrenBy(head.head, 'cop').length > 0
}

/** *Grundlage ist ein Haftbefehl*: whether a bare noun before the copula is the predicate and the phrase after it is what it speaks of. */
function bringsIn({ words, trees, nameAt }: Context, phrase: Phrase, copula: number): boolean {
  if (phrase.first < copula) return false
  const [subject] = trees.childrenBy(phrase.head, 'nsubj')
  const noun = words[subject ?? -1]
  if (noun?.upos !== 'NOUN' || noun.index > copula || nameAt[noun.index]) return false
  const before = words[noun.index - 1]
  const bare = before === undefined || before.sentence !== noun.sentence || before.upos === 'PUNCT'
  return bare && trees.childrenBy(noun.index, 'det', 'nummod').length === 0
}

function agreementOfPhrase(context: Context, phrase: Phrase): Agreement {
  const { words, lexicon } = context
  const head = words[phrase.head] as Word
  if (phrase.kind === 'coordination') return PLURAL
  if (phrase.kind === 'pronoun' || phrase.kind === 'possessive' || phrase.kind === 'adverb')
    return pronounAgreement(context, phrase)
  const noun = phrase.noun === undefined ? undefined : words[phrase.noun]
  if (phrase.name?.type === 'PER') return sexOf(context, phrase, phrase.name, noun)
  if (noun) {
    if (noun.upos === 'NUM') return PLURAL
    const article = words.slice(phrase.first, noun.index).find((word) => word.upos === 'DET')
    const adjectival = lexicon.adjectivalAgreement(noun.form, article?.form ?? hiddenArticle(words, phrase))
    if (adjectival !== undefined) return adjectival
    const own = featuresOf(context, noun)
    const feats = article?.feats.Number ? { ...own, Number: article.feats.Number } : own
    const agreement =
      agreementOf(feats) | (isOpenNumber(context, noun, article) ? agreementOf({ ...feats, Number: 'Sing' }) : 0)
    return phrase.name && agreement & SINGULAR && agreement !== ANY ? agreement | NEUTER : agreement
  }
  const article = words.slice(phrase.first, phrase.head).find((word) => word.upos === 'DET')
  if (article) return agreementOf({ ...head.feats, ...article.feats })
  if (phrase.name?.type === 'LOC') return NEUTER
  return lexicon.typeOf(head.lemma, head.form) ? agreementOf(head.feats) : NEUTER | FEMININE | MASCULINE
}

/** Nouns for women have so many letters before their ending, as others that end like them have not (*Cousin*). */
const WOMAN = 5

/** Features of a noun; a compound for a woman (*Landesbäuerin*) is feminine whatever was guessed. */
function featuresOf({ lexicon }: Context, noun: Word): Features {
  const stem = lexicon.endings.withoutFeminine(noun.form)
  const woman = stem !== undefined && stem.length >= WOMAN && lexicon.typeOf(noun.lemma, noun.form) === 'Person'
  return woman ? { ...noun.feats, Gender: 'Fem' } : noun.feats
}

/** *Massaker war Völkermord*: whether a headline leaves open if a noun of one form is singular or plural. */
const isOpenNumber = ({ headlines, lexicon }: Context, noun: Word, article: Word | undefined): boolean =>
  headlines[noun.sentence] === true &&
  article === undefined &&
  noun.feats.Number === 'Plur' &&
  noun.form === noun.lemma &&
  lexicon.typeOf(noun.lemma, noun.form) !== 'Person'

/**
 * Gender of a person's name: by the first name, else by the noun before it, but for neuter ones (*Staatsoberhaupt*), or the article, else
 * open.
 */
function sexOf(context: Context, phrase: Phrase, name: Name, noun: Word | undefined): Agreement {
  const { words, lexicon } = context
  const first = name.last - name.first > 1 ? lexicon.sexOf((words[name.first] as Word).form) : undefined
  if (first !== undefined) return first
  const article = words
    .slice(phrase.first, name.first)
    .find((word) => word.upos === 'DET' && word.feats.Number === 'Sing')
  const said = noun ? featuresOf(context, noun) : article?.feats
  const gender = said ? agreementOf({ ...said, Number: 'Sing' }) & (MASCULINE | FEMININE) : 0
  return gender || MASCULINE | FEMININE
}

/** The article in a contraction right before a phrase. */
const hiddenArticle = (words: readonly Word[], phrase: Phrase): string | undefined => {
  const before = words[phrase.first - 1]
  return before?.contraction?.place === 1 ? before.form : undefined
}

/** What a pronoun's form, its own features and, for a subject, its verb leave open. */
function pronounAgreement({ words, lexicon, trees }: Context, phrase: Phrase): Agreement {
  const word = words[phrase.head] as Word
  let agreement = 0
  for (const entry of lexicon.pronoun(word.form)) {
    const gender = entry.kind === 'demonstrative' && word.feats.Number === 'Sing' ? agreementOf(word.feats) : ANY
    agreement |= entry.antecedent & gender || entry.antecedent
  }
  if (phrase.kind !== 'pronoun' || !hasRelation(word, 'nsubj') || word.head < 0) return agreement
  const verb = words[word.head] as Word
  const finite = [verb, ...trees.childrenBy(verb.index, 'aux', 'cop').map((at) => words[at] as Word)].find(
    (candidate) => candidate.feats.VerbForm === 'Fin' || (candidate.feats.Mood && candidate.feats.Number),
  )
  const number = finite?.feats.Number
  const narrowed = number === 'Plur' ? agreement & PLURAL : number === 'Sing' ? agreement & SINGULAR : agreement
  return narrowed || agreement
}

/** From here on the type of a name outweighs the noun before it. */
const CERTAIN = 0.9

/** Whether a name is a country's, or surely an organisation's. */
const isCertain = ({ places, text }: Context, { type, start, end, confidence }: Name): boolean =>
  type === 'LOC' ? places.country(text.slice(start, end)) !== null : type === 'ORG' && confidence >= CERTAIN

function typeOfPhrase(context: Context, phrase: Phrase): EntityType | undefined {
  const { words, lexicon, places } = context
  if (phrase.kind === 'coordination') return 'Group'
  if (phrase.kind !== 'name' && phrase.kind !== 'description') return phrase.kind === 'adverb' ? 'Place' : undefined
  const noun = phrase.noun === undefined ? undefined : words[phrase.noun]
  const byNoun = noun && lexicon.typeOf(compoundLemma(context, noun.index), noun.form)
  if (phrase.name) {
    const byName = ENTITY_TYPE[phrase.name.type]
    // *Weltmeister Spanien* and *die AUA-Mutter Lufthansa* are no people.
    const unlike = byNoun === 'Person' && byName !== 'Person' && isCertain(context, phrase.name)
    if (byNoun && byNoun !== 'Group' && !unlike) return byNoun
    const last = words[phrase.name.last - 1] as Word
    const single = phrase.name.last - phrase.name.first === 1 && byName === 'Place'
    const byWord = single ? undefined : lexicon.typeOf(last.lemma, last.form)
    if (byName === 'Place' && byWord === 'Facility') return byWord
    // *Boeing 737*, *A380*: a name with a number of its own that is no year.
    const model = words
      .slice(phrase.name.first, phrase.name.last)
      .some((word) => /\d/.test(word.form) && !/^(?:19|20)\d\d$/.test(word.form))
    if (byName === undefined) return byWord ?? (model ? 'Product' : 'Work')
    return byName
  }
  const plural = (agreementOfPhrase(context, phrase) & SINGULAR) === 0
  if (noun && (places.demonym(noun.form) || (byNoun === undefined && !plural && inhabitedBy(context, noun))))
    return plural ? 'Group' : 'Person'
  if (plural && (byNoun === 'Person' || byNoun === 'Organization')) return 'Group'
  if (noun?.upos === 'NUM') return byNoun ?? 'Group'
  return byNoun
}
