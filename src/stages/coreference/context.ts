import type { Name, Sentence, Time, Word } from '../../core/document.ts'
import type { Trees } from '../../core/tree.ts'
import type { Gazetteer } from '../../gazetteer/index.ts'
import type { CoreferenceLexicon } from './lexicon.ts'

/** What a gazetteer says of names of places. */
export type Places = Pick<Gazetteer, 'country' | 'adjective' | 'demonym' | 'place'>

/** What the passes look at beside the mentions. */
export interface Context {
  readonly text: string
  readonly words: readonly Word[]
  readonly trees: Trees
  readonly lexicon: CoreferenceLexicon
  readonly places: Places
  /** By sentence: whether it is a headline. */
  readonly headlines: readonly boolean[]
  /** By word: the name that covers it, if it stands for itself (neither in a compound nor a derivation). */
  readonly nameAt: readonly (Name | undefined)[]
  /** All words of names. */
  readonly nameWords: ReadonlySet<string>
  /** By word: whether a time expression covers it. */
  readonly inTime: Uint8Array
  /** By word: the first word of the hyphenated compound that ends in it (*US-Präsident*), or itself. */
  readonly compoundStart: Int32Array
  /** By word: the last word of the hyphenated compound that it is a part of, or itself. */
  readonly compoundEnd: Int32Array
}

export function contextOf(
  document: {
    readonly text: string
    readonly sentences: readonly Sentence[]
    readonly words: readonly Word[]
    readonly names: readonly Name[]
    readonly times: readonly Time[]
  },
  trees: Trees,
  lexicon: CoreferenceLexicon,
  places: Places,
): Context {
  const { words, names, times, text, sentences } = document
  const { compoundStart, compoundEnd } = compounds(words)
  const inTime = new Uint8Array(words.length)
  for (const time of times) inTime.fill(1, time.first, time.last)
  const nameAt: (Name | undefined)[] = new Array(words.length).fill(undefined)
  const enter = (name: Name): void => {
    for (let at = name.first; at < name.last; at++) {
      nameAt[at] ??= name
      inTime[at] = 0
    }
  }
  const withLegalForm = (name: Name): Name => {
    const next = words[name.last]
    if (
      !next ||
      name.type === 'PER' ||
      lexicon.namePart(next.form) !== 'legal' ||
      compoundEnd[name.last - 1] !== name.last - 1
    )
      return name
    return { ...name, form: 'name', last: name.last + 1, end: next.end }
  }
  const whole = (name: Name): Name | undefined => {
    const last = name.last - 1
    if (compoundEnd[last] !== last) return undefined
    const first = words.findIndex((word) => compoundEnd[word.index] === compoundEnd[name.first])
    return first < name.first ? withFirst(words, name, first) : name
  }
  for (const found of names) {
    const name = withLegalForm(found)
    if (lexicon.isMeasure((words[name.last - 1] as Word).lemma)) continue
    const only = name.last - name.first === 1 ? words[name.first] : undefined
    // *Bundeswehrmajor* names no organisation.
    if (only && name.type !== 'PER' && lexicon.typeOf(only.lemma, only.form) === 'Person') continue
    const complete = name.form === 'name' ? whole(name) : undefined
    if (complete) enter(complete)
  }
  for (const name of repeated(words, nameAt, inTime, compoundEnd)) enter(name)
  return {
    text,
    words,
    trees,
    lexicon,
    places,
    headlines: sentences.map((sentence) => sentence.kind === 'headline'),
    nameAt,
    nameWords: new Set(words.filter((word) => nameAt[word.index]).map((word) => word.form)),
    inTime,
    compoundStart,
    compoundEnd,
  }
}

const withFirst = (words: readonly Word[], name: Name, first: number): Name => ({
  ...name,
  first,
  start: (words[first] as Word).start,
})

