import type { NameType, Word } from '../../core/document.ts'
import { type Draft, nameText } from './draft.ts'
import { type NameLists, withoutEnding } from './lists.ts'

/** What a full name, a legal form, and a country's name count beside the tags, each of which counts its confidence. */
const FULL_NAME = 1.5
const FIRST_NAME = 0.5
const LEGAL_FORM = 1.5
const COUNTRY = 2
const CITY = 1
/** Inhabitants of a city whose name alone speaks for it. */
const LARGE = 500_000
const SUREST_FULL_NAME = 0.5
const ENOUGH = 0.75
const ADDED_CONFIDENCE = 0.6

type Votes = Map<NameType, number>

/**
 * One name, one type, all through a document: a surname is the person who was named in full, a word that is a name in one place is one in
 * the others, and the type that most speaks for wins. Genitives count as the name they are made of.
 */
export class Consistency {
  readonly #words: readonly Word[]
  readonly #lists: NameLists
  readonly #votes = new Map<string, Votes>()
  readonly #texts = new Set<string>()

  constructor(words: readonly Word[], lists: NameLists, drafts: readonly Draft[]) {
    this.#words = words
    this.#lists = lists
    const named = drafts.filter(({ form }) => form === 'name')
    for (const draft of named) this.#texts.add(nameText(words, draft.first, draft.last))
    for (const draft of named)
      this.#vote(this.key(nameText(words, draft.first, draft.last)), draft.type, draft.confidence)
    for (const draft of named) if (draft.last - draft.first > 1) this.#countParts(draft)
  }

  /** Drafts with settled types, and the names that were missed. */
  apply(drafts: readonly Draft[]): Draft[] {
    const covered = new Uint8Array(this.#words.length)
    for (const draft of drafts) {
      covered.fill(1, draft.first, draft.last)
      this.#retype(draft)
    }
    return [...drafts, ...this.#missed(covered)]
  }

  /** The text without the ending of the genitive, if the name is known without it. */
  key(text: string): string {
    const known = (base: string): boolean =>
      this.#texts.has(base) || this.#lists.gazetteer.country(base)?.names.includes(base) === true
    return withoutEnding(text, this.#lists).find(known) ?? text
  }

  #isCity(key: string): boolean {
    const city = this.#lists.gazetteer.isCity(key) ? this.#lists.gazetteer.city(key) : null
    return city !== null && (city.capital || city.population >= LARGE)
  }

  #vote(key: string, type: NameType, weight: number): void {
    let votes = this.#votes.get(key)
    if (!votes) {
      votes = new Map()
      this.#votes.set(key, votes)
      if (this.#lists.gazetteer.country(key)) votes.set('LOC', COUNTRY)
      else if (this.#isCity(key)) votes.set('LOC', CITY)
    }
    votes.set(type, (votes.get(type) ?? 0) + weight)
  }

  /** What a full name says of its parts: *Wendelin Wiedeking* of *Wiedeking*, *Volkswagen AG* of *Volkswagen*. */
  #countParts({ first, last, confidence }: Draft): void {
    const type = this.#winner(this.key(nameText(this.#words, first, last)))?.type
    const final = this.#words[last - 1] as Word
    if (type === 'ORG' && this.#lists.legalForms.has(final.form)) {
      const base = this.key(nameText(this.#words, first, last - 1))
      this.#vote(base, 'ORG', LEGAL_FORM)
      this.#texts.add(base)
    }
    if (type !== 'PER' || confidence < SUREST_FULL_NAME) return
    for (let at = first; at < last; at++) {
      const { form } = this.#words[at] as Word
      if (!/^\p{Lu}[\p{L}-]{2,}/u.test(form)) continue
      const key = this.key(form)
      this.#vote(key, 'PER', at === last - 1 ? FULL_NAME : FIRST_NAME)
      this.#texts.add(key)
    }
    for (let at = first + 1; at < last - 1; at++) {
      const key = this.key(nameText(this.#words, at, last))
      if (!/^\p{L}/u.test(key)) continue
      this.#vote(key, 'PER', FULL_NAME)
      this.#texts.add(key)
    }
  }

  #winner(key: string): { type: NameType; weight: number } | null {
    let best: { type: NameType; weight: number } | null = null
    for (const [type, weight] of this.#votes.get(key) ?? []) if (!best || weight > best.weight) best = { type, weight }
    return best
  }

  #retype(draft: Draft): void {
    const winner = this.#winner(this.key(nameText(this.#words, draft.first, draft.last)))
    if (!winner) return
    if (draft.form === 'derivation' && draft.last - draft.first === 1) {
      const { upos, form } = this.#words[draft.first] as Word
      if (upos === 'ADJ' || !/^\p{Lu}/u.test(form)) return
      draft.form = 'name'
    }
    if (draft.form !== 'name') return
    draft.type = winner.type
    if (winner.weight >= ENOUGH) draft.confidence = Math.max(draft.confidence, ADDED_CONFIDENCE)
  }

  #missed(covered: Uint8Array): Draft[] {
    const drafts: Draft[] = []
    for (const word of this.#words) {
      if (covered[word.index] !== 0 || !/^\p{Lu}/u.test(word.form)) continue
      if (word.upos !== 'PROPN' && (word.upos !== 'NOUN' || this.#lists.lexicon.has(word.form))) continue
      const winner = this.#winner(this.key(word.form))
      if (!winner || winner.weight < ENOUGH) continue
      const { index } = word
      drafts.push({ first: index, last: index + 1, type: winner.type, form: 'name', confidence: ADDED_CONFIDENCE })
    }
    return drafts
  }
}
