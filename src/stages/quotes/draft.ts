import type { Name, Quote, Sentence, Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import { finiteOf, isPassive, nounPhrase, range, subjectOf, verbLemma } from './clauses.ts'
import type { CueVerb, QuoteLexicon, Role } from './lexicon.ts'
import type { Quoted } from './marks.ts'

/** The words that name a speaker or a cue, and the head word among them. */
export interface Phrase {
  readonly words: readonly number[]
  readonly head: number
}

/** A quote as a rule found it, before overlaps are settled. */
export interface Draft {
  readonly form: Quote['form']
  readonly words: readonly number[]
  readonly speaker: Phrase | null
  readonly cue: Phrase | null
  /** Name of the rule. */
  readonly rule: string
}

/** What every rule reads. */
export interface Context {
  readonly words: readonly Word[]
  readonly sentences: readonly Sentence[]
  readonly names: readonly Name[]
  readonly trees: Trees
  readonly lexicon: QuoteLexicon
  readonly regions: readonly Quoted[]
  /** Whether sentences have nothing to do with each other. */
  readonly unrelated: boolean
}

export const isRole = (context: Context, role: Role, word: Word | undefined): boolean =>
  word !== undefined &&
  (context.lexicon.words[role].has(word.lemma.toLowerCase()) ||
    context.lexicon.words[role].has(word.form.toLowerCase()))

/** The region of quotation marks that holds a word, innermost first. */
export function regionOf(context: Context, index: number): Quoted | undefined {
  let found: Quoted | undefined
  for (const region of context.regions) if (region.first <= index && index < region.last) found = region
  return found
}

/** Entry of the cue verb that `index` is, with its separated prefix or the adjective that it is written with (*gab bekannt*). */
export function cueVerb(context: Context, index: number): CueVerb | undefined {
  const { trees, lexicon } = context
  const word = trees.word(index)
  if (word.upos !== 'VERB' && word.upos !== 'AUX') return undefined
  const lemma = verbLemma(trees, index)
  let entry = lexicon.verbs.get(lemma)
  for (const child of trees.children(index)) {
    if (!hasRelation(trees.word(child), 'advmod', 'xcomp', 'obl', 'compound:prt', 'obj')) continue
    const joined = trees.word(child).form.toLowerCase() + word.lemma
    const separate = `${trees.word(child).form.toLowerCase()}+${word.lemma}`
    entry = lexicon.verbs.get(joined) ?? lexicon.verbs.get(separate) ?? entry
  }
  if (!entry) return undefined
  const { needs } = entry
  if (needs !== null && !trees.children(index).some((child) => hasForm(trees.word(child), needs))) return undefined
  return entry
}

const hasForm = (word: Word, form: string): boolean =>
  word.lemma.toLowerCase() === form || word.form.toLowerCase() === form

/** The words that make the cue: the verb with its prefix, auxiliaries and reflexive. */
export function cuePhrase(context: Context, index: number): Phrase {
  const { trees } = context
  const parts = trees
    .children(index)
    .filter((child) => hasRelation(trees.word(child), 'compound:prt', 'aux', 'expl:pv'))
  return { words: [...parts, index].sort((a, b) => a - b), head: index }
}

export const phraseOf = (context: Context, head: number): Phrase => ({
  words: nounPhrase(context.trees, head),
  head,
})

/** Who speaks, by the cue verb `index`: its subject, the agent of a passive, or the phrase with the verb's own prepositions. */
export function speakerOf(context: Context, index: number, entry?: CueVerb): Phrase | null {
  const { trees } = context
  if (entry?.speaker) {
    for (const child of trees.childrenBy(index, 'obl', 'nmod'))
      if (trees.childrenBy(child, 'case').some((at) => entry.speaker?.has(trees.word(at).lemma.toLowerCase())))
        return phraseOf(context, child)
    return null
  }
  if (isPassive(context.trees, index)) {
    const agent =
      trees.childBy(index, 'obl:agent') ??
      trees
        .childrenBy(index, 'obl')
        .find((child) => trees.childrenBy(child, 'case').some((at) => isRole(context, 'by', trees.word(at))))
    return agent === undefined ? null : phraseOf(context, agent)
  }
  const subject = subjectOf(trees, index)
  if (subject === undefined) return speakerAfter(context, index)
  const word = trees.word(subject)
  if (word.upos === 'PRON' && word.lemma.toLowerCase() === 'es') return null
  if (word.upos === 'VERB' || word.upos === 'AUX') return null
  return phraseOf(context, subject)
}

/** Where the parser found no subject: the noun phrase that directly follows the finite verb. */
function speakerAfter(context: Context, index: number): Phrase | null {
  const { trees, words } = context
  const finite = finiteOf(trees, index)
  if (finite === undefined) return null
  const sentence = context.sentences[trees.word(index).sentence]
  for (let at = finite + 1; at < Math.min(finite + 8, sentence?.last ?? 0); at++) {
    const word = words[at] as Word
    if (word.upos === 'PUNCT' || word.upos === 'ADP' || word.upos === 'VERB' || word.upos === 'SCONJ') return null
    if (word.upos === 'PROPN' || word.upos === 'NOUN') {
      const top = topOf(context, at, finite)
      return hasRelation(trees.word(top), 'obj', 'iobj', 'obl') && word.feats.Case !== 'Nom'
        ? null
        : phraseOf(context, top)
    }
    if (word.upos === 'PRON' && word.feats.Case === 'Nom' && !hasForm(word, 'es')) return phraseOf(context, at)
  }
  return null
}

/** The highest noun above `index` that stands after `from` and close by. */
function topOf(context: Context, index: number, from: number): number {
  let at = index
  for (;;) {
    const { head } = context.trees.word(at)
    if (head <= from || !['NOUN', 'PROPN'].includes(context.trees.word(head).upos) || Math.abs(head - at) > 4) return at
    at = head
  }
}

/** All word indices of a sentence. */
export const sentenceWords = (sentence: Sentence): number[] => range(sentence.first, sentence.last)
