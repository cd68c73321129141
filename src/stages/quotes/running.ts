import type { Sentence, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { isFiniteVerb, isPunctuation, range, trim } from './clauses.ts'
import {
  type Context,
  cuePhrase,
  cueVerb,
  type Draft,
  isRole,
  ownerOf,
  type Phrase,
  phraseOf,
  sentenceWords,
  speakerOf,
} from './draft.ts'
import { nounAmong } from './lexicon.ts'

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
  if (!first || !isRole(context, 'pointing', first) || hasRelation(first, 'det')) return undefined
  if (trees.childrenBy(verb, 'ccomp', 'xcomp').some((at) => at > verb && trees.word(at).upos === 'VERB'))
    return undefined
  const subject = speakerOf(context, verb, cueVerb(context, verb))
  const speaker = !subject || subject.head === first.index ? mistakenObject(context, verb) : subject
  if (!speaker) return undefined
  return {
    form: 'reported',
    words: trim(words, sentenceWords(previous)),
    speaker,
    cue: cuePhrase(context, verb),
    rule: 'pointing back',
  }
}

/** The noun after the verb, where the parser takes *das* for the subject; but not if its article says that it is the object. */
function mistakenObject(context: Context, verb: number): Phrase | null {
  const { trees } = context
  const noun = trees
    .childrenBy(verb, 'obj', 'nsubj')
    .find((at) => at > verb && ['NOUN', 'PROPN'].includes(trees.word(at).upos))
  if (noun === undefined) return null
  const article = trees.childBy(noun, 'det')
  const { Case, Gender, Number: number } = article === undefined ? {} : trees.word(article).feats
  return Case === 'Acc' && Gender === 'Masc' && number === 'Sing' ? null : phraseOf(context, noun)
}

/** The finite verb of a sentence's main clause. */
export function mainFinite(context: Context, sentence: Sentence): Word | undefined {
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

/** Whose view a sentence gives without saying so in a clause: the subject of its main verb, if that is a verb of saying or a name. */
export function holder(context: Context, sentence: Sentence): Phrase | null {
  const { names, trees, words } = context
  const root = range(sentence.first, sentence.last).find((at) => (words[at]?.head ?? 0) < 0)
  if (root === undefined) return null
  const entry = cueVerb(context, root)
  const speaker = speakerOf(context, root, entry)
  if (!speaker || trees.word(speaker.head).upos === 'PRON') return entry ? speaker : null
  const named = names.some(
    ({ first, last, type, form }) =>
      form === 'name' && (type === 'PER' || type === 'ORG') && speaker.words.some((at) => first <= at && at < last),
  )
  return entry || named ? speaker : null
}

/**
 * A sentence in the subjunctive without a cue goes on with what the speaker of the sentence before said.
 * @param recent who spoke last in the same paragraph, some sentences before
 */
export function runningQuote(
  context: Context,
  number: number,
  before: readonly Draft[],
  recent: Phrase | null = null,
): Draft | undefined {
  const { sentences, words } = context
  const sentence = sentences[number]
  const previous = sentences[number - 1]
  if (!sentence || !previous || context.unrelated || sentence.kind === 'headline') return undefined
  if (sentence.paragraph - previous.paragraph > 1 || !isReportive(context, sentence)) return undefined
  const speaker = before.filter((draft) => draft.speaker).at(-1)?.speaker ?? holder(context, previous) ?? recent
  if (!speaker || isRole(context, 'nobody', words[speaker.head] as Word)) return undefined
  const said = trim(words, sentenceWords(sentence))
  if (said.filter((at) => !isPunctuation(words[at])).length < 3) return undefined
  return { form: 'indirect', words: said, speaker, cue: null, rule: 'subjunctive runs on' }
}

/**
 * *Die Behörde legte einen Bericht vor. Demnach …*: the sentence tells what was said or written in the one before. *danach* does so only
 * at the beginning, after a noun of what is written.
 */
export function accordingQuote(context: Context, number: number, before: readonly Draft[]): Draft | undefined {
  const { sentences, words } = context
  const sentence = sentences[number]
  const previous = sentences[number - 1]
  if (!sentence || context.unrelated) return undefined
  const cue = range(sentence.first, sentence.last).find((at) => isAccording(context, sentence, at))
  if (cue === undefined) return undefined
  const near = previous && sentence.paragraph - previous.paragraph <= 1 ? previous : undefined
  const noun = range(near?.first ?? 0, near?.last ?? 0)
    .reverse()
    .find((at) => words[at]?.upos === 'NOUN' && nounAmong(context.lexicon.documentNouns, words[at]?.lemma ?? ''))
  if (noun === undefined && isRole(context, 'thereafter', words[cue])) return undefined
  const said = near && before.filter((draft) => draft.speaker).at(-1)?.speaker
  const owner = noun === undefined ? null : ownerOf(context, noun)
  const whose = owner ?? (near ? holder(context, near) : null)
  return {
    form: 'reported',
    words: trim(
      words,
      sentenceWords(sentence).filter((at) => at !== cue),
    ),
    speaker: said ?? whose ?? (noun === undefined ? null : phraseOf(context, noun)),
    cue: { words: [cue], head: cue },
    rule: 'according',
  }
}

/** *demnach* beside the main verb, *danach* as the first word. */
function isAccording(context: Context, sentence: Sentence, index: number): boolean {
  const word = context.trees.word(index)
  if (word.upos !== 'ADV' || !hasRelation(word, 'advmod') || context.words[word.head]?.sentence !== word.sentence)
    return false
  if (isRole(context, 'thereafter', word)) return index === sentence.first
  return isRole(context, 'accordingly', word) && (context.trees.word(word.head).head < 0 || index === sentence.first)
}
