import type { Model } from '../data/model.ts'
import type { Visible } from '../state/filters.ts'
import { layoutOf } from './collection.ts'
import type { ForceProgress, ForceRequest } from './force.worker.ts'
import { packedByType } from './static.ts'
import { createForceWorker } from './workers.ts'

export interface LayoutRun {
  readonly stop: () => void
  /** Fulfilled when the layout has settled, used up its time or was stopped. */
  readonly done: Promise<void>
  /** How many nodes lie on others because they are too many to be pushed apart; 0 until the layout is done. */
  readonly covered: () => number
}

/** How long the force layout may go on, in ms. */
const budgetOf = (nodes: number): number => Math.min(15_000, 1500 + nodes * 0.8)

/**
 * Lays out what is visible, from where it is.
 * @param positions x and y of all nodes
 * @param place told where the nodes of a list go
 */
export function runLayout(
  id: string,
  model: Model,
  visible: Visible,
  radii: Float32Array,
  positions: Float32Array,
  place: (nodes: Int32Array, positions: Float32Array, last: boolean) => void,
): LayoutRun {
  const nodes = Int32Array.from([...visible.nodes.keys()].filter((node) => visible.nodes[node] === 1))
  const layout = layoutOf(id)
  const described = () =>
    Array.from(nodes, (node) => ({
      radius: radii[node]!,
      type: model.type[node]!,
      degree: model.offsets[node + 1]! - model.offsets[node]!,
    }))
  if (layout.kind === 'static') {
    place(nodes, layout.place(described()), true)
    return { stop: () => {}, done: Promise.resolve(), covered: () => 0 }
  }
  const worker = createForceWorker()
  let stopped = false
  let covered = 0
  let finish = () => {}
  const done = new Promise<void>((resolve) => {
    finish = () => {
      stopped = true
      worker.terminate()
      resolve()
    }
  })
  worker.onmessage = ({ data }: MessageEvent<ForceProgress>) => {
    // What was under way when the layout was stopped comes after it.
    if (stopped) return
    place(nodes, data.positions, data.settled)
    covered = data.covered
    if (data.settled) finish()
    // After the frame that shows it.
    else requestAnimationFrame(() => setTimeout(() => worker.postMessage('drawn'), 0))
  }
  worker.onerror = () => {
    // Where no worker starts there is a picture all the same.
    place(nodes, packedByType(described()), true)
    finish()
  }
  worker.postMessage(requestOf(model, visible, nodes, radii, positions))
  return { stop: finish, done, covered: () => covered }
}

function requestOf(
  model: Model,
  visible: Visible,
  nodes: Int32Array,
  radii: Float32Array,
  positions: Float32Array,
): ForceRequest {
  const place = new Int32Array(model.nodes.length).fill(-1)
  const matrix = new Float32Array(nodes.length * 3)
  for (const [index, node] of nodes.entries()) {
    place[node] = index
    matrix[index * 3] = positions[node * 2]!
    matrix[index * 3 + 1] = positions[node * 2 + 1]!
    matrix[index * 3 + 2] = radii[node]!
  }
  const edges: number[] = []
  for (let bundle = 0; bundle < model.bundles.count; bundle++) {
    const size = visible.bundleSizes[bundle]!
    const source = model.bundles.source[bundle]!
    const target = model.bundles.target[bundle]!
    if (size === 0 || source === target) continue
    edges.push(place[source]!, place[target]!, 1 + Math.log2(size))
  }
  return { nodes: matrix, edges: Float32Array.from(edges), budgetMs: budgetOf(nodes.length) }
}
