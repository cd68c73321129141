import { type Resource, readTable } from '../../core/resources.ts'

/** What segmentation must know of a language; all of it is data. */
export interface SegmentationRules {
  /** Abbreviations without their last full stop: `inner` ones never end a sentence, `open` ones may. */
  readonly abbreviations: ReadonlyMap<string, 'inner' | 'open'>
  /** Contractions in small letters and the words they stand for. */
  readonly contractions: ReadonlyMap<string, readonly [string, string]>
  /** Nouns before which a number with a full stop is an ordinal. */
  readonly ordinalNouns: ReadonlySet<string>
  /** Words in small letters that begin a sentence where they are written with a capital. */
  readonly openers: ReadonlySet<string>
  /** Endings set off by an apostrophe that are words of their own after a word in small letters (*gibt's*). */
  readonly clitics: ReadonlySet<string>
  /** Last letters of words that take a bare apostrophe (*Darius'*). */
  readonly apostropheAfter: ReadonlySet<string>
}

/** The rules of a language from `lang/<language>`. */
export const segmentationRules = (language: string): Resource<SegmentationRules> => ({
  id: `segmentation:${language}`,
  load: async (resources) => {
    const table = (name: string) => readTable(resources, `lang/${language}/${name}.tsv`)
    const [abbreviations, contractions, ordinalNouns, openers, apostrophes] = await Promise.all(
      ['abbreviations', 'contractions', 'ordinal-nouns', 'sentence-openers', 'apostrophes'].map(table),
    )
    const column = (rows: string[][] | undefined) => new Set((rows ?? []).map(([form]) => form ?? ''))
    const ofKind = (kind: string) => column(apostrophes?.filter(([, cell]) => cell === kind))
    return {
      abbreviations: new Map(
        abbreviations?.map(([form, kind]) => [(form ?? '').replace(/\.$/, ''), kind === 'open' ? 'open' : 'inner']),
      ),
      contractions: new Map(contractions?.map(([form, first, second]) => [form ?? '', [first ?? '', second ?? '']])),
      ordinalNouns: column(ordinalNouns),
      openers: column(openers),
      clitics: ofKind('clitic'),
      apostropheAfter: ofKind('genitive'),
    }
  },
})
