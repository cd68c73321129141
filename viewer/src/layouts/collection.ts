import { circular, type LayoutNode, packedByType } from './static.ts'

/** A way to place the nodes. A new layout is one more object in `LAYOUTS`, and its name in the interface's languages. */
export type Layout =
  | { readonly id: string; readonly kind: 'force' }
  | { readonly id: string; readonly kind: 'static'; readonly place: (nodes: readonly LayoutNode[]) => Float32Array }

export const LAYOUTS = [
  { id: 'force', kind: 'force' },
  { id: 'circular', kind: 'static', place: circular },
  { id: 'packed', kind: 'static', place: packedByType },
] as const satisfies readonly Layout[]

/** The layout of that id, or the first. */
export const layoutOf = (id: string): Layout => LAYOUTS.find((layout) => layout.id === id) ?? LAYOUTS[0]
