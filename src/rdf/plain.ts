import { type ClaimRecord, isFact } from '../core/claims.ts'
import { isOpen } from './vocabulary.ts'

/**
 * How sure the reading must be before a relation of the ontology stands as a plain triple. Judged by reading, 70 to 90 in a hundred of those above
 * are right, by sample and reader; the gate costs one right triple in seven (docs/evaluation/README.md).
 */
export const SURE = 0.6

/** The same for a relation that was made from a German lemma. */
export const SURE_OPEN = 0.8

/**
 * Whether a claim also stands as a plain triple: the article states it as a fact of its own, and the reading is one to rely on. Every other
 * claim is a `pg:Claim` alone.
 */
export const isPlain = (
  claim: Pick<ClaimRecord, 'polarity' | 'modality' | 'attributedTo' | 'predicate' | 'confidence'>,
): boolean => isFact(claim) && claim.confidence >= (isOpen(claim.predicate.iri) ? SURE_OPEN : SURE)
