import type { Rule } from '../candidate.ts'
import { fillNounSlot } from '../slots.ts'
import { combine } from './support.ts'

/** Nouns that name a deed which the lexicon gives a relation for. */
export const nounFrames: Rule = {
  name: 'noun-frame',
  example: 'das Treffen zwischen Putin und Kim',
  *find(context) {
    for (const word of context.document.words) {
      if (word.upos !== 'NOUN' && word.upos !== 'PROPN') continue
      for (const frame of context.data.frames.noun('noun', word.lemma).frames) {
        const subject = fillNounSlot(context, word.index, frame.subject, frame.subjectTypes)
        if (subject.fillers.length === 0) continue
        const object = fillNounSlot(context, word.index, frame.object, frame.objectTypes)
        yield* combine(context, frame, subject, object, word.index, 0.85)
      }
    }
  },
}
