import type { MouseCoords } from 'sigma/types'
import type { GraphCanvas } from './canvas.ts'
import type { CanvasEvents } from './picture.ts'

/** Movement up to which pressing and letting go is a click and no drag, in pixels. */
const CLICK_TOLERANCE = 4

/** Click, double click, hover and drag, told in terms of nodes and bundles. */
export function bindPointer(canvas: GraphCanvas, events: CanvasEvents): void {
  const { sigma } = canvas
  let dragged: number | null = null
  let moved = false
  let origin = { x: 0, y: 0 }
  const captor = sigma.getMouseCaptor()

  // Sigma looks at every move what is under the pointer, which waits for the graphics card; while a button is held nobody asks.
  let pressed = false
  const look = captor.rawListeners('mousemove') as ((event: MouseCoords) => void)[]
  captor.removeAllListeners('mousemove')
  captor.on('mousemove', (event) => {
    if (!pressed) for (const listener of look) listener(event)
  })
  captor.on('mousedown', () => {
    pressed = true
  })
  captor.on('mouseup', () => {
    pressed = false
  })

  sigma.on('downNode', ({ node, event }) => {
    dragged = Number(node)
    moved = false
    origin = { x: event.x, y: event.y }
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (dragged === null) return
    if (!moved && Math.hypot(event.x - origin.x, event.y - origin.y) < CLICK_TOLERANCE) return
    // The frame must not follow the node that is pulled out of it.
    if (!moved) {
      sigma.setCustomBBox(sigma.getBBox())
      events.onHover(null)
    }
    moved = true
    canvas.moveNode(dragged, event)
    preventSigmaDefault()
    event.original.preventDefault()
    event.original.stopPropagation()
  })
  const drop = () => {
    // The pointer is still on it.
    if (moved && dragged !== null) events.onHover(dragged)
    dragged = null
  }
  sigma.on('upNode', drop)
  sigma.on('upStage', drop)
  sigma.on('upEdge', drop)
  captor.on('mouseup', drop)

  sigma.on('clickNode', ({ node, event }) => {
    if (moved) {
      moved = false
      return
    }
    const withShift = 'shiftKey' in event.original && event.original.shiftKey
    events.onNode(Number(node), withShift ? 'path' : 'click')
  })
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault()
    events.onNode(Number(node), 'double')
  })
  sigma.on('clickEdge', ({ edge }) => events.onBundle(Number(edge)))
  sigma.on('clickStage', () => events.onStage())
  sigma.on('enterNode', ({ node }) => {
    if (dragged === null) events.onHover(Number(node))
  })
  sigma.on('leaveNode', () => {
    if (dragged === null) events.onHover(null)
  })
}
