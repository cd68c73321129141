/** What a link to the viewer says: everything that decides what is seen. Ids, not indices: links outlive the loaded graph. */
export interface Filters {
  /** Names that are switched off. */
  readonly types: readonly string[]
  readonly statuses: readonly string[]
  readonly relations: readonly string[]
  /** Groups of communities that are switched off, by their keys. */
  readonly communities: readonly string[]
  /** If not empty, only these: node ids, `ARTICLE_ITSELF` for what nobody is quoted with. */
  readonly speakers: readonly string[]
  /** If not empty, only these article ids. */
  readonly articles: readonly string[]
  /** 0 to 1. */
  readonly confidence: number
  /** ISO dates, inclusive; null for open. */
  readonly from: string | null
  readonly to: string | null
  /** Whether claims without a date stay when a range is set. */
  readonly undated: boolean
}

export const ARTICLE_ITSELF = '-'

export type Selection =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string }
  /** All claims from one node to another. */
  | { readonly kind: 'bundle'; readonly source: string; readonly target: string }

export interface ViewState {
  readonly filters: Filters
  readonly selection: Selection | null
  /** If not empty, only these nodes and their neighbours are shown. */
  readonly focus: readonly string[]
  /** Ends of the shortest path that is shown: none, one chosen, or both. */
  readonly path: readonly string[]
  readonly layout: string
  readonly sizeBy: 'degree' | 'betweenness'
  readonly colourBy: 'type' | 'community'
  readonly panel: string
}

export const NO_FILTERS: Filters = {
  types: [],
  statuses: [],
  relations: [],
  communities: [],
  speakers: [],
  articles: [],
  confidence: 0,
  from: null,
  to: null,
  undated: true,
}

export const INITIAL_VIEW: ViewState = {
  filters: NO_FILTERS,
  selection: null,
  focus: [],
  path: [],
  layout: 'force',
  sizeBy: 'degree',
  colourBy: 'type',
  panel: 'detail',
}
