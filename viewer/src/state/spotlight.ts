import { claimsOfNode, type Model, otherEnd } from '../data/model.ts'
import type { Visible } from './filters.ts'
import { shortestPath } from './path.ts'
import type { ViewState } from './view.ts'

/** Nodes and bundles that stand out, by index. */
export interface Lit {
  readonly nodes: ReadonlySet<number>
  readonly bundles: ReadonlySet<number>
  /** What was chosen itself. */
  readonly ringed: ReadonlySet<number>
}

/**
 * What stands out: what the pointer is on, else the path, else the selection; null if nothing does. The path gives way to no node of its
 * own: whoever chose its second end has the pointer there.
 */
export function spotlightOf(model: Model, visible: Visible, view: ViewState, hovered: number | null): Lit | null {
  const ends = view.path.flatMap((id) => model.nodeIndex.get(id) ?? [])
  const path = ends.length === 2 ? (shortestPath(model, visible, ends[0]!, ends[1]!) ?? ends) : []
  if (hovered !== null && !path.includes(hovered)) return neighbourhood(model, visible, hovered)
  if (ends.length === 2) {
    return { nodes: new Set(path), bundles: bundlesAlong(model, visible, path), ringed: new Set(ends) }
  }
  if (ends.length === 1) return neighbourhood(model, visible, ends[0]!)
  const { selection } = view
  if (selection?.kind === 'node') {
    const node = model.nodeIndex.get(selection.id)
    return node === undefined ? null : neighbourhood(model, visible, node)
  }
  if (selection?.kind === 'claim') {
    const claim = model.claimIndex.get(selection.id)
    if (claim === undefined) return null
    const ends = new Set([model.subject[claim]!, model.object[claim]!])
    return { nodes: ends, bundles: new Set([model.bundles.of[claim]!]), ringed: ends }
  }
  if (selection?.kind === 'bundle') {
    const bundle = bundleBetween(model, selection.source, selection.target)
    if (bundle === null) return null
    const ends = new Set([model.bundles.source[bundle]!, model.bundles.target[bundle]!])
    return { nodes: ends, bundles: new Set([bundle]), ringed: ends }
  }
  return null
}

/** Bundle from one node to another, by their ids, or null. */
export function bundleBetween(model: Model, source: string, target: string): number | null {
  const from = model.nodeIndex.get(source)
  const to = model.nodeIndex.get(target)
  if (from === undefined || to === undefined) return null
  const claim = claimsOfNode(model, from).find((one) => model.subject[one] === from && model.object[one] === to)
  return claim === undefined ? null : model.bundles.of[claim]!
}

function neighbourhood(model: Model, visible: Visible, node: number): Lit {
  const nodes = new Set([node])
  const bundles = new Set<number>()
  for (const claim of claimsOfNode(model, node)) {
    if (!visible.claims[claim]) continue
    nodes.add(otherEnd(model, claim, node))
    bundles.add(model.bundles.of[claim]!)
  }
  return { nodes, bundles, ringed: new Set([node]) }
}

function bundlesAlong(model: Model, visible: Visible, path: readonly number[]): Set<number> {
  const bundles = new Set<number>()
  for (const [index, node] of path.entries()) {
    const next = path[index + 1]
    for (const claim of claimsOfNode(model, node))
      if (visible.claims[claim] && otherEnd(model, claim, node) === next) bundles.add(model.bundles.of[claim]!)
  }
  return bundles
}
