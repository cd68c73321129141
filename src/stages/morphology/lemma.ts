import type { Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import type { Reading } from '../../lexicon/index.ts'
import type { Cell } from './features.ts'
import type { Grammar } from './grammar.ts'

/** The reading whose cells hold the chosen one, else the first. */
export function readingFor(readings: readonly Reading[], cell: Cell | null): Reading | undefined {
  if (cell) {
    const fitting = readings.find(({ cells }) => (cells & cell.bit) !== 0)
    if (fitting) return fitting
  }
  return readings[0]
}

/** Whether a name's final *s* is the genitive's: an attribute without preposition or article beside its noun (*Obamas Beraterin*). */
export function isGenitiveName(trees: Trees, word: Word, { lexicon, namesInS }: Grammar): boolean {
  if (namesInS.has(word.form) || !word.form.endsWith('s') || word.form.length < 4 || word.form.endsWith('ss'))
    return false
  if (word.form === word.form.toUpperCase()) return false
  const top = topOfName(trees, word)
  if (!hasRelation(top, 'nmod') || top.head < 0) return false
  if (trees.childBy(top.index, 'case') !== undefined) return false
  if (lexicon.exact(word.form).some(({ upos, lemma }) => upos === 'NOUN' && lemma === word.form)) return false
  return lastOfName(trees, top) === word.index
}

const LONGEST_NAME = 20

/** The word that the parts of a name are attached to. */
export function topOfName(trees: Trees, word: Word): Word {
  let at = word
  for (let steps = 0; steps < LONGEST_NAME; steps++) {
    if (at.head < 0 || !hasRelation(at, 'flat', 'compound') || trees.word(at.head).upos !== 'PROPN') break
    at = trees.word(at.head)
  }
  return at
}

function lastOfName(trees: Trees, top: Word): number {
  return Math.max(
    top.index,
    ...trees.childrenBy(top.index, 'flat', 'compound').filter((child) => trees.word(child).upos === 'PROPN'),
  )
}
