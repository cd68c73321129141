/** What server and viewer say to each other, and what the server asks of a workspace. Nothing here depends on Node or on the DOM. */
import type { Extraction } from '../core/claims.ts'
import type { EntityType, Modality, Polarity } from '../core/document.ts'

/** An article of the workspace, as `GET /api/articles` lists it. */
export interface Article {
  readonly id: string
  readonly title: string | null
  readonly date: string | null
  readonly language: string
  readonly author: string | null
  readonly publisher: string | null
  readonly source: string | null
  /** Number of its entities and of its claims. */
  readonly entities: number
  readonly claims: number
}

/** `GET /api/articles/<id>`: an article with the text that its evidence points into. */
export interface ArticleText extends Article {
  readonly text: string
}

export type NodeType = EntityType | 'Value'

export interface GraphNode {
  readonly id: string
  readonly label: string
  readonly type: NodeType
  /** Mentions as written, label first. */
  readonly names: readonly string[]
  readonly description: string
  /** Identifiers elsewhere, as full IRIs. */
  readonly sameAs: readonly string[]
  /** The entity's IRI in the published graph, or empty (values). */
  readonly iri: string
}

export interface GraphRelation {
  readonly iri: string
  readonly name: string
  readonly lemma: string
  readonly label: { readonly de: string; readonly en?: string }
}

export const POLARITIES = ['positive', 'negative'] as const satisfies readonly Polarity[]
export const MODALITIES = [
  'actual',
  'future',
  'possible',
  'desired',
  'conditional',
] as const satisfies readonly Modality[]

/**
 * The claims as columns of equal length: a fifth of the bytes of a list of objects, and read without an object a claim. Numbers that name
 * something are indices into `nodes`, `relations`, `articles`, `POLARITIES`, `MODALITIES`.
 */
export interface ClaimColumns {
  readonly id: readonly string[]
  readonly subject: readonly number[]
  readonly object: readonly number[]
  readonly relation: readonly number[]
  readonly polarity: readonly number[]
  readonly modality: readonly number[]
  /** Node of who says so, -1 for the article itself. */
  readonly speaker: readonly number[]
  /** 0 to 1. */
  readonly confidence: readonly number[]
  readonly article: readonly number[]
  /** UTF-16 offsets of the evidence in the article's text. */
  readonly start: readonly number[]
  readonly end: readonly number[]
  /** UTF-16 offsets of the word that states the relation, -1 where it is not known. */
  readonly triggerStart: readonly number[]
  readonly triggerEnd: readonly number[]
  /** TIMEX3 value, or empty. */
  readonly time: readonly string[]
}

/** `GET /api/graph`. */
export interface GraphData {
  /** Where the IRIs of the published graph begin: claims are `<base>claim/<id>`, articles `<base>article/<id>`. */
  readonly base: string
  readonly articles: readonly Article[]
  readonly nodes: readonly GraphNode[]
  readonly relations: readonly GraphRelation[]
  readonly claims: ClaimColumns
}

/** `POST /api/articles`: a pasted text, a file's bytes (base64), or an address to read. */
export type ArticleInput =
  | { readonly kind: 'text'; readonly text: string; readonly title?: string; readonly date?: string }
  | { readonly kind: 'file'; readonly name: string; readonly base64: string }
  | { readonly kind: 'url'; readonly url: string }

/** A line of the answer to `POST /api/articles` (NDJSON). The last is `added` or `failed`. */
export type ArticleProgress =
  | { readonly kind: 'progress'; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly kind: 'added'; readonly article: Article; readonly known: boolean; readonly warnings: readonly string[] }
  | ({ readonly kind: 'failed' } & Problem)

/** What went wrong, and what to do about it. Body of every answer of 400 and above. */
export interface Problem {
  readonly message: string
  readonly hint: string
  /** Place in a SPARQL query, from 1. */
  readonly line?: number
  readonly column?: number
}

/** A class or relation of the ontology, for completion. */
export interface Term {
  readonly iri: string
  /** With a prefix, as a query may write it: `pg:meets`. */
  readonly name: string
  readonly kind: 'class' | 'relation'
  readonly label: { readonly de: string; readonly en?: string }
}

/** `GET /api/vocabulary`. */
export interface Vocabulary {
  /** Prefix to namespace; preset in every query. */
  readonly prefixes: Readonly<Record<string, string>>
  readonly terms: readonly Term[]
  /** Ready-made queries. */
  readonly queries: readonly NamedQuery[]
}

export interface NamedQuery {
  readonly name: string
  readonly title: { readonly de: string; readonly en: string }
  readonly sparql: string
  /** Variables that are bound to an entity from outside, without their question marks. */
  readonly takes?: readonly string[]
}

/** Media types of SELECT and ASK results. */
export const RESULTS_TYPES = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
] as const
export type ResultsType = (typeof RESULTS_TYPES)[number]

/** Media types of CONSTRUCT and DESCRIBE results. */
export const GRAPH_TYPES = ['text/turtle', 'application/n-triples', 'application/ld+json'] as const
export type GraphType = (typeof GRAPH_TYPES)[number]

export interface SparqlRequest {
  readonly query: string
  /** Format of a SELECT or ASK answer; null if the client takes none of them. */
  readonly results: ResultsType | null
  /** Format of a CONSTRUCT or DESCRIBE answer; null if the client takes none of them. */
  readonly graph: GraphType | null
  /** IRIs that replace the default dataset (`default-graph-uri`, `named-graph-uri`); both empty for the union of all graphs. */
  readonly defaultGraphs: readonly string[]
  readonly namedGraphs: readonly string[]
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

export interface SparqlAnswer {
  readonly mediaType: ResultsType | GraphType
  readonly body: string
}

/** How a failed query is told apart, read from the error's `reason`; an error without one is a defect. */
export type SparqlFailure = 'syntax' | 'timeout' | 'aborted' | 'not-acceptable' | 'refused'

/** What the server needs of a workspace; tests give it a fake. */
export interface WorkspaceView {
  /** Changes whenever articles, claims or decisions change: what the graph may be cached under. */
  readonly revision: () => Promise<string>
  readonly articles: () => Promise<readonly Article[]>
  /** The article with its claims, or null if there is none of that id. */
  readonly extraction: (id: string) => Promise<Extraction | null>
  /** Which node stands for an entity (its IRI in the published graph, or its id), so that what is one across articles is one node. */
  readonly nodeOf: (entity: string) => string
  /** IRI of an entity in the published graph. */
  readonly iriOf: (entity: string) => string
  /** Where the IRIs of the published graph begin; pressgraph's own base unless set. */
  readonly base?: string
  readonly vocabulary: () => Promise<Vocabulary>
  /**
   * Reads and extracts an article and adds it; `known` says that the workspace had it already.
   * @throws PressgraphError with the reason; nothing is changed then.
   */
  readonly add: (
    input: ArticleInput,
    report: (progress: { stage: string; done: number; total: number }) => void,
    signal: AbortSignal,
  ) => Promise<{ readonly article: Article; readonly known: boolean; readonly warnings: readonly string[] }>
  /**
   * Answers a SPARQL 1.1 query.
   * @throws an Error that has `reason: SparqlFailure`, and `line`, `column`, `hint` where they are known.
   */
  readonly sparql: (request: SparqlRequest) => Promise<SparqlAnswer>
}
