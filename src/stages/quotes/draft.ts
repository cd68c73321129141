import type { Name, Quote, Sentence, Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import { finiteOf, isFiniteVerb, isPassive, isPointing, nounPhrase, range, subjectOf, verbLemma } from './clauses.ts'
import { type CueVerb, nounAmong, type QuoteLexicon, type Role } from './lexicon.ts'
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
  let entry = lexicon.verbs.get(verbLemma(trees, index))
  for (const part of separateParts(context, index)) entry = compoundEntry(context, index, part) ?? entry
  if (!entry) return undefined
  const { needs } = entry
  if (needs === null) return entry
  const stands = (form: string): boolean =>
    trees
      .children(index)
      .some((child) => [child, ...trees.childrenBy(child, 'case')].some((at) => hasForm(trees.word(at), form)))
  return needs.startsWith('!') === stands(needs.replace('!', '')) ? undefined : entry
}

/** Entry of the verb together with a word that may be its separated part. */
function compoundEntry(context: Context, index: number, part: number): CueVerb | undefined {
  const { lemma } = context.trees.word(index)
  const form = context.trees.word(part).form.toLowerCase()
  return context.lexicon.verbs.get(form + lemma) ?? context.lexicon.verbs.get(`${form}+${lemma}`)
}

/** Words that may be a separated part of the verb: those the parser gives it, and the last word of the clause after a finite verb. */
function separateParts(context: Context, index: number): number[] {
  const { trees, words } = context
  const out = trees
    .children(index)
    .filter((child) => hasRelation(trees.word(child), 'advmod', 'xcomp', 'obl', 'compound:prt', 'obj', 'ccomp'))
  if (!isFiniteVerb(trees.word(index))) return out
  const { sentence } = trees.word(index)
  let at = index + 1
  while (words[at]?.sentence === sentence && !/^[,.:;!?–]$/u.test(words[at]?.form ?? '')) at++
  const last = words[at - 1]
  if (last && last.index > index && ['ADP', 'ADV', 'ADJ'].includes(last.upos) && !out.includes(last.index))
    out.push(last.index)
  return out
}

const hasForm = (word: Word, form: string): boolean =>
  word.lemma.toLowerCase() === form || word.form.toLowerCase() === form

/** The words that make the cue: the verb with its separated part, auxiliaries and reflexive. */
export function cuePhrase(context: Context, index: number): Phrase {
  const { trees } = context
  const parts = trees
    .children(index)
    .filter((child) => hasRelation(trees.word(child), 'compound:prt', 'aux', 'expl:pv'))
  const separate = separateParts(context, index).filter((part) => compoundEntry(context, index, part) !== undefined)
  return { words: [...new Set([...parts, ...separate, index])].sort((a, b) => a - b), head: index }
}

export const phraseOf = (context: Context, head: number): Phrase => ({
  words: nounPhrase(context.trees, head),
  head,
})

/** Who speaks, by the cue verb `index`: its subject, the agent of a passive, or the phrase with the verb's own prepositions. */
export function speakerOf(context: Context, index: number, entry?: CueVerb): Phrase | null {
  const { trees } = context
  if (entry?.speaker) return speakerWith(context, index, entry.speaker)
  if (entry?.patient) {
    const passive = isPassive(trees, index)
    const patient = passive ? trees.childBy(index, 'nsubj') : trees.childBy(index, 'obj')
    return patient === undefined ? null : phraseOf(context, patient)
  }
  if (isPassive(context.trees, index)) {
    const agent =
      trees.childBy(index, 'obl:agent') ??
      trees
        .childrenBy(index, 'obl')
        .find((child) => trees.childrenBy(child, 'case').some((at) => isRole(context, 'by', trees.word(at))))
    const source = agent ?? trees.childrenBy(index, 'obl').find((child) => isSourceNoun(context, child))
    return source === undefined ? null : (ownerOf(context, source) ?? phraseOf(context, source))
  }
  const found = subjectOf(trees, index)
  if (found === undefined) return speakerAfter(context, index)
  const subject = entry ? personAfter(context, index, found) : found
  const word = trees.word(subject)
  if (context.unrelated && word.feats.Person === '1' && regionOf(context, subject) === undefined) return null
  if (word.upos === 'PRON' && isRole(context, 'nobody', word)) return null
  if (word.upos === 'VERB' || word.upos === 'AUX') return null
  if (isPointing(word) && !hasRelation(trees.word(index), 'acl:relcl')) return null
  return phraseOf(context, subject)
}

