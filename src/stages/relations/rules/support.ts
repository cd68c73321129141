import type { Candidate } from '../candidate.ts'
import type { Filler, RelationContext } from '../context.ts'
import type { Frame } from '../frames.ts'
import type { Filling } from '../slots.ts'

/** Pairs of subject and object that a frame states: each with each, or, where the object is missing and pairs are meant, each two subjects. */
export function* combine(
  context: RelationContext,
  frame: Frame,
  subject: Filling,
  object: Filling,
  trigger: number,
  trust: number,
): Iterable<Candidate> {
  const predicate = context.predicate(frame.relation, frame.lemma)
  const status = {
    ...(frame.polarity ? { polarity: frame.polarity } : {}),
    ...(frame.modality ? { modality: frame.modality } : {}),
  }
  const pair = (a: Filler, b: Filler, sure: number): Candidate => ({
    subject: a,
    object: b,
    predicate,
    trigger,
    trust: sure,
    ...status,
  })
  if (object.fillers.length === 0) {
    if (!frame.pairs) return
    for (let i = 0; i < subject.fillers.length; i++)
      for (let j = i + 1; j < subject.fillers.length; j++)
        yield pair(subject.fillers[i]!, subject.fillers[j]!, trust * subject.trust)
    return
  }
  for (const a of subject.fillers)
    for (const b of object.fillers) yield pair(a, b, trust * subject.trust * object.trust)
}
