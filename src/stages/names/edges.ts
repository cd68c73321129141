import type { Word } from '../../core/document.ts'
import type { Draft } from './draft.ts'
import { nameText } from './draft.ts'
import { type NameLists, typeByNoun } from './lists.ts'

const OUTSIDE: ReadonlySet<string> = new Set(['PUNCT', 'DET', 'ADP', 'CCONJ', 'SCONJ', 'VERB', 'AUX', 'PRON', 'ADV'])
const PERIOD = '.'

const startsUpper = (form: string): boolean => /^\p{Lu}/u.test(form)
const isRoman = (form: string): boolean => /^[IVX]+\.?$/.test(form)

/**
 * Brings a model's span to the edges of the name: quotation marks, articles and prepositions at its ends go, titles and roles before a
 * person go (*Präsident Putin*), and so do nouns that only say what is named (*Emirat Katar*). A span of which nothing stays is no name.
 */
export function trim(draft: Draft, words: readonly Word[], lists: NameLists): void {
  const word = (at: number): Word => words[at] as Word
  while (draft.first < draft.last && isEdge(word(draft.first))) draft.first++
  while (draft.first < draft.last && isEdge(word(draft.last - 1))) draft.last--
  if (draft.form !== 'name') return
  while (draft.last - draft.first > 1 && isKindNoun(draft, word(draft.first), word(draft.first + 1), lists))
    draft.first++
}

const isEdge = (word: Word): boolean => OUTSIDE.has(word.upos) && !startsUpper(word.form) && word.form !== PERIOD

function isKindNoun(draft: Draft, word: Word, next: Word, lists: NameLists): boolean {
  if (!startsUpper(next.form) || next.upos === 'NUM') return false
  const type = typeByNoun(lists, word.lemma)
  if (type === undefined) return false
  if (type === 'PER') return draft.type === 'PER' || next.upos === 'PROPN'
  return word.upos === 'NOUN' && next.upos === 'PROPN' && draft.type !== 'PER' && next.head === word.index
}

/** Takes in what belongs to the name: a ruler's number (*Elisabeth II.*), a company's legal form, adjectives of an institution's name. */
export function extend(draft: Draft, words: readonly Word[], lists: NameLists): void {
  if (draft.form !== 'name' || draft.first >= draft.last) return
  const next = words[draft.last]
  const sentence = (words[draft.first] as Word).sentence
  if (next && next.sentence === sentence) {
    if (draft.type === 'PER' && isRoman(next.form)) draft.last++
    else if (draft.type === 'ORG' && lists.legalForms.has(next.form)) draft.last++
  }
  const head = words[draft.first] as Word
  if (draft.type !== 'ORG' || head.upos !== 'ADJ' || head.head < 0) return
  const before = words[draft.first - 1]
  const isAttribute = before?.sentence === sentence && before.head === head.head && startsUpper(before.form)
  if (isAttribute && (before.upos === 'ADJ' || lists.gazetteer.adjective(before.form) !== null)) draft.first--
}

/** Names made of an adjective of place and a common noun: *koreanische Halbinsel*. */
export function regionNames(words: readonly Word[], lists: NameLists): Draft[] {
  const drafts: Draft[] = []
  for (const word of words) {
    const type = word.upos === 'NOUN' || word.upos === 'PROPN' ? lists.heads.get(word.lemma) : undefined
    const before = words[word.index - 1]
    if (!type || !before || before.sentence !== word.sentence || before.upos !== 'ADJ') continue
    if (lists.gazetteer.adjective(before.form) === null && !startsUpper(before.form)) continue
    drafts.push({ first: word.index - 1, last: word.index + 1, type, form: 'name', confidence: 0.7 })
  }
  return drafts
}

/** Whether a span's only word is one that is never a name (*Donnerstag*). */
export const isNoName = (draft: Draft, words: readonly Word[], lists: NameLists): boolean =>
  draft.last - draft.first === 1 &&
  (lists.notNames.has((words[draft.first] as Word).lemma) || lists.notNames.has((words[draft.first] as Word).form))

/** The settled type of a name (*Kreml*), if it has one. */
export const settledType = (draft: Draft, words: readonly Word[], lists: NameLists): Draft['type'] | undefined => {
  const text = nameText(words, draft.first, draft.last)
  return lists.known.get(text) ?? (text.endsWith('s') ? lists.known.get(text.slice(0, -1)) : undefined)
}
