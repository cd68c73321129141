import type { Trees } from '../../core/tree.ts'

/** A dependent of a verb or predicate in its deep role: passives are turned, subjects of infinitives and coordinations found. */
export interface Argument {
  /** `subj`, `obj`, `dat`, `gen`, `pred`, `clause`, or a preposition. */
  readonly role: string
  /** Index of its head word. */
  readonly head: number
}

/**
 * Preposition of a nominal in lower case; of several the outer one (*auf* in *auf die von 200 Gramm*), but *nach* in *bis nach*.
 * @param particles words that parsers take for prepositions and are none (*auch*)
 */
export function prepositionOf(trees: Trees, head: number, particles: ReadonlySet<string>): string | undefined {
  const cases = trees.childrenBy(head, 'case').filter((c) => trees.word(c).upos === 'ADP')
  const formOf = (index: number): string => trees.words[index]?.form.toLowerCase() ?? ''
  // *Vor allem* is a particle of two words.
  const found = cases.find((c) => !particles.has(formOf(c)) && !particles.has(`${formOf(c)}_${formOf(c + 1)}`))
  return found === undefined ? undefined : formOf(found)
}
