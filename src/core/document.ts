import type { Span } from './span.ts'

/** What is known of an article beside its text. */
export interface Metadata {
  /** The first twelve hex digits of the SHA-256 of the text's UTF-8 bytes: the same text is the same document. */
  readonly id: string
  readonly title: string | null
  /** ISO 8601 with the precision that is known: `2019`, `2019-04` or `2019-04-25`. */
  readonly date: string | null
  /** BCP 47, for example `de`. */
  readonly language: string
  readonly author: string | null
  readonly publisher: string | null
  /** Address or file name it was read from. */
  readonly source: string | null
}

export interface Sentence extends Span {
  /** Tokens `first` (inclusive) to `last` (exclusive) of the document. */
  readonly first: number
  readonly last: number
  /** Paragraph of the text it stands in, from 0; sentences never cross paragraphs. */
  readonly paragraph: number
  /** A headline or subheading is a sentence without a full stop that fills its paragraph. */
  readonly kind: 'text' | 'headline'
}

/**
 * A syntactic word in the sense of Universal Dependencies. A German contraction (*im*) is two tokens (*in*, *dem*) over one span; both
 * carry `contraction`. Every other token has `form === text.slice(start, end)` unless CoNLL-U from elsewhere says otherwise.
 */
export interface Token extends Span {
  readonly sentence: number
  readonly form: string
  /** Whether white space (or the sentence's start) stands before it in the text; false for the second word of a contraction. */
  readonly spaceBefore: boolean
  /** Of a contraction's words: the surface form (*im*) and this word's place in it (0 or 1). */
  readonly contraction?: { readonly form: string; readonly place: number }
}

export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** Universal features, for example `{ Case: 'Nom', Number: 'Sing' }`. */
export type Features = Readonly<Record<string, string>>

/** What the model says of each token, before lexicon and given columns are heard. Arrays are parallel to `tokens`. */
export interface Analysis {
  readonly upos: readonly Upos[]
  /** Index of the head in the document's tokens, -1 for a sentence's root. */
  readonly heads: Int32Array
  /** Universal relation with subtype, for example `nsubj:pass`. */
  readonly deprels: readonly string[]
  /** Probability of the arc times that of its label, 0 to 1. */
  readonly confidence: Float32Array
  /** Name tags as the model was trained on them: BIO over PER, LOC, ORG, OTH, with the suffixes `deriv` and `part` of GermEval. */
  readonly nameTags: readonly string[]
  /** Probability of each name tag. */
  readonly nameConfidence: Float32Array
  /** Lemmas, of a model that knows them. */
  readonly lemmas?: readonly string[]
  /** Universal features, of a model that knows them. */
  readonly feats?: readonly Features[]
}

/** A token with all that Universal Dependencies say of it: the contract between language analysis and extraction. */
export interface Word extends Token {
  /** Place in the document's words. */
  readonly index: number
  readonly lemma: string
  readonly upos: Upos
  readonly feats: Features
  /** Index of the head in the document's words, -1 for a sentence's root. */
  readonly head: number
  readonly deprel: string
  /** How sure the parser is of head and relation, 0 to 1; 1 for CoNLL-U that was given. */
  readonly confidence: number
}

export type NameType = 'PER' | 'LOC' | 'ORG' | 'OTH'

/** A name in the text. Words `first` (inclusive) to `last` (exclusive). */
export interface Name extends Span {
  readonly first: number
  readonly last: number
  readonly type: NameType
  /** `derivation`: an adjective or demonym made of a name (*russisch*, *Nordkoreaner*); `part`: a compound that holds one (*US-Präsident*). */
  readonly form: 'name' | 'derivation' | 'part'
  readonly confidence: number
}

/** A time expression in TIMEX3 terms. Words `first` (inclusive) to `last` (exclusive). */
export interface Time extends Span {
  readonly first: number
  readonly last: number
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** TIMEX3 value, for example `2019-04-25`, `2019-WXX-4`, `P5Y`, `PAST_REF`. */
  readonly value: string
  /** Of a duration that leads to a date (*vor fünf Jahren*): that date as a TIMEX3 value, as precise as the duration's unit. */
  readonly point?: string
}

/** Who said what, in the words of the text. */
export interface Quote extends Span {
  /** `direct`: between quotation marks; `indirect`: clause that depends on a cue, or subjunctive that runs on; `reported`: *laut*, *nach Angaben von*. */
  readonly form: 'direct' | 'indirect' | 'reported'
  /** Indices of the words of the message. */
  readonly words: readonly number[]
  /** The words that name the speaker at the cue, a pronoun too, and the head word among them. */
  readonly speaker: (Span & { readonly head: number }) | null
  /** The words that say that something is said (*sagte*, *laut*), and their head. */
  readonly cue: (Span & { readonly head: number }) | null
  /** Index of the quote that this one stands in, or null. */
  readonly within: number | null
}

export type EntityType =
  | 'Person'
  | 'Organization'
  | 'Place'
  | 'Facility'
  | 'Event'
  | 'Work'
  | 'Product'
  | 'Topic'
  | 'Group'

/** A noun phrase or pronoun that refers to something. Words `first` (inclusive) to `last` (exclusive). */
export interface Mention extends Span {
  readonly first: number
  readonly last: number
  /** Index of its head word. For a name, the word that other words attach to. */
  readonly head: number
  readonly kind: 'name' | 'description' | 'pronoun' | 'possessive' | 'adverb' | 'coordination' | 'derivation'
  /** Index into the document's entities. */
  readonly entity: number
}

