import type { Context } from './context.ts'
import type { Phrase } from './phrases.ts'

const OLDEST = 120

/** The age that a phrase says of a person (*der 30-Jährige*, *die 22-jährige Niederwieser*, *Prünster (30)*), in years; undefined if none. */
export function ageOf({ words, text, lexicon }: Context, phrase: Phrase): number | undefined {
  for (let at = phrase.first; at < phrase.last; at++) {
    const word = words[at]
    if (!word || !lexicon.saysAge(word.form)) continue
    const written = text.slice(Math.max(0, word.start - 4), word.end)
    const age = /(?:^|\D)(\d{1,3})[-‐‑ ]?\p{L}+$/u.exec(written)?.[1]
    if (age !== undefined) return plausible(age)
  }
  const [open, number, close] = words.slice(phrase.last, phrase.last + 3)
  if (phrase.name?.type !== 'PER' || !open || !number || !close || number.sentence !== words[phrase.head]?.sentence)
    return undefined
  const enclosed = open.form === '(' ? close.form === ')' : open.form === ',' && close.form === ','
  return enclosed && /^\d+$/.test(number.form) ? plausible(number.form) : undefined
}

const plausible = (digits: string): number | undefined => {
  const age = Number(digits)
  return age > 0 && age <= OLDEST ? age : undefined
}
