import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, browserMissing, launchBrowser } from '../support/browser.ts'
import { randomGraph } from '../support/viewer-model.ts'
import { type Session, startSession } from '../support/viewer-page.ts'

/** Nodes and claims of the generated graphs. */
const SIZES = [
  [1_000, 5_000],
  [10_000, 50_000],
  [50_000, 150_000],
] as const

interface Figures {
  /** ms from the beginning of navigation. */
  firstFrame: number
  settled: number
  /** Longest task of the main thread until the graph had settled, in ms. */
  longestTask: number
  framesPerSecond: number
  /** ms from a filter's change to the frame that shows it, and until the last line is drawn. */
  filter: number
  filterComplete: number
  /** Longest task while a filter is changed, in ms. */
  filterTask: number
  /** The same graph with sigma's defaults, in the same page. */
  bareFramesPerSecond: number
  bareRefresh: number
}

const missing = browserMissing()
const measured: Figures[] = []

describe.skipIf(missing !== null)(`the viewer at scale${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let browser: Browser
  let session: Session

  beforeAll(async () => {
    browser = await launchBrowser()
    session = await startSession('served', browser)
  })

  afterAll(async () => {
    await session?.close()
    await browser?.close()
    const [small] = measured
    for (const [index, figures] of measured.entries()) {
      const ratio = (key: keyof Figures) => (figures[key] / small![key]).toFixed(1)
      console.info(
        `${SIZES[index]!.join(' nodes, ')} claims: first frame ${ms(figures.firstFrame)} (×${ratio('firstFrame')}), ` +
          `settled ${ms(figures.settled)}, longest task ${ms(figures.longestTask)}, ` +
          `filter ${ms(figures.filter)} (×${ratio('filter')}; ${ms(figures.filterComplete)} to the last line, ` +
          `longest task ${ms(figures.filterTask)}; sigma's bare refresh ${ms(figures.bareRefresh)}), ` +
          `${figures.framesPerSecond.toFixed(1)} frames/s panning ` +
          `(${(figures.framesPerSecond / figures.bareFramesPerSecond).toFixed(2)} of bare sigma's ${figures.bareFramesPerSecond.toFixed(1)})`,
      )
    }
  })

  it.each(SIZES)('%i nodes, %i claims', async (nodes, claims) => {
    const page = await browser.newPage()
    await page.addInitScript(observe)
    await session.visit(page, { graph: randomGraph(nodes, claims) })
    await page.waitForFunction(() => 'settledAt' in globalThis, null, { timeout: 240_000, polling: 250 })
    const figures = await page.evaluate(measure)
    measured.push(figures)
    await page.close()
    // Nothing is left out in silence: everything is drawn.
    expect(session.complaints()).toEqual([])
  })
})

const ms = (value: number): string => `${Math.round(value)} ms`

