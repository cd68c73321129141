import type { Trees } from '../../core/tree.ts'
import type { Edge } from '../morphology/noun-phrases.ts'

/** What is measured follows the measure (*zu acht Jahren Haft*, *zwei Tonnen Kokain*) and hangs on it, not on the verb. */
export const measures =
  (isMeasure: (trees: Trees, noun: number) => boolean) =>
  (trees: Trees): Map<number, Edge> => {
    const out = new Map<number, Edge>()
    for (const word of trees.words) {
      if (word.upos !== 'NOUN') continue
      const measure = trees.words[Math.min(word.index, ...trees.childrenBy(word.index, 'amod')) - 1]
      if (measure?.upos !== 'NOUN' || measure.sentence !== word.sentence) continue
      if (
        word.head === measure.index ||
        measure.head === word.index ||
        trees.ancestors(measure.index).includes(word.index)
      )
        continue
      if (trees.childBy(word.index, 'case', 'det', 'nummod', 'cop') !== undefined) continue
      if (trees.childBy(measure.index, 'nummod') !== undefined && isMeasure(trees, measure.index))
        out.set(word.index, { head: measure.index, deprel: 'nmod' })
    }
    return out
  }
