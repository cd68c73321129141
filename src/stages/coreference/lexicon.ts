import type { EntityType } from '../../core/document.ts'
import { type Resource, type Resources, readTable } from '../../core/resources.ts'
import { type Agreement, readAgreement } from './agreement.ts'
import { Endings } from './endings.ts'

export type OrganizationKind = 'party' | 'agency' | 'press' | 'broadcaster'
export type GenericKind =
  | 'person'
  | 'organization'
  | 'country'
  | 'city'
  | 'region'
  | 'event'
  | 'trade'
  | 'product'
  | 'founder'
  | OrganizationKind
export type DeterminerKind = 'definite' | 'indefinite' | 'demonstrative' | 'negative' | 'both' | 'number' | 'pair'
export type NamePartKind = 'legal' | 'title' | 'head' | 'particle'

/** A word that refers back, as one of its readings. */
export interface PronounEntry {
  readonly kind: 'personal' | 'possessive' | 'genitive' | 'demonstrative' | 'clausal' | 'ordinal' | 'both' | 'local'
  readonly person: 1 | 3
  readonly antecedent: Agreement
}

/** Nouns of so few letters (*Mann*, *Frau*) end too many others. */
const SHORT = 4

const folder = 'lang/de/coreference'

/** Nouns are looked up as they stand, then as what stands after the last hyphen, then by the longest listed noun that they end in. */
class NounTable<T> {
  readonly #entries = new Map<string, { readonly noun: string; readonly value: T }>()
  readonly #shortest = 4
  readonly #prefix = 3

  set(noun: string, value: T): void {
    this.#entries.set(noun.toLowerCase(), { noun, value })
  }

  find(noun: string): { readonly noun: string; readonly value: T } | undefined {
    const whole = noun.toLowerCase()
    const exact = this.#entries.get(whole)
    if (exact) return exact
    const last = whole.slice(whole.lastIndexOf('-') + 1)
    const part = this.#entries.get(last)
    if (part) return part
    for (let at = this.#prefix; at <= last.length - this.#shortest; at++) {
      const entry = this.#entries.get(last.slice(at))
      if (entry) return entry
    }
    return undefined
  }
}

/** What coreference knows of German, all from tables in `data/lang/de/coreference`. */
export class CoreferenceLexicon {
  readonly endings: Endings
  readonly #types = new NounTable<EntityType>()
  readonly #generics = new Map<string, GenericKind>()
  readonly #synonyms = new NounTable<number[]>()
  readonly #compounds = new Map<string, number>()
  readonly #pronouns = new Map<string, PronounEntry[]>()
  readonly #parts = new Map<string, NamePartKind>()
  readonly #aliases = new Map<string, number>()
  readonly #determiners = new Map<string, DeterminerKind>()
  readonly #distinguishing = new Set<string>()
  readonly #fixed = new Set<string>()
  readonly #intensifiers = new Set<string>()
  readonly #impersonal = new Set<string>()
  readonly #adjectival = new Set<string>()
  readonly #pluralEndings: readonly string[]
  readonly #nameKinds = new Map<string, OrganizationKind>()
  readonly #measures = new Set<string>()
  readonly #predicative = new Map<string, string>()
  readonly #sexes = new Map<string, Agreement>()
  readonly #sport = new Map<string, 'team' | 'sport' | 'opponent'>()
  readonly #adjectivalForms = new Map<string, Agreement>()
  readonly #traits = new Map<string, 'former' | 'age'>()
  readonly #ages: readonly string[]

