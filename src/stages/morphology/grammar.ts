import { type Resource, readTable } from '../../core/resources.ts'
import { CASES, INFINITIVE, PAST_PARTICIPLE } from '../../lexicon/cells.ts'
import { type Lexicon, lexiconResource } from '../../lexicon/index.ts'

/** What morphology needs to know of the language beside its words. */
export interface Grammar {
  readonly lexicon: Lexicon
  /** Case indices that a preposition governs, the likelier first. */
  readonly prepositions: ReadonlyMap<string, readonly number[]>
  /** The form (a verbal cell) that an auxiliary asks of its verb. */
  readonly auxiliaries: ReadonlyMap<string, number>
}

export const grammarResource: Resource<Grammar> = {
  id: 'grammar',
  load: async (resources) => {
    const [lexicon, prepositions, government] = await Promise.all([
      resources.use(lexiconResource),
      readTable(resources, 'lang/de/morphology/prepositions.tsv'),
      readTable(resources, 'lang/de/morphology/verb-government.tsv'),
    ])
    const caseIndex = (name: string): number => CASES.indexOf(name as (typeof CASES)[number])
    return {
      lexicon,
      prepositions: new Map(
        prepositions.map(([lemma = '', cases = '']) => [lemma, cases.split(' ').map(caseIndex)] as const),
      ),
      auxiliaries: new Map(
        government.map(([lemma = '', form]) => [lemma, form === 'Inf' ? INFINITIVE : PAST_PARTICIPLE] as const),
      ),
    }
  },
}
