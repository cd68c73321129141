import type { Word } from '../../core/document.ts'
import type { Draft } from './draft.ts'
import { nameText } from './draft.ts'
import { endsInNoun, knownType, type NameLists, typeByNoun } from './lists.ts'

const OUTSIDE: ReadonlySet<string> = new Set(['PUNCT', 'DET', 'ADP', 'CCONJ', 'SCONJ', 'VERB', 'AUX', 'PRON', 'ADV'])
const PERIOD = '.'
const LONGEST_FIRM = 5

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
  if (draft.last - draft.first === 1 && OUTSIDE.has(word(draft.first).upos)) draft.last = draft.first
  if (draft.form !== 'name') return
  while (draft.last - draft.first > 1 && isKindNoun(draft, word(draft.first), word(draft.first + 1), lists))
    draft.first++
}

const isEdge = (word: Word): boolean => OUTSIDE.has(word.upos) && !startsUpper(word.form) && word.form !== PERIOD

function isKindNoun(draft: Draft, word: Word, next: Word, lists: NameLists): boolean {
  if (!startsUpper(next.form) || next.upos === 'NUM') return false
  if (typeByNoun(lists, word.lemma) === 'PER') return draft.type === 'PER'
  return (
    lists.outside.has(word.lemma) && next.upos === 'PROPN' && draft.type !== 'PER' && draft.last - draft.first === 2
  )
}

/** Where a company's name ends that goes on with capitalised words up to a legal form (*YES* + *Investmedia GmbH*), or undefined. */
function afterLegalForm(from: number, words: readonly Word[], { legalForms }: NameLists): number | undefined {
  const sentence = words[from]?.sentence
  for (let at = from; at < from + LONGEST_FIRM; at++) {
    const word = words[at]
    if (!word || word.sentence !== sentence) return undefined
    if (legalForms.has(word.form)) return at + 1
    if (word.upos !== 'PROPN' || !startsUpper(word.form)) return undefined
  }
  return undefined
}

/** Takes in what belongs to the name: a ruler's number (*Elisabeth II.*), a company's legal form, adjectives of an institution's name. */
export function extend(draft: Draft, words: readonly Word[], lists: NameLists): void {
  if (draft.form !== 'name' || draft.first >= draft.last) return
  const next = words[draft.last]
  const sentence = (words[draft.first] as Word).sentence
  if (next && next.sentence === sentence) {
    if (draft.type === 'PER' && isRoman(next.form)) draft.last++
    else if (draft.type === 'ORG') draft.last = afterLegalForm(draft.last, words, lists) ?? draft.last
  }
  const closing = words[draft.last - 1] as Word
  // *Evangelischer* alone is half a name: *Evangelischer Presseverband*.
  const named = words[closing.head]
  if (closing.upos === 'ADJ' && startsUpper(closing.form) && named?.index === draft.last && named.upos === 'NOUN')
    draft.last++
  if (draft.type === 'PER') extendPerson(draft, words)
  if (draft.type === 'ORG') extendInstitution(draft, words, lists)
}

/**
 * Takes in the capitalised adjectives before an institution's name (*Moskauer Staatliches* + *Institut für …*) and the field that it is for
 * (*Institut* + *für Internationale Beziehungen*): German writes adjectives small but in names and at the beginning of a sentence.
 */
function extendInstitution(draft: Draft, words: readonly Word[], lists: NameLists): void {
  const opening = words[draft.first] as Word
  const isInstitution = endsInNoun(lists, opening.lemma, lists.institutions)
  if (opening.upos !== 'ADJ' && !isInstitution && !isNameAdjective(opening, words, lists)) return
  for (let before = words[draft.first - 1]; before?.sentence === opening.sentence; before = words[draft.first - 1]) {
    const ofPlace =
      (before.upos === 'ADJ' || isInstitution) &&
      startsUpper(before.form) &&
      lists.gazetteer.adjective(before.form) !== null
    const joined =
      before.upos === 'ADJ' && startsUpper(before.form) && before.head === (words[draft.first] as Word).head
    if (!ofPlace && !joined && !(isInstitution && isNameAdjective(before, words, lists))) break
    if (ofPlace && draft.first === opening.index && isInstitution) break
    draft.first--
  }
  if (isField(draft, words)) draft.last += 2
  const closing = words[draft.last - 1] as Word
  if (words[draft.last]?.upos !== 'ADP' || !endsInNoun(lists, closing.lemma, lists.institutions)) return
  let end = draft.last + 1
  const isAdjective = (word: Word): boolean =>
    (word.upos === 'ADJ' && startsUpper(word.form)) || isNameAdjective(word, words, lists)
  while (words[end] && isAdjective(words[end] as Word)) end++
  const field = words[end]
  if (end > draft.last + 1 && field?.upos === 'NOUN' && field.sentence === closing.sentence) draft.last = end + 1
}

