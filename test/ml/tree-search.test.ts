import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HEAD_CLASSES, RareStructures } from '../../src/ml/rare-structures.ts'
import { searchTree } from '../../src/ml/tree-search.ts'

const LABELS = ['root', 'nsubj', 'obj', 'advmod', 'det']
const ROOT = 0
const label = (name: string) => LABELS.indexOf(name)
const RARE = new RareStructures(
  [
    ['repeated', 'nsubj', '-', '8'],
    ['repeated', 'obj', '-', '7'],
    ['under', 'advmod', 'det', '4'],
    ['after', 'det', 'noun', '7'],
  ],
  LABELS,
)
const [verb, noun] = ['verb', 'noun'].map((name) => HEAD_CLASSES.indexOf(name as 'verb'))

/** Scores from a table `[dependent, head, relation, logarithm]`, low ones for the rest. */
const scoresOf = (table: readonly (readonly [number, number, string, number])[]) => ({
  arc: (dependent: number, head: number) =>
    Math.max(-20, ...table.filter(([d, h]) => d === dependent && h === head).map(([, , , score]) => score)),
  relations: (dependent: number, head: number) =>
    LABELS.map((name) => (table.some(([d, h, l]) => d === dependent && h === head && l === name) ? -0.1 : -9)),
})

/** The tree after the search, from heads and relations before it. */
function search(
  heads: readonly number[],
  relations: readonly string[],
  scores: Parameters<typeof searchTree>[1],
  classes: readonly (number | undefined)[] = [],
): string[] {
  const parse = {
    heads: Int32Array.of(-1, ...heads),
    relations: Int32Array.of(ROOT, ...relations.map(label)),
  }
  searchTree(
    parse,
    scores,
    RARE,
    ROOT,
    Int32Array.from(parse.heads, (_, i) => classes[i - 1] ?? 2),
  )
  return heads.map((_, i) => `${LABELS[parse.relations[i + 1] as number]} ${parse.heads[i + 1]}`)
}

describe('searchTree', () => {
  it('makes an object of the subject that loses least by it', () => {
    const scores = scoresOf([
      [1, 3, 'nsubj', -0.1],
      [2, 3, 'nsubj', -0.2],
      [2, 3, 'obj', -0.2],
    ])
    expect(search([3, 3, 0], ['nsubj', 'nsubj', 'root'], scores)).toEqual(['nsubj 3', 'obj 3', 'root 0'])
  })

  it('leaves two dependents of a relation that many words have twice', () => {
    const scores = scoresOf([
      [1, 3, 'advmod', -0.1],
      [2, 3, 'advmod', -0.1],
      [2, 3, 'obj', -0.1],
    ])
    expect(search([3, 3, 0], ['advmod', 'advmod', 'root'], scores)).toEqual(['advmod 3', 'advmod 3', 'root 0'])
  })

  it('uncrosses arcs where it costs little', () => {
    const table = (other: number) =>
      scoresOf([
        [1, 3, 'advmod', -0.5],
        [1, 2, 'advmod', -other],
        [2, 4, 'obj', -0.1],
        [3, 4, 'advmod', -0.1],
        [4, 2, 'obj', -3],
      ])
    const before: [number[], string[]] = [
      [3, 4, 4, 0],
      ['advmod', 'obj', 'advmod', 'root'],
    ]
    expect(search(...before, table(1))[0]).toBe('advmod 2')
    expect(search(...before, table(2.5))[0]).toBe('advmod 3')
  })

  it('puts a determiner before its noun', () => {
    const scores = scoresOf([
      [1, 4, 'nsubj', -0.1],
      [2, 1, 'det', -0.4],
      [2, 3, 'det', -1.2],
      [3, 4, 'obj', -0.1],
    ])
    const classes = [noun, 2, noun, verb]
    expect(search([4, 1, 4, 0], ['nsubj', 'det', 'obj', 'root'], scores, classes)[1]).toBe('det 3')
  })

  it('counts what hangs on the word that gets another relation', () => {
    const scores = scoresOf([
      [1, 2, 'advmod', -0.1],
      [2, 3, 'det', -0.1],
      [2, 3, 'obj', -0.1],
    ])
    expect(search([2, 3, 0], ['advmod', 'det', 'root'], scores)[1]).toBe('obj 3')
  })

  it('keeps a tree and its root word, whatever the scores', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.integer(), (words, seed) => {
        const size = words + 1
        let state = (seed >>> 0) % 2147483646 || 1
        const next = () => {
          state = (state * 48271) % 2147483647
          return state / 2147483647
        }
        const heads = Int32Array.from({ length: size }, (_, i) => (i === 0 ? -1 : Math.floor(next() * i)))
        heads.forEach((head, i) => {
          if (i > 1 && head === 0) heads[i] = 1
        })
        const relations = Int32Array.from(heads, (head) =>
          head <= 0 ? ROOT : 1 + Math.floor(next() * (LABELS.length - 1)),
        )
        const width = LABELS.length + 1
        const cells = Float64Array.from({ length: size * size * width }, () => Math.log(next()))
        const scores = {
          arc: (i: number, h: number) => cells[(i * size + h) * width] as number,
          relations: (i: number, h: number) => cells.subarray((i * size + h) * width + 1, (i * size + h + 1) * width),
        }
        const classes = Int32Array.from({ length: size }, () => Math.floor(next() * 3))
        searchTree({ heads, relations }, scores, RARE, ROOT, classes)
        for (let i = 1; i < size; i++) {
          let steps = 0
          for (let place = i; place > 0; place = heads[place] as number) expect(steps++).toBeLessThan(size)
          expect(relations[i] === ROOT).toBe(heads[i] === 0)
        }
        expect(heads[1]).toBe(0)
      }),
    )
  })

  it('takes scores that are not finite', () => {
    const scores = { arc: () => Number.NaN, relations: () => LABELS.map(() => Number.NEGATIVE_INFINITY) }
    expect(search([2, 0], ['obj', 'root'], scores)).toEqual(['obj 2', 'root 0'])
  })
})
