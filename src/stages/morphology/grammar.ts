import { type Resource, readTable } from '../../core/resources.ts'
import { german } from '../../lang/de/index.ts'
import { CASES, GENDERS, INFINITIVE, PAST_PARTICIPLE, parseCells } from '../../lexicon/cells.ts'
import type { Lexicon } from '../../lexicon/index.ts'

/** What morphology needs to know of the language beside its words. */
export interface Grammar {
  readonly lexicon: Lexicon
  /** Case indices that a preposition governs, the likelier first. */
  readonly prepositions: ReadonlyMap<string, readonly number[]>
  /** Cells of adjective endings where no determiner stands before, longest first. */
  readonly strongEndings: readonly (readonly [string, number])[]
  /** Prepositions that mostly stand before places. */
  readonly ofPlace: ReadonlySet<string>
  /** Prepositions that ask for two members (*zwischen A und B*). */
  readonly pairPrepositions: ReadonlySet<string>
  /** Gender indices of first names. */
  readonly firstNames: ReadonlyMap<string, number>
  /** Names that end in s without being a genitive. */
  readonly namesInS: ReadonlySet<string>
  /** Participles that have become adjectives. */
  readonly lexicalisedParticiples: ReadonlySet<string>
  /** Subordinators of adverbial clauses, in lower case. */
  readonly adverbialMarks: ReadonlySet<string>
  /** The form (a verbal cell) that an auxiliary asks of its verb. */
  readonly auxiliaries: ReadonlyMap<string, number>
}

export const grammarResource: Resource<Grammar> = {
  id: 'grammar',
  load: async (resources) => {
    const [lexicon, prepositions, government, namesInS, participles, inflection, firstNames, marks] = await Promise.all(
      [
        resources.use(german.lexicon),
        readTable(resources, 'lang/de/morphology/prepositions.tsv'),
        readTable(resources, 'lang/de/morphology/verb-government.tsv'),
        readTable(resources, 'lang/de/morphology/names-in-s.tsv'),
        readTable(resources, 'lang/de/morphology/lexicalised-participles.tsv'),
        readTable(resources, 'lang/de/lexicon/inflection.tsv'),
        readTable(resources, 'lang/de/coreference/first-names.tsv'),
        readTable(resources, 'lang/de/morphology/adverbial-marks.tsv'),
      ],
    )
    const caseIndex = (name: string): number => CASES.indexOf(name as (typeof CASES)[number])
    return {
      lexicon,
      prepositions: new Map(
        prepositions.map(([lemma = '', cases = '']) => [lemma, cases.split(' ').map(caseIndex)] as const),
      ),
      strongEndings: inflection
        .filter((row) => row[0] === 'adjective-strong')
        .map(([, ending = '', cells = '']) => [ending, parseCells(cells)] as const)
        .sort((a, b) => b[0].length - a[0].length),
      ofPlace: new Set(prepositions.filter((row) => row[2] === 'place').map((row) => row[0] ?? '')),
      pairPrepositions: new Set(prepositions.filter((row) => row[3] === 'pair').map((row) => row[0] ?? '')),
      firstNames: new Map(
        firstNames.map(([name = '', sex]) => [name, GENDERS.indexOf(sex as (typeof GENDERS)[number])] as const),
      ),
      namesInS: new Set(namesInS.map((row) => row[0] ?? '')),
      lexicalisedParticiples: new Set(participles.map((row) => row[0] ?? '')),
      adverbialMarks: new Set(marks.map((row) => row[0] ?? '')),
      auxiliaries: new Map(
        government.map(([lemma = '', form]) => [lemma, form === 'Inf' ? INFINITIVE : PAST_PARTICIPLE] as const),
      ),
    }
  },
}
