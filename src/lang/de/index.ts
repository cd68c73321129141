import { gazetteerResource } from '../../gazetteer/index.ts'
import { lexiconResource } from '../../lexicon/index.ts'
import type { LanguagePack } from '../index.ts'

/** German. */
export const german: LanguagePack = {
  lexicon: lexiconResource,
  gazetteer: gazetteerResource,
}
