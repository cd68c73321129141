import type { Sentence } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { isPunctuation, trim } from './clauses.ts'
import { type Context, cuePhrase, cueVerb, type Draft, isRole, speakerOf } from './draft.ts'

/** *bezeichnete den Besuch als Fehler* · *wird in einer Analyse als Reaktion gesehen*: what somebody calls a thing is reported. */
export function labelQuotes(context: Context, sentence: Sentence): Draft[] {
  const { trees, words } = context
  const out: Draft[] = []
  for (let index = sentence.first; index < sentence.last; index++) {
    const entry = cueVerb(context, index)
    if (!entry?.uses.has('label')) continue
    const label = trees
      .childrenBy(index, 'xcomp', 'obl', 'advcl', 'obj', 'ccomp', 'nmod', 'conj')
      .find((child) =>
        trees.childrenBy(child, 'case', 'mark', 'cc', 'advmod').some((at) => isRole(context, 'label', words[at])),
      )
    if (label === undefined) continue
    const speaker = speakerOf(context, index, entry)
    const said = trim(
      words,
      trees
        .subtree(label)
        .filter(
          (at) => !isRole(context, 'label', words[at]) || !hasRelation(trees.word(at), 'case', 'mark', 'cc', 'advmod'),
        ),
    )
    if (!speaker || said.includes(speaker.head) || said.every((at) => isPunctuation(words[at]))) continue
    out.push({ form: 'reported', words: said, speaker, cue: cuePhrase(context, index), rule: 'label' })
  }
  return out
}
