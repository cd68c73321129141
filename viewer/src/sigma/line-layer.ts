import type Sigma from 'sigma'
import { floatColor } from 'sigma/utils'
import type { Bundles } from '../data/model.ts'
import { SlimEdgeStatusProgram } from './edge-status-program.ts'

/** How a bundle is drawn, by index of bundle or node. */
export interface Lines {
  /** Bundles that are drawn. */
  readonly shown: Int32Array
  readonly thickness: Float32Array
  readonly status: Uint8Array
  readonly radii: Float32Array
  readonly colour: string
}

/** Lines drawn in one frame: computed by a processor and not by a graphics card, they take about a tenth of a second. */
const SLICE = 6000
/** How long nothing may have moved before lines are drawn, in ms. */
const REST_MS = 150

/**
 * The lines of a large graph, on a layer of their own under the nodes. Sigma would keep an object for each and go through all of them at
 * every change, and draw them all in every frame; this layer has them in columns, draws them a slice a frame once the view is at rest, and
 * leaves them alone while nothing of theirs changes.
 */
export class LineLayer {
  readonly #sigma: Sigma<never, never>
  readonly #bundles: Bundles
  readonly #nodeKeys: readonly string[]
  readonly #shift: number
  readonly #onRest: () => void
  readonly #gl: WebGLRenderingContext
  /** Made when first it is needed: compiling takes as long as a slice of lines. */
  #program: SlimEdgeStatusProgram | null = null
  readonly #places: Float32Array
  #lines: Lines
  #placesAreOld = true
  #inked = false
  /** View that the lines are drawn for. */
  #view = ''
  /** Lines drawn so far. */
  #drawn = 0
  #frame = 0
  #timer = 0

  /**
   * @param shift sideways, in pixels, of lines with a counterpart in the opposite direction
   * @param onRest told when the view has come to rest, before the first lines are drawn
   */
  constructor(
    sigma: Sigma<never, never>,
    bundles: Bundles,
    nodeKeys: readonly string[],
    shift: number,
    lines: Lines,
    onRest: () => void,
  ) {
    this.#sigma = sigma
    this.#bundles = bundles
    this.#nodeKeys = nodeKeys
    this.#shift = shift
    this.#lines = lines
    this.#onRest = onRest
    // The declared options lack the place, which the method does take.
    const options = { beforeLayer: 'nodes', preserveDrawingBuffer: true } as object
    this.#gl = sigma.createWebGLContext('lines', options)
    this.#places = new Float32Array(nodeKeys.length * 2)
    this.#rest()
    sigma.on('afterRender', () => this.#onRender())
    sigma.on('resize', () => {
      this.#view = ''
    })
  }

  /** Whether view or nodes are moving: lines and words wait until they do not. */
  get moving(): boolean {
    return this.#timer !== 0
  }

  /** Whether all lines are drawn. */
  get complete(): boolean {
    return !this.moving && this.#view === this.#currentView() && this.#drawn >= this.#lines.shown.length
  }

  /** Shows other lines, or the same in other looks. */
  show(lines: Lines): void {
    this.#lines = lines
    if (!this.moving) this.#begin()
  }

  /** To be called when nodes have moved. */
  moved(): void {
    this.#placesAreOld = true
    this.#rest()
  }

  /** Draws at once what is not drawn yet. */
  finish(): void {
    if (this.moving || this.#view !== this.#currentView()) this.#begin()
    cancelAnimationFrame(this.#frame)
    const program = this.#compiled()
    while (this.#drawn < this.#lines.shown.length) this.#drawSlice(program)
  }

  kill(): void {
    clearTimeout(this.#timer)
    cancelAnimationFrame(this.#frame)
    this.#program?.kill()
  }

  #currentView(): string {
    const { x, y, ratio, angle } = this.#sigma.getCamera().getState()
    const { width, height } = this.#sigma.getDimensions()
    return [x, y, ratio, angle, width, height].join(' ')
  }

  #onRender(): void {
    if (this.#view === this.#currentView()) return
    this.#view = this.#currentView()
    this.#rest()
  }

  #rest(): void {
    this.#clear()
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      this.#begin()
      this.#onRest()
    }, REST_MS)
  }

  #clear(): void {
    cancelAnimationFrame(this.#frame)
    this.#drawn = 0
    if (!this.#inked) return
    this.#gl.clear(this.#gl.COLOR_BUFFER_BIT)
    this.#inked = false
  }

  #begin(): void {
    clearTimeout(this.#timer)
    this.#timer = 0
    this.#view = this.#currentView()
    this.#clear()
    if (this.#placesAreOld) {
      this.#placesAreOld = false
      for (const [node, key] of this.#nodeKeys.entries()) {
        const { x, y } = this.#sigma.getNodeDisplayData(key)!
        this.#places[node * 2] = x
        this.#places[node * 2 + 1] = y
      }
    }
    const next = () => {
      // A frame for itself.
      if (this.#program) this.#drawSlice(this.#program)
      else this.#compiled()
      if (this.#drawn < this.#lines.shown.length) this.#frame = requestAnimationFrame(next)
    }
    this.#frame = requestAnimationFrame(next)
  }

  #compiled(): SlimEdgeStatusProgram {
    this.#program ??= new SlimEdgeStatusProgram(this.#gl, null, this.#sigma as never)
    return this.#program
  }

  #drawSlice(program: SlimEdgeStatusProgram): void {
    const { shown, thickness, status, radii, colour } = this.#lines
    const { source, target, paired } = this.#bundles
    const slice = shown.subarray(this.#drawn, this.#drawn + SLICE)
    const packed = floatColor(colour)
    const places = this.#places
    program.reallocate(slice.length)
    for (let place = 0; place < slice.length; place++) {
      const bundle = slice[place]!
      const from = source[bundle]!
      const to = target[bundle]!
      program.write(
        place,
        places[from * 2]!,
        places[from * 2 + 1]!,
        places[to * 2]!,
        places[to * 2 + 1]!,
        packed,
        0,
        thickness[bundle]!,
        radii[to]!,
        status[bundle]!,
        paired[bundle] ? this.#shift : 0,
      )
    }
    program.render(this.#sigma.getRenderParams())
    this.#drawn += slice.length
    this.#inked = true
  }
}
