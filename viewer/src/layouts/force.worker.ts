import iterateForce from 'graphology-layout-forceatlas2/iterate.js'
import iterateNoverlap from 'graphology-layout-noverlap/iterate.js'
import { coveredNodes } from './covered.ts'
import { forceSettings } from './force-settings.ts'
import { randomFrom } from './random.ts'

export interface ForceRequest {
  /** x, y and radius of each node. */
  readonly nodes: Float32Array
  /** Source and target (indices of nodes) and weight of each edge. */
  readonly edges: Float32Array
  /** How long to go on, in ms. */
  readonly budgetMs: number
}

export interface ForceProgress {
  /** x and y of each node. */
  readonly positions: Float32Array
  readonly iterations: number
  readonly settled: boolean
  /** When settled: how many nodes are too many to push apart and lie on others. */
  readonly covered: number
}

const NODE = 10
const EDGE = 3
/** Between two frames that are sent, in ms. */
const FRAME_MS = 80
/** How long nodes are pushed apart at the end, in ms. */
const OVERLAP_MS = 1500
/**
 * Rounds after which a layout is as good as it gets: a small graph trembles for ever, and would use up its time for nothing. Within them the
 * same graph gets the same picture on any machine.
 */
const MOST_ROUNDS = 3000
/** Mean movement of a node, as a part of the graph's extent, under which the layout counts as settled. */
const STILL = 2e-4

// Noverlap breaks ties with Math.random; in this worker, which does nothing else, it is seeded: the same graph gets the same picture.
Math.random = randomFrom(1)

/** Whether the last frame has been drawn: a slow page must not be sent frames faster than it draws. */
let drawn = true

self.onmessage = ({ data }: MessageEvent<ForceRequest | 'drawn'>) => {
  if (data === 'drawn') drawn = true
  else void run(data)
}

/** Lets messages come in. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

async function run({ nodes, edges, budgetMs }: ForceRequest): Promise<void> {
  const count = nodes.length / 3
  const matrix = new Float32Array(count * NODE)
  for (let node = 0; node < count; node++) {
    matrix[node * NODE] = nodes[node * 3]!
    matrix[node * NODE + 1] = nodes[node * 3 + 1]!
    matrix[node * NODE + 6] = 1
    matrix[node * NODE + 7] = 1
    matrix[node * NODE + 8] = nodes[node * 3 + 2]!
  }
  const links = new Float32Array(edges.length)
  for (let edge = 0; edge < edges.length; edge += EDGE) {
    const source = edges[edge]! * NODE
    const target = edges[edge + 1]! * NODE
    links[edge] = source
    links[edge + 1] = target
    links[edge + 2] = edges[edge + 2]!
    matrix[source + 6]! += links[edge + 2]!
    matrix[target + 6]! += links[edge + 2]!
  }
  const settings = forceSettings(count)
  const started = performance.now()
  let sent = started
  let iterations = 0
  let before = positionsOf(matrix)
  for (;;) {
    iterateForce(settings, matrix, links)
    iterations++
    const now = performance.now()
    if (now - started >= budgetMs || iterations >= MOST_ROUNDS) break
    if (now - sent < FRAME_MS) continue
    sent = now
    await pause()
    if (!drawn) continue
    const positions = positionsOf(matrix)
    const still = iterations > 50 && movement(before, positions) < STILL
    before = positions.slice()
    if (still) break
    drawn = false
    post({ positions, iterations, settled: false, covered: 0 })
  }
  const positions = withoutOverlap(matrix)
  const covered = coveredNodes(positions, (node) => nodes[node * 3 + 2]! * unitOf(positions))
  post({ positions, iterations, settled: true, covered })
}

function positionsOf(matrix: Float32Array): Float32Array {
  const positions = new Float32Array((matrix.length / NODE) * 2)
  for (let node = 0; node * NODE < matrix.length; node++) {
    positions[node * 2] = matrix[node * NODE]!
    positions[node * 2 + 1] = matrix[node * NODE + 1]!
  }
  return positions
}

function movement(before: Float32Array, after: Float32Array): number {
  let sum = 0
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let index = 0; index < after.length; index++) {
    sum += Math.abs(after[index]! - before[index]!)
    low = Math.min(low, after[index]!)
    high = Math.max(high, after[index]!)
  }
  return sum / after.length / Math.max(high - low, 1e-9)
}

/** A pixel in the units of a layout, which is drawn about a thousand pixels wide. */
function unitOf(positions: Float32Array): number {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of positions) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return (high - low) / 1000
}

/**
 * Beyond so many nodes a single round of pushing them apart takes longer than anyone waits, and their discs are a pixel or two. The
 * interface says how many lie on others.
 */
const MOST_APART = 20_000

/** Pushes nodes apart that cover each other; sizes are pixels on a canvas of about a thousand, so they are scaled to the layout's extent. */
function withoutOverlap(matrix: Float32Array): Float32Array {
  const positions = positionsOf(matrix)
  const count = positions.length / 2
  if (count < 2 || count > MOST_APART) return positions
  const unit = unitOf(positions)
  const spread = new Float32Array(count * 3)
  for (let node = 0; node < count; node++) {
    spread[node * 3] = positions[node * 2]!
    spread[node * 3 + 1] = positions[node * 2 + 1]!
    spread[node * 3 + 2] = matrix[node * NODE + 8]! * unit
  }
  const settings = {
    // In a small graph there is room for the labels, too.
    margin: (count < 300 ? 22 : 6) * unit,
    ratio: 1,
    expansion: 1.1,
    gridSize: Math.max(20, Math.ceil(Math.sqrt(count))),
    speed: 3,
  }
  const end = performance.now() + OVERLAP_MS
  while (performance.now() < end) if (iterateNoverlap(settings, spread).converged) break
  for (let node = 0; node < count; node++) {
    positions[node * 2] = spread[node * 3]!
    positions[node * 2 + 1] = spread[node * 3 + 1]!
  }
  return positions
}

const post = (progress: ForceProgress): void => {
  self.postMessage(progress, { transfer: [progress.positions.buffer] })
}
