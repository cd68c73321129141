import { type ClaimRecord, isFact } from '../core/claims.ts'
import { isOpen } from './vocabulary.ts'

/**
 * How sure the reading must be before a relation that was made from a German lemma stands as a plain triple. Judged by reading, relations of
 * the ontology are right in about four of five cases, open ones below this confidence in two of three (docs/evaluation/README.md).
 */
export const SURE = 0.8

/**
 * Whether a claim also stands as a plain triple: the article states it as a fact of its own, and the reading is one to rely on. A relation of
 * the ontology always is; an open one from a confidence of `SURE` on. Every other claim is a `pg:Claim` alone.
 */
export const isPlain = (
  claim: Pick<ClaimRecord, 'polarity' | 'modality' | 'attributedTo' | 'predicate' | 'confidence'>,
): boolean => isFact(claim) && (!isOpen(claim.predicate.iri) || claim.confidence >= SURE)
