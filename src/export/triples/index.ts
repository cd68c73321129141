import type { Document } from '../../core/document.ts'
import { treesOf } from '../../core/tree.ts'
import { clausesOf } from './clauses.ts'
import { asWritten } from './phrases.ts'
import { statementsOf } from './statements.ts'

/** What a clause says of its subject, in words of the sentence. */
export interface Triple {
  /** Index of the sentence. */
  readonly sentence: number
  readonly subject: string
  readonly relation: string
  readonly object: string
}

/** Triples of all clauses (open information extraction), those of a clause together, in text order, each once. */
export function openTriples(document: Document<'sentences' | 'words'>): Triple[] {
  const { words } = document
  const trees = treesOf(words)
  const seen = new Set<string>()
  return clausesOf(trees).flatMap((clause) =>
    statementsOf(trees, clause).flatMap(([subject, relation, object]): Triple[] => {
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
