import type { Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { verbLemma } from '../morphology/verb-lemma.ts'
import { isVerbal } from './clause.ts'
import { isWord, type StatusContext } from './context.ts'
import type { Effect, Embedding } from './lexicon.ts'
import { modifierOf } from './local.ts'

/**
 * What a verb does to what it governs: the entry of the verb with a noun beside it (*in Abrede stellen*), with the preposition of what it
 * governs (*sich aussprechen für*, *dafür, dass*), with a separate part of it, or of the verb alone.
 * @param governed head of what the verb governs.
 */
export function embeddingOf(context: StatusContext, index: number, governed?: number): Embedding | undefined {
  const { lexicon, trees } = context
  const word = trees.word(index)
  if (!isVerbLike(context, word)) return undefined
  const lemma = verbLemma(trees, index)
  for (const child of trees.childrenBy(index, 'obl', 'obj')) {
    const beside = child === governed ? undefined : lexicon.embedding.get(`${lemma}+${trees.word(child).lemma}`)
    if (beside) return beside
  }
  for (const preposition of prepositionsOf(context, index, governed)) {
    const entry = lexicon.embedding.get(`${lemma}+${preposition}`)
    if (entry) return entry
  }
  for (const child of trees.childrenBy(index, 'advmod', 'xcomp', 'obl', 'compound:prt')) {
    const joined = lexicon.embedding.get(trees.word(child).form.toLowerCase() + word.lemma)
    if (joined) return joined
  }
  return lexicon.embedding.get(lemma)
}

/** A verb, or a participle that is tagged as an adjective (*ist wegen Mordes angeklagt*). */
export const isVerbLike = (context: StatusContext, word: Word): boolean =>
  isVerbal(word) ||
  (word.upos === 'ADJ' &&
    !hasRelation(word, 'amod') &&
    context.lexicon.embedding.has(word.lemma) &&
    modifierOf(context, word) === undefined)

/** Prepositions of a noun, and those that a verb's correlates stand for (*dafür*). */
function prepositionsOf(context: StatusContext, verb: number, governed: number | undefined): string[] {
  const { lexicon, trees } = context
  const own = governed === undefined ? [] : trees.childrenBy(governed, 'case').map((at) => trees.word(at).lemma)
  if (own.length > 0) return own
  return trees.children(verb).flatMap((child) => lexicon.correlates.get(trees.word(child).form.toLowerCase()) ?? [])
}

/** What a verb of judging calls something: *hält … für möglich*, *gilt als ausgeschlossen*. */
export function judgementOf(context: StatusContext, verb: number): Effect | undefined {
  const { trees, words } = context
  const judging = isWord(context, 'judging', trees.word(verb)) || isWord(context, 'seeming', trees.word(verb))
  if (!judging) return undefined
  for (const child of trees.children(verb)) {
    const marks = [...trees.childrenBy(child, 'case', 'mark').map((at) => trees.word(at)), words[child - 1]]
    const bare = hasRelation(trees.word(child), 'xcomp') && trees.word(child).upos === 'ADJ'
    if (!bare && !marks.some((mark) => isWord(context, 'as', mark))) continue
    const entry = modifierOf(context, trees.word(child))
    if (entry && entry.use !== 'attribute') return entry
  }
  return undefined
}

/** Whether a noun makes something of the word that it governs: a clause, or a noun with one of its prepositions. */
export function governs(context: StatusContext, noun: number, governed: number): boolean {
  const { lexicon, trees } = context
  const entry = lexicon.nouns.get(trees.word(noun).lemma)
  if (!entry) return false
  if (entry.of === null) return true
  const word = trees.word(governed)
  if (!hasRelation(word, 'nmod', 'obl')) return entry.of.has('clause')
  return trees.childrenBy(governed, 'case').some((at) => entry.of?.has(trees.word(at).lemma))
}
