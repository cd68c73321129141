import type { Model } from '../data/model.ts'
import { atOnce } from '../data/pause.ts'
import { runLayout } from '../layouts/run.ts'
import { spiral } from '../layouts/static.ts'
import { GraphCanvas } from '../sigma/canvas.ts'
import { graphOf } from '../sigma/graph.ts'
import type { Picture } from '../sigma/picture.ts'
import { applyFilters } from '../state/filters.ts'
import { degreesOf, radiiOf } from '../state/measures.ts'
import { typeColour } from '../state/palette.ts'
import { INITIAL_VIEW } from '../state/view.ts'
import { type Context, relationLabel } from './context.ts'
import { h } from './dom.ts'

/** A graph of its own, small and beside the large one: the answer to CONSTRUCT or DESCRIBE. What the large graph knows is selected there. */
export function createMiniGraph(context: Context, model: Model): HTMLElement {
  const { words, store } = context
  const theme = context.theme()
  const visible = applyFilters(model, INITIAL_VIEW)
  const radii = radiiOf(degreesOf(model))
  const byIri = new Map(store.snapshot.model.nodes.map((node) => [node.iri, node]))
  const known = model.nodes.map(({ iri }) => (iri === '' ? undefined : byIri.get(iri)))
  const box = h('div', { class: 'mini-canvas' })
  const count = known.filter((node) => node !== undefined).length
  const ids = known.flatMap((node) => (node ? [node.id] : []))
  const element = h(
    'div',
    { class: 'mini' },
    box,
    h(
      'div',
      { class: 'actions' },
      h('span', { class: 'aside' }, words.t('sparql.drawn', { n: count, all: model.nodes.length })),
      h(
        'button',
        { type: 'button', disabled: count === 0, onclick: () => store.change({ focus: ids }) },
        words.t('sparql.draw', { n: count }),
      ),
    ),
  )
  // Sigma measures its container, which must be in the page by then.
  requestAnimationFrame(() => {
    const picture: Picture = {
      nodes: visible.nodes,
      bundleSizes: visible.bundleSizes,
      bundleStatus: visible.bundleStatus,
      radii,
      colours: model.nodes.map((_, node) => typeColour(theme, model.type[node]!)),
      labelledLines: model.bundles.count <= 60,
      bundleLabel: (bundle) => relationLabel(words, model, model.bundles.claims[model.bundles.offsets[bundle]!]!),
    }
    const graph = atOnce(graphOf(model, picture, spiral(model.nodes.length), theme))
    const canvas = new GraphCanvas(box, graph, model, picture, theme, {
      onNode: (node) => {
        const own = known[node]
        if (own) store.change({ selection: { kind: 'node', id: own.id } })
      },
      onBundle: () => {},
      onStage: () => {},
      onHover: () => {},
      onLabels: () => {},
    })
    const run = runLayout('force', model, visible, radii, canvas.positions(), (nodes, positions) =>
      canvas.place(nodes, positions),
    )
    // When the answer gives way to another, its graph must give back what it holds of the graphics card.
    const watch = new MutationObserver(() => {
      if (element.isConnected) return
      run.stop()
      canvas.kill()
      watch.disconnect()
    })
    watch.observe(document.body, { childList: true, subtree: true })
  })
  return element
}
