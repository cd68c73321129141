import type { NameType, Word } from '../../core/document.ts'
import { type Resource, readTable } from '../../core/resources.ts'
import type { Gazetteer } from '../../gazetteer/index.ts'
import { german } from '../../lang/de/index.ts'
import type { Lexicon } from '../../lexicon/index.ts'
import { nameText } from './draft.ts'

/** What is known of names beside the model. */
export interface NameLists {
  readonly lexicon: Lexicon
  readonly gazetteer: Gazetteer
  /** Nouns before a name that say its type, by lemma. */
  readonly typeOfNoun: ReadonlyMap<string, NameType>
  /** Those of them that are never part of the name themselves. */
  readonly outside: ReadonlySet<string>
  /** Nouns that an adjective of place makes a name of. */
  readonly heads: ReadonlyMap<string, NameType>
  /** Names with a settled type, the words before the last one without their endings: see `knownType`. */
  readonly known: ReadonlyMap<string, NameType>
  readonly legalForms: ReadonlySet<string>
  /** Prepositions that mostly stand before places. */
  readonly ofPlace: ReadonlySet<string>
  /** Nouns for institutions, which a name of a place or person after or before them makes a name. */
  readonly institutions: ReadonlySet<string>
  readonly firstNames: ReadonlySet<string>
  /** Lemmas that are never names. */
  readonly notNames: ReadonlySet<string>
  /** Endings of adjectives, the longest first. */
  readonly adjectiveEndings: readonly string[]
  /** Endings that any name may bear in a sentence (*Putins*). */
  readonly endings: readonly string[]
}

export const nameListsResource: Resource<NameLists> = {
  id: 'name-lists',
  load: async (resources) => {
    const table = (name: string): Promise<string[][]> => readTable(resources, `lang/de/names/${name}.tsv`)
    const [
      lexicon,
      gazetteer,
      types,
      heads,
      known,
      legalForms,
      institutions,
      firstNames,
      prepositions,
      notNames,
      endings,
      adjectives,
    ] = await Promise.all([
      resources.use(german.lexicon),
      resources.use(german.gazetteer),
      table('types'),
      table('heads'),
      table('known'),
      table('legal-forms'),
      table('institutions'),
      readTable(resources, 'lang/de/coreference/first-names.tsv'),
      readTable(resources, 'lang/de/morphology/prepositions.tsv'),
      table('not-names'),
      readTable(resources, 'lang/de/gazetteer/name-endings.tsv'),
      readTable(resources, 'lang/de/gazetteer/adjective-endings.tsv'),
    ])
    const byType = (rows: string[][]): Map<string, NameType> =>
      new Map(rows.map(([word = '', type]) => [word, type as NameType] as const))
    const words = (rows: string[][]): Set<string> => new Set(rows.map(([word = '']) => word))
    const adjectiveEndings = adjectives
      .map(([ending = '']) => ending)
      .filter((ending) => ending !== '-')
      .sort((a, b) => b.length - a.length)
    return {
      lexicon,
      gazetteer,
      adjectiveEndings,
      typeOfNoun: byType(types),
      outside: words(types.filter((row) => row[2] === 'yes')),
      heads: byType(heads),
      known: new Map(
        known.map(([name = '', type]) => [keyOf(name.split(' '), adjectiveEndings), type as NameType] as const),
      ),
      legalForms: words(legalForms),
      ofPlace: words(prepositions.filter((row) => row[2] === 'place')),
      institutions: words(institutions),
      firstNames: words(firstNames),
      notNames: words(notNames),
      endings: endings.flatMap(([ending = '', of]) => (of === 'all' ? [ending] : [])),
    }
  },
}

/** The key of a listed name: what stands before its last word may be inflected in a sentence (*der Europäischen Kommission*). */
const keyOf = (forms: readonly string[], endings: readonly string[]): string => {
  const stem = (form: string): string =>
    form.slice(0, form.length - (endings.find((e) => form.endsWith(e))?.length ?? 0))
  return forms.map((form, i) => (i === forms.length - 1 ? form : stem(form))).join(' ')
}

/** The settled type of the name that some words write, an ending of the last one aside, if it has one. */
export function knownType(lists: NameLists, words: readonly Word[], first: number, last: number): NameType | undefined {
  const forms = nameText(words, first, last).split(' ')
  const closings = [forms.at(-1) as string, ...withoutEnding(forms.at(-1) as string, lists)]
  for (const closing of closings) {
    const type = lists.known.get(keyOf([...forms.slice(0, -1), closing], lists.adjectiveEndings))
    if (type) return type
  }
  return undefined
}

/** The type that a noun gives to the name after it: its own, or that of the last part of a compound (*Kurznachrichtendienst*). */
export function typeByNoun(lists: NameLists, lemma: string): NameType | undefined {
  for (const noun of [lemma, ...lists.lexicon.heads(lemma)]) {
    const type = lists.typeOfNoun.get(noun)
    if (type) return type
  }
  return undefined
}

/** Whether a noun, or the last part of a compound, is one of `nouns`. */
export function endsInNoun(lists: NameLists, lemma: string, nouns: ReadonlySet<string>): boolean {
  return nouns.has(lemma) || lists.lexicon.heads(lemma).some((head) => nouns.has(head))
}

/** Shortest name that an ending is taken from, the ending included. */
const SHORTEST_INFLECTED = 4

/** What a name may be without its ending: none or several texts, by the order of the endings. */
export const withoutEnding = (text: string, { endings }: NameLists): string[] =>
  text.length < SHORTEST_INFLECTED
    ? []
    : endings.filter((ending) => text.endsWith(ending)).map((ending) => text.slice(0, -ending.length))
