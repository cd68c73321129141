import type { Context } from './context.ts'
import type { Phrase } from './phrases.ts'

const OLDEST = 120

/**
 * The age that a phrase says of a person (*der 30-Jährige*, *die 22-jährige Niederwieser*, *Prünster (30)*, *das vierjährige Mädchen*), in
 * years, as written; undefined if none.
 */
export function ageOf({ words, text, lexicon }: Context, phrase: Phrase): string | undefined {
  for (let at = phrase.first; at < phrase.last; at++) {
    const word = words[at]
    const before = word && lexicon.beforeAge(word.form)
    if (!word || before === undefined) continue
    if (lexicon.isNumeral(before)) return plausible(before)
    // *30*, *-* and *Jährige* may be three words.
    const digits = /(?:^|\D)(\d{1,3})[-‐‑ ]?$/.exec(text.slice(Math.max(0, word.start - 5), word.start))?.[1]
    if (before === '' && digits !== undefined) return plausible(digits)
  }
  const [open, number, close] = words.slice(phrase.last, phrase.last + 3)
  if (phrase.name?.type !== 'PER' || !open || !number || !close || number.sentence !== words[phrase.head]?.sentence)
    return undefined
  const enclosed = open.form === '(' ? close.form === ')' : open.form === ',' && close.form === ','
  return enclosed && /^\d+$/.test(number.form) ? plausible(number.form) : undefined
}

const plausible = (written: string): string | undefined =>
  /^\d/.test(written) && !(Number(written) > 0 && Number(written) <= OLDEST) ? undefined : written