/** Whether a second field follows in the name of an institution (*Institut für Kommunikationsnetze* + *und Satellitenkommunikation*). */
function isField({ first, last }: Draft, words: readonly Word[]): boolean {
  const [conjunction, field] = [words[last], words[last + 1]]
  const before = words[last - 1] as Word
  const preposition = words[last - 2]
  if (conjunction?.upos !== 'CCONJ' || field?.upos !== 'NOUN' || preposition === undefined) return false
  if (conjunction.sentence !== before.sentence || field.sentence !== before.sentence || !startsUpper(field.form))
    return false
  return last - 2 > first && preposition.upos === 'ADP' && before.upos === 'NOUN' && conjunction.head === field.index
}

/** An adjective whose capital only a name explains; the tree may take it for a noun. */
const isNameAdjective = (word: Word, words: readonly Word[], { lexicon, gazetteer }: NameLists): boolean =>
  (word.upos === 'ADJ' || word.upos === 'NOUN' || word.upos === 'PROPN') &&
  /^\p{Lu}\p{Ll}+$/u.test(word.form) &&
  words[word.index - 1]?.sentence === word.sentence &&
  gazetteer.adjective(word.form) === null &&
  !lexicon.exact(word.form).some(({ upos }) => upos === 'NOUN') &&
  lexicon.exact(word.form.toLowerCase()).some(({ upos }) => upos === 'ADJ')

/** Takes in the first names and surnames that the tree joins to a person's name. */
function extendPerson(draft: Draft, words: readonly Word[]): void {
  const { sentence } = words[draft.first] as Word
  const isPart = (word: Word | undefined, other: Word): boolean =>
    word?.sentence === sentence &&
    word.upos === 'PROPN' &&
    startsUpper(word.form) &&
    ((isFlat(word) && word.head >= draft.first - 1 && word.head < draft.last) ||
      (isFlat(other) && other.head === word.index))
  while (isPart(words[draft.first - 1], words[draft.first] as Word)) draft.first--
  while (isPart(words[draft.last], words[draft.last - 1] as Word)) draft.last++
}

const isFlat = ({ deprel }: Word): boolean => deprel === 'flat' || deprel.startsWith('flat:')

/** A place as sure as this is one even if its word mostly means something else (*Franken*). */
const SURE_PLACE = 0.8
const DOUBTFUL = 0.6

/** Whether a span's only word is one that is never a name (*Donnerstag*). */
export const isNoName = (draft: Draft, words: readonly Word[], lists: NameLists): boolean =>
  draft.last - draft.first === 1 &&
  (draft.type !== 'LOC' || draft.confidence < SURE_PLACE) &&
  (lists.notNames.has((words[draft.first] as Word).lemma) || lists.notNames.has((words[draft.first] as Word).form))

/** Whether a doubtful span's only word is a common noun (*Panzern*), but not one that names a place (*Mittelmeer*). */
export function isCommonNoun(draft: Draft, words: readonly Word[], lists: NameLists): boolean {
  const word = words[draft.first] as Word
  const doubtful = draft.form === 'name' && draft.confidence < DOUBTFUL && draft.last - draft.first === 1
  if (!doubtful || word.upos !== 'NOUN' || !lists.lexicon.exact(word.form).some(({ upos }) => upos === 'NOUN'))
    return false
  return [word.lemma, ...lists.lexicon.heads(word.lemma)].every((noun) => !lists.heads.has(noun))
}

/**
 * Whether the lists speak for a name: one that everybody knows, a country, a region, a union of states, or an organisation with a noun for
 * institutions in it.
 */
export function isListed(draft: Draft, words: readonly Word[], lists: NameLists): boolean {
  const { gazetteer } = lists
  if (knownType(lists, words, draft.first, draft.last)) return true
  const text = nameText(words, draft.first, draft.last)
  if ((gazetteer.country(text) ?? gazetteer.region(text) ?? gazetteer.union(text)) !== null) return true
  const inside = words.slice(draft.first, draft.last)
  return draft.type === 'ORG' && inside.some(({ lemma }) => endsInNoun(lists, lemma, lists.institutions))
}
