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

function drawEdgeLabel(context: CanvasRenderingContext2D, edge: EdgeMark, theme: Theme): void {
  let angle = Math.atan2(edge.y2 - edge.y1, edge.x2 - edge.x1)
  if (Math.abs(angle) > Math.PI / 2) angle += Math.PI
  context.save()
  context.translate((edge.x1 + edge.x2) / 2, (edge.y1 + edge.y2) / 2)
  context.rotate(angle)
  drawText(context, edge.label, 0, -7, theme, { size: 11, weight: '400', colour: theme.edgeText, align: 'center' })
  context.restore()
}

/**
 * Words on all lines that have room for them, none over another.
 * @returns on how many
 */
export function drawEdgeLabels(context: CanvasRenderingContext2D, edges: readonly EdgeMark[], theme: Theme): number {
  const taken: { x: number; y: number; reach: number }[] = []
  for (const edge of edges) {
    context.font = `400 11px ${LABEL_FONT}`
    const width = context.measureText(edge.label).width
    const length = Math.hypot(edge.x2 - edge.x1, edge.y2 - edge.y1)
    if (edge.label === '' || width > length - 2 * edge.radius - 16) continue
    const x = (edge.x1 + edge.x2) / 2
    const y = (edge.y1 + edge.y2) / 2
    // Half the width is too wide for lines that cross: their words share little of it.
    const reach = width * 0.35
    if (taken.some((other) => Math.hypot(other.x - x, other.y - y) < reach + other.reach)) continue
    taken.push({ x, y, reach })
    drawEdgeLabel(context, edge, theme)
  }
  return taken.length
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

/** Most labels at once. */
const MOST_LABELS = 160
const LABEL_HEIGHT = 15

/**
 * Labels of nodes, the first given first: right of the node, else left of it, else none, so that none lies over another.
 * @returns how many
 */
export function drawNodeLabels(
  context: CanvasRenderingContext2D,
  nodes: Iterable<NodeMark>,
  theme: Theme,
  weight = '500',
): number {
  const taken: { left: number; right: number; y: number }[] = []
  for (const node of nodes) {
    context.font = `${weight} 12.5px ${LABEL_FONT}`
    const width = context.measureText(shortened(node.label)).width
    const away = node.radius + (node.ring === null ? 4 : 8)
    const place = [node.x + away, node.x - away - width].find(
      (left) =>
        left > 0 &&
        left + width < context.canvas.clientWidth &&
        taken.every(
          (other) => left > other.right || left + width < other.left || Math.abs(other.y - node.y) > LABEL_HEIGHT,
        ),
    )
    if (place === undefined) continue
    taken.push({ left: place, right: place + width, y: node.y })
    drawText(context, shortened(node.label), place, node.y, theme, {
      size: 12.5,
      weight,
      colour: theme.text,
      align: 'left',
    })
    if (taken.length >= MOST_LABELS) break
  }
  return taken.length
}

const LONGEST_LABEL = 30

/** Labels on the canvas are cut after a few words; the detail panel has them whole. */
export const shortened = (label: string): string =>
  label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`
