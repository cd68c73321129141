/** What the canvas shows. Everything is by index of node or bundle. */
export interface Picture {
  readonly nodes: Uint8Array
  readonly bundleSizes: Uint32Array
  readonly bundleStatus: Uint8Array
  /** Radius in pixels and colour of each node. */
  readonly radii: Float32Array
  readonly colours: readonly string[]
  /** Words on a bundle's line. */
  readonly bundleLabel: (bundle: number) => string
  /** Whether lines carry words all the time, and not only where the light falls. */
  readonly labelledLines: boolean
}

/** What stands out; the rest is dimmed. */
export interface Spotlight {
  readonly nodes: ReadonlySet<number>
  readonly bundles: ReadonlySet<number>
  /** Nodes with a ring: selected, or ends of a path. */
  readonly ringed: ReadonlySet<number>
}

/** How much of what is drawn bears words: the rest has no room for them. */
export interface Labelled {
  /** Nodes with their names, of so many. */
  readonly names: number
  readonly nodes: number
  /** Lines with their relations, of so many. */
  readonly words: number
  readonly lines: number
}

export interface CanvasEvents {
  readonly onNode: (node: number, how: 'click' | 'double' | 'path') => void
  readonly onBundle: (bundle: number) => void
  readonly onStage: () => void
  readonly onHover: (node: number | null) => void
  /** Told when other words are drawn. */
  readonly onLabels: (labelled: Labelled) => void
}
