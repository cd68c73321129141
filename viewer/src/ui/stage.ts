import type { Model } from '../data/model.ts'
import { atOnce, pause, withPauses } from '../data/pause.ts'
import { type LayoutRun, runLayout } from '../layouts/run.ts'
import { spiral } from '../layouts/static.ts'
import { GraphCanvas } from '../sigma/canvas.ts'
import { graphOf, isLarge } from '../sigma/graph.ts'
import { openContexts } from '../sigma/lean-sigma.ts'
import type { Labelled, Picture } from '../sigma/picture.ts'
import { spotlightOf } from '../state/spotlight.ts'
import type { Snapshot } from '../state/store.ts'
import { type Context, relationLabel } from './context.ts'
import { fill, h } from './dom.ts'
import type { Looks } from './looks.ts'

/** Side of a canvas, in pixels, under which nodes are drawn smaller, and the least part of their size. */
const FULL_SIZE = 600
const SMALLEST = 0.5
/** Up to this many visible lines, each says its relation. */
const LABELLED_LINES = 90

export interface Stage {
  readonly element: HTMLElement
  readonly update: (next: Snapshot, previous: Snapshot | null) => void
  readonly canvas: () => GraphCanvas | null
  readonly relayout: () => void
  /** Nodes that are new, marked until told otherwise. */
  readonly mark: (nodes: ReadonlySet<number>) => void
  /** Fulfilled when no layout is running. */
  readonly settled: () => Promise<void>
  /** Draws again with other colours or sizes. */
  readonly redraw: () => void
  /** How many nodes lie on others. */
  readonly covered: () => number
  /** Stops the layout and gives back what the canvas holds. */
  readonly destroy: () => void
}

/**
 * The canvas, its keys, and the layout that runs on it.
 * @param rested told when a layout is done
 */
