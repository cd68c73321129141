import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partArguments, singleGroups } from '../../src/ml/arguments.ts'

const LABELS = ['root', 'nsubj', 'nsubj:pass', 'csubj', 'obj', 'obl', 'det']
const groups = singleGroups(LABELS)

/** Scores from a table `[dependent, head, relation] → logarithm`, a low one for the rest. */
const scoresOf = (table: readonly (readonly [number, number, string, number])[]) => ({
  arc: (dependent: number, head: number) =>
    Math.max(-9, ...table.filter(([d, h]) => d === dependent && h === head).map(([, , , score]) => score)),
  relations: (dependent: number, head: number) =>
    LABELS.map((label) => (table.some(([d, h, l]) => d === dependent && h === head && l === label) ? 0 : -9)),
})

const label = (name: string) => LABELS.indexOf(name)

describe('partArguments', () => {
  it('groups relations by what a word has one of', () => {
    expect(groups[label('nsubj')]).toBe(groups[label('csubj')])
    expect(groups[label('nsubj:pass')]).toBe(groups[label('nsubj')])
    expect(groups[label('obj')]).not.toBe(groups[label('nsubj')])
    expect(groups[label('obl')]).toBe(-1)
  })

  it('makes an object of the subject that loses least by it', () => {
    // die Polen besuchte: both are taken for the subject of the third word.
    const heads = Int32Array.of(-1, 3, 3, 0)
    const chosen = Int32Array.from(['root', 'nsubj', 'nsubj', 'root'].map(label))
    const scores = scoresOf([
      [1, 3, 'nsubj', -0.1],
      [2, 3, 'nsubj', -0.2],
      [2, 3, 'obj', -0.2],
    ])
    partArguments(heads, chosen, groups, label('root'), scores)
    expect([...heads]).toEqual([-1, 3, 3, 0])
    expect([...chosen].slice(1).map((at) => LABELS[at])).toEqual(['nsubj', 'obj', 'root'])
  })

  it('leaves what is no pair as it is', () => {
    const heads = Int32Array.of(-1, 3, 3, 0)
    const chosen = Int32Array.from(['root', 'nsubj', 'obj', 'root'].map(label))
    partArguments(heads, chosen, groups, label('root'), scoresOf([]))
    expect([...chosen].slice(1).map((at) => LABELS[at])).toEqual(['nsubj', 'obj', 'root'])
  })

  it('ends in a tree without pairs, whatever the scores', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer(), (words, seed) => {
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
        const chosen = Int32Array.from(heads, (head) =>
          head === 0 ? label('root') : 1 + Math.floor(next() * (LABELS.length - 1)),
        )
        const cells = Float64Array.from({ length: size * size * (LABELS.length + 1) }, () => Math.log(next()))
        const at = (i: number, h: number) => (i * size + h) * (LABELS.length + 1)
        partArguments(heads, chosen, groups, label('root'), {
          arc: (i, h) => cells[at(i, h)] as number,
          relations: (i, h) => cells.subarray(at(i, h) + 1, at(i, h) + 1 + LABELS.length),
        })
        const pairs = new Set<string>()
        for (let i = 1; i < size; i++) {
          let steps = 0
          for (let place = i; place > 0; place = heads[place] as number) expect(steps++).toBeLessThan(size)
          const group = groups[chosen[i] as number] as number
          if (group < 0) continue
          expect(pairs.has(`${heads[i]} ${group}`)).toBe(false)
          pairs.add(`${heads[i]} ${group}`)
        }
        expect([...heads].filter((head) => head === 0)).toHaveLength(1)
      }),
    )
  })
})
