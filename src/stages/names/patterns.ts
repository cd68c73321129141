import type { NameType, Word } from '../../core/document.ts'
import { type Draft, nameText } from './draft.ts'
import { endsInNoun, knownType, type NameLists, typeByNoun } from './lists.ts'

const CONFIDENCE = 0.7
/** A model's span that is less sure than this gives way to a pattern. */
const DOUBTFUL = 0.8
const SURE = 0.85
const LONGEST_LISTED = 5
const LONGEST_TEXT = 100
const LONGEST_QUOTED = 4

const startsUpper = (form: string): boolean => /^\p{Lu}/u.test(form)
const isQuote = (word: Word | undefined): boolean => word !== undefined && /^["„“”»«‚‘’›‹]$/.test(word.form)
const isAcronym = (form: string): boolean => /^\p{Lu}[\p{Lu}\d&-]{1,7}$/u.test(form)

/** Names that the words around them give away; they complete what the model found. */
export class Patterns {
  readonly #words: readonly Word[]
  readonly #lists: NameLists
  /** The draft that covers a word. */
  readonly #drafts = new Map<number, Draft>()
  readonly #found: Draft[] = []

  constructor(words: readonly Word[], lists: NameLists, drafts: readonly Draft[]) {
    this.#words = words
    this.#lists = lists
    for (const draft of drafts) for (let at = draft.first; at < draft.last; at++) this.#drafts.set(at, draft)
  }

  /** New names, in no order; drafts that they replace lose their words. */
  find(): Draft[] {
    for (const word of this.#words) {
      this.#person(word)
      this.#region(word)
      this.#institution(word)
      this.#namedByNoun(word)
      this.#acronym(word)
      this.#listed(word)
      this.#city(word)
      this.#derivation(word)
    }
    return this.#found
  }

  #add(first: number, last: number, type: NameType, form: Draft['form'] = 'name', confidence = CONFIDENCE): void {
    const draft: Draft = { first, last, type, form, confidence }
    for (let at = first; at < last; at++) {
      const old = this.#drafts.get(at)
      if (old) old.last = old.first
      this.#drafts.set(at, draft)
    }
    this.#found.push(draft)
  }

  #near(index: number, sentence: number): Word | undefined {
    const word = this.#words[index]
    return word?.sentence === sentence ? word : undefined
  }

  /** A first name and a capitalised name after it: a person that the model overlooked. */
  #person(word: Word): void {
    if (word.upos !== 'PROPN' || this.#drafts.has(word.index) || !this.#lists.firstNames.has(word.form)) return
    const next = this.#near(word.index + 1, word.sentence)
    if (next?.upos !== 'PROPN' || !startsUpper(next.form) || this.#drafts.has(next.index)) return
    if (next.head === word.index || word.head === next.index) this.#add(word.index, next.index + 1, 'PER')
  }

  /** *koreanische Halbinsel*, *Persischer Golf*. */
  #region(word: Word): void {
    const type = word.upos === 'NOUN' || word.upos === 'PROPN' ? this.#lists.heads.get(word.lemma) : undefined
    const before = this.#near(word.index - 1, word.sentence)
    if (!type || before?.upos !== 'ADJ') return
    if (this.#drafts.get(word.index)?.form === 'name') return
    if (
      this.#lists.gazetteer.adjective(before.form) !== null ||
      (startsUpper(before.form) && before.spaceBefore && this.#near(before.index - 1, word.sentence))
    )
      this.#add(before.index, word.index + 1, type)
  }

  /** *Universität Hamburg*, *ARD-Studio Moskau*. */
  #institution(word: Word): void {
    if (word.upos !== 'NOUN' && word.upos !== 'PROPN') return
    const next = this.#near(word.index + 1, word.sentence)
    const place = next && this.#drafts.get(next.index)
    const own = this.#drafts.get(word.index)
    if (!place || place === own || place.form !== 'name' || place.type !== 'LOC' || place.first !== word.index + 1)
      return
    if (own && own.form === 'name' && own.type === 'ORG') return
    if (!endsInNoun(this.#lists, word.lemma, this.#lists.institutions)) return
    this.#add(own?.first ?? word.index, place.last, 'ORG')
  }

  /** *die Agentur RIA*, *das Magazin „Focus“*: the noun says what is named. */
  #namedByNoun(word: Word): void {
    if (word.upos !== 'NOUN' && word.upos !== 'PROPN') return
    const type = typeByNoun(this.#lists, word.lemma)
    if (!type || type === 'PER') return
    const next = this.#near(word.index + 1, word.sentence)
    if (!next) return
    if (isQuote(next)) {
      let last = next.index + 1
      while (this.#near(last, word.sentence) && !isQuote(this.#words[last]) && last - next.index <= LONGEST_QUOTED)
        last++
      const closed = isQuote(this.#near(last, word.sentence))
      const first = this.#words[next.index + 1]
      if (
        closed &&
        last > next.index + 1 &&
        first &&
        startsUpper(first.form) &&
        type === 'ORG' &&
        this.#isFree(next.index + 1, last)
      )
        this.#add(next.index + 1, last, type)
      return
    }
    const draft = this.#drafts.get(next.index)
    if (draft && draft.first === next.index && draft.form === 'name' && draft.confidence < DOUBTFUL) draft.type = type
  }

  /** *Weltgesundheitsorganisation (WHO)*: what an organisation's acronym stands for. */
  #acronym(word: Word): void {
    const [open, acronym, close] = [1, 2, 3].map((step) => this.#near(word.index + step, word.sentence))
    if (open?.form !== '(' || close?.form !== ')' || !acronym || !isAcronym(acronym.form)) return
    const draft = this.#drafts.get(acronym.index)
    if (draft?.type !== 'ORG' || draft.form !== 'name' || this.#drafts.has(word.index)) return
    if (word.upos !== 'NOUN' && word.upos !== 'PROPN') return
    if (word.form.charAt(0) !== acronym.form.charAt(0)) {
      const before = this.#near(word.index - 1, word.sentence)
      if (before?.upos !== 'ADJ' || !startsUpper(before.form) || before.form.charAt(0) !== acronym.form.charAt(0))
        return
      if (this.#isFree(before.index, word.index)) this.#add(before.index, word.index + 1, 'ORG')
    } else this.#add(word.index, word.index + 1, 'ORG')
  }

  /** Countries, regions, unions of states and what everybody knows by their names. */
  #listed(word: Word): void {
    if (!startsUpper(word.form) || word.form.length > LONGEST_TEXT) return
    const { gazetteer } = this.#lists
    for (let last = Math.min(word.index + LONGEST_LISTED, this.#words.length); last > word.index; last--) {
      if (this.#words[last - 1]?.sentence !== word.sentence) continue
      const single = last === word.index + 1
      const known = single && word.upos === 'ADJ' ? undefined : knownType(this.#lists, this.#words, word.index, last)
      if (known && this.#isIncomplete(word.index, last, true)) {
        this.#add(word.index, last, known)
        return
      }
      if (!this.#isIncomplete(word.index, last)) continue
      const text = nameText(this.#words, word.index, last)
      if (single && word.upos !== 'PROPN' && (word.upos !== 'NOUN' || this.#lists.lexicon.has(word.form))) continue
      const place = gazetteer.country(text) || gazetteer.region(text)
      const type = gazetteer.union(text) ? 'ORG' : place ? 'LOC' : null
      if (type) {
        this.#add(word.index, last, type)
        return
      }
    }
  }

  /** Cities after a preposition of place: *in Wurzen*. */
  #city(word: Word): void {
    if (word.upos !== 'PROPN' || this.#drafts.has(word.index) || !startsUpper(word.form)) return
    const before = this.#near(word.index - 1, word.sentence)
    if (!before || before.head !== word.index || !this.#lists.ofPlace.has(before.lemma)) return
    if (this.#lists.gazetteer.isCity(word.form)) this.#add(word.index, word.index + 1, 'LOC')
  }

  /** Adjectives and inhabitants of places: *russisch*, *Nordkoreaner*. */
  #derivation(word: Word): void {
    if (word.form.length > LONGEST_TEXT) return
    const draft = this.#drafts.get(word.index)
    const { gazetteer } = this.#lists
    if (word.upos === 'NOUN' || word.upos === 'PROPN') {
      if (
        draft &&
        (draft.last - draft.first > 1 || draft.form !== 'name' || draft.type === 'PER' || draft.type === 'ORG')
      )
        return
      if (gazetteer.demonym(word.form) === null && gazetteer.demonym(word.lemma) === null) return
      if (gazetteer.country(word.form) !== null || gazetteer.region(word.form) !== null) return
      if (draft) {
        draft.form = 'derivation'
        draft.type = 'LOC'
      } else this.#add(word.index, word.index + 1, 'LOC', 'derivation')
    } else if (word.upos === 'ADJ' && !draft && gazetteer.adjective(word.form) !== null)
      this.#add(word.index, word.index + 1, 'LOC', 'derivation')
  }

  /** Whether no name stands there, or one that holds but a part of the words; compounds with names may be `overruled`. */
  #isIncomplete(first: number, last: number, overruled = false): boolean {
    for (let at = first; at < last; at++) {
      const draft = this.#drafts.get(at)
      if (draft && overruled && draft.form !== 'name' && draft.first >= first && draft.last <= last) continue
      if (draft && (draft.first < first || draft.last > last || draft.last - draft.first === last - first)) return false
    }
    return true
  }

  #isFree(first: number, last: number): boolean {
    for (let at = first; at < last; at++) if (this.#drafts.has(at)) return false
    return true
  }
}

/**
 * Brings the form of the model's spans in line with what the words are: a compound of a name and an institution is a name itself
 * (*Robert-Koch-Institut*), a compound of a place and a common noun only holds one (*Irakkrieg*), and half a word is none (*Nord- und …*).
 */
export function reform(draft: Draft, words: readonly Word[], lists: NameLists): void {
  const last = words[draft.last - 1] as Word
  const next = words[draft.last]
  if (next && /^[-–]$/.test(next.form) && !next.spaceBefore && next.sentence === last.sentence) {
    const after = words[draft.last + 1]
    if (!after || after.spaceBefore) {
      draft.last = draft.first
      return
    }
  }
  const text = nameText(words, draft.first, draft.last)
  if (draft.form === 'name' && draft.type !== 'PER' && draft.last - draft.first === 1) {
    const compound = lists.lexicon.splitCompound(last.form)
    if (compound && typeByNoun(lists, compound.headLemma) === 'PER') draft.form = 'part'
  }
  if (draft.form === 'part' && draft.type === 'ORG' && text.includes('-')) {
    if (
      endsInNoun(lists, last.lemma, lists.institutions) &&
      /^\p{Lu}\p{Ll}.*-\p{Lu}/u.test(text) &&
      text.split('-').length > 2
    )
      draft.form = 'name'
  } else if (
    draft.form === 'name' &&
    draft.type === 'LOC' &&
    !text.includes(' ') &&
    (draft.confidence < SURE || (text.includes('-') && last.upos === 'NOUN'))
  ) {
    const compound = lists.lexicon.splitCompound(text)
    const known = compound !== null && compound.readings.length > 0
    if (known && lists.gazetteer.place(compound.modifier) && !lists.gazetteer.place(text)) draft.form = 'part'
  }
}
