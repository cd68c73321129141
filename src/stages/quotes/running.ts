import type { Sentence, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { isFiniteVerb, isPunctuation, range, trim } from './clauses.ts'
import { type Context, cuePhrase, cueVerb, type Draft, isRole, sentenceWords, speakerOf } from './draft.ts'

/** *Das gab der Kreml am Donnerstag bekannt.*: the sentence before is what is said. */
export function pointingQuote(context: Context, number: number): Draft | undefined {
  const { sentences, trees, words } = context
  const sentence = sentences[number]
  const previous = sentences[number - 1]
  if (
    !sentence ||
    !previous ||
    context.unrelated ||
    previous.kind === 'headline' ||
    previous.paragraph !== sentence.paragraph
  )
    return undefined
  const verb = range(sentence.first, sentence.last).find(
    (at) => words[at]?.upos === 'VERB' && cueVerb(context, at)?.uses.has('speech'),
  )
  if (verb === undefined) return undefined
  const first = words[sentence.first]
  if (!first || !isRole(context, 'pointing', first) || first.upos === 'DET') return undefined
  if (
    hasRelation(first, 'nsubj') &&
    !hasRelation(first, 'nsubj:pass') &&
    trees.childrenBy(verb, 'nsubj').length < 2 &&
    first.feats.Case !== 'Acc'
  ) {
    if (speakerOf(context, verb)?.head === first.index) return undefined
  }
  if (trees.childrenBy(verb, 'ccomp', 'xcomp').some((at) => at > verb)) return undefined
  const speaker = speakerOf(context, verb, cueVerb(context, verb))
  if (!speaker || speaker.head === first.index) return undefined
  return {
    form: 'reported',
    words: trim(words, sentenceWords(previous)),
    speaker,
    cue: cuePhrase(context, verb),
    rule: 'pointing back',
  }
}

/** The finite verb of a sentence's main clause. */
function mainFinite(context: Context, sentence: Sentence): Word | undefined {
  const { trees, words } = context
  const root = range(sentence.first, sentence.last).find((at) => (words[at]?.head ?? 0) < 0)
  if (root === undefined) return undefined
  if (isFiniteVerb(words[root] as Word)) return words[root]
  const finite = trees.childrenBy(root, 'aux', 'cop').find((at) => isFiniteVerb(words[at] as Word))
  return finite === undefined ? undefined : words[finite]
}

/**
 * Whether a sentence is in reported speech by its mood alone: subjunctive I, or subjunctive II in the plural, where the forms of
 * subjunctive I are no different from the indicative and give way to it.
 */
export function isReportive(context: Context, sentence: Sentence): boolean {
  const finite = mainFinite(context, sentence)
  if (finite?.feats.Mood !== 'Sub') return false
  return finite.feats.Tense === 'Pres' || finite.feats.Number === 'Plur'
}

/** A sentence in the subjunctive without a cue goes on with what the speaker of the sentence before said. */
export function runningQuote(context: Context, number: number, before: readonly Draft[]): Draft | undefined {
  const { sentences, words } = context
  const sentence = sentences[number]
  const previous = sentences[number - 1]
  if (!sentence || !previous || context.unrelated || sentence.kind === 'headline') return undefined
  if (sentence.paragraph - previous.paragraph > 1 || !isReportive(context, sentence)) return undefined
  const source = before.filter((draft) => draft.speaker).at(-1)
  if (!source) return undefined
  const said = trim(words, sentenceWords(sentence))
  if (said.filter((at) => !isPunctuation(words[at])).length < 3) return undefined
  return { form: 'indirect', words: said, speaker: source.speaker, cue: null, rule: 'subjunctive runs on' }
}