/** Runs in the page before it loads. */
function observe(): void {
  const figures = globalThis as unknown as Record<string, number>
  figures.longestTask = 0
  new PerformanceObserver((list) => {
    if ('settledAt' in figures) return
    for (const { duration } of list.getEntries()) figures.longestTask = Math.max(figures.longestTask!, duration)
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    const app = (globalThis as never as { pressgraph?: { stage: { settled: () => Promise<void> } } }).pressgraph
    if (!app) return void requestAnimationFrame(look)
    requestAnimationFrame(() => {
      figures.firstFrameAt = performance.now()
      app.stage.settled().then(() => {
        figures.settledAt = performance.now()
      })
    })
  }
  look()
}

/** Runs in the page when the graph has settled. */
async function measure(): Promise<Figures> {
  const page = globalThis as never as Record<string, number> & { pressgraph: never }
  const app = page.pressgraph as {
    store: {
      change: (change: object) => void
      snapshot: {
        view: { filters: object }
        model: { bundles: { count: number; source: Int32Array; target: Int32Array } }
      }
    }
    stage: { canvas: () => { sigma: Sigma; graph: Graph; complete: boolean } }
  }
  interface Sigma {
    refresh: () => void
    kill: () => void
  }
  interface Graph {
    forEachNode: (visit: (key: string, data: { x: number; y: number; size: number; label: string }) => void) => void
    addNode: (key: string, data: object) => void
    addEdge: (source: string, target: string) => void
  }
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  /** Waits until what was sent to WebGL is drawn: commands queue, so that frames pass of which nothing is seen. */
  const drawn = (place: HTMLElement): void => {
    for (const layer of place.querySelectorAll('canvas')) {
      const gl = /edges|nodes|lines/i.test(layer.className) ? layer.getContext('webgl2') : null
      gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
    }
  }
  /** Drags the view with the mouse, a step a frame. */
  const pan = async (place: HTMLElement): Promise<number> => {
    const mouse = place.querySelector('.sigma-mouse')!
    const { left, top } = mouse.getBoundingClientRect()
    const tell = (target: EventTarget, type: string, step: number) =>
      target.dispatchEvent(
        new MouseEvent(type, {
          bubbles: true,
          cancelable: true,
          clientX: left + 6 + step,
          clientY: top + 6,
          button: 0,
        }),
      )
    await frame()
    drawn(place)
    tell(mouse, 'mousedown', 0)
    const started = performance.now()
    let frames = 0
    while (performance.now() - started < 3000) {
      tell(document, 'mousemove', (frames % 60) + 1)
      await frame()
      drawn(place)
      frames++
    }
    const rate = (frames * 1000) / (performance.now() - started)
    tell(document, 'mouseup', 0)
    return rate
  }
  const canvas = app.stage.canvas()
  const { sigma, graph } = canvas
  const complete = async () => {
    while (!canvas.complete) await frame()
    drawn(place)
  }
  const place = document.querySelector('.stage .canvas') as HTMLElement
  await complete()
  const framesPerSecond = await pan(place)
  await new Promise((resolve) => setTimeout(resolve, 500))
  await complete()
  page.filterTask = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) page.filterTask = Math.max(page.filterTask!, duration)
  }).observe({ type: 'longtask' })
  const began = performance.now()
  app.store.change({ filters: { ...app.store.snapshot.view.filters, confidence: 0.5 } })
  await frame()
  await frame()
  drawn(place)
  const filter = performance.now() - began
  await complete()
  const filterComplete = performance.now() - began
  await frame()
  const { filterTask } = page

  const copy = new (graph.constructor as new (options: object) => Graph)({ allowSelfLoops: true })
  graph.forEachNode((key, { x, y, size, label }) => copy.addNode(key, { x, y, size, label }))
  const { bundles } = app.store.snapshot.model
  for (let bundle = 0; bundle < bundles.count; bundle++)
    copy.addEdge(String(bundles.source[bundle]), String(bundles.target[bundle]))
  const box = document.createElement('div')
  box.style.width = `${place.clientWidth}px`
  box.style.height = `${place.clientHeight}px`
  box.style.position = 'fixed'
  document.body.append(box)
  // Large graphs are drawn by a subclass; what it is compared with is sigma's own.
  const parent = Object.getPrototypeOf(sigma.constructor)
  const Plain = Object.hasOwn(parent.prototype, 'createWebGLContext') ? parent : sigma.constructor
  const bare = new (Plain as new (graph: Graph, box: HTMLElement) => Sigma)(copy, box)
  const bareFramesPerSecond = await pan(box)
  const refreshed = performance.now()
  bare.refresh()
  drawn(box)
  const bareRefresh = performance.now() - refreshed
  bare.kill()
  return {
    firstFrame: page.firstFrameAt!,
    settled: page.settledAt!,
    longestTask: page.longestTask!,
    framesPerSecond,
    filter,
    filterComplete,
    filterTask: filterTask!,
    bareFramesPerSecond,
    bareRefresh,
  }
}
