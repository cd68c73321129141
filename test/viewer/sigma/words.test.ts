import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EdgeMark, NodeMark } from '../../../viewer/src/sigma/draw.ts'
import { type Box, boxOf, placeOfName, placeOfWords } from '../../../viewer/src/sigma/words.ts'

const node = (x: number, y: number): NodeMark => ({ x, y, radius: 8, colour: '', label: '', ring: null })
const edge = (x1: number, y1: number, x2: number, y2: number): EdgeMark => ({
  ...{ x1, y1, x2, y2, radius: 8, thickness: 1, colour: '', status: 0, label: '' },
})
const meets = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

describe('placeOfName', () => {
  it('is right of the node, else left, below or above, else nowhere', () => {
    const right = placeOfName(node(200, 100), 60, 500, [])!
    expect(right.left).toBe(212)
    const left = placeOfName(node(200, 100), 60, 500, [right])!
    expect(left.right).toBe(188)
    const below = placeOfName(node(200, 100), 60, 500, [right, left])!
    expect([below.left, below.top]).toEqual([170, 112])
    const above = placeOfName(node(200, 100), 60, 500, [right, left, below])!
    expect(above.bottom).toBe(88)
    expect(placeOfName(node(200, 100), 60, 500, [right, left, below, above])).toBeNull()
    expect(placeOfName(node(470, 100), 60, 500, [])!.right).toBe(458)
  })
})

describe('placeOfWords', () => {
  it('is above the middle of the line, else below it, else beside the middle, else nowhere', () => {
    const middle = placeOfWords(edge(0, 100, 400, 100), 60, [])!
    expect(middle[(middle.length - 1) / 2]).toMatchObject({ left: 194.5, right: 205.5 })
    expect(middle[0]!.bottom).toBeLessThan(100)
    const below = placeOfWords(edge(0, 100, 400, 100), 60, [middle.at(-1)!])!
    expect(below[0]!.top).toBeGreaterThan(100)
    expect(below[0]!.left).toBe(middle[0]!.left)
    const beside = placeOfWords(edge(0, 100, 400, 100), 60, [middle.at(-1)!, below.at(-1)!])!
    expect(beside[0]!.left).toBeLessThan(middle[0]!.left)
    expect(placeOfWords(edge(0, 100, 400, 100), 60, [{ left: 0, right: 400, top: 0, bottom: 200 }])).toBeNull()
    expect(placeOfWords(edge(0, 100, 70, 100), 60, [])).toBeNull()
  })

  it('never lies over what is there, nor over the ends of its line', () => {
    const place = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(place, place, place, place, fc.array(fc.tuple(place, place)), (x1, y1, x2, y2, others) => {
        const taken = others.map(([x, y]) => boxOf(node(x, y)))
        const boxes = placeOfWords(edge(x1, y1, x2, y2), 50, taken) ?? []
        for (const box of boxes) {
          expect(taken.some((other) => meets(other, box))).toBe(false)
          const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
          for (const [endX, endY] of [
            [x1, y1],
            [x2, y2],
          ] as const)
            expect(Math.hypot(x - endX, y - endY)).toBeGreaterThan(8)
        }
      }),
    )
  })
})
