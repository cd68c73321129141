import type { Rule } from '../candidate.ts'
import type { RelationContext } from '../context.ts'
import type { Frame, Slot } from '../frames.ts'
import { type Filling, fillNounSlot, fillVerbSlot } from '../slots.ts'
import { predicatedSubject } from './roles.ts'
import { combine } from './support.ts'

/** The predicate noun or adjective and its subject; where the parser took them the other way round, the lexicon knows the predicate. */
function orientation(context: RelationContext, index: number): number | undefined {
  const word = context.trees.word(index)
  const subject = predicatedSubject(context, index)
  if (subject !== undefined) return subject
  return word.deprel.startsWith('nsubj') && context.trees.childBy(word.head, 'cop') !== undefined
    ? word.head
    : undefined
}

function fill(
  context: RelationContext,
  index: number,
  subject: number,
  frame: Frame,
  slots: readonly Slot[],
  side: 'subject' | 'object',
): Filling {
  const types = side === 'subject' ? frame.subjectTypes : frame.objectTypes
  if (slots.some((slot) => slot.role === 'subj')) {
    const fillers = context
      .entitiesAt(subject)
      .filter((f) => context.isReferent(f.entity!) && context.hasType(f.entity!, types))
    return { fillers, trust: 1 }
  }
  const own = fillNounSlot(context, index, slots, types)
  if (own.fillers.length > 0) return own
  const head =
    context.trees.word(index).deprel.startsWith('nsubj') || context.trees.childBy(index, 'cop') === undefined
      ? context.trees.word(index).head
      : index
  return head < 0 ? own : fillVerbSlot(context, context.predications.of(head), slots, types)
}

/** Predicate nouns and adjectives that the lexicon gives a relation for. */
export const predicateFrames: Rule = {
  name: 'predicate-frame',
  example: 'Das Atomprogramm ist Thema des Treffens.',
  *find(context) {
    for (const word of context.document.words) {
      if (word.upos !== 'NOUN' && word.upos !== 'ADJ' && word.upos !== 'VERB') continue
      const byLemma = context.data.frames.noun('pred', word.lemma).frames
      // Of participles the lexicon has the form (*beteiligt*), taggers give the verb.
      const frames =
        byLemma.length > 0 || word.upos === 'NOUN'
          ? byLemma
          : context.data.frames.noun('pred', word.form.toLowerCase()).frames
      if (frames.length === 0) continue
      const subject = orientation(context, word.index)
      if (subject === undefined) continue
      for (const frame of frames) {
        const left = fill(context, word.index, subject, frame, frame.subject, 'subject')
        const right = fill(context, word.index, subject, frame, frame.object, 'object')
        yield* combine(context, frame, left, right, word.index, 0.85)
      }
    }
  },
}
