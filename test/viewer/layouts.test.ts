import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAYOUTS, layoutOf } from '../../viewer/src/layouts/collection.ts'
import { coveredNodes } from '../../viewer/src/layouts/covered.ts'
import { randomFrom } from '../../viewer/src/layouts/random.ts'
import { circular, packedByType, spiral } from '../../viewer/src/layouts/static.ts'

const nodes = fc.array(fc.record({ radius: fc.integer({ min: 2, max: 20 }), type: fc.nat(9), degree: fc.nat(50) }), {
  maxLength: 60,
})

describe('layouts', () => {
  it.each([
    ['circular', circular],
    ['packedByType', packedByType],
  ])('%s gives every node a place of its own', (_, place) => {
    fc.assert(
      fc.property(nodes, (all) => {
        const positions = place(all)
        const places = all.map((_, node) => `${positions[node * 2]!.toFixed(3)} ${positions[node * 2 + 1]!.toFixed(3)}`)
        expect(new Set(places).size).toBe(all.length)
        expect(positions.every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('packs each type by itself', () => {
    const all = Array.from({ length: 40 }, (_, node) => ({ radius: 5, type: node % 2, degree: node }))
    const positions = packedByType(all)
    const middle = (type: number) => {
      const own = all.flatMap((one, node) => (one.type === type ? [positions[node * 2]!] : []))
      return own.reduce((sum, x) => sum + x, 0) / own.length
    }
    expect(Math.abs(middle(0) - middle(1))).toBeGreaterThan(20)
  })

  it('starts from a spiral without two nodes in one place', () => {
    expect(new Set(spiral(1000)).size).toBe(2000)
  })

  it('knows its layouts, and takes the first for an unknown one', () => {
    expect(LAYOUTS.map(({ id }) => id)).toEqual(['force', 'circular', 'packed'])
    expect(layoutOf('nonsense').id).toBe('force')
  })

  it('has random numbers that are the same for the same seed', () => {
    const [a, b] = [randomFrom(5), randomFrom(5)]
    const first = Array.from({ length: 100 }, a)
    expect(first).toEqual(Array.from({ length: 100 }, b))
    expect(first.every((value) => value >= 0 && value < 1)).toBe(true)
  })
})

describe('coveredNodes', () => {
  it('counts what lies on another, as comparing all pairs does', () => {
    const disc = fc.record({
      x: fc.integer({ min: -40, max: 40 }),
      y: fc.integer({ min: -40, max: 40 }),
      radius: fc.integer({ min: 1, max: 6 }),
    })
    fc.assert(
      fc.property(fc.array(disc, { maxLength: 40 }), (discs) => {
        const positions = Float32Array.from(discs.flatMap(({ x, y }) => [x, y]))
        const onAnother = discs.filter((a) =>
          discs.some((b) => a !== b && Math.hypot(a.x - b.x, a.y - b.y) < (a.radius + b.radius) * 0.98),
        )
        expect(coveredNodes(positions, (node) => discs[node]!.radius)).toBe(onAnother.length)
      }),
    )
  })
})
