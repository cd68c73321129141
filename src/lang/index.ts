import type { Resource } from '../core/resources.ts'
import type { Gazetteer } from '../gazetteer/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import { german } from './de/index.ts'

/** What a language brings along: its words, and the names of places in it. */
export interface LanguagePack {
  /** BCP 47, for example `de`; its data lie in `lang/<code>`. */
  readonly code: string
  /** Its name in itself. */
  readonly label: string
  readonly lexicon: Resource<Lexicon>
  readonly gazetteer: Resource<Gazetteer>
}

const packs: readonly LanguagePack[] = [german]

/** The pack of a language by its tag, region and script aside (`de-AT`), or null if there is none. */
export function languagePack(tag: string): LanguagePack | null {
  const code = tag.toLowerCase().split('-')[0]
  return packs.find((pack) => pack.code === code) ?? null
}

/** Codes of all languages that can be read. */
export const languages: readonly string[] = packs.map((pack) => pack.code)
