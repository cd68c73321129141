import type { Model } from '../data/model.ts'
import type { Source } from '../data/source.ts'
import type { Words } from '../i18n/index.ts'
import type { Theme } from '../state/palette.ts'
import type { Snapshot, Store } from '../state/store.ts'

/** What the parts of the interface share. */
export interface Context {
  readonly words: Words
  readonly store: Store
  readonly source: Source
  readonly theme: () => Theme
  /** Colour of a node as the canvas has it. */
  readonly colourOf: (node: number) => string
  readonly isFresh: (node: number) => boolean
  readonly flyTo: (node: number) => void
  /** Says something to who cannot see it. */
  readonly announce: (text: string) => void
}

/** A part of the interface: an element, and what it does when something changes. */
export interface Part {
  readonly element: HTMLElement
  /** Called after every change, and once at first with `previous` null. */
  readonly update: (next: Snapshot, previous: Snapshot | null) => void
}

/** Title of an article, or what stands in for it. */
export function titleOf(
  words: Words,
  article: { readonly title: string | null; readonly source: string | null },
): string {
  return article.title ?? article.source ?? words.t('detail.untitled')
}

/** Label of a claim's relation, in the reader's language. */
export const relationLabel = (words: Words, model: Model, claim: number): string =>
  words.label(model.relations[model.relation[claim]!]!.label)

export const nodeLabel = (model: Model, node: number): string => model.nodes[node]!.label
