import { type Resources, readTable } from '../core/resources.ts'
import { parseCells, parseVerbCells } from './cells.ts'

/** An ending of unknown words and what it says of them. */
export interface SuffixRule {
  readonly prefix: string
  readonly suffix: string
  /** The ending of the lemma in place of `suffix`; `prefix` is taken away. */
  readonly lemma: string
  readonly cells: number
}

/** How a language makes words: the tables behind the guesses for words that the lexicon does not have. */
export interface FormationRules {
  readonly nounSuffixes: readonly SuffixRule[]
  readonly verbSuffixes: readonly SuffixRule[]
  /** Adjective endings with their cells, longest first. */
  readonly adjectiveEndings: readonly SuffixRule[]
  /** Endings of stems that make an adjective of a name, so that capitals do not matter (*Mexikanischen*). */
  readonly adjectiveSuffixes: readonly string[]
  readonly linking: readonly string[]
  readonly infinitiveMarkers: readonly string[]
  readonly participlePrefixes: readonly string[]
  readonly infinitiveEndings: readonly string[]
  readonly comparatives: readonly string[]
  readonly superlatives: readonly string[]
  readonly nominalised: string
  readonly separablePrefixes: readonly string[]
  readonly inseparablePrefixes: readonly string[]
  /** Ending of the first person singular, which is often dropped (*hab*). */
  readonly firstPerson: string
}

const longestFirst = (rules: SuffixRule[]): SuffixRule[] =>
  rules.sort((a, b) => b.suffix.length - a.suffix.length || b.prefix.length - a.prefix.length)

/** Reads the tables of a language, for example `de`. */
export async function loadFormationRules(resources: Resources, language: string): Promise<FormationRules> {
  const table = (name: string): Promise<string[][]> => readTable(resources, `lang/${language}/lexicon/${name}.tsv`)
  const [nouns, verbs, endings, formation] = await Promise.all([
    table('noun-suffixes'),
    table('verb-suffixes'),
    table('inflection'),
    table('word-formation'),
  ])
  const values = (kind: string): string[] => formation.filter((row) => row[0] === kind).map((row) => row[1] ?? '')
  return {
    nounSuffixes: longestFirst(
      nouns.map(([suffix = '', lemma = '', cells = '']) => ({ prefix: '', suffix, lemma, cells: parseCells(cells) })),
    ),
    verbSuffixes: longestFirst(
      verbs.map(([prefix = '', suffix = '', lemma = '', cells = '']) => ({
        prefix,
        suffix,
        lemma,
        cells: parseVerbCells(cells),
      })),
    ),
    adjectiveEndings: longestFirst(
      endings
        .filter((row) => row[0] === 'adjective')
        .map(([, suffix = '', cells = '']) => ({ prefix: '', suffix, lemma: '', cells: parseCells(cells) })),
    ),
    adjectiveSuffixes: values('adjective-suffix'),
    linking: values('linking'),
    infinitiveMarkers: values('infinitive-marker'),
    participlePrefixes: values('participle-prefix'),
    infinitiveEndings: values('infinitive-ending'),
    comparatives: values('comparative'),
    superlatives: values('superlative'),
    nominalised: values('nominalised')[0] ?? '',
    separablePrefixes: values('separable-prefix'),
    inseparablePrefixes: values('inseparable-prefix'),
    firstPerson: values('first-person-ending')[0] ?? '',
  }
}