  constructor(tables: {
    readonly nouns: readonly string[][]
    readonly generics: readonly string[][]
    readonly synonyms: readonly string[][]
    readonly pronouns: readonly string[][]
    readonly nameParts: readonly string[][]
    readonly aliases: readonly string[][]
    readonly determiners: readonly string[][]
    readonly distinguishing: readonly string[][]
    readonly fixedPhrases: readonly string[][]
    readonly impersonal: readonly string[][]
    readonly adjectivalNouns: readonly string[][]
    readonly pluralEndings: readonly string[][]
    readonly sport: readonly string[][]
    readonly firstNames: readonly string[][]
    readonly measures: readonly string[][]
    readonly predicative: readonly string[][]
    readonly nameKinds: readonly string[][]
    readonly endings: readonly string[][]
    readonly traits: readonly string[][]
  }) {
    this.endings = new Endings(tables.endings)
    for (const [noun, type, declension] of tables.nouns) {
      if (!noun || !type) continue
      this.#types.set(noun, type as EntityType)
      if (declension === 'adjective') this.#adjectival.add(noun)
    }
    for (const [noun, kind] of tables.generics) if (noun && kind) this.#generics.set(noun, kind as GenericKind)
    const groups = new Map<string, number[]>()
    tables.synonyms.forEach(([nouns, use], group) => {
      for (const noun of nouns?.split(/\s+/) ?? []) {
        if (use === 'compound') this.#compounds.set(noun, group)
        else groups.set(noun, [...(groups.get(noun) ?? []), group])
      }
    })
    for (const [noun, ids] of groups) this.#synonyms.set(noun, ids)
    for (const [form, kind, person, antecedent] of tables.pronouns) {
      if (!form || !antecedent) continue
      if (kind === 'intensifier') {
        this.#intensifiers.add(form)
        continue
      }
      const entry = {
        kind: kind as PronounEntry['kind'],
        person: Number(person) as 1 | 3,
        antecedent: readAgreement(antecedent),
      }
      this.#pronouns.set(form, [...(this.#pronouns.get(form) ?? []), entry])
    }
    for (const [part, kind] of tables.nameParts) if (part) this.#parts.set(part, kind as NamePartKind)
    tables.aliases.forEach(([names], group) => {
      for (const name of names?.split('|') ?? []) this.#aliases.set(this.endings.stemOfName(name), group)
    })
    for (const [lemma, kind] of tables.determiners) if (lemma) this.#determiners.set(lemma, kind as DeterminerKind)
    for (const [lemma] of tables.distinguishing) if (lemma) this.#distinguishing.add(lemma)
    for (const [preposition, noun] of tables.fixedPhrases) this.#fixed.add(`${preposition} ${noun}`)
    for (const [article, ending, agreement] of tables.adjectivalNouns)
      if (agreement) this.#adjectivalForms.set(`${article} ${ending}`, readAgreement(agreement))
    this.#pluralEndings = tables.pluralEndings.flatMap(([ending]) => ending ?? [])
    for (const [name, kind] of tables.nameKinds) if (name) this.#nameKinds.set(name, kind as OrganizationKind)
    for (const [lemma] of tables.measures) if (lemma) this.#measures.add(lemma)
    for (const [form, of] of tables.predicative) if (form && of) this.#predicative.set(form, of)
    for (const [name, sex] of tables.firstNames) if (name && sex) this.#sexes.set(name, readAgreement(`${sex}.Sing`))
    for (const [noun, kind] of tables.sport) if (noun) this.#sport.set(noun, kind as 'team' | 'sport' | 'opponent')
    for (const [word, kind] of tables.traits) if (word && kind) this.#traits.set(word, kind as 'former' | 'age')
    this.#ages = tables.traits.flatMap(([stem, kind]) => (stem && kind === 'age' ? [stem] : []))
    for (const [lemma] of tables.impersonal) if (lemma) this.#impersonal.add(lemma)
  }

  /** The type that a noun gives to what it describes, tried by lemma, by form, and as an adjectival noun. */
  typeOf(lemma: string, form = lemma): EntityType | undefined {
    const found = this.#first(this.#types, lemma, form)?.value
    if (found) return found
    // *Nebenklägerin*, where *Nebenkläger* is listed.
    const masculine = this.endings.withoutFeminine(lemma)
    return masculine !== undefined && this.#types.find(masculine)?.value === 'Person' ? 'Person' : undefined
  }

