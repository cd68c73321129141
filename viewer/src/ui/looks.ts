import type { Model } from '../data/model.ts'
import type { MeasureAnswer, MeasureRequest } from '../layouts/measures.worker.ts'
import { createMeasuresWorker } from '../layouts/workers.ts'
import { degreesOf, radiiOf, rankCommunities, undirectedPairs } from '../state/measures.ts'
import { communityColour, type Theme, typeColour } from '../state/palette.ts'
import type { Store } from '../state/store.ts'

/** Sizes and colours of the nodes, as the view wants them. What takes long is computed in a worker; until then degree and type show. */
export interface Looks {
  readonly radii: () => Float32Array
  readonly colours: () => readonly string[]
  /** Rank of each node's community, or null while it is not known. */
  readonly communities: () => Int32Array | null
  /** From how many nodes betweenness was estimated, or null if it is exact or not shown. */
  readonly sampled: () => number | null
  /** To be called when model, view or theme have changed. */
  readonly refresh: () => void
}

interface Measured {
  readonly model: Model
  betweenness?: { readonly scores: Float64Array; readonly sampled: number } | 'asked'
  communities?: Int32Array | 'asked'
}

/** @param changed told when the worker's answer has changed sizes or colours */
export function createLooks(store: Store, theme: () => Theme, changed: () => void): Looks {
  let measured: Measured = { model: store.snapshot.model }
  let radii: Float32Array = new Float32Array()
  let colours: string[] = []

  function refresh(): void {
    const { model, view } = store.snapshot
    if (measured.model !== model) measured = { model }
    if (view.sizeBy === 'betweenness' && !measured.betweenness) ask('betweenness')
    if (view.colourBy === 'community' && !measured.communities) ask('communities')
    const { betweenness, communities } = measured
    const byBetweenness = view.sizeBy === 'betweenness' && betweenness !== undefined && betweenness !== 'asked'
    radii = radiiOf(byBetweenness ? betweenness.scores : degreesOf(model))
    const ranks =
      view.colourBy === 'community' && communities !== undefined && communities !== 'asked' ? communities : null
    const current = theme()
    colours = model.nodes.map((_, node) =>
      ranks ? communityColour(current, ranks[node]!) : typeColour(current, model.type[node]!),
    )
  }

  function ask(what: MeasureRequest['what']): void {
    measured[what] = 'asked'
    const asked = measured
    const worker = createMeasuresWorker()
    worker.onmessage = ({ data }: MessageEvent<MeasureAnswer>) => {
      worker.terminate()
      if (data.what === 'betweenness') asked.betweenness = { scores: data.scores, sampled: data.sampled }
      else asked.communities = rankCommunities(data.communities)
      if (asked === measured) changed()
    }
    const { model } = store.snapshot
    worker.postMessage({ what, nodes: model.nodes.length, pairs: undirectedPairs(model) } satisfies MeasureRequest)
  }

  refresh()
  return {
    radii: () => radii,
    colours: () => colours,
    communities: () => {
      const { view } = store.snapshot
      const { communities } = measured
      return view.colourBy === 'community' && communities && communities !== 'asked' ? communities : null
    },
    sampled: () => {
      const { view, model } = store.snapshot
      const { betweenness } = measured
      if (view.sizeBy !== 'betweenness' || !betweenness || betweenness === 'asked') return null
      return betweenness.sampled < model.nodes.length ? betweenness.sampled : null
    },
    refresh,
  }
}
