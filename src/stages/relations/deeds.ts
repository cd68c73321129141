import type { Word } from '../../core/document.ts'
import { caseOf, hasRelation, type Trees } from '../../core/tree.ts'
import type { RelationData } from './data.ts'

/** How far above the word before an infinitive its noun may be (*die Forderung des Vorsitzenden Edmund Stoiber, …*). */
const FAR = 6

/**
 * The noun that an infinitive belongs to: a noun of deeds whose phrase ends right before its comma (*reagierte auf die Forderung der
 * Partei, …*), or the noun that it hangs on.
 */
export function deedNounOf(trees: Trees, { deedNouns }: RelationData, { index, head }: Word): number | undefined {
  const start = trees.subtree(index).find((at) => trees.word(at).upos !== 'PUNCT') ?? index
  let at = start - 2
  for (let steps = 0; steps < FAR && at >= 0 && at < start && trees.word(start - 1).upos === 'PUNCT'; steps++) {
    const word = trees.word(at)
    if (word.upos === 'NOUN' && deedNouns.has(word.lemma)) return at
    if (!hasRelation(word, 'nmod', 'appos', 'flat', 'compound', 'punct')) break
    at = word.head
  }
  return trees.word(head).upos === 'NOUN' ? head : undefined
}

/** Whom a verb of telling tells to do something (*riet der Frau ab, …*): its object, a dative also where the parser calls it oblique. */
export const toldBy = (trees: Trees, verb: number): number | undefined =>
  trees.childBy(verb, 'obj', 'iobj', 'obl:arg') ??
  trees
    .childrenBy(verb, 'obl')
    .find((child) => trees.childBy(child, 'case') === undefined && caseOf(trees, child) === 'Dat')
