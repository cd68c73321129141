import { describe, expect, it } from 'vitest'
import { NODE_TYPES } from '../../../viewer/src/data/model.ts'
import { THEMES } from '../../../viewer/src/state/palette.ts'

type Rgb = readonly [number, number, number]

const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb

/** How dichromats see linear RGB (Machado, Oliveira, Fernandes 2009, severity 1). */
const SIGHT: Readonly<Record<string, readonly Rgb[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

/** CIE L*a*b* (D65). */
function lab([r, g, b]: Rgb): Rgb {
  const xyz = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
  ].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116))
  return [116 * xyz[1]! - 16, 500 * (xyz[0]! - xyz[1]!), 200 * (xyz[1]! - xyz[2]!)]
}

const seen = (hex: string, sight: readonly Rgb[]): Rgb => {
  const colour = linear(hex)
  return lab(
    sight.map((row) => Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2])) as unknown as Rgb,
  )
}

describe.each(['light', 'dark'] as const)('the %s palette', (name) => {
  const { types } = THEMES[name]

  it('has a colour for each type', () => expect(new Set(types).size).toBe(NODE_TYPES.length))

  it.each(Object.keys(SIGHT))('keeps its colours apart in %s sight', (sight) => {
    for (const [index, one] of types.entries())
      for (const other of types.slice(index + 1)) {
        const [a, b] = [seen(one, SIGHT[sight]!), seen(other, SIGHT[sight]!)]
        const difference = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
        expect(difference, `${one} and ${other}`).toBeGreaterThan(7)
      }
  })
})
