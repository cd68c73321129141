import type { Candidate, Rule } from '../candidate.ts'
import type { RelationContext } from '../context.ts'
import type { Frame, Slot } from '../frames.ts'
import { idiomOf } from '../idioms.ts'
import type { Predication } from '../predications.ts'
import { fillVerbSlot } from '../slots.ts'
import { combine } from './support.ts'

const uses = (slots: readonly Slot[], role: string): boolean => slots.some((slot) => slot.role === role)

/** An attributive participle's noun is the object where the frame has one (*die eroberte Stadt*), else the subject (*die verendeten Enten*). */
function settled(predication: Predication, frame: Frame): Predication {
  if (!predication.ambiguous || !(uses(frame.object, 'obj') || uses(frame.subject, 'obj'))) return predication
  const noun = predication.arguments.at(-1)!
  return { ...predication, arguments: [...predication.arguments.slice(0, -1), { role: 'obj', head: noun.head }] }
}

/** Verbs that the lexicon gives a relation for. */
export const verbFrames: Rule = {
  name: 'verb-frame',
  example: 'Putin trifft Kim.',
  *find(context: RelationContext): Iterable<Candidate> {
    for (const word of context.document.words) {
      if (!context.predications.isPredicate(word.index)) continue
      const predication = context.predications.of(word.index)
      const idiom = idiomOf(context, predication).filter((argument) => argument.role !== 'obj')
      for (const frame of context.data.frames.verb(predication.lemma)) {
        if (frame.reflexive !== predication.reflexive) continue
        // *Gibt einen Film in Auftrag* gives nobody a film.
        if (idiom.some((argument) => !uses([...frame.subject, ...frame.object], argument.role))) continue
        const used = settled(predication, frame)
        const subject = fillVerbSlot(context, used, frame.subject, frame.subjectTypes)
        if (subject.fillers.length === 0) continue
        const object = fillVerbSlot(context, used, frame.object, frame.objectTypes)
        yield* combine(context, frame, subject, object, word.index, 0.9)
      }
    }
  },
}
