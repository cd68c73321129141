import { type ClaimRecord, isFact } from '../core/claims.ts'

/** How a claim is said, in one word; each claim falls under the first that fits from the end. */
export const CLAIM_STATUSES = ['fact', 'reported', 'future', 'possible', 'desired', 'conditional', 'denied'] as const
export type ClaimStatus = (typeof CLAIM_STATUSES)[number]

/** A claim's status in one word: denied before its modality, its modality before who says so. */
export function statusOf(claim: Pick<ClaimRecord, 'polarity' | 'modality' | 'attributedTo'>): ClaimStatus {
  if (claim.polarity === 'negative') return 'denied'
  if (claim.modality !== 'actual') return claim.modality
  return isFact(claim) ? 'fact' : 'reported'
}

/** Counts of values, sorted by name. */
export function countBy(values: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
