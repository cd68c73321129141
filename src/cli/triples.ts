import type { Document, Layer, Mention, Relation, Word } from '../core/document.ts'
import { type Trees, treesOf } from '../core/tree.ts'

/**
 * Every claim of a document whatever its status, a line each: the number of the text's line from 1, subject, relation and object in words
 * of the sentence as written there (*im*, not *in dem*), without punctuation; auxiliaries, separated prefix, preposition and negation
 * belong to the relation.
 */
export function analysisAsTriples(document: Document<Layer>): string {
  const { text, words, relations } = document
  const trees = treesOf(words)
  const lineNumbers = lineCounter(text)
  const rows = relations.map((relation) => ({ relation, row: tripleOf(document, relation, trees) }))
  rows.sort((a, b) => words[a.relation.trigger]!.start - words[b.relation.trigger]!.start)
  const lines = rows.flatMap(({ relation, row }) =>
    row.every((part) => part !== '') ? [`${lineNumbers(words[relation.trigger]!.start)}\t${row.join('\t')}\n`] : [],
  )
  return [...new Set(lines)].join('')
}

/** Subject, relation and object; empty where the words of one are those of another, so that nothing is left to print. */
function tripleOf(document: Document<Layer>, relation: Relation, trees: Trees): [string, string, string] {
  const { words } = document
  const object = relation.object === null ? undefined : mentionOf(document, relation.object, relation)
  const subject = mentionOf(document, relation.subject, relation)
  const stated = relationWords(relation, object, trees)
  const objectWords = object ? apart(document, object, stated) : []
  const subjectWords = subject ? apart(document, subject, [...stated, ...objectWords]) : []
  const label = (entity: number): string => plain(document.coreference.entities[entity]!.label)
  const value = relation.object === null ? plain(relation.value?.text ?? '') : label(relation.object)
  return [
    subject ? asWritten(words, subjectWords) : label(relation.subject),
    asWritten(
      words,
      stated.filter((index) => !objectWords.includes(index) && !subjectWords.includes(index)),
    ),
    object ? asWritten(words, objectWords) : value,
  ]
}

/**
 * The words of a mention; of one that holds words of the other parts too (*Russlands Präsident Putin*, of whom *Präsident* is stated), only
 * the name in it that has none of them.
 */
function apart({ names }: Document<Layer>, mention: Mention, others: readonly number[]): number[] {
  const all = wordsOf(mention)
  if (!all.some((index) => others.includes(index))) return all
  const inside = names.filter(({ first, last }) => first >= mention.first && last <= mention.last)
  const free = inside.map(wordsOf).filter((indices) => !indices.some((index) => others.includes(index)))
  return free.at(-1) ?? []
}

/** The mention of an entity that the rule matched, or else the nearest to the trigger in its sentence. */
function mentionOf({ coreference, words }: Document<Layer>, entity: number, relation: Relation): Mention | undefined {
  const sentence = words[relation.trigger]?.sentence
  const here = coreference.entities[entity]!.mentions.map((index) => coreference.mentions[index]!).filter(
    ({ head }) => words[head]?.sentence === sentence,
  )
  const distance = ({ head }: Mention): number =>
    (relation.matched.includes(head) ? 0 : words.length) + Math.abs(head - relation.trigger)
  return here.sort((a, b) => distance(a) - distance(b))[0]
}

const wordsOf = ({ first, last }: Pick<Mention, 'first' | 'last'>): number[] =>
  Array.from({ length: last - first }, (_, i) => first + i)

/** Trigger, auxiliaries, separated prefix and negation, and the preposition of the object. */
function relationWords(relation: Relation, object: Mention | undefined, trees: Trees): number[] {
  const { trigger } = relation
  const found = [trigger, ...trees.childrenBy(trigger, 'aux', 'compound', 'cop')]
  for (const child of trees.childrenBy(trigger, 'advmod', 'det')) if (isNegative(trees.word(child))) found.push(child)
  if (object) found.push(...trees.childrenBy(object.head, 'case').filter((index) => index < object.head))
  return [...new Set(found)].sort((a, b) => a - b)
}

const isNegative = ({ feats }: Word): boolean => feats.Polarity === 'Neg' || feats.PronType === 'Neg'

/** Words in the order of the text, each surface word once, without punctuation. */
function asWritten(words: readonly Word[], indices: readonly number[]): string {
  const surface = new Map<number, string>()
  for (const index of [...indices].sort((a, b) => a - b)) {
    const { start, form, contraction, upos } = words[index]!
    if (upos !== 'PUNCT') surface.set(start, contraction?.form ?? form)
  }
  return plain([...surface.values()].join(' '))
}

/** One line without punctuation that stands alone or at a word's edge. */
const plain = (text: string): string =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}%€$]+|[^\p{L}\p{N}%€$]+$/gu, ''))
    .filter((word) => word !== '')
    .join(' ')

/** The number, from 1, of the line that an offset lies in; offsets may only grow. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
