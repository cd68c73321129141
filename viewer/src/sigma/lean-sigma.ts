import Sigma from 'sigma'
import type { EdgeData, NodeData } from './graph.ts'

/** A program that draws nothing, for layers that nobody sees. */
export class NoProgram {
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}

/** Stands in for the context of a layer that nobody sees: whatever is asked of it, nothing happens. */
const NO_CONTEXT = new Proxy({}, { get: () => () => null }) as WebGL2RenderingContext

/** What sigma opens its contexts with; `lines` keep what is drawn from frame to frame. */
const CONTEXTS: Readonly<Record<string, WebGLContextAttributes>> = {
  nodes: { preserveDrawingBuffer: false, antialias: false },
  lines: { preserveDrawingBuffer: true, antialias: false },
}

/** Canvases whose contexts are open already, for the next graph. */
const ready = new Map<string, HTMLCanvasElement>()

function openContext(layer: string): void {
  if (ready.has(layer)) return
  const canvas = document.createElement('canvas')
  if (canvas.getContext('webgl2', CONTEXTS[layer])) ready.set(layer, canvas)
}

/**
 * Opens the first context while there is nothing to draw yet: the browser takes up to a fifth of a second to get WebGL ready, and the page
 * stands still in it.
 */
export const warmUp = (): void => openContext('nodes')

/** Opens the contexts of a large graph, yielding after each, so that the page stands still for one at a time. */
export function* openContexts(): Generator<void, void> {
  for (const layer of Object.keys(CONTEXTS)) {
    openContext(layer)
    yield
  }
}

interface Hidden {
  elements: Record<string, HTMLElement>
  webGLContexts: Record<string, WebGL2RenderingContext>
}

/**
 * Sigma with contexts for those layers alone that are seen: it would open four, each of which takes its time and is cleared in every frame.
 * What stands out is drawn elsewhere (`GraphCanvas`), and without clicks on edges (`enableEdgeEvents`) the edges are, too.
 */
export class LeanSigma extends Sigma<NodeData, EdgeData> {
  override createWebGLContext(id: string, options?: Parameters<Sigma['createWebGLContext']>[1]): WebGLRenderingContext {
    const unseen = id === 'hoverNodes' || (id === 'edges' && !this.getSetting('enableEdgeEvents'))
    if (!unseen) return super.createWebGLContext(id, options)
    this.createCanvas(id).style.display = 'none'
    const { webGLContexts } = this as unknown as Hidden
    webGLContexts[id] = NO_CONTEXT
    return NO_CONTEXT
  }

  override createLayer<T extends HTMLElement>(
    id: string,
    tag: string,
    options?: Parameters<Sigma['createLayer']>[2],
  ): T {
    const layer = super.createLayer<T>(id, tag, options)
    const opened = ready.get(id)
    if (!opened) return layer
    ready.delete(id)
    opened.className = layer.className
    opened.style.cssText = layer.style.cssText
    layer.replaceWith(opened)
    const { elements } = this as unknown as Hidden
    elements[id] = opened
    return opened as unknown as T
  }
}
