import type { Resource } from '../core/resources.ts'
import type { Gazetteer } from '../gazetteer/index.ts'
import type { Lexicon } from '../lexicon/index.ts'

/** What a language brings along: its words, and the names of places in it. */
export interface LanguagePack {
  readonly lexicon: Resource<Lexicon>
  readonly gazetteer: Resource<Gazetteer>
}
