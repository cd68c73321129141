import type { Model } from '../data/model.ts'
import type { MeasureAnswer, MeasureRequest } from '../layouts/measures.worker.ts'
import { createMeasuresWorker } from '../layouts/workers.ts'
import { groupCommunities } from '../state/communities.ts'
import { degreesOf, radiiOf, undirectedPairs } from '../state/measures.ts'
import { communityColour, MOST_COMMUNITIES, type Theme, typeColour } from '../state/palette.ts'
import type { Store } from '../state/store.ts'

/** Sizes and colours of the nodes, as the view wants them. What takes long is computed in a worker; until then degree and type show. */
export interface Looks {
  readonly radii: () => Float32Array
  readonly colours: () => readonly string[]
  /** From how many nodes betweenness was estimated, or null if it is exact or not shown. */
  readonly sampled: () => number | null
  /** To be called when model, view or theme have changed. */
  readonly refresh: () => void
}

interface Measured {
  readonly model: Model
  betweenness?: { readonly scores: Float64Array; readonly sampled: number } | 'asked'
  communities?: 'asked'
}

/** @param changed told when the worker's answer has changed sizes; communities go into the store */
export function createLooks(store: Store, theme: () => Theme, changed: () => void): Looks {
  let measured: Measured = { model: store.snapshot.model }
  let radii: Float32Array = new Float32Array()
  let colours: string[] = []

  function refresh(): void {
    const { model, view } = store.snapshot
    if (measured.model !== model) measured = { model }
    if (view.sizeBy === 'betweenness' && !measured.betweenness) ask('betweenness')
    const byCommunity = view.colourBy === 'community'
    if ((byCommunity || view.filters.communities.length > 0) && !measured.communities) ask('communities')
    const { betweenness } = measured
    const byBetweenness = view.sizeBy === 'betweenness' && betweenness !== undefined && betweenness !== 'asked'
    radii = radiiOf(byBetweenness ? betweenness.scores : degreesOf(model))
    const { communities } = store.snapshot
    const current = theme()
    colours = model.nodes.map((_, node) =>
      byCommunity && communities
        ? communityColour(current, communities, communities.of[node]!)
        : typeColour(current, model.type[node]!),
    )
  }

  function ask(what: MeasureRequest['what']): void {
    measured[what] = 'asked'
    const asked = measured
    const worker = createMeasuresWorker()
    worker.onmessage = ({ data }: MessageEvent<MeasureAnswer>) => {
      worker.terminate()
      if (asked !== measured) return
      if (data.what === 'communities')
        return store.setCommunities(groupCommunities(model, data.communities, MOST_COMMUNITIES))
      asked.betweenness = { scores: data.scores, sampled: data.sampled }
      changed()
    }
    const { model } = store.snapshot
    worker.postMessage({ what, nodes: model.nodes.length, pairs: undirectedPairs(model) } satisfies MeasureRequest)
  }

  refresh()
  return {
    radii: () => radii,
    colours: () => colours,
    sampled: () => {
      const { view, model } = store.snapshot
      const { betweenness } = measured
      if (view.sizeBy !== 'betweenness' || !betweenness || betweenness === 'asked') return null
      return betweenness.sampled < model.nodes.length ? betweenness.sampled : null
    },
    refresh,
  }
}
