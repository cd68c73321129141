import { gazetteerResource } from '../../gazetteer/index.ts'
import { lexiconResource } from '../../lexicon/index.ts'
import type { LanguagePack } from '../index.ts'

/** German. */
export const german: LanguagePack = {
  code: 'de',
  label: 'Deutsch',
  lexicon: lexiconResource,
  gazetteer: gazetteerResource,
}
