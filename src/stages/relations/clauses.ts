import type { Word } from '../../core/document.ts'
import { hasRelation, Trees } from '../../core/tree.ts'
import type { Edge } from '../morphology/noun-phrases.ts'

/**
 * Brings the heads of clauses to the form that Universal Dependencies ask for: the participle and not its auxiliary (*ist verschwunden*), and
 * a subject for the predicate noun (*Bester Werfer war Weber*). Trees that were given stay as they are.
 */
export function headedClauses(words: readonly Word[]): readonly Word[] {
  const trees = new Trees(words)
  const edges = new Map<number, Edge>()
  for (const word of words) {
    if (word.confidence === 1) continue
    const participle =
      word.upos === 'AUX' && word.feats.VerbForm === 'Fin' ? participleOf(trees, word.index) : undefined
    if (participle !== undefined) raise(trees, edges, word, participle)
    const subject = trees.childBy(word.index, 'cop') === undefined ? undefined : looseSubject(trees, word.index)
    if (subject !== undefined) edges.set(subject, { head: word.index, deprel: 'nsubj' })
    if (isBehindCopula(trees, word)) {
      const { head, deprel } = trees.word(word.head)
      edges.set(word.index, { head, deprel })
      edges.set(word.head, { head: word.index, deprel: 'nsubj' })
    }
  }
  return edges.size === 0 ? words : words.map((word) => ({ ...word, ...edges.get(word.index) }))
}

/** The participle that hangs on its finite auxiliary. */
const participleOf = (trees: Trees, auxiliary: number): number | undefined =>
  trees
    .childrenBy(auxiliary, 'xcomp')
    .find(
      (c) =>
        c > auxiliary &&
        trees.word(c).upos === 'VERB' &&
        trees.word(c).feats.VerbForm === 'Part' &&
        trees.childBy(c, 'mark') === undefined,
    )

/** Puts a participle in the place of its auxiliary. */
function raise(trees: Trees, edges: Map<number, Edge>, auxiliary: Word, participle: number): void {
  edges.set(participle, { head: auxiliary.head, deprel: auxiliary.deprel })
  edges.set(auxiliary.index, { head: participle, deprel: 'aux' })
  for (const child of trees.children(auxiliary.index))
    if (child !== participle) edges.set(child, { head: participle, deprel: trees.word(child).deprel })
}

/** A noun without preposition before the copula of a predicate that has no subject, which the parser hung somewhere below the predicate. */
function looseSubject(trees: Trees, predicate: number): number | undefined {
  if (trees.childBy(predicate, 'nsubj', 'csubj', 'expl') !== undefined) return undefined
  const copula = trees.childBy(predicate, 'cop')!
  if (trees.word(copula).feats.VerbForm !== 'Fin' || copula > predicate) return undefined
  return trees
    .subtree(predicate)
    .find(
      (index) =>
        index < copula &&
        (trees.word(index).upos === 'NOUN' || trees.word(index).upos === 'PROPN') &&
        hasRelation(trees.word(index), 'dep', 'appos', 'nmod') &&
        trees.word(index).head >= copula &&
        trees.childBy(index, 'case') === undefined,
    )
}

/** Whether a finite copula parts a noun from what the parser takes for its apposition (*Neuer Chef der Bank ist Hans Huber*). */
function isBehindCopula(trees: Trees, { index, head, deprel }: Word): boolean {
  if (!/^(?:appos|flat|nmod)/u.test(deprel) || head < 0 || trees.childBy(index, 'case', 'det') !== undefined)
    return false
  const copula = trees.childBy(index, 'cop')
  return copula !== undefined && head < copula && copula < index && trees.word(copula).feats.VerbForm === 'Fin'
}