/** The phrase with one of the prepositions by which a verb names who speaks (*heißt es in einem Bericht*), below the verb or close to it. */
function speakerWith(context: Context, index: number, prepositions: ReadonlySet<string>): Phrase | null {
  const { trees, words } = context
  const { sentence } = trees.word(index)
  const named = (at: number): boolean => prepositions.has(words[at]?.lemma.toLowerCase() ?? '')
  const below = trees.childrenBy(index, 'obl', 'nmod').find((child) => trees.childrenBy(child, 'case').some(named))
  const near = range(index + 1, index + 5).find(
    (at) => words[at]?.sentence === sentence && named(at) && hasRelation(words[at] as Word, 'case'),
  )
  const noun = below ?? (near === undefined ? undefined : words[near]?.head)
  if (noun === undefined || noun < 0) return null
  return (isSourceNoun(context, noun) ? ownerOf(context, noun) : null) ?? phraseOf(context, noun)
}

/** *Die Verschiebung bezeichnete Weber als Fehler*: a name after the verb speaks, not a thing before it that may be the object. */
function personAfter(context: Context, index: number, subject: number): number {
  const { names, trees } = context
  const word = trees.word(subject)
  if (subject > index || word.upos !== 'NOUN' || (word.feats.Gender === 'Masc' && word.feats.Number === 'Sing'))
    return subject
  const named = (at: number): boolean =>
    names.some(
      ({ first, last, type, form }) =>
        first <= at && at < last && form === 'name' && (type === 'PER' || type === 'ORG'),
    )
  if (trees.subtree(subject).some(named)) return subject
  const other = trees.childrenBy(index, 'obj', 'iobj', 'nsubj').find((at) => at > index && named(at))
  return other !== undefined && trees.childBy(other, 'case', 'det') === undefined ? other : subject
}

/** Whether a word is a noun that stands for a source (*Bericht*, *Medienangaben*). */
export function isSourceNoun(context: Context, index: number): boolean {
  const word = context.trees.word(index)
  const { sourceNouns } = context.lexicon
  return word.upos === 'NOUN' && (nounAmong(sourceNouns, word.lemma) || nounAmong(sourceNouns, word.form))
}

/** The genitive, *von* phrase or possessive of a noun of saying. */
export function ownerOf(context: Context, index: number): Phrase | null {
  const { trees } = context
  const possessive = trees.childBy(index, 'det:poss')
  if (possessive !== undefined) return { words: [possessive], head: possessive }
  for (const child of trees.childrenBy(index, 'nmod', 'nmod:poss')) {
    const cases = trees.childrenBy(child, 'case')
    if (cases.length === 0 || cases.every((at) => isRole(context, 'by', trees.word(at))))
      return phraseOf(context, child)
  }
  const next = context.words[index + 1]
  if (!next || next.head <= next.index) return null
  const by = next.upos === 'ADP' && isRole(context, 'by', next) && hasRelation(next, 'case')
  const genitive = next.feats.Case === 'Gen' && hasRelation(next, 'det')
  return by || genitive ? phraseOf(context, next.head) : null
}

/** Where the parser found no subject: the noun phrase that directly follows the finite verb. */
export function speakerAfter(context: Context, index: number): Phrase | null {
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
    if (word.upos === 'PRON' && word.feats.Case === 'Nom' && !isRole(context, 'nobody', word))
      return phraseOf(context, at)
  }
  return null
}

/** A draft whose speaker the parser took from what is said gets the one that follows the cue, or none. */
export function withSpeakerOutside(context: Context, draft: Draft): Draft {
  const { speaker, cue, words } = draft
  if (!speaker || !words.includes(speaker.head)) return draft
  const other =
    cue && ['VERB', 'AUX'].includes(context.trees.word(cue.head).upos) ? speakerAfter(context, cue.head) : null
  return { ...draft, speaker: other && !words.includes(other.head) ? other : null }
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
