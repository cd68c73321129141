import { describe, expect, it } from 'vitest'
import { type ChainMention, evaluateCoreference, readChains } from '../../src/evaluate/index.ts'

/** Mentions of ten characters each, by their places. */
const chains = (...entities: number[][]): ChainMention[] =>
  entities.flatMap((places, entity) => places.map((at) => ({ start: at * 20, end: at * 20 + 10, entity })))

describe('evaluateCoreference', () => {
  it('is perfect for equal chains, entities mentioned once left out', () => {
    const score = evaluateCoreference([{ gold: chains([1, 2, 3], [4, 5]), system: chains([1, 2, 3], [4, 5], [9]) }])
    for (const { f1 } of Object.values(score)) expect(f1).toBe(1)
  })

  it('weighs links that are kept by the size of the chain (LEA)', () => {
    // Of three links of the gold chain one is kept; of the system's only link all.
    const { LEA, mentions } = evaluateCoreference([{ gold: chains([1, 2, 3]), system: chains([1, 2]) }])
    expect(LEA.recall).toBeCloseTo(1 / 3)
    expect(LEA.precision).toBe(1)
    expect(mentions.recall).toBeCloseTo(2 / 3)
  })

  it('takes mentions for the same that share half of their characters', () => {
    const gold = chains([1, 2])
    const moved = gold.map(({ start, end, entity }) => ({ start: start + 3, end: end + 3, entity }))
    expect(evaluateCoreference([{ gold, system: moved }]).mentions.f1).toBe(1)
    const far = gold.map(({ start, end, entity }) => ({ start: start + 4, end: end + 4, entity }))
    expect(evaluateCoreference([{ gold, system: far }]).mentions.f1).toBe(0)
  })

  it('pools articles, and gives 0 where nothing is found', () => {
    const perfect = { gold: chains([1, 2]), system: chains([1, 2]) }
    const { 'B³': bCubed } = evaluateCoreference([perfect, { gold: chains([1, 2]), system: [] }])
    expect(bCubed).toMatchObject({ recall: 0.5, precision: 1 })
    expect(evaluateCoreference([]).LEA.f1).toBe(0)
  })
})

describe('readChains', () => {
  it('reads gold and the first line of JSON Lines', () => {
    const mention = { start: 0, end: 2, entity: 1 }
    expect(readChains(JSON.stringify({ mentions: [mention] }, null, 1), 'x')).toEqual([mention])
    expect(readChains(`${JSON.stringify({ mentions: [mention] })}\n{}\n`, 'x')).toEqual([mention])
    expect(() => readChains('{}', 'x')).toThrow('x: no JSON with a list of mentions')
  })
})
