import type { Trees } from '../../core/tree.ts'

/** The lemma of a verb with its separated prefix joined: *reist … ab* → *abreisen*. Other words have their own lemma. */
export function verbLemma(trees: Trees, index: number): string {
  const { lemma } = trees.word(index)
  const prefix = trees.childBy(index, 'compound:prt')
  if (prefix === undefined) return lemma
  const text = trees.word(prefix).form.toLowerCase()
  if (!/^\p{L}+$/u.test(text)) return lemma
  return lemma.startsWith(text) && lemma.length > text.length + 3 ? lemma : text + lemma
}
