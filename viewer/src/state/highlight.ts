import { fold } from '../data/fold.ts'

export type Role = 'subject' | 'relation' | 'object'

export interface Piece {
  readonly text: string
  readonly role: Role | null
}

interface Place {
  readonly start: number
  readonly end: number
  readonly role: Role
}

/**
 * The evidence cut into pieces, with the words for subject, relation and object marked. Names are found as written, or with an ending
 * (*Russlands*, *Kims*); the relation by the word that shares most with its lemma. What a pronoun stands for is not marked.
 */
export function highlight(
  sentence: string,
  subject: readonly string[],
  object: readonly string[],
  lemma: string,
): readonly Piece[] {
  const places: Place[] = []
  const add = (place: Place | null) => {
    if (place && !places.some((other) => other.start < place.end && place.start < other.end)) places.push(place)
  }
  add(placeOfName(sentence, subject, 'subject'))
  add(placeOfName(sentence, object, 'object'))
  add(placeOfLemma(sentence, lemma, places))
  places.sort((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, role } of places) {
    if (start > at) pieces.push({ text: sentence.slice(at, start), role: null })
    pieces.push({ text: sentence.slice(start, end), role })
    at = end
  }
  if (at < sentence.length) pieces.push({ text: sentence.slice(at), role: null })
  return pieces
}

function placeOfName(sentence: string, names: readonly string[], role: Role): Place | null {
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    if (name === '') continue
    for (let start = sentence.indexOf(name); start >= 0; start = sentence.indexOf(name, start + 1)) {
      const before = sentence[start - 1] ?? ' '
      const end = start + name.length
      const ending = /^(?:s|es|n|en|e|er|em|’|')?(?![\p{L}\p{N}])/u.exec(sentence.slice(end))
      if (!/[\p{L}\p{N}]/u.test(before) && ending) return { start, end: end + ending[0].length, role }
    }
  }
  return null
}

const SHORTEST_STEM = 4

function placeOfLemma(sentence: string, lemma: string, taken: readonly Place[]): Place | null {
  const stem = fold(lemma)
  let best: Place | null = null
  let bestShared = SHORTEST_STEM - 1
  for (const match of sentence.matchAll(/[\p{L}\p{N}-]+/gu)) {
    const start = match.index
    const end = start + match[0].length
    if (taken.some((place) => place.start < end && start < place.end)) continue
    const shared = sharedStart(fold(match[0]).replace(/^ge(?=.{4})/, ''), stem)
    if (shared > bestShared && shared >= stem.length * 0.6) {
      bestShared = shared
      best = { start, end, role: 'relation' }
    }
  }
  return best
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}
