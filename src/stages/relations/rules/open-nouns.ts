import { openRelation } from '../../../rdf/vocabulary.ts'
import type { Candidate, Rule } from '../candidate.ts'
import { fillNounSlot } from '../slots.ts'
import { phraseValue, phraseWords, textOfWords } from '../values.ts'
import { predicatedSubject } from './roles.ts'

/** A predicate noun with its genitive (*Bengasi ist die Hochburg der Aufständischen*), where the lexicon has no relation for it. */
export const openNouns: Rule = {
  name: 'open-noun',
  example: 'Bengasi ist die letzte Hochburg der Aufständischen.',
  *find(context): Iterable<Candidate> {
    const { data } = context
    for (const word of context.document.words) {
      if (word.upos !== 'NOUN') continue
      if (
        data.frames.noun('role', word.lemma).frames.length > 0 ||
        data.frames.noun('pred', word.lemma).frames.length > 0
      )
        continue
      const subject = predicatedSubject(context, word.index)
      if (subject === undefined) continue
      const subjects = context.entitiesAt(subject).filter((filler) => context.isReferent(filler.entity!))
      const genitive = fillNounSlot(context, word.index, [{ role: 'gen', amount: false }], null)
      for (const left of subjects) {
        for (const object of genitive.fillers)
          yield {
            subject: left,
            object,
            trigger: word.index,
            trust: 0.7,
            predicate: { ...openRelation(word.lemma), lemma: word.lemma },
          }
        const value = phraseValue(
          textOfWords(context.trees, context.document.text, phraseWords(context.trees, word.index)),
        )
        yield {
          subject: left,
          object: { head: word.index, entity: null, value },
          predicate: context.predicate('isA', word.lemma),
          trigger: word.index,
          trust: 0.7,
        }
      }
    }
  },
}