  /** The listed noun that a noun is or ends in (*Gipfeltreffen* where only *Treffen* is listed), else what stands after its last hyphen. */
  headOf(lemma: string, form = lemma): string {
    return this.#first(this.#types, lemma, form)?.noun ?? lemma.slice(lemma.lastIndexOf('-') + 1)
  }

  generic(lemma: string, form = lemma): GenericKind | undefined {
    const found = this.#generics.get(lemma) ?? this.#generics.get(form)
    const masculine = this.endings.masculine(form)
    return found ?? (this.#adjectival.has(masculine) ? this.#generics.get(masculine) : undefined)
  }

  /** Kind of the longest listed noun of more than four letters that a compound for a person ends in (*Oppositionspolitiker*). */
  genericEnding(lemma: string): GenericKind | undefined {
    const head = this.headOf(lemma)
    const kind = head.length > SHORT && head !== lemma ? this.#generics.get(head) : undefined
    return kind === 'person' ? kind : undefined
  }

  /** Whether an article may use two nouns in turn for one thing. */
  areSynonyms(a: string, b: string): boolean {
    const groups = this.#synonyms.find(a)?.value
    return groups !== undefined && (this.#synonyms.find(b)?.value.some((group) => groups.includes(group)) ?? false)
  }

  /** Whether two compounds of one first part and these last parts may be used in turn (*Mitgliedsland*, *Mitgliedsstaat*). */
  areSynonymousParts(a: string, b: string): boolean {
    const group = this.#compounds.get(a)
    return group !== undefined && group === this.#compounds.get(b)
  }

  pronoun(form: string): readonly PronounEntry[] {
    return this.#pronouns.get(form.toLowerCase()) ?? []
  }

  namePart(word: string): NamePartKind | undefined {
    return this.#parts.get(word)
  }

  /** Number of the group of names that mean the same, or undefined. */
  alias(name: string): number | undefined {
    return this.#aliases.get(this.endings.stemOfName(name))
  }

  determiner(lemma: string): DeterminerKind | undefined {
    return this.#determiners.get(lemma)
  }

  isDistinguishing(lemma: string): boolean {
    return this.#distinguishing.has(lemma)
  }

  /** Whether an adjective's lemma or the first part of a compound, in lower case, says what someone was (*ehemalig*, *Ex-*). */
  isFormer(word: string): boolean {
    return this.#traits.get(word) === 'former'
  }

  /** What stands before the stem of a word of age: a number (*22-jährige*, *Vierjähriger*) or nothing; undefined for other words. */
  beforeAge(form: string): string | undefined {
    const stem = this.endings.stemOfAdjective(form).toLowerCase()
    const age = this.#ages.find((ending) => stem.endsWith(ending))
    return age === undefined ? undefined : stem.slice(0, stem.length - age.length).replace(/[-‐‑]$/, '')
  }

  /** Whether preposition and noun are a fixed phrase in which the noun refers to nothing. */
  isFixed(preposition: string, noun: string): boolean {
    return this.#fixed.has(`${preposition.toLowerCase()} ${noun}`)
  }

  /** *zwei*. */
  isPair(lemma: string): boolean {
    return this.#determiners.get(lemma) === 'pair'
  }

  /** Whether an adjective is a cardinal number written out. */
  isNumeral(lemma: string): boolean {
    return /^\d/.test(lemma) || this.isPair(lemma) || this.#determiners.get(lemma) === 'number'
  }

  /** Whether a word is itself one of the listed nouns. */
  isListed(noun: string): boolean {
    return this.#types.find(noun)?.noun === noun
  }

  /** Whether the plural of a lemma, in lower case, ends in *n* in every case. */
  keepsPluralN(lemma: string): boolean {
    return this.#pluralEndings.some((ending) => lemma.endsWith(ending))
  }

  /** Sex of those who bear a first name, as a gender; undefined where it tells nothing. */
  sexOf(name: string): Agreement | undefined {
    return this.#sexes.get(name) ?? this.#sexes.get(name.slice(0, Math.max(0, name.indexOf('-'))))
  }

  /** What kind of organisation a name is known to be. */
  kindOfName(name: string): OrganizationKind | undefined {
    return this.#nameKinds.get(name)
  }

  /** Whether a noun counts or measures. */
  isMeasure(lemma: string): boolean {
    return this.#measures.has(lemma)
  }

  /** Whether a word makes a predicate of the noun phrase after it, or, with the article that it is contracted with, of a noun for persons. */
  isPredicative(form: string, contracted = false): boolean {
    return this.#predicative.get(form.toLowerCase()) === (contracted ? 'person' : 'any')
  }

  /** Whether a noun is one of sport, and whether it names a team. */
  sport(noun: string): 'team' | 'sport' | undefined {
    const kind = this.#sport.get(noun)
    return kind === 'opponent' ? undefined : kind
  }

  /** Whether a preposition comes before the name of an opponent. */
  isOpponentPreposition(form: string): boolean {
    return this.#sport.get(form.toLowerCase()) === 'opponent'
  }

  /** *selbst* after a pronoun. */
  isIntensifier(form: string): boolean {
    return this.#intensifiers.has(form)
  }

  /** Gender and number of a noun that is inflected like an adjective, by its article's form; undefined for other nouns. */
  adjectivalAgreement(form: string, article: string | undefined): Agreement | undefined {
    const ending = this.endings.ofAdjective(form)
    if (ending === undefined) return undefined
    const entry = this.#types.find(this.endings.masculine(form))
    if (!entry || !this.#adjectival.has(entry.noun)) return undefined
    return this.#adjectivalForms.get(`${article?.toLowerCase() ?? '-'} ${ending}`)
  }

  /** A noun that is inflected like an adjective without its ending; undefined for other nouns. */
  adjectivalStem(form: string): string | undefined {
    const stem = this.endings.stemOfAdjective(form)
    const entry = stem === form ? undefined : this.#types.find(this.endings.masculine(form))
    return entry && this.#adjectival.has(entry.noun) && this.#types.find(form)?.noun !== form ? stem : undefined
  }

  /** Whether the subject of a verb may be an *es* that refers to nothing. */
  isImpersonal(lemma: string): boolean {
    return this.#impersonal.has(lemma)
  }

  #first<T>(
    table: NounTable<T>,
    lemma: string,
    form: string,
  ): { readonly noun: string; readonly value: T } | undefined {
    const found = table.find(lemma) ?? table.find(form)
    if (found) return found
    const adjectival = table.find(this.endings.masculine(form))
    return adjectival && this.#adjectival.has(adjectival.noun) ? adjectival : undefined
  }
}

/** The tables by what the lexicon calls them. */
const TABLES = {
  nouns: 'nouns',
  generics: 'generics',
  synonyms: 'synonyms',
  pronouns: 'pronouns',
  nameParts: 'name-parts',
  aliases: 'aliases',
  determiners: 'determiners',
  distinguishing: 'distinguishing',
  fixedPhrases: 'fixed-phrases',
  impersonal: 'impersonal',
  adjectivalNouns: 'adjectival-nouns',
  pluralEndings: 'plural-endings',
  sport: 'sport',
  firstNames: 'first-names',
  measures: 'measures',
  predicative: 'predicative',
  nameKinds: 'name-kinds',
  endings: 'endings',
  traits: 'traits',
} as const

export const coreferenceLexicon: Resource<CoreferenceLexicon> = {
  id: 'coreference/lexicon',
  load: async (resources: Resources) => {
    const tables = await Promise.all(
      Object.entries(TABLES).map(
        async ([key, name]) => [key, await readTable(resources, `${folder}/${name}.tsv`)] as const,
      ),
    )
    return new CoreferenceLexicon(Object.fromEntries(tables) as Record<keyof typeof TABLES, string[][]>)
  },
}
