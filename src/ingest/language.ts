import { type Resource, readTable } from '../core/resources.ts'

/** Languages by the short words that no text in them does without. */
export interface LanguageGuesser {
  /**
   * BCP 47 language of a text, `und` if it is in none of those known, or null if the text is too short to tell.
   * Counts function words among the first 4,000 words.
   */
  readonly guess: (text: string) => string | null
  /** English name of a language, for messages; the code itself if it has none here. */
  readonly nameOf: (language: string) => string
}

const MAX_WORDS = 4000
/** Below these a text is too short to tell, or the language is none of the list. */
const MIN_WORDS = 20
const MIN_SHARE = 0.06
/** How far another language must be ahead of German before a text is called foreign: names and quotations stand in German texts too. */
const LEAD = 1.5

/** `data/lang/function-words.tsv`: language, English name, words in lower case parted by blanks. */
export const languageGuesser: Resource<LanguageGuesser> = {
  id: 'ingest/language-guesser',
  load: async (resources) => {
    const rows = await readTable(resources, 'lang/function-words.tsv')
    const languages = rows.map(([code, name, words]) => ({
      code: code!,
      name: name!,
      words: new Set(words!.split(/\s+/)),
    }))
    return {
      guess: (text) => guess(text, languages),
      nameOf: (language) => languages.find(({ code }) => code === language)?.name ?? language,
    }
  },
}

function guess(
  text: string,
  languages: readonly { readonly code: string; readonly words: ReadonlySet<string> }[],
): string | null {
  const counts = languages.map(() => 0)
  let words = 0
  for (const [word] of text.matchAll(/[\p{L}\p{M}]{1,40}/gu)) {
    const lower = word.normalize('NFC').toLowerCase()
    for (let i = 0; i < languages.length; i++) if (languages[i]!.words.has(lower)) counts[i]!++
    if (++words === MAX_WORDS) break
  }
  if (words < MIN_WORDS) return null
  let best = 0
  for (let i = 1; i < counts.length; i++) if (counts[i]! > counts[best]!) best = i
  // The first language of the list is the one that pressgraph reads.
  if (counts[best]! > LEAD * counts[0]! && counts[best]! >= MIN_SHARE * words) return languages[best]!.code
  return counts[0]! >= MIN_SHARE * words ? languages[0]!.code : 'und'
}
