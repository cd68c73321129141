import type { Theme } from '../state/palette.ts'
import { drawText, type EdgeMark, LABEL_FONT, type NodeMark, shortened } from './draw.ts'

/** Room that is taken, in pixels of the viewport: no words are put where others or a node are. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Most names at once. */
const MOST_NAMES = 160
const NAME_SIZE = 12.5
const NAME_HEIGHT = 15
const WORDS_SIZE = 11
/** How far words stand off their line. */
const OFF_LINE = 7
/** Places along a line where its words may stand, the best first. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7] as const
/** Part of a disc's radius that is kept free of words: the corners of the box around it are not the disc's. */
const DISC = 0.72

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** The disc of a node. */
export const boxOf = ({ x, y, radius }: NodeMark): Box => ({
  left: x - radius * DISC,
  right: x + radius * DISC,
  top: y - radius * DISC,
  bottom: y + radius * DISC,
})

/**
 * Where a node's name stands: right of it, else left of it, below or above it, else nowhere (null), so that none lies over another.
 * @param width of the name and of the canvas
 */
export function placeOfName(node: NodeMark, width: number, canvas: number, taken: readonly Box[]): Box | null {
  const away = node.radius + (node.ring === null ? 4 : 8)
  const level = node.y - NAME_HEIGHT / 2
  const middle = node.x - width / 2
  for (const [left, top] of [
    [node.x + away, level],
    [node.x - away - width, level],
    [middle, node.y + away],
    [middle, node.y - away - NAME_HEIGHT],
  ] as const) {
    const box = { left, right: left + width, top, bottom: top + NAME_HEIGHT }
    if (left > 0 && box.right < canvas && !taken.some((other) => meets(other, box))) return box
  }
  return null
}

/**
 * Where the words of a line stand, as boxes of a slanted text's pieces, the middle one in the middle; null where there is no room.
 * @param width of the words
 */
export function placeOfWords(edge: EdgeMark, width: number, taken: readonly Box[]): readonly Box[] | null {
  const length = Math.hypot(edge.x2 - edge.x1, edge.y2 - edge.y1)
  if (width > length - 2 * edge.radius - 16) return null
  const [ux, uy] = [(edge.x2 - edge.x1) / length, (edge.y2 - edge.y1) / length]
  const half = WORDS_SIZE / 2
  // Words stand above their line, whatever its direction, or below it.
  const above = ux < 0 ? -OFF_LINE : OFF_LINE
  const steps = Math.max(1, Math.ceil(width / WORDS_SIZE / 2)) * 2
  for (const part of ALONG)
    for (const off of [above, -above]) {
      if (Math.abs(part - 0.5) * length + width / 2 > length / 2 - edge.radius - 4) continue
      const boxes: Box[] = []
      for (let step = 0; step <= steps; step++) {
        const along = part * length + (step / steps - 0.5) * width
        const x = edge.x1 + ux * along + uy * off
        const y = edge.y1 + uy * along - ux * off
        boxes.push({ left: x - half, right: x + half, top: y - half, bottom: y + half })
      }
      if (!boxes.some((box) => taken.some((other) => meets(other, box)))) return boxes
    }
  return null
}

/**
 * Draws names of nodes, the first given first, as far as there is room.
 * @param taken room that is taken; what is drawn is added
 * @returns how many
 */
export function drawNodeLabels(
  context: CanvasRenderingContext2D,
  nodes: Iterable<NodeMark>,
  theme: Theme,
  taken: Box[],
  weight = '500',
): number {
  let drawn = 0
  for (const node of nodes) {
    context.font = `${weight} ${NAME_SIZE}px ${LABEL_FONT}`
    const text = shortened(node.label)
    const box = placeOfName(node, context.measureText(text).width, context.canvas.clientWidth, taken)
    if (!box) continue
    taken.push(box)
    const style = { size: NAME_SIZE, weight, colour: theme.text, align: 'left' } as const
    drawText(context, text, box.left, (box.top + box.bottom) / 2, theme, style)
    if (++drawn >= MOST_NAMES) break
  }
  return drawn
}

/**
 * Draws words on all lines that have room for them.
 * @param taken room that is taken; what is drawn is added
 * @returns on how many
 */
export function drawEdgeLabels(
  context: CanvasRenderingContext2D,
  edges: readonly EdgeMark[],
  theme: Theme,
  taken: Box[],
): number {
  let drawn = 0
  for (const edge of edges) {
    if (edge.label === '') continue
    context.font = `400 ${WORDS_SIZE}px ${LABEL_FONT}`
    const boxes = placeOfWords(edge, context.measureText(edge.label).width, taken)
    if (!boxes) continue
    taken.push(...boxes)
    const middle = boxes[(boxes.length - 1) / 2]!
    let angle = Math.atan2(edge.y2 - edge.y1, edge.x2 - edge.x1)
    if (Math.abs(angle) > Math.PI / 2) angle += Math.PI
    context.save()
    context.translate((middle.left + middle.right) / 2, (middle.top + middle.bottom) / 2)
    context.rotate(angle)
    const style = { size: WORDS_SIZE, weight: '400', colour: theme.edgeText, align: 'center' } as const
    drawText(context, edge.label, 0, 0, theme, style)
    context.restore()
    drawn++
  }
  return drawn
}
