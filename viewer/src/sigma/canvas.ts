import type { DirectedGraph } from 'graphology'
import type Sigma from 'sigma'
import { NodeCircleProgram, NodePointProgram } from 'sigma/rendering'
import type { Model } from '../data/model.ts'
import type { Theme } from '../state/palette.ts'
import { drawEdge, drawNode, type EdgeMark, type NodeMark } from './draw.ts'
import { EdgeStatusProgram } from './edge-status-program.ts'
import { type EdgeData, edgeData, isLarge, type NodeData, nodeData, SHIFT, thicknessOf } from './graph.ts'
import { LeanSigma, NoProgram } from './lean-sigma.ts'
import { LineLayer, type Lines } from './line-layer.ts'
import type { CanvasEvents, Labelled, Picture, Spotlight } from './picture.ts'
import { bindPointer } from './pointer.ts'
import { type Box, boxOf, drawEdgeLabels, drawNodeLabels } from './words.ts'

const FLIGHT_MS = 400
const MOST_CANDIDATES = 4000
/** Up to so many lines that stand out, each says its relation; up to so many nodes, none has a name over it. */
const MOST_LIT_WORDS = 60

/**
 * The graph as sigma draws it, and the only place that knows sigma. The graph that sigma holds never changes its nodes and lines while a
 * model is shown; filters and colours change their attributes.
 */
export class GraphCanvas {
  readonly graph: DirectedGraph<NodeData, EdgeData>
  readonly sigma: Sigma<NodeData, EdgeData>
  readonly #container: HTMLElement
  readonly #model: Model
  readonly #nodeKeys: readonly string[]
  /** Words on lines and the nodes' labels; and what stands out, over everything. */
  readonly #words: CanvasRenderingContext2D
  readonly #light: CanvasRenderingContext2D
  /** The lines of a large graph, of which sigma then knows nothing. */
  readonly #lines: LineLayer | null
  /** Layers on which there is something. */
  readonly #inked = new Set<CanvasRenderingContext2D>()
  #theme: Theme
  #picture: Picture
  /** Nodes by radius, the largest first. */
  #bySize: readonly number[]
  #spotlight: Spotlight | null = null
  #fresh: ReadonlySet<number> = new Set()
  readonly #onLabels: CanvasEvents['onLabels']

  /** @param graph made by `graphOf` of the same model and picture */
  constructor(
    container: HTMLElement,
    graph: DirectedGraph<NodeData, EdgeData>,
    model: Model,
    picture: Picture,
    theme: Theme,
    events: CanvasEvents,
  ) {
    this.#container = container
    this.#model = model
    this.#picture = picture
    this.#theme = theme
    this.#onLabels = events.onLabels
    this.#bySize = bySize(picture.radii)
    this.graph = graph
    this.#nodeKeys = graph.nodes()
    const { bundles } = model
    const large = isLarge(model)
    this.sigma = new LeanSigma(this.graph, container, {
      allowInvalidContainer: true,
      defaultEdgeType: 'status',
      // Sigma's own two would be compiled as well.
      edgeProgramClasses: {
        status: (large ? NoProgram : EdgeStatusProgram) as never,
        arrow: NoProgram as never,
        line: NoProgram as never,
      },
      // A point is a quarter of the work that a disc made of triangles is; but cards draw it up to some size alone.
      nodeProgramClasses: { circle: large ? NodePointProgram : NodeCircleProgram },
      nodeHoverProgramClasses: { circle: NoProgram as never },
      enableEdgeEvents: !large,
      minEdgeThickness: 1.2,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      stagePadding: 48,
      // Sigma lets labels lie over each other; this class draws them itself.
      renderLabels: false,
      zIndex: false,
      // What stands out is drawn by this class, on a layer of its own.
      defaultDrawNodeHover: () => {},
    })
    this.#lines = large
      ? new LineLayer(this.sigma as never, bundles, this.#nodeKeys, SHIFT, this.#linesOf(), () => this.#drawOver())
      : null
    this.#words = this.#createLayer('words', 'labels')
    this.#light = this.#createLayer('light', 'mouse')
    // What this class draws itself leaves sigma's layers empty, and each costs as much as a full one.
    for (const name of ['edgeLabels', 'labels', 'hovers']) this.sigma.getCanvases()[name]!.style.display = 'none'
    this.sigma.on('afterRender', () => this.#drawOver())
    bindPointer(this, events)
  }

  /** A layer under another of sigma's; under that of the mouse at most, so that it takes no clicks. */
  #createLayer(name: string, before: string): CanvasRenderingContext2D {
    // The declared options lack the place, which the method does take.
    this.sigma.createCanvasContext(name, { beforeLayer: before } as object)
    this.sigma.resize(true)
    this.sigma.scheduleRender()
    return this.sigma.getCanvases()[name]!.getContext('2d')!
  }

  #linesOf(): Lines {
    const { bundleSizes, bundleStatus, radii } = this.#picture
    const shown = new Int32Array(bundleSizes.length)
    let count = 0
    for (let bundle = 0; bundle < bundleSizes.length; bundle++) if (bundleSizes[bundle]! > 0) shown[count++] = bundle
    return {
      shown: shown.subarray(0, count),
      thickness: Float32Array.from(bundleSizes, thicknessOf),
      status: bundleStatus,
      radii,
      colour: this.#theme.edge,
    }
  }

