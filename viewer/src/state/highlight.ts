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
 * (*Russlands*, *Kims*); the relation where the claim says that it is stated, else by the word that shares most with its lemma. What a
 * pronoun stands for is not marked.
 * @param trigger UTF-16 offsets in `sentence`, or null where the claim does not say; outside of the sentence it counts for nothing
 */
export function highlight(
  sentence: string,
  subject: readonly string[],
  object: readonly string[],
  lemma: string,
  trigger: { readonly start: number; readonly end: number } | null = null,
): readonly Piece[] {
  const places: Place[] = []
  const add = (place: Place | null): boolean => {
    const free = place !== null && !places.some((other) => other.start < place.end && place.start < other.end)
    if (free) places.push(place)
    return free
  }
  add(placeOfName(sentence, subject, 'subject'))
  add(placeOfName(sentence, object, 'object'))
  // A role states its relation itself (*Russlands Präsident*): where its word is the subject's, another may still stand for it.
  const stated = trigger && trigger.start >= 0 && trigger.start < trigger.end && trigger.end <= sentence.length
  if (!stated || !add({ ...trigger, role: 'relation' })) add(placeOfLemma(sentence, lemma, places))
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
