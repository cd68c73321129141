import type { Document, Features, Time, Word } from '../../../src/core/document.ts'
import { nodeResources } from '../../../src/node/resources.ts'
import { segment } from '../../../src/stages/segment/index.ts'
import { times } from '../../../src/stages/times/index.ts'

export const resources = nodeResources()

/** The tense of the one verb that all words of a sentence hang on, or none. */
export type VerbTense = 'Past' | 'Pres' | null

/** Words of a text without a model: every word hangs on the sentence's first, which is a verb in the tense given. */
export async function wordsOf(
  text: string,
  date: string | null,
  tense: VerbTense = null,
): Promise<Document<'sentences' | 'tokens' | 'words'>> {
  const segmented = await segment.run(
    { text, metadata: { id: '0', title: null, date, language: 'de', author: null, publisher: null, source: null } },
    resources,
  )
  const verb: Features = tense ? { VerbForm: 'Fin', Mood: 'Ind', Tense: tense } : {}
  const words = segmented.tokens.map((token, index): Word => {
    const { first } = segmented.sentences[token.sentence] as { first: number }
    const root = index === first
    return {
      ...token,
      index,
      lemma: token.form,
      upos: root && tense ? 'VERB' : /^\p{Lu}/u.test(token.form) ? 'NOUN' : 'X',
      feats: root ? verb : {},
      head: root ? -1 : first,
      deprel: root ? 'root' : 'dep',
      confidence: 1,
    }
  })
  return { ...segmented, words }
}

export async function timesOf(text: string, date: string | null, tense: VerbTense = null): Promise<readonly Time[]> {
  return (await times.run(await wordsOf(text, date, tense), resources)).times
}

/** `text TYPE value` of each time expression. */
export async function show(text: string, date: string | null, tense: VerbTense = null): Promise<string[]> {
  return (await timesOf(text, date, tense)).map(
    ({ start, end, type, value }) => `${text.slice(start, end)} ${type} ${value}`,
  )
}
