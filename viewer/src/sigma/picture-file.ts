import { xml } from '../takeaway/gexf.ts'
import type { GraphCanvas } from './canvas.ts'
import { barsOf, DASHES, type EdgeMark, LABEL_FONT, type NodeMark, shaftOf, shortened } from './draw.ts'

/** The view as a PNG file: all of sigma's layers on the background, in the pixels of the screen. */
export async function pngOf(canvas: GraphCanvas): Promise<Blob> {
  const { sigma, theme } = canvas
  const { width, height } = sigma.getDimensions()
  const ratio = devicePixelRatio
  const picture = document.createElement('canvas')
  picture.width = width * ratio
  picture.height = height * ratio
  const context = picture.getContext('2d')!
  context.fillStyle = theme.background
  context.fillRect(0, 0, picture.width, picture.height)
  // WebGL forgets what it drew when the task ends; so draw and copy in one.
  sigma.refresh()
  canvas.finish()
  const dimmed = sigma.getContainer().classList.contains('dimmed')
  const layers = sigma.getCanvases()
  for (const name of ['edges', 'lines', 'nodes', 'words', 'light']) {
    const layer = layers[name]
    if (!layer || layer.width === 0) continue
    context.globalAlpha = dimmed && name !== 'light' ? 0.24 : 1
    context.drawImage(layer, 0, 0, picture.width, picture.height)
  }
  return new Promise((resolve, reject) =>
    picture.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture could be made'))), 'image/png'),
  )
}

/** The view as an SVG file: visible lines, nodes and labels as shapes and text. */
export function svgOf(canvas: GraphCanvas, labels: readonly string[]): string {
  const { width, height } = canvas.sigma.getDimensions()
  const { theme, picture } = canvas
  const body: string[] = []
  for (let bundle = 0; bundle < picture.bundleSizes.length; bundle++)
    if (picture.bundleSizes[bundle]! > 0) body.push(edgeSvg(canvas.edgeMark(bundle)))
  const marks: NodeMark[] = []
  for (let node = 0; node < labels.length; node++)
    if (picture.nodes[node]) marks.push(canvas.nodeMark(node, labels[node]!))
  for (const mark of marks)
    body.push(`<circle cx="${n(mark.x)}" cy="${n(mark.y)}" r="${n(mark.radius)}" fill="${mark.colour}"/>`)
  const style = `font-family="${xml(LABEL_FONT)}" font-size="12.5" fill="${theme.text}" stroke="${theme.background}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"`
  const texts = marks.map(
    (mark) => `<text x="${n(mark.x + mark.radius + 4)}" y="${n(mark.y + 4.5)}">${xml(shortened(mark.label))}</text>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${theme.background}"/>`,
    ...body,
    `<g ${style}>`,
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

const n = (value: number): string => String(Math.round(value * 100) / 100)

function edgeSvg(edge: EdgeMark): string {
  const shaft = shaftOf(edge)
  if (!shaft) return ''
  const [ux, uy] = shaft.along
  const end = shaft.length - shaft.head
  const at = (along: number, across: number): string =>
    `${n(edge.x1 + ux * along - uy * across)} ${n(edge.y1 + uy * along + ux * across)}`
  const dashes = DASHES[edge.status] ?? []
  const pattern = dashes.length > 0 ? ` stroke-dasharray="${dashes.join(' ')}"` : ''
  const cap = edge.status === 1 ? ' stroke-linecap="round"' : ''
  const bars = edge.status === 4 ? barsOf(end).map((x) => `M${at(x, -shaft.headHalf)}L${at(x, shaft.headHalf)}`) : []
  const barPath = bars.length > 0 ? `<path d="${bars.join('')}" stroke-width="2"/>` : ''
  return (
    `<g stroke="${edge.colour}" fill="none"><path d="M${at(0, 0)}L${at(end, 0)}" stroke-width="${n(edge.thickness)}"${pattern}${cap}/>` +
    `${barPath}<path d="M${at(shaft.length, 0)}L${at(end, shaft.headHalf)}L${at(end, -shaft.headHalf)}Z" fill="${edge.colour}" stroke="none"/></g>`
  )
}
