import { textOf } from '../../../core/span.ts'
import type { Candidate, Rule } from '../candidate.ts'
import { phraseValue } from '../values.ts'

/** Who says what, in the very words: direct speech with its speaker. */
export const sayings: Rule = {
  name: 'saying',
  example: 'Prokop sagte: „Wir haben eine Steigerung gezeigt.“',
  *find(context): Iterable<Candidate> {
    const { quotes, text } = context.document
    for (const quote of quotes) {
      if (quote.form !== 'direct' || !quote.speaker || !quote.cue) continue
      if (!context.data.speechVerbs.has(context.trees.word(quote.cue.head).lemma)) continue
      const subject = context.entityAt(quote.speaker.head)
      if (subject === undefined) continue
      const words = textOf(text, quote)
      yield {
        subject: { head: quote.speaker.head, entity: subject, value: null },
        object: { head: quote.cue.head, entity: null, value: phraseValue(words) },
        predicate: context.predicate('says', context.trees.word(quote.cue.head).lemma),
        trigger: quote.cue.head,
        trust: 0.9,
      }
    }
  },
}
