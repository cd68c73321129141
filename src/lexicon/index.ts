import type { Upos } from '../core/document.ts'
import type { Resource } from '../core/resources.ts'
import { type Compound, capitalise, splitNoun } from './compound.ts'
import { LexiconFile } from './format.ts'
import { guessAdjective, guessNominalised, guessNoun, guessVerb, type Known } from './guess.ts'
import type { Reading } from './reading.ts'
import { type FormationRules, loadFormationRules } from './rules.ts'

export type { Compound } from './compound.ts'
export type { Reading } from './reading.ts'

const CACHE_LIMIT = 20_000
/** Letters of the longest word that is looked at. */
const LONGEST = 80

/** A map that forgets everything when it is full, so that hostile text cannot fill the memory. */
class Cache<V> {
  readonly #values = new Map<string, V>()

  get(key: string, make: () => V): V {
    let value = this.#values.get(key)
    if (value === undefined) {
      value = make()
      if (this.#values.size >= CACHE_LIMIT) this.#values.clear()
      this.#values.set(key, value)
    }
    return value
  }
}

const lowerFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)

/** Full forms and their readings; words that are not in the file are read by their parts and endings. */
export class Lexicon implements Known {
  readonly prefixes: readonly string[]
  readonly #file: LexiconFile
  readonly #rules: FormationRules
  readonly #exact = new Cache<readonly Reading[]>()
  readonly #readings = new Map<Upos, Cache<readonly Reading[]>>()
  readonly #compounds = new Cache<Compound | null>()

  constructor(file: LexiconFile, rules: FormationRules) {
    this.#file = file
    this.#rules = rules
    this.prefixes = [...new Set([...file.prefixes, ...rules.separablePrefixes])].sort(
      (a, b) => b.length - a.length || (a < b ? -1 : 1),
    )
  }

  /** Readings of exactly this form in the file, of any part of speech; older spellings with ß count as the same. */
  readonly exact = (form: string): readonly Reading[] =>
    form.length > LONGEST
      ? []
      : this.#exact.get(form, () => {
          const found = this.#file.readings(form)
          if (found.length > 0) return found
          if (form.includes('ß')) return this.#file.readings(form.replaceAll('ß', 'ss'))
          return form.includes('ss') ? this.#file.readings(form.replaceAll('ss', 'ß')) : found
        })

  /** Whether the file has this form, as written or with a small first letter. */
  has(form: string): boolean {
    return this.exact(form).length > 0 || this.exact(lowerFirst(form)).length > 0
  }

  /**
   * Readings of a form as this part of speech; guessed from its parts and its ending if the file has none. Capitals at the start of
   * a sentence do not matter. AUX reads as VERB. Empty where nothing can be said.
   */
  readings(form: string, upos: Upos): readonly Reading[] {
    if (form.length > LONGEST) return []
    let cache = this.#readings.get(upos)
    if (!cache) {
      cache = new Cache()
      this.#readings.set(upos, cache)
    }
    return cache.get(form, () => {
      const wanted = upos === 'AUX' ? 'VERB' : upos
      const fits = (reading: Reading): boolean => reading.upos === wanted
      const lower = lowerFirst(form)
      const allLower = form.toLowerCase()
      const variants = wanted === 'NOUN' ? [form, capitalise(allLower)] : [form, lower, allLower]
      for (const variant of new Set(variants)) {
        const found = this.exact(variant).filter(fits)
        if (found.length > 0) return found
      }
      if (wanted === 'NOUN') return guessNoun(form, this, this.#rules)
      if (wanted === 'ADJ') return guessAdjective(form, this, this.#rules)
      if (wanted === 'VERB') return guessVerb(lower, this, this.#rules)
      return []
    })
  }

  /** Splits a compound noun before its head (*US-Präsident*, *Gipfeltreffen*, *Atomverhandlungen*), or null. */
  splitCompound(word: string): Compound | null {
    return word.length > LONGEST
      ? null
      : this.#compounds.get(word, () =>
          splitNoun(word, { nouns: this.#nouns, nominalised: this.#nominalised, isModifier: this.#isModifier }),
        )
  }

  /** Lemmas of the head of a compound, of the head's head, and so on: *Nobelpreisträger* → *Preisträger*, *Träger*. */
  heads(word: string): string[] {
    const out: string[] = []
    for (let at = this.splitCompound(word); at; at = this.splitCompound(at.headLemma)) {
      if (out.length > 0 && !at.known) break
      out.push(at.headLemma)
    }
    return out
  }

  readonly split = (word: string): Compound | null => this.splitCompound(word)

  readonly #nouns = (form: string): readonly Reading[] => this.exact(form).filter(({ upos }) => upos === 'NOUN')

  readonly #nominalised = (form: string): readonly Reading[] => guessNominalised(form, this, this.#rules)

  readonly #isModifier = (part: string): boolean => {
    if (this.#isWord(part)) return true
    for (const link of ['', ...this.#rules.linking]) {
      if (part.length <= link.length + 1 || !part.endsWith(link)) continue
      const bare = part.slice(0, part.length - link.length)
      if (this.#isWord(bare) || (bare.length > 5 && this.splitCompound(capitalise(bare))?.known)) return true
    }
    return this.#rules.infinitiveEndings.some((ending) =>
      this.exact(lowerFirst(part) + ending).some(({ upos, prefix }) => upos === 'VERB' && prefix === ''),
    )
  }

  #isWord(part: string): boolean {
    return (
      part.length > 2 &&
      (this.exact(capitalise(part)).some(({ upos }) => upos === 'NOUN') ||
        this.exact(lowerFirst(part)).some(({ upos, cells }) => (upos === 'ADJ' && cells === 0) || upos === 'NUM'))
    )
  }
}

/** The lexicon of the language. */
export const lexiconResource: Resource<Lexicon> = {
  id: 'lexicon',
  load: async (resources) => {
    const [bytes, rules] = await Promise.all([
      resources.read('lang/de/lexicon.bin'),
      loadFormationRules(resources, 'de'),
    ])
    return new Lexicon(new LexiconFile(bytes), rules)
  },
}