export function createStage(context: Context, looks: Looks, addArticle: () => void, rested: () => void): Stage {
  const { words, store } = context
  const container = h('div', { class: 'canvas' })
  const progress = h('p', { class: 'layout-note', role: 'status', hidden: true }, words.t('layout.running'))
  const labels = h('p', { class: 'labels-note', hidden: true })
  const hint = h(
    'div',
    { class: 'hint', hidden: true },
    h('h2', {}, words.t('app.empty')),
    h('p', {}, words.t(context.source.live ? 'app.empty.live' : 'app.empty.file')),
    context.source.live
      ? h('button', { type: 'button', class: 'primary', onclick: addArticle }, words.t('tool.add'))
      : null,
  )
  const element = h(
    'div',
    {
      class: 'stage-canvas',
      id: 'graph',
      tabindex: 0,
      role: 'application',
      'aria-label': words.t('app.graph'),
      'aria-describedby': 'graph-help',
      onkeydown,
    },
    container,
    h('p', { class: 'hidden-text', id: 'graph-help' }, words.t('app.graph.help')),
    progress,
    labels,
    hint,
  )
  let canvas: GraphCanvas | null = null
  let shownModel: Model | null = null
  let run: LayoutRun | null = null
  let hovered: number | null = null
  let picture: Picture | null = null
  let marked: ReadonlySet<number> = new Set()
  /** Fulfilled when the canvas stands. */
  let built: Promise<void> = Promise.resolve()

  /** Part of their size that nodes have on a small screen, in tenths. */
  function shrinkage(): number {
    const side = Math.min(container.clientWidth, container.clientHeight)
    return side === 0 ? 1 : Math.max(SMALLEST, Math.min(1, Math.round((side / FULL_SIZE) * 10) / 10))
  }

  let drawnAt = 1
  const resized = new ResizeObserver(() => {
    if (canvas && shrinkage() !== drawnAt) redraw()
  })
  resized.observe(container)

  function redraw(): void {
    picture = pictureOf(store.snapshot)
    canvas?.show(picture, context.theme())
    light()
  }

  function pictureOf({ model, visible }: Snapshot): Picture {
    drawnAt = shrinkage()
    let lines = 0
    for (const size of visible.bundleSizes) if (size > 0) lines++
    return {
      nodes: visible.nodes,
      bundleSizes: visible.bundleSizes,
      bundleStatus: visible.bundleStatus,
      radii: drawnAt === 1 ? looks.radii() : looks.radii().map((radius) => radius * drawnAt),
      colours: looks.colours(),
      labelledLines: lines <= LABELLED_LINES,
      bundleLabel: (bundle) => {
        const { offsets, claims } = model.bundles
        const seen = claims
          .subarray(offsets[bundle], offsets[bundle + 1])
          .filter((claim) => visible.claims[claim] === 1)
        const firmest = seen.reduce(
          (best, claim) => (model.status[claim]! < model.status[best]! ? claim : best),
          seen[0]!,
        )
        const label = relationLabel(words, model, firmest)
        return seen.length > 1 ? `${label} +${seen.length - 1}` : label
      },
    }
  }

  function startPositions(model: Model, previous: Snapshot | null): Float32Array {
    const positions = spiral(model.nodes.length)
    if (!canvas || !previous) return positions
    const before = canvas.positions()
    const known = model.nodes.map(({ id }) => previous.model.nodeIndex.get(id))
    for (const [node, old] of known.entries())
      if (old !== undefined) positions.set(before.subarray(old * 2, old * 2 + 2), node * 2)
    // What is new starts where its neighbours are.
    for (const [node, old] of known.entries()) {
      if (old !== undefined) continue
      const around = neighboursOf(model, node).flatMap((other) => known[other] ?? [])
      if (around.length === 0) continue
      for (const axis of [0, 1]) {
        const sum = around.reduce((total, other) => total + before[other * 2 + axis]!, 0)
        positions[node * 2 + axis] = sum / around.length + positions[node * 2 + axis]! * 0.02
      }
    }
    return positions
  }

  function build(next: Snapshot, previous: Snapshot | null): void {
    const positions = startPositions(next.model, previous)
    run?.stop()
    canvas?.kill()
    canvas = null
    container.replaceChildren()
    hovered = null
    shownModel = next.model
    picture = pictureOf(next)
    hint.hidden = next.model.nodes.length > 0
    const { model } = next
    const work = graphOf(model, picture, positions, context.theme())
    if (isLarge(model)) built = buildWithPauses(model, work)
    else {
      showCanvas(model, atOnce(work))
      relayout()
    }
  }

  /** A large graph is built piece by piece; what changes meanwhile is shown at the end. */
  async function buildWithPauses(model: Model, work: ReturnType<typeof graphOf>): Promise<void> {
    const before = picture
    await pause()
    const graph = await withPauses(work)
    await withPauses(openContexts())
    if (shownModel !== model) return
    showCanvas(model, graph)
    if (before !== picture) canvas?.show(picture!, context.theme())
    await pause()
    if (shownModel === model) relayout()
  }

  function showCanvas(model: Model, graph: ConstructorParameters<typeof GraphCanvas>[1]): void {
    try {
      canvas = createCanvas(model, graph)
    } catch (error) {
      // Without WebGL there is no picture; the list says all that would be in it.
      canvas = null
      hint.hidden = false
      fill(hint, h('p', {}, words.t('app.webgl')), h('p', { class: 'aside' }, String(error)))
    }
    canvas?.mark(marked)
    light()
  }

  function createCanvas(model: Model, graph: ConstructorParameters<typeof GraphCanvas>[1]): GraphCanvas {
    return new GraphCanvas(container, graph, model, picture!, context.theme(), {
      onNode: (node, how) => onNode(model.nodes[node]!.id, how),
      onBundle: (bundle) => {
        const claims = model.bundles.claims.subarray(model.bundles.offsets[bundle], model.bundles.offsets[bundle + 1])
        const [source, target] = [model.bundles.source[bundle]!, model.bundles.target[bundle]!]
        const selection =
          claims.length === 1
            ? ({ kind: 'claim', id: model.claimIds[claims[0]!]! } as const)
            : ({ kind: 'bundle', source: model.nodes[source]!.id, target: model.nodes[target]!.id } as const)
        store.change({ selection, panel: 'detail' })
      },
      onStage: () => {
        const { selection, path } = store.snapshot.view
        if (selection !== null || path.length > 0) store.change({ selection: null, path: [] })
      },
      onHover: (node) => {
        hovered = node
        container.classList.toggle('pointing', node !== null)
        light()
      },
      onLabels: showLabels,
    })
  }

  /** Says how much of the picture has no room for words. */
  function showLabels({ names, nodes, words: said, lines }: Labelled): void {
    const parts = [
      names < nodes ? words.t('labels.names', { shown: names, all: nodes }) : null,
      said < lines ? words.t('labels.words', { shown: said, all: lines }) : null,
    ].filter((part) => part !== null)
    const text = parts.length === 0 ? '' : words.t('labels.shown', { what: parts.join(', ') })
    if (labels.textContent !== text) labels.textContent = text
    labels.hidden = text === ''
  }

  function onNode(id: string, how: 'click' | 'double' | 'path'): void {
    const { selection, path, focus } = store.snapshot.view
    if (how === 'double')
      store.change({ focus: focus.includes(id) ? focus : [...focus, id], selection: { kind: 'node', id } })
    else if (how === 'path' || path.length === 1) {
      const from = path.length === 1 ? path[0]! : selection?.kind === 'node' ? selection.id : null
      store.change({ path: from === null || from === id ? [id] : [from, id] })
    } else {
      const again = selection?.kind === 'node' && selection.id === id
      store.change({ selection: again ? null : { kind: 'node', id }, panel: 'detail', path: [] })
    }
  }

  function light(): void {
    const { model, visible, view } = store.snapshot
    canvas?.light(spotlightOf(model, visible, view, hovered))
  }

  function relayout(): void {
    if (!canvas) return
    const { model, visible, view } = store.snapshot
    run?.stop()
    const target = canvas
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const current = runLayout(
      view.layout,
      model,
      visible,
      looks.radii(),
      target.positions(),
      (nodes, positions, last) => {
        if (canvas === target && (last || !still)) target.place(nodes, positions)
      },
    )
    run = current
    progress.hidden = false
    element.dataset.settled = 'no'
    current.done.then(() => {
      if (run !== current) return
      progress.hidden = true
      element.dataset.settled = 'yes'
      rested()
    })
  }

  function onkeydown(event: KeyboardEvent): void {
    if (!canvas || event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Record<string, () => void> = {
      ArrowLeft: () => canvas?.pan(-0.1, 0),
      ArrowRight: () => canvas?.pan(0.1, 0),
      ArrowUp: () => canvas?.pan(0, 0.1),
      ArrowDown: () => canvas?.pan(0, -0.1),
      '+': () => canvas?.zoom(1 / 1.4),
      '-': () => canvas?.zoom(1.4),
      '0': () => canvas?.fit(),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  return {
    element,
    canvas: () => canvas,
    relayout,
    settled: async () => {
      await built
      await run?.done
    },
    covered: () => run?.covered() ?? 0,
    mark: (nodes) => {
      marked = nodes
      canvas?.mark(nodes)
    },
    destroy: () => {
      shownModel = null
      resized.disconnect()
      run?.stop()
      canvas?.kill()
      canvas = null
    },
    redraw,
    update: (next, previous) => {
      if (shownModel !== next.model) build(next, previous)
      else if (previous?.visible !== next.visible) {
        picture = pictureOf(next)
        canvas?.show(picture, context.theme())
      }
      if (previous && previous.view.layout !== next.view.layout) relayout()
      light()
    },
  }
}

function neighboursOf(model: Model, node: number): number[] {
  const around: number[] = []
  for (const claim of model.incident.subarray(model.offsets[node], model.offsets[node + 1]))
    around.push(model.subject[claim] === node ? model.object[claim]! : model.subject[claim]!)
  return around
}
