import type { Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { finiteWord } from './clause.ts'
import { isWord, type StatusContext } from './context.ts'

/** A relative clause has a pronoun, or is in the indicative (*das Gerücht, der Trainer verlasse den Verein* is none). */
export function isRelative(context: StatusContext, word: Word): boolean {
  const { trees } = context
  if (!hasRelation(word, 'acl:relcl')) return false
  if (finiteWord(context, word.index)?.feats.Mood !== 'Sub') return true
  return trees.subtree(word.index).some((at) => (trees.word(at).feats.PronType ?? '').includes('Rel'))
}

export function hasComplementizer(context: StatusContext, word: Word): boolean {
  const { trees } = context
  return trees.childrenBy(word.index, 'mark').some((at) => isWord(context, 'complementizer', trees.word(at)))
}

/** Whether a conjunct is finite; one that looks like its infinitive after an infinitive is not (*nicht ersetzen, sondern ergänzen*). */
export function hasOwnFinite(context: StatusContext, word: Word): boolean {
  const finite = finiteWord(context, word.index)
  if (!finite) return false
  const first = context.trees.word(word.head)
  const alike = first.feats.VerbForm === 'Inf' && finite.index === word.index && word.form === word.lemma
  return !(alike && context.trees.childBy(word.index, 'nsubj') === undefined)
}

/** An infinitive without *zu* is no complement of a full verb, whatever the parser says, but stands beside it (*will A tun und B lassen*). */
export function isBareInfinitive(context: StatusContext, word: Word): boolean {
  const { trees, words } = context
  if (word.feats.VerbForm !== 'Inf' || hasRelation(word, 'acl')) return false
  const zu = trees.childrenBy(word.index, 'mark', 'advmod').some((at) => isWord(context, 'zu', trees.word(at)))
  if (zu || isWord(context, 'zu', words[word.index - 1])) return false
  return word.form === word.lemma
}

/** *sollte die UNO …*, *wäre er …* with the verb first. */
export function isConditional(context: StatusContext, word: Word): boolean {
  const finite = finiteWord(context, word.index)
  if (!finite) return false
  const hypothetical = finite.feats.Mood === 'Sub' && finite.feats.Tense === 'Past'
  return hypothetical || (isWord(context, 'ought', finite) && finite.feats.Tense === 'Past')
}

export function beginsWithVerb(context: StatusContext, word: Word): boolean {
  const { trees } = context
  const finite = finiteWord(context, word.index)
  if (!finite) return false
  const first = trees.subtree(word.index).find((at) => trees.word(at).upos !== 'PUNCT')
  return first === finite.index
}

/** Whether a verb takes an infinitive without *zu* (*sah ihn kommen*). */
export const isPerception = (context: StatusContext, word: Word): boolean => isWord(context, 'perception', word)

/** Whether a conjunct stands after *sondern*. */
export const isAgainst = (context: StatusContext, index: number): boolean =>
  context.trees
    .childrenBy(index, 'cc')
    .some((at) => context.lexicon.negation.get(context.trees.word(at).form.toLowerCase()) === 'contrast')
