import type { Document } from '../../core/document.ts'
import { hasRelation, type Trees, treesOf } from '../../core/tree.ts'
import { antecedentOf, type Clause, clausesOf, isInfinitive, isRelative } from './clauses.ts'
import { asWritten, conjuncts, isNominal, type Phrase, readings, subtree } from './phrases.ts'

/** What a clause says of one argument of its verb, in words of the sentence. */
export interface Triple {
  /** Index of the sentence. */
  readonly sentence: number
  readonly subject: string
  readonly relation: string
  readonly object: string
}

/** Triples of all clauses, those of a clause together, in text order. */
export function openTriples(document: Document<'sentences' | 'words'>): Triple[] {
  const { words } = document
  const trees = treesOf(words)
  const seen = new Set<string>()
  return clausesOf(trees).flatMap((clause) =>
    statements(trees, clause).flatMap(([subject, relation, object]): Triple[] => {
      const triple = {
        sentence: words[clause.predicate]!.sentence,
        subject: asWritten(words, subject),
        relation: asWritten(words, relation),
        object: asWritten(words, object),
      }
      const key = JSON.stringify(triple)
      if (triple.subject === '' || triple.relation === '' || triple.object === '' || seen.has(key)) return []
      seen.add(key)
      return [triple]
    }),
  )
}

/** A line for each triple: the number of the text's line from 1, subject, relation, object, parted by tabs. */
export function analysisAsTriples(document: Document<'sentences' | 'words'>): string {
  const lineAt = lineCounter(document.text)
  const lines = document.sentences.map(({ start }) => lineAt(start))
  return openTriples(document)
    .map(({ sentence, subject, relation, object }) => `${lines[sentence]}\t${subject}\t${relation}\t${object}\n`)
    .join('')
}

type Statement = readonly [subject: Phrase, relation: Phrase, object: Phrase]

function statements(trees: Trees, clause: Clause): Statement[] {
  const { predicate, subject, verbs, copular } = clause
  const subjects = readings(trees, subject).map((phrase) => withoutPrepositions(trees, phrase, subject))
  const pairs: [Phrase, Phrase][] = []
  const args = trees.children(predicate).filter((child) => !verbs.includes(child))
  const objects = args.filter((child) => hasRelation(trees.word(child), 'obj') && isNominal(trees.word(child)))
  const others = args.filter(
    (child) => hasRelation(trees.word(child), 'obl', 'iobj', 'nmod') && isNominal(trees.word(child)),
  )
  if (copular) {
    if (isNominal(trees.word(predicate))) {
      const clausal = trees.childrenBy(
        predicate,
        'nsubj',
        'obl',
        'advcl',
        'aux',
        'cop',
        'ccomp',
        'xcomp',
        'mark',
        'advmod',
      )
      const all = readings(trees, predicate).map((phrase) =>
        phrase.filter((index) => !clausal.some((top) => below(trees, index, predicate, top))),
      )
      for (const phrase of all) pairs.push([verbs, phrase])
    } else {
      const adjective = adjectivePhrase(trees, predicate)
      if (others.length === 0) pairs.push([verbs, adjective])
      for (const other of others)
        for (const phrase of argument(trees, other)) pairs.push([withPredicate(verbs, predicate), phrase])
    }
  } else {
    for (const object of objects) for (const phrase of argument(trees, object)) pairs.push([verbs, phrase])
    const [object] = objects
    const stem = object === undefined ? verbs : [...verbs, ...(argument(trees, object)[0] ?? [])]
    for (const other of others) for (const phrase of argument(trees, other)) pairs.push([stem, phrase])
    for (const child of args) {
      const word = trees.word(child)
      if (
        hasRelation(word, 'ccomp') ||
        (hasRelation(word, 'xcomp') && word.upos === 'VERB' && isInfinitive(trees, child))
      )
        pairs.push([verbs, subtree(trees, child)])
      else if (hasRelation(word, 'xcomp')) for (const phrase of argument(trees, child)) pairs.push([verbs, phrase])
    }
  }
  return subjects.flatMap((s) => pairs.map(([relation, object]): Statement => [s, relation, object]))
}

/** Whether `index` hangs below `top` within `head`'s tree. */
const below = (trees: Trees, index: number, head: number, top: number): boolean => {
  for (let at = index; at >= 0 && at !== head; at = trees.word(at).head) if (at === top) return true
  return false
}

const withPredicate = (verbs: Phrase, predicate: number): Phrase => {
  const [first, ...rest] = verbs
  return first === undefined ? [predicate] : [first, ...[predicate, ...rest].sort((a, b) => a - b)]
}

const adjectivePhrase = (trees: Trees, predicate: number): Phrase =>
  trees.subtree(predicate, (word) => !hasRelation(word, 'advmod', 'case')).sort((a, b) => a - b)

/** A nominal that stands elsewhere in another role: the prepositions of that role belong to it no more. */
function withoutPrepositions(trees: Trees, phrase: Phrase, head: number): Phrase {
  const prepositions = conjuncts(trees, head).flatMap((one) => trees.childrenBy(one, 'case', 'cc'))
  return phrase.filter((index) => !prepositions.includes(index))
}

function argument(trees: Trees, head: number): Phrase[] {
  if (!isRelative(trees.word(head))) return readings(trees, head)
  const antecedent = antecedentOf(trees, head)
  if (antecedent === undefined) return []
  const prepositions = trees.childrenBy(head, 'case')
  return readings(trees, antecedent).map((phrase) => [
    ...prepositions,
    ...withoutPrepositions(trees, phrase, antecedent),
  ])
}

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
