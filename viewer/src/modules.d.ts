/// <reference types="vite/client" />

declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** One iteration of ForceAtlas2 on flat matrices: ten numbers a node, three an edge. */
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): object
}

declare module 'graphology-layout-noverlap/iterate.js' {
  /** One iteration of Noverlap on a flat matrix: x, y and size of each node. */
  export default function iterate(settings: object, nodes: Float32Array): { converged: boolean }
}
