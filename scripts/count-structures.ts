/**
 * Makes `data/lang/de/trees/rare.tsv`: what is rare in the trees of a treebank. Only needed to renew that file:
 *
 *     npm run build && node dist/scripts/count-structures.js TREEBANK.conllu… > data/lang/de/trees/rare.tsv
 */
import { readFileSync } from 'node:fs'
import { readConllu } from '../src/conllu/index.ts'
import type { Upos } from '../src/core/document.ts'
import { HEAD_CLASSES, headClass, universal } from '../src/ml/rare-structures.ts'

/** Rarer than one case in seven; what is not is left out. */
const LEAST = 2

/** Relations that stand for two things which a word may well have at once: a noun has an owner and a phrase with a preposition. */
const TWOFOLD: ReadonlySet<string> = new Set(['nmod'])

/** A word's relation without subtype, and the place of its head in its sentence's list, -1 for the root. */
export interface TreeWord {
  readonly relation: string
  readonly upos: Upos
  readonly head: number
}

/** Rows of the table (kind, relation, other, rarity) by kind and then by name. */
export function rareStructures(trees: readonly (readonly TreeWord[])[]): string[][] {
  const counts = new Map<string, number>()
  const add = (key: string, count = 1): void => {
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  const of = (key: string): number => counts.get(key) ?? 0
  for (const tree of trees) {
    const children = new Map<string, number>()
    tree.forEach(({ relation, head }, place) => {
      const above = tree[head]
      if (!above) return
      add('arcs')
      add(`dependent ${relation}`)
      add(`head ${above.relation}`)
      add(`under ${relation} ${above.relation}`)
      const side = `${relation} ${HEAD_CLASSES[headClass(above.upos)]}`
      add(`beside ${side}`)
      add(`${place < head ? 'before' : 'after'} ${side}`)
      const key = `${head} ${relation}`
      children.set(key, (children.get(key) ?? 0) + 1)
    })
    for (const [key, count] of children) {
      const relation = key.slice(key.indexOf(' ') + 1)
      add(`heads with ${relation}`)
      add(`repeated ${relation}`, count - 1)
    }
  }
  const relations = [...new Set(trees.flat().map(({ relation }) => relation))].sort()
  const rows: (readonly [string, string, string, number])[] = []
  for (const relation of relations) {
    if (!TWOFOLD.has(relation))
      rows.push(['repeated', relation, '-', (of(`repeated ${relation}`) + 0.5) / (of(`heads with ${relation}`) + 1)])
    for (const head of relations) {
      const expected = (of(`dependent ${relation}`) * of(`head ${head}`)) / of('arcs')
      rows.push(['under', relation, head, (of(`under ${relation} ${head}`) + 2) / (expected + 2)])
    }
    for (const side of ['before', 'after'])
      for (const name of HEAD_CLASSES) {
        const key = `${relation} ${name}`
        rows.push([side, relation, name, (of(`${side} ${key}`) + 0.5) / (of(`beside ${key}`) + 1)])
      }
  }
  return rows
    .map(([kind, relation, other, share]) => [kind, relation, other, (-Math.log(share)).toFixed(2)])
    .filter((row) => Number(row[3]) > LEAST)
    .sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1))
}

function treesOf(file: string): TreeWord[][] {
  const { sentences, given } = readConllu(readFileSync(file, 'utf8'), file)
  return sentences.map(({ first, last }) =>
    Array.from({ length: last - first }, (_, place) => {
      const head = given?.head[first + place] ?? -1
      return {
        relation: universal(given?.deprel[first + place] ?? 'dep'),
        upos: given?.upos[first + place] ?? 'X',
        head: head < 0 ? -1 : head - first,
      }
    }),
  )
}

const HEADER = `# What is rare in trees: counted by scripts/count-structures.ts in four fifths of UD German PUD and GSD-dev (CC BY-SA 3.0 and 4.0; all but fold 0
# of the cross-validation in train), so under CC BY-SA 4.0. Rarity is minus the natural logarithm: of the share of words with a dependent of this relation
# that have another (repeated), of how often the relation is found below another, by how often chance would have it there (under), of the share of
# dependents that stand before or after a head that is a verb, a noun, anything else (before, after).
kind\trelation\tother\trarity
`

const files = process.argv.slice(2)
if (files.length > 0) {
  const rows = rareStructures(files.flatMap(treesOf))
  process.stdout.write(HEADER + rows.map((row) => `${row.join('\t')}\n`).join(''))
}