/** What a cluster of mentions refers to, within this document. */
export interface Entity {
  readonly type: EntityType
  /** Whether one of its mentions is a name. */
  readonly named: boolean
  /** The fullest name, or the shortest description in the nominative. */
  readonly label: string
  /** Names as written, or, of an entity without a name, the nouns that describe it; label first, no pronouns, no duplicates. */
  readonly names: readonly string[]
  /** How the text describes it beside its name (*Russlands Präsident*). */
  readonly description?: string
  /** Indices of its mentions in text order. */
  readonly mentions: readonly number[]
  /** Members, of an entity that stands for several (*Kim und Putin*, *beide*), as indices into the entities; else empty. */
  readonly members: readonly number[]
}

export interface Coreference {
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
}

/** A literal object: an amount, a date, a phrase. */
export interface Value {
  /** As the text writes it. */
  readonly text: string
  /** IRI of an XSD datatype, or of a pressgraph one. */
  readonly datatype: string
  readonly amount?: number
  /** ISO 4217 code or UCUM-like unit. */
  readonly unit?: string
}

export interface Predicate {
  /** IRI; an ontology relation, or `…/open/<lemma>` for one made from the German lemma. */
  readonly iri: string
  /** Local name of the ontology relation (`meets`), or of the open one (`einreisen_über`). */
  readonly name: string
  /** The German lemma that states it (*treffen*). */
  readonly lemma: string
  readonly label: { readonly de: string; readonly en?: string }
}

/** Subject – relation – object as the sentence states it, before anyone asks whether it is so. */
export interface Relation {
  /** Index into the entities. */
  readonly subject: number
  readonly predicate: Predicate
  /** Index into the entities, or null where `value` is set. */
  readonly object: number | null
  readonly value: Value | null
  /** Index of the word that states it: polarity, modality and attribution are read from its place in the tree. */
  readonly trigger: number
  /** The span of text that states it: its clause or sentence. */
  readonly evidence: Span
  /** Name of the rule that made it. */
  readonly rule: string
  /** Indices of the words that the rule matched, for `--explain`. */
  readonly matched: readonly number[]
  /** Status that the wording itself brings (*anstreben* → desired), to be combined with the sentence's. */
  readonly polarity?: Polarity
  readonly modality?: Modality
  /** Whether it is taken for granted beside what the sentence says (*Russlands Präsident*): negation and mood are not about it. */
  readonly presupposed?: boolean
  /** Entity that the wording itself names as its source; overrides what the sentence says. */
  readonly attributedTo?: number
  /** Index into the times, or null. */
  readonly time: number | null
  /** How far rule and parse are to be trusted, 0 to 1. */
  readonly confidence: number
}

export type Polarity = 'positive' | 'negative'
export type Modality = 'actual' | 'future' | 'possible' | 'desired' | 'conditional'

export interface Status {
  readonly polarity: Polarity
  readonly modality: Modality
  /** Index of the entity that says so, or null for the article itself. */
  readonly attributedTo: number | null
}

/** Identifiers of an entity in other data sets, as full IRIs. Parallel to the entities. */
export interface Link {
  readonly sameAs: readonly string[]
  /** English label, where the data that identified it has one. */
  readonly labelEn?: string
}

/** The annotation layers, by name; each is assigned by exactly one stage. */
export interface Layers {
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly analysis: Analysis
  readonly words: readonly Word[]
  readonly names: readonly Name[]
  readonly times: readonly Time[]
  readonly quotes: readonly Quote[]
  readonly coreference: Coreference
  readonly relations: readonly Relation[]
  /** Parallel to `relations`. */
  readonly statuses: readonly Status[]
  /** Parallel to the entities of `coreference`. */
  readonly links: readonly Link[]
}

export type Layer = keyof Layers

/** Columns that CoNLL-U from elsewhere brings, parallel to the tokens; null where a cell holds `_`. */
export interface GivenColumns {
  readonly lemma: readonly (string | null)[]
  readonly upos: readonly (Upos | null)[]
  readonly feats: readonly (Features | null)[]
  /** Index of the head in the document's tokens, -1 for the root, null if not given. */
  readonly head: readonly (number | null)[]
  readonly deprel: readonly (string | null)[]
  /** Columns that no stage reads, kept to be written again. */
  readonly xpos?: readonly (string | null)[]
  readonly deps?: readonly (string | null)[]
  /** Without `SpaceAfter=No`, which the tokens' spans say. */
  readonly misc?: readonly (string | null)[]
  /** Comment lines of each sentence, `#` included. */
  readonly comments?: readonly (readonly string[])[]
}

/** An article: its text as stored, what is known of it, and the layers named by `L`. Never mutated: stages return a new object. */
export type Document<L extends Layer = never> = {
  /** The input decoded, without a byte order mark, otherwise unchanged. */
  readonly text: string
  readonly metadata: Metadata
  /** Whether each sentence stands alone (CoNLL-U, tokens or lines as input): nothing may be concluded from one for another. */
  readonly unrelatedSentences?: boolean
  readonly given?: GivenColumns
} & Pick<Layers, L>
