import { createModel, type Model } from '../data/model.ts'
import { pause } from '../data/pause.ts'
import type { LiveSource, Source } from '../data/source.ts'
import { type Locale, preferredLocale, wordsOf } from '../i18n/index.ts'
import { isLarge } from '../sigma/graph.ts'
import { THEMES, type ThemeName } from '../state/palette.ts'
import { type Snapshot, Store } from '../state/store.ts'
import { decodeView, encodeView } from '../state/url.ts'
import { type AddDialog, createAddDialog } from './add-article.ts'
import type { Context, Part } from './context.ts'
import { createDetail } from './detail.ts'
import { h } from './dom.ts'
import { createFilters } from './filters.ts'
import { createLegend } from './legend.ts'
import { createList } from './list.ts'
import { createLooks, type Looks } from './looks.ts'
import { createNotices } from './notices.ts'
import { createPanel } from './panel.ts'
import { createSearchBox } from './search-box.ts'
import { createSources } from './sources.ts'
import { createSparql } from './sparql.ts'
import { createStage, type Stage } from './stage.ts'
import { recall, remember } from './storage.ts'
import { openTakeAway } from './take-away.ts'
import { createTimeline } from './timeline.ts'
import { createToolbar, createZoom } from './toolbar.ts'

const LOCALE_KEY = 'pressgraph.locale'
const THEME_KEY = 'pressgraph.theme'

/** The whole viewer in an element. Language or theme change it as a whole; the view, which is in the store, stays. */
export class App {
  readonly #root: HTMLElement
  readonly #source: Source
  readonly #store: Store
  #stage: Stage | null = null
  #parts: Part[] = []
  #fresh: ReadonlySet<string> = new Set()
  #looks: Looks
  #dialog: AddDialog | null = null
  #announcer = h('p', { class: 'hidden-text', role: 'status' })

  constructor(root: HTMLElement, source: Source, model: Model) {
    this.#root = root
    this.#source = source
    this.#store = new Store(model, decodeView(location.hash))
    this.#looks = createLooks(
      this.#store,
      () => THEMES[this.theme],
      () => this.#restyle(),
    )
    this.#store.listen((next, previous) => this.#update(next, previous))
    document.addEventListener('keydown', (event) => this.#onKey(event))
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#build())
    addEventListener('hashchange', () => {
      if (location.hash.slice(1) !== encodeView(this.#store.snapshot.view))
        this.#store.change(decodeView(location.hash))
    })
    // Files may be dropped anywhere.
    document.addEventListener('dragover', (event) => event.preventDefault())
    document.addEventListener('drop', (event) => {
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) this.#dialog?.open(files)
    })
    this.#build()
  }

  get theme(): ThemeName {
    const chosen = recall(THEME_KEY)
    if (chosen === 'light' || chosen === 'dark') return chosen
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }

  get locale(): Locale {
    const chosen = recall(LOCALE_KEY)
    return chosen === 'de' || chosen === 'en' ? chosen : preferredLocale(navigator.languages)
  }

  get store(): Store {
    return this.#store
  }

  get stage(): Stage | null {
    return this.#stage
  }

  /** Shows a graph that has grown; nodes that were not there before are marked. */
  grow(model: Model): void {
    const before = this.#store.snapshot.model
    const fresh = model.nodes.filter(({ id }) => !before.nodeIndex.has(id)).map(({ id }) => id)
    this.#fresh = new Set([...this.#fresh, ...fresh])
    this.#store.replaceModel(model)
    this.#markFresh()
  }

  #markFresh(): void {
    const { model } = this.#store.snapshot
    this.#stage?.mark(new Set([...this.#fresh].flatMap((id) => model.nodeIndex.get(id) ?? [])))
  }

