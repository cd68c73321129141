import type { Candidate, Rule } from '../candidate.ts'
import type { RelationContext } from '../context.ts'
import type { Frame, Slot } from '../frames.ts'
import { idiomOf } from '../idioms.ts'
import type { Predication } from '../predications.ts'
import { fillVerbSlot } from '../slots.ts'
import { combine } from './support.ts'

const uses = (slots: readonly Slot[], role: string): boolean => slots.some((slot) => slot.role === role)

/** Whether *sein* makes a state of a participle (*ist inhaftiert*); of the verbs whose perfect looks the same none has an object. */
function isState(context: RelationContext, { anchor, passive, arguments: found }: Predication): boolean {
  const { trees, data } = context
  const participle = trees.word(anchor).feats.VerbForm === 'Part' || context.participleOf(anchor) !== undefined
  if (passive || !participle || found.at(-1)?.role !== 'subj' || found.some((a) => a.role === 'obj')) return false
  return trees.childrenBy(anchor, 'aux', 'cop').some((a) => data.copulas.has(trees.word(a).lemma))
}

/**
 * A participle's noun is the object where the frame has one (*die eroberte Stadt*, *die Stadt ist erobert*), else the subject (*die
 * verendeten Enten*).
 */
function settled(context: RelationContext, predication: Predication, frame: Frame): Predication {
  if (!(uses(frame.object, 'obj') || uses(frame.subject, 'obj'))) return predication
  if (!predication.ambiguous && !isState(context, predication)) return predication
  const noun = predication.arguments.at(-1)!
  return { ...predication, arguments: [...predication.arguments.slice(0, -1), { role: 'obj', head: noun.head }] }
}

/** Whether the verb has the phrase that makes one expression with it (*ums Leben* kommen). */
const hasPhrase = ({ trees }: RelationContext, predication: Predication, { phrase }: Frame): boolean =>
  phrase === undefined ||
  predication.arguments.some(({ role, head }) => role === phrase.role && trees.word(head).lemma === phrase.noun)

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
        if (frame.reflexive !== predication.reflexive || !hasPhrase(context, predication, frame)) continue
        // *Gibt einen Film in Auftrag* gives nobody a film.
        if (idiom.some(({ role }) => role !== frame.phrase?.role && !uses([...frame.subject, ...frame.object], role)))
          continue
        const used = settled(context, predication, frame)
        const subject = fillVerbSlot(context, used, frame.subject, frame.subjectTypes)
        if (subject.fillers.length === 0) continue
        const object = fillVerbSlot(context, used, frame.object, frame.objectTypes)
        for (const candidate of combine(context, frame, subject, object, word.index, 0.9))
          yield context.predications.isParticiple(word.index) ? { ...candidate, presupposed: true } : candidate
      }
    }
  },
}