  /** Shows another picture of the same model. */
  show(picture: Picture, theme: Theme): void {
    if (picture.radii !== this.#picture.radii) this.#bySize = bySize(picture.radii)
    this.#picture = picture
    this.#theme = theme
    // Attributes are written in place: graphology would tell sigma of each one.
    for (const [index, key] of this.#nodeKeys.entries())
      Object.assign(this.graph.getNodeAttributes(key), nodeData(this.#model, picture, index))
    if (this.#lines) this.#lines.show(this.#linesOf())
    else
      for (let bundle = 0; bundle < this.#model.bundles.count; bundle++)
        Object.assign(this.graph.getEdgeAttributes(String(bundle)), edgeData(this.#model, picture, theme, bundle))
    this.sigma.refresh({ schedule: true })
  }

  /** Lets nodes and lines stand out; null ends it. */
  light(spotlight: Spotlight | null): void {
    this.#spotlight = spotlight
    this.#container.classList.toggle('dimmed', spotlight !== null)
    this.#drawOver()
  }

  /** Marks nodes as new. */
  mark(nodes: ReadonlySet<number>): void {
    this.#fresh = nodes
    this.#drawOver()
  }

  positions(): Float32Array {
    const positions = new Float32Array(this.#nodeKeys.length * 2)
    for (const [index, key] of this.#nodeKeys.entries()) {
      const { x, y } = this.graph.getNodeAttributes(key)
      positions[index * 2] = x
      positions[index * 2 + 1] = y
    }
    return positions
  }

  /** Moves the nodes of `nodes` to the places in `positions` (x and y of each). */
  place(nodes: ArrayLike<number>, positions: Float32Array): void {
    for (let index = 0; index < nodes.length; index++) {
      const attributes = this.graph.getNodeAttributes(this.#nodeKeys[nodes[index]!])
      attributes.x = positions[index * 2]!
      attributes.y = positions[index * 2 + 1]!
    }
    this.sigma.setCustomBBox(null)
    this.sigma.refresh({ partialGraph: {}, skipIndexation: false, schedule: true })
    this.#lines?.moved()
  }

  /** Moves one node, without a new look at all the others. */
  moveNode(node: number, viewport: { x: number; y: number }): void {
    const key = this.#nodeKeys[node]!
    Object.assign(this.graph.getNodeAttributes(key), this.sigma.viewportToGraph(viewport))
    this.sigma.refresh({
      partialGraph: { nodes: [key], edges: this.graph.edges(key) },
      skipIndexation: true,
      schedule: true,
    })
    this.#lines?.moved()
  }

  /** Whether everything is drawn, and not waiting until movement ends. */
  get complete(): boolean {
    return this.#lines?.complete ?? true
  }

  /** Draws at once what waits. */
  finish(): void {
    this.#lines?.finish()
    this.#drawOver()
  }

  /** Flies to a node, or jumps there where motion is not wanted. */
  async flyTo(node: number): Promise<void> {
    const data = this.sigma.getNodeDisplayData(this.#nodeKeys[node]!)
    if (!data) return
    const ratio = Math.min(this.sigma.getCamera().ratio, 0.6)
    await this.#move({ x: data.x, y: data.y, ratio })
  }

  /** Shows everything. */
  async fit(): Promise<void> {
    await this.#move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })
  }

  async zoom(factor: number): Promise<void> {
    await this.#move({ ratio: this.sigma.getCamera().getBoundedRatio(this.sigma.getCamera().ratio * factor) })
  }

  /** Moves the view by a part of what is seen. */
  async pan(x: number, y: number): Promise<void> {
    const camera = this.sigma.getCamera()
    await this.#move({ x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio })
  }

  async #move(state: { x?: number; y?: number; ratio?: number; angle?: number }): Promise<void> {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (still) this.sigma.getCamera().setState(state)
    else await this.sigma.getCamera().animate(state, { duration: FLIGHT_MS })
  }

  /** Place of a node in the viewport, in CSS pixels. */
  viewportOf(node: number): { x: number; y: number } {
    const { x, y } = this.graph.getNodeAttributes(this.#nodeKeys[node]!)
    return this.sigma.graphToViewport({ x, y })
  }

  nodeMark(node: number, label = ''): NodeMark {
    const { x, y } = this.viewportOf(node)
    const ringed = this.#spotlight?.ringed.has(node)
    const ring = ringed ? this.#theme.accent : this.#fresh.has(node) ? this.#theme.fresh : null
    const radius = this.sigma.scaleSize(this.#picture.radii[node]!)
    return { x, y, radius, colour: this.#picture.colours[node]!, label, ring }
  }

  edgeMark(bundle: number, colour = this.#theme.edge): EdgeMark {
    const { source, target, paired } = this.#model.bundles
    const from = this.viewportOf(source[bundle]!)
    const to = this.viewportOf(target[bundle]!)
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
    const shift = paired[bundle] ? SHIFT : 0
    const dx = (shift * (to.y - from.y)) / length
    const dy = (-shift * (to.x - from.x)) / length
    return {
      x1: from.x + dx,
      y1: from.y + dy,
      x2: to.x + dx,
      y2: to.y + dy,
      radius: this.sigma.scaleSize(this.#picture.radii[target[bundle]!]!),
      thickness: Math.max(1.2, this.sigma.scaleSize(thicknessOf(this.#picture.bundleSizes[bundle]!))),
      colour,
      status: this.#picture.bundleStatus[bundle]!,
      label: this.#picture.bundleLabel(bundle),
    }
  }

  get theme(): Theme {
    return this.#theme
  }

  get picture(): Picture {
    return this.#picture
  }

  /** What sigma does not draw: words on lines and nodes, what stands out, rings. */
  #drawOver(): void {
    this.#clear(this.#words)
    this.#clear(this.#light)
    const taken: Box[] = []
    const lit = this.#spotlight ? this.#drawSpotlight(this.#spotlight, taken) : null
    if (!this.#lines?.moving) {
      const words = this.#drawWords(taken)
      this.#inked.add(this.#words)
      this.#onLabels(lit ?? words)
    }
    for (const node of this.#fresh) if (this.#picture.nodes[node]) drawNode(this.#light, this.nodeMark(node))
    if (this.#spotlight || this.#fresh.size > 0) this.#inked.add(this.#light)
  }

  /** Names of nodes, and relations on lines unless something stands out. */
  #drawWords(taken: Box[]): Labelled {
    const { labelledLines, nodes, bundleSizes } = this.#picture
    // In a graph that is small enough no name lies on another node either.
    if (labelledLines) for (const mark of this.#candidates()) taken.push(boxOf(mark))
    const names = drawNodeLabels(this.#words, this.#candidates(), this.#theme, taken)
    const words =
      !this.#spotlight && labelledLines ? drawEdgeLabels(this.#words, this.#visibleEdges(), this.#theme, taken) : 0
    return { names, nodes: count(nodes), words, lines: count(bundleSizes) }
  }

  /** @param taken room for words that is taken; what is drawn is added */
  #drawSpotlight(spotlight: Spotlight, taken: Box[]): Labelled {
    const context = this.#light
    const edges = [...spotlight.bundles].filter((bundle) => this.#picture.bundleSizes[bundle]! > 0)
    const marks = edges.map((bundle) => this.edgeMark(bundle, this.#theme.edgeText))
    for (const mark of marks) drawEdge(context, mark)
    // What was chosen is labelled first.
    const nodes = [...spotlight.nodes]
      .filter((node) => this.#picture.nodes[node])
      .sort((a, b) => Number(spotlight.ringed.has(b)) - Number(spotlight.ringed.has(a)))
      .map((node) => this.nodeMark(node, this.#model.nodes[node]!.label))
    for (const node of nodes) drawNode(context, node)
    if (nodes.length <= MOST_LIT_WORDS) taken.push(...nodes.map(boxOf))
    const names = drawNodeLabels(context, nodes, this.#theme, taken, '600')
    const words = marks.length <= MOST_LIT_WORDS ? drawEdgeLabels(context, marks, this.#theme, taken) : 0
    return { names, nodes: nodes.length, words, lines: marks.length }
  }

  /** Clears a layer on which there is something: an empty one that is cleared costs as much as one that is drawn on. */
  #clear(layer: CanvasRenderingContext2D): void {
    if (!this.#inked.delete(layer)) return
    const { width, height } = this.sigma.getDimensions()
    layer.clearRect(0, 0, width, height)
  }

  /** Visible nodes that may bear a label, the largest first; of very many only the largest are asked. */
  *#candidates(): Generator<NodeMark> {
    const { width, height } = this.sigma.getDimensions()
    const smallest = this.#nodeKeys.length < 300 ? 3 : 5
    let asked = 0
    for (const node of this.#bySize) {
      // What stands out has its name on another layer.
      if (!this.#picture.nodes[node] || this.#spotlight?.nodes.has(node)) continue
      if (this.sigma.scaleSize(this.#picture.radii[node]!) < smallest || ++asked > MOST_CANDIDATES) return
      const mark = this.nodeMark(node, this.#model.nodes[node]!.label)
      if (mark.x > 0 && mark.y > 0 && mark.x < width && mark.y < height) yield mark
    }
  }

  #visibleEdges(): EdgeMark[] {
    const marks: EdgeMark[] = []
    for (let bundle = 0; bundle < this.#model.bundles.count; bundle++)
      if (this.#picture.bundleSizes[bundle]! > 0) marks.push(this.edgeMark(bundle))
    return marks
  }

  kill(): void {
    this.#lines?.kill()
    this.sigma.kill()
    this.#container.classList.remove('dimmed')
  }
}

const bySize = (radii: Float32Array): number[] => [...radii.keys()].sort((a, b) => radii[b]! - radii[a]! || a - b)

/** How many are not zero. */
function count(values: Uint8Array | Uint32Array): number {
  let sum = 0
  for (const value of values) if (value > 0) sum++
  return sum
}