  #build(): void {
    const words = wordsOf(this.locale)
    document.documentElement.lang = this.locale
    document.documentElement.dataset.theme = this.theme
    this.#stage?.destroy()
    const context: Context = {
      words,
      store: this.#store,
      source: this.#source,
      theme: () => THEMES[this.theme],
      colourOf: (node) => this.#looks.colours()[node] ?? THEMES[this.theme].edge,
      isFresh: (node) => this.#fresh.has(this.#store.snapshot.model.nodes[node]!.id),
      flyTo: (node) => void this.#stage?.canvas()?.flyTo(node),
      announce: (text) => {
        this.#announcer.textContent = text
      },
    }
    this.#looks.refresh()
    const notices = createNotices(context, () => this.#notes(context))
    const stage = createStage(
      context,
      this.#looks,
      () => this.#dialog?.open(),
      () => notices.update(this.#store.snapshot, null),
    )
    this.#stage = stage
    const dialog = createAddDialog(words, this.#source, async () => this.grow(await loadModel(this.#source)))
    this.#dialog = dialog
    const searchBox = createSearchBox(context)
    const toolbar = createToolbar(context, searchBox, {
      relayout: () => stage.relayout(),
      toggleTheme: () => {
        remember(THEME_KEY, this.theme === 'dark' ? 'light' : 'dark')
        this.#build()
      },
      toggleLocale: () => {
        remember(LOCALE_KEY, this.locale === 'de' ? 'en' : 'de')
        this.#build()
      },
      add: () => dialog.open(),
      takeAway: () => openTakeAway(context, stage.canvas(), this.#looks),
    })
    const legend = createLegend(context)
    const panel = createPanel(context, [
      { id: 'detail', title: 'panel.detail', part: createDetail(context) },
      { id: 'filters', title: 'panel.filters', part: createFilters(context) },
      { id: 'list', title: 'panel.list', part: createList(context) },
      { id: 'timeline', title: 'panel.timeline', part: createTimeline(context) },
      { id: 'sources', title: 'panel.sources', part: createSources(context) },
      { id: 'sparql', title: 'panel.sparql', part: createSparql(context) },
    ])
    const zoom = createZoom(
      context,
      (factor) => void stage.canvas()?.zoom(factor),
      () => void stage.canvas()?.fit(),
    )
    this.#parts = [toolbar, searchBox, legend, notices, panel]
    this.#root.replaceChildren(
      h('a', { class: 'skip', href: '#', onclick: (event: Event) => this.#toList(event) }, words.t('app.skip')),
      toolbar.element,
      h('main', {}, h('div', { class: 'stage' }, stage.element, notices.element, zoom, legend.element), panel.element),
      this.#announcer,
    )
    const { snapshot } = this.#store
    stage.update(snapshot, null)
    this.#markFresh()
    for (const part of this.#parts) part.update(snapshot, null)
  }

  #toList(event: Event): void {
    event.preventDefault()
    this.#store.change({ panel: 'list' })
    document.getElementById('tab-list')?.focus()
  }

  #update(next: Snapshot, previous: Snapshot): void {
    const fragment = encodeView(next.view)
    history.replaceState(null, '', fragment === '' ? location.pathname + location.search : `#${fragment}`)
    const { view, model } = next
    const restyled =
      model !== previous.model ||
      next.communities !== previous.communities ||
      view.sizeBy !== previous.view.sizeBy ||
      view.colourBy !== previous.view.colourBy ||
      view.filters.communities !== previous.view.filters.communities
    if (restyled) this.#looks.refresh()
    this.#stage?.update(next, previous)
    if (restyled && model === previous.model) this.#stage?.redraw()
    for (const part of this.#parts) part.update(next, previous)
  }

  /** A worker has answered: the same view in other sizes or colours. */
  #restyle(): void {
    this.#looks.refresh()
    this.#stage?.redraw()
    for (const part of this.#parts) part.update(this.#store.snapshot, null)
  }

  #notes({ words }: Context): { text: string; action?: readonly [string, () => void] }[] {
    const notes: { text: string; action?: readonly [string, () => void] }[] = []
    const { model } = this.#store.snapshot
    if (isLarge(model)) notes.push({ text: words.t('app.large', { n: model.bundles.count }) })
    const covered = this.#stage?.covered() ?? 0
    if (covered > 0) notes.push({ text: words.count('layout.covered', covered, { all: model.nodes.length }) })
    const sampled = this.#looks.sampled()
    if (sampled !== null) notes.push({ text: words.t('size.sampled', { n: sampled, all: model.nodes.length }) })
    if (this.#fresh.size > 0)
      notes.push({
        text: words.count('add.newNodes', this.#fresh.size),
        action: [
          words.t('add.unmark'),
          () => {
            this.#fresh = new Set()
            this.#markFresh()
            for (const part of this.#parts) part.update(this.#store.snapshot, null)
          },
        ],
      })
    return notes
  }

  #onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement
    const typing = target.closest('input, textarea, select, [contenteditable], .sparql-editor') !== null
    const command = event.ctrlKey || event.metaKey
    if (command && event.key.toLowerCase() === 'z' && !typing) {
      event.preventDefault()
      if (event.shiftKey) this.#store.redo()
      else this.#store.undo()
      return
    }
    if (command || event.altKey || typing || document.querySelector('dialog[open]')) return
    const { view } = this.#store.snapshot
    const selected = view.selection?.kind === 'node' ? view.selection.id : null
    if (event.key === '/') {
      event.preventDefault()
      document.getElementById('search')?.focus()
    } else if (event.key === 'Escape') this.#store.change({ selection: null, path: [] })
    else if (event.key === 'e' && selected !== null && !view.focus.includes(selected))
      this.#store.change({ focus: [...view.focus, selected] })
    else if (event.key === 'p' && selected !== null) {
      const from = view.path.length === 1 ? view.path[0]! : null
      this.#store.change({ path: from === null || from === selected ? [selected] : [from, selected] })
    }
  }
}

/** Loads the graph and builds the model. */
export async function loadModel(source: Source | LiveSource, signal?: AbortSignal): Promise<Model> {
  const data = await source.graph(signal)
  await pause()
  return createModel(data)
}