/** Hyphenated words, whose parts are words of their own. */
function compounds(words: readonly Word[]): { readonly compoundStart: Int32Array; readonly compoundEnd: Int32Array } {
  const compoundStart = Int32Array.from(words.keys())
  const compoundEnd = Int32Array.from(words.keys())
  for (let at = 1; at < words.length - 1; at++) {
    const [before, hyphen, after] = [words[at - 1] as Word, words[at] as Word, words[at + 1] as Word]
    if (hyphen.upos !== 'PUNCT' && hyphen.form !== '-') continue
    if (!/^[-‐‑]$/.test(hyphen.form) || before.end !== hyphen.start) continue
    if (after.sentence !== before.sentence || after.start !== hyphen.end) continue
    const start = compoundStart[at - 1] as number
    compoundStart[at + 1] = start
    for (let part = start; part <= at; part++) compoundEnd[part] = at + 1
  }
  return { compoundStart, compoundEnd }
}

/**
 * *Luft- und Seefahrzeuge*: the noun that a truncated one shares its last part with, if `at` is such a one and its fellow no name; else
 * undefined. Names are told apart (*Nord- und Südkorea*).
 */
export function completionOf({ words, nameAt, compoundEnd }: Context, at: number): number | undefined {
  const [word, hyphen, joint] = [words[at], words[at + 1], words[at + 2]]
  if (!word || !hyphen || !joint || !/^[-‐‑]$/.test(hyphen.form) || word.end !== hyphen.start) return undefined
  if (joint.upos !== 'CCONJ' || joint.start === hyphen.end || joint.sentence !== word.sentence) return undefined
  const fellow = compoundEnd[at + 3]
  const noun = fellow === undefined ? undefined : words[fellow]
  if (!noun || noun.sentence !== word.sentence || (noun.upos !== 'NOUN' && noun.upos !== 'PROPN')) return undefined
  return nameAt[noun.index] === undefined ? noun.index : undefined
}

/** Words that stand for a name elsewhere in the article and were not found to be one here. */
function repeated(
  words: readonly Word[],
  nameAt: readonly (Name | undefined)[],
  inTime: Uint8Array,
  compoundEnd: Int32Array,
): Name[] {
  const known = new Map<string, Name>()
  const written = (first: number, last: number): string =>
    words
      .slice(first, last)
      .map((word) => word.form)
      .join(' ')
  for (const word of words) {
    const name = nameAt[word.index]
    if (name && name.first === word.index && name.type !== 'OTH') known.set(written(name.first, name.last), name)
  }
  const lengths = [...new Set([...known.values()].map((name) => name.last - name.first))].sort((a, b) => b - a)
  const found: Name[] = []
  for (let first = 0; first < words.length; first++) {
    for (const length of lengths) {
      const last = first + length
      const name = last <= words.length ? known.get(written(first, last)) : undefined
      const stretch = words.slice(first, last)
      if (!name || stretch.some(({ index }) => nameAt[index] || inTime[index])) continue
      const end = words[last - 1] as Word
      if (end.sentence !== words[first]?.sentence || compoundEnd[end.index] !== end.index) continue
      if (!stretch.some((word) => word.upos === 'NOUN' || word.upos === 'PROPN')) continue
      found.push({ ...name, start: (words[first] as Word).start, end: end.end, first, last })
      first = last - 1
      break
    }
  }
  return found
}

/**
 * The place whose inhabitant a noun means: of a country or region by its own word for them (*Italiener*), of a city by its adjective
 * (*der Wiener, die Grazerin*); undefined for other nouns.
 */
export function inhabitedBy({ places, lexicon }: Context, noun: Word): string | undefined {
  const known = places.demonym(noun.form)
  if (known) return known.place
  if (noun.feats.Number === 'Plur' || !/^\p{Lu}/u.test(noun.form)) return undefined
  const masculine = lexicon.endings.withoutFeminine(noun.form)
  if (masculine === undefined && noun.feats.Gender === 'Fem') return undefined
  const place = places.adjective(masculine ?? noun.form)
  return place?.kind === 'city' ? place.place : undefined
}

/** A noun as written, with the parts of its compound before it: *VW-Konzern*. */
export const compoundForm = ({ text, words, compoundStart }: Context, at: number): string => {
  const word = words[at] as Word
  const start = compoundStart[at] as number
  return start === at ? word.form : text.slice((words[start] as Word).start, word.end)
}

/** Lemma of a noun with the parts of its compound before it. */
export const compoundLemma = ({ text, words, compoundStart }: Context, at: number): string => {
  const word = words[at] as Word
  const start = compoundStart[at] as number
  return start === at ? word.lemma : text.slice((words[start] as Word).start, word.start) + word.lemma
}
