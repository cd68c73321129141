import type { Modality, Polarity, Predicate } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import type { Filler, RelationContext } from './context.ts'

/** A relation as a rule finds it, before evidence, time and confidence are added. */
export interface Candidate {
  readonly subject: Filler
  readonly object: Filler
  readonly predicate: Predicate
  /** Index of the word that states it. */
  readonly trigger: number
  /** What states it, where that is not the clause of the stating word. */
  readonly evidence?: Span
  /** How far the wording is to be trusted, 0 to 1, the parse left aside. */
  readonly trust: number
  readonly polarity?: Polarity
  readonly modality?: Modality
  /** Whether the sentence's own status (negation, mood) is about this relation, or it is presupposed (*Russlands Präsident*). */
  readonly presupposed?: boolean
}

/** One construction that states relations. */
export interface Rule {
  readonly name: string
  /** A sentence that it reads, for people. */
  readonly example: string
  readonly find: (context: RelationContext) => Iterable<Candidate>
}
