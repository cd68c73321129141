import type { Word } from '../../core/document.ts'
import { type Resource, readTable } from '../../core/resources.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'
import type { Tense } from './values.ts'

/** What auxiliaries and participles say of the time, by lemma: `perfect`, `future`, `prospective`. */
export type TenseLexicon = ReadonlyMap<string, string>

export const tenseResource: Resource<TenseLexicon> = {
  id: 'times/tense',
  load: async (resources) =>
    new Map((await readTable(resources, 'lang/de/times/tense.tsv')).map(([lemma = '', kind = '']) => [lemma, kind])),
}

/** Tense of the clause that a word stands in: of the nearest predicate above it that has a finite verb; null if there is none. */
export function tenseAt(trees: Trees, index: number, lexicon: TenseLexicon): Tense | null {
  for (const at of [index, ...trees.ancestors(index)]) {
    const tense = predicateTense(trees, at, lexicon)
    if (tense) return tense
  }
  return null
}

function predicateTense(trees: Trees, index: number, lexicon: TenseLexicon): Tense | null {
  const head = trees.word(index)
  const auxiliaries = trees.childrenBy(index, 'aux', 'cop').map((child) => trees.word(child))
  const verbs = isVerb(head) ? [head, ...auxiliaries] : auxiliaries
  const finite = verbs.find((word) => word.feats.VerbForm === 'Fin')
  if (!finite) return null
  if (finite.feats.Mood === 'Sub' && finite.feats.Tense === 'Past') return conjunctive(head, finite, lexicon)
  if (finite.feats.Tense === 'Past') return 'past'
  if (finite === head || hasRelation(finite, 'cop')) return 'present'
  if (lexicon.get(head.lemma) === 'prospective') return 'future'
  const kind = lexicon.get(finite.lemma)
  if (kind === 'perfect' && head.feats.VerbForm === 'Part') return 'past'
  if (kind === 'future' && head.feats.VerbForm === 'Inf') return 'future'
  return 'present'
}

/** *hätte getan* looks back, *würde tun*, *sollte tun* ahead. */
const conjunctive = (head: Word, finite: Word, lexicon: TenseLexicon): Tense =>
  finite !== head && lexicon.get(finite.lemma) === 'perfect' && head.feats.VerbForm === 'Part' ? 'past' : 'future'

const isVerb = (word: Word): boolean => word.upos === 'VERB' || word.upos === 'AUX'
