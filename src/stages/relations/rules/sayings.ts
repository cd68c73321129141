import type { Quote } from '../../../core/document.ts'
import { hull } from '../../../core/span.ts'
import type { Candidate, Rule } from '../candidate.ts'
import type { RelationContext } from '../context.ts'
import { phraseValue } from '../values.ts'

/** Who says what, in the very words: direct speech with its speaker. */
export const sayings: Rule = {
  name: 'saying',
  example: 'Prokop sagte: „Wir haben eine Steigerung gezeigt.“',
  *find(context): Iterable<Candidate> {
    const { quotes } = context.document
    for (const quote of quotes) {
      if (quote.form !== 'direct' || !quote.speaker || !quote.cue) continue
      // Whatever verb introduces a whole sentence says that it is said (*betonte*, *titelte*), and so does *so*; *nannte es „dumm“* does not.
      const { upos, lemma } = context.trees.word(quote.cue.head)
      const whole = quote.words.some((word) => context.trees.word(word).feats.VerbForm === 'Fin')
      if (!context.data.speechVerbs.has(lemma) && !(whole && (upos === 'VERB' || upos === 'ADV'))) continue
      const subject = context.entityAt(quote.speaker.head)
      if (subject === undefined) continue
      yield {
        subject: { head: quote.speaker.head, entity: subject, value: null },
        object: { head: quote.cue.head, entity: null, value: phraseValue(messageOf(context, quote)) },
        predicate: context.predicate('says', lemma),
        trigger: quote.cue.head,
        evidence: hull([quote, quote.cue, quote.speaker]),
        trust: 0.9,
      }
    }
  },
}

/** The words of a message without what stands between its parts (*„…“, sagt Djatschkow. „…“*). */
function messageOf(context: RelationContext, quote: Quote): string {
  const { words, text } = context.document
  const parts: { start: number; end: number; last: number }[] = []
  for (const index of quote.words) {
    const word = words[index]!
    const part = parts.at(-1)
    if (part && part.last === index - 1) Object.assign(part, { end: word.end, last: index })
    else parts.push({ start: word.start, end: word.end, last: index })
  }
  return parts.map(({ start, end }) => text.slice(start, end)).join(' ')
}
