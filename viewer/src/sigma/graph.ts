import { DirectedGraph } from 'graphology'
import type { Model } from '../data/model.ts'
import type { Theme } from '../state/palette.ts'
import type { Picture } from './picture.ts'

export interface NodeData {
  x: number
  y: number
  size: number
  color: string
  label: string
  hidden: boolean
}

export interface EdgeData {
  size: number
  color: string
  hidden: boolean
  status: number
  shift: number
}

/**
 * Above so many lines they have no arrow heads, take no clicks (for which all would be drawn twice), and are drawn when nothing moves. The
 * interface says so.
 */
const LARGE_FROM = 3000
export const isLarge = (model: Model): boolean => model.bundles.count > LARGE_FROM

/** How far a line with a counterpart in the opposite direction is shifted sideways, in pixels. */
export const SHIFT = 3.5
/** Nodes that are put into the graph between two pauses. */
const SLICE = 4000

/** Thickness in pixels of a line that stands for so many claims. */
export const thicknessOf = (claims: number): number => (claims === 0 ? 1 : 1.1 + Math.min(4, Math.log2(claims) * 0.9))

export const nodeData = (model: Model, picture: Picture, node: number): Omit<NodeData, 'x' | 'y'> => ({
  size: picture.radii[node]!,
  color: picture.colours[node]!,
  label: model.nodes[node]!.label,
  hidden: picture.nodes[node] === 0,
})

export const edgeData = (model: Model, picture: Picture, theme: Theme, bundle: number): EdgeData => ({
  size: thicknessOf(picture.bundleSizes[bundle]!),
  color: theme.edge,
  hidden: picture.bundleSizes[bundle] === 0,
  status: picture.bundleStatus[bundle]!,
  shift: model.bundles.paired[bundle] ? SHIFT : 0,
})

/**
 * The graph that sigma is given: nodes named by their index, and lines named by their bundle's unless the graph is large; then they are not
 * sigma's matter. Yields now and then, for whoever wants to do something else in between.
 * @param positions x and y of each node
 */
export function* graphOf(
  model: Model,
  picture: Picture,
  positions: Float32Array,
  theme: Theme,
): Generator<void, DirectedGraph<NodeData, EdgeData>> {
  const graph = new DirectedGraph<NodeData, EdgeData>({ allowSelfLoops: true })
  for (let node = 0; node < model.nodes.length; node++) {
    graph.addNode(String(node), {
      ...nodeData(model, picture, node),
      x: positions[node * 2]!,
      y: positions[node * 2 + 1]!,
    })
    if (node % SLICE === SLICE - 1) yield
  }
  const { count, source, target } = model.bundles
  if (isLarge(model)) return graph
  for (let bundle = 0; bundle < count; bundle++)
    graph.addDirectedEdgeWithKey(
      String(bundle),
      String(source[bundle]),
      String(target[bundle]),
      edgeData(model, picture, theme, bundle),
    )
  return graph
}
