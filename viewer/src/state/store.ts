import type { Model } from '../data/model.ts'
import type { Communities } from './communities.ts'
import { applyFilters, type Visible } from './filters.ts'
import { createHistory, type History, record, redo, undo } from './history.ts'
import type { ViewState } from './view.ts'

export interface Snapshot {
  readonly model: Model
  readonly view: ViewState
  readonly visible: Visible
  /** Null until they are known; filters by community wait until then. */
  readonly communities: Communities | null
}

export type Listener = (next: Snapshot, previous: Snapshot) => void

/** Holds what is shown and tells who listens when it changes. */
export class Store {
  #snapshot: Snapshot
  #history: History<ViewState>
  readonly #listeners: Listener[] = []

  constructor(model: Model, view: ViewState) {
    this.#snapshot = { model, view, visible: applyFilters(model, view), communities: null }
    this.#history = createHistory(view)
  }

  get snapshot(): Snapshot {
    return this.#snapshot
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener)
  }

  /** Changes the view; a step that can be undone. */
  change(change: Partial<ViewState>): void {
    this.#history = record(this.#history, { ...this.#snapshot.view, ...change })
    this.#move()
  }

  undo(): void {
    this.#history = undo(this.#history)
    this.#move()
  }

  redo(): void {
    this.#history = redo(this.#history)
    this.#move()
  }

  /** Takes another graph, the view staying as it is. */
  replaceModel(model: Model): void {
    const { view } = this.#snapshot
    this.#tell({ model, view, visible: applyFilters(model, view), communities: null })
  }

  /** Takes the communities of the present graph's nodes. */
  setCommunities(communities: Communities): void {
    const { model, view } = this.#snapshot
    this.#tell({ model, view, visible: applyFilters(model, view, communities), communities })
  }

  #move(): void {
    const view = this.#history.present
    const { model, view: before, visible, communities } = this.#snapshot
    if (view === before) return
    const same = view.filters === before.filters && view.focus === before.focus
    this.#tell({ model, view, visible: same ? visible : applyFilters(model, view, communities), communities })
  }

  #tell(next: Snapshot): void {
    const previous = this.#snapshot
    this.#snapshot = next
    for (const listener of this.#listeners) listener(next, previous)
  }
}
