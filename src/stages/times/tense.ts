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
  for (let at = index, steps = 0; at >= 0 && steps < FARTHEST; at = trees.word(at).head, steps++) {
    const tense = (at === index ? null : attributeTense(trees.word(at), lexicon)) ?? predicateTense(trees, at, lexicon)
    if (tense) return tense
  }
  return null
}

/** How many words up the tree the verb is sought. */
const FARTHEST = 50

/** An infinitive in one of these relations is what somebody announces, plans or wants (*kündigte an, am Freitag zu gehen*). */
const INTENDED = ['xcomp', 'ccomp', 'acl', 'advcl'] as const

/** An ordinal in digits is tagged as an adjective too. */
const LETTER = /\p{L}/u

/** Tense of a participle that stands as an attribute (*die am Montag veröffentlichte Studie*), or null. */
function attributeTense(word: Word, lexicon: TenseLexicon): Tense | null {
  if (word.upos !== 'ADJ' && word.feats.VerbForm !== 'Part') return null
  if (!hasRelation(word, 'amod') || !LETTER.test(word.form)) return null
  if (lexicon.get(word.lemma) === 'prospective') return 'future'
  const endings = [...lexicon].filter(([ending, kind]) => kind === 'present-participle' && ending.startsWith('-'))
  return endings.some(([ending]) => word.lemma.endsWith(ending.slice(1))) ? 'present' : 'past'
}

function predicateTense(trees: Trees, index: number, lexicon: TenseLexicon): Tense | null {
  const head = trees.word(index)
  const auxiliaries = trees.childrenBy(index, 'aux', 'cop').map((child) => trees.word(child))
  const verbs = isVerb(head) ? [head, ...auxiliaries] : auxiliaries
  const isParticiple = head.feats.VerbForm === 'Part'
  if (auxiliaries.length > 0 && lexicon.get(head.lemma) === 'prospective') return 'future'
  if (isParticiple && auxiliaries.some((word) => lexicon.get(word.lemma) === 'perfect')) return 'past'
  const finite = verbs.find((word) => word.feats.VerbForm === 'Fin')
  if (!finite) return head.feats.VerbForm === 'Inf' && hasRelation(head, ...INTENDED) ? 'future' : null
  if (finite.feats.Tense === 'Past') return finite.feats.Mood === 'Sub' && finite !== head ? 'future' : 'past'
  return lexicon.get(finite.lemma) === 'future' && head.feats.VerbForm === 'Inf' ? 'future' : 'present'
}

const isVerb = (word: Word): boolean => word.upos === 'VERB' || word.upos === 'AUX'
