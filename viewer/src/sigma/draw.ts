import type { Theme } from '../state/palette.ts'

/** What is drawn over the dimmed canvas, and what an SVG file is made of: the same in plain numbers, in pixels of the viewport. */
export interface NodeMark {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly colour: string
  /** Empty for none. */
  readonly label: string
  readonly ring: string | null
}

export interface EdgeMark {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  /** Radius of the node that the arrow ends at. */
  readonly radius: number
  readonly thickness: number
  readonly colour: string
  /** Index into `STATUSES`. */
  readonly status: number
  readonly label: string
}

/** Lengths of strokes and gaps by status, as SVG and canvas write them; the WebGL program draws the same. */
export const DASHES: readonly (readonly number[])[] = [[], [0.1, 5], [7.5, 4.5], [8, 2.5, 2, 2.5], []]
const BAR_PERIOD = 13
export const LABEL_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'

/** The line of an edge from the middle of its source to the tip at its target, moved sideways; null if nothing is left of it. */
export function shaftOf(
  edge: EdgeMark,
): { along: [number, number]; length: number; head: number; headHalf: number } | null {
  const dx = edge.x2 - edge.x1
  const dy = edge.y2 - edge.y1
  const distance = Math.hypot(dx, dy)
  const length = distance - edge.radius
  if (length <= 1) return null
  const headHalf = Math.max(edge.thickness * 1.2, 3)
  return { along: [dx / distance, dy / distance], length, head: Math.min(headHalf * 2.2, length), headHalf }
}

/** Places along the shaft where a denied claim's bars stand, in pixels from its start. */
export function barsOf(length: number): number[] {
  const bars: number[] = []
  for (let at = 6; at < length; at += BAR_PERIOD) bars.push(at)
  return bars
}

export function drawEdge(context: CanvasRenderingContext2D, edge: EdgeMark): void {
  const shaft = shaftOf(edge)
  if (!shaft) return
  const [ux, uy] = shaft.along
  const body = shaft.length - shaft.head
  context.strokeStyle = edge.colour
  context.fillStyle = edge.colour
  context.lineWidth = edge.thickness
  context.lineCap = edge.status === 1 ? 'round' : 'butt'
  context.setLineDash([...(DASHES[edge.status] ?? [])])
  context.beginPath()
  context.moveTo(edge.x1, edge.y1)
  context.lineTo(edge.x1 + ux * body, edge.y1 + uy * body)
  context.stroke()
  context.setLineDash([])
  if (edge.status === 4) {
    context.lineWidth = 2
    context.beginPath()
    for (const at of barsOf(body)) {
      const x = edge.x1 + ux * at
      const y = edge.y1 + uy * at
      context.moveTo(x - uy * shaft.headHalf, y + ux * shaft.headHalf)
      context.lineTo(x + uy * shaft.headHalf, y - ux * shaft.headHalf)
    }
    context.stroke()
  }
  context.beginPath()
  context.moveTo(edge.x1 + ux * shaft.length, edge.y1 + uy * shaft.length)
  context.lineTo(edge.x1 + ux * body - uy * shaft.headHalf, edge.y1 + uy * body + ux * shaft.headHalf)
  context.lineTo(edge.x1 + ux * body + uy * shaft.headHalf, edge.y1 + uy * body - ux * shaft.headHalf)
  context.closePath()
  context.fill()
}

/** Text with a halo of the background, legible over lines. */
export function drawText(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  theme: Theme,
  style: { size: number; weight: string; colour: string; align: CanvasTextAlign },
): void {
  context.font = `${style.weight} ${style.size}px ${LABEL_FONT}`
  context.textAlign = style.align
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = theme.background
  context.fillStyle = style.colour
  context.strokeText(text, x, y)
  context.fillText(text, x, y)
}

export function drawNode(context: CanvasRenderingContext2D, node: NodeMark): void {
  context.beginPath()
  context.arc(node.x, node.y, node.radius, 0, 2 * Math.PI)
  context.fillStyle = node.colour
  context.fill()
  if (node.ring !== null) {
    context.lineWidth = 2.5
    context.strokeStyle = node.ring
    context.beginPath()
    context.arc(node.x, node.y, node.radius + 3.5, 0, 2 * Math.PI)
    context.stroke()
  }
}

const LONGEST_LABEL = 30

/** Labels on the canvas are cut after a few words; the detail panel has them whole. */
export const shortened = (label: string): string =>
  label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`
