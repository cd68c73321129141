import type { EntityType, Modality, Polarity, Predicate, Value } from './document.ts'
import type { Span } from './span.ts'

/** The lines that `extract --format jsonl` prints; the contract between extraction and everything that reads its results. */
export interface DocumentRecord {
  readonly kind: 'document'
  readonly id: string
  readonly title: string | null
  readonly date: string | null
  readonly language: string
  readonly author: string | null
  readonly publisher: string | null
  readonly source: string | null
}

export interface EntityRecord {
  readonly kind: 'entity'
  /** `<document id>/<readable name>`, for example `3f2a9c0b11d2/Wladimir_Putin`. */
  readonly id: string
  readonly type: EntityType
  /** Whether the text names it; what is only described (*eine Delegation*) is never taken for the same in two articles. */
  readonly named?: boolean
  readonly label: string
  readonly names: readonly string[]
  /** A short description from the text (*Präsident Russlands*), or null. */
  readonly description: string | null
  readonly sameAs: readonly string[]
  /** English label, where the data that identified it has one. */
  readonly labelEn?: string
}

export interface ClaimTime extends Span {
  readonly text: string
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** TIMEX3 value. */
  readonly value: string
}

export interface Evidence extends Span {
  /** Document id. */
  readonly document: string
  /** Always `text.slice(start, end)`. */
  readonly quote: string
}

export interface ClaimRecord {
  readonly kind: 'claim'
  /** `<document id>-<number from 1>`. */
  readonly id: string
  /** Entity id. */
  readonly subject: string
  readonly predicate: Predicate
  /** Entity id, or null where `value` is set. */
  readonly object: string | null
  readonly value: Value | null
  readonly polarity: Polarity
  readonly modality: Modality
  /** Entity id of who says so, or null for the article itself. */
  readonly attributedTo: string | null
  readonly time: ClaimTime | null
  readonly confidence: number
  readonly evidence: Evidence
  /** The word that states the relation, where the extraction knows it. */
  readonly trigger?: Span
}

/** One article's claims, and the entities they speak of. */
export interface Extraction {
  readonly document: DocumentRecord
  readonly text: string
  readonly entities: readonly EntityRecord[]
  readonly claims: readonly ClaimRecord[]
}

/** Whether the article itself states the claim as a fact: only such claims become plain triples. */
export const isFact = (claim: Pick<ClaimRecord, 'polarity' | 'modality' | 'attributedTo'>): boolean =>
  claim.polarity === 'positive' && claim.modality === 'actual' && claim.attributedTo === null
