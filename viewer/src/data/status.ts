import { MODALITIES, POLARITIES } from '../../../src/server/types.ts'

/** How a claim is drawn and filtered. A claim has one of these; the detail panel shows polarity, modality and speaker besides. */
export const STATUSES = ['fact', 'reported', 'intended', 'possible', 'denied'] as const
export type ClaimStatus = (typeof STATUSES)[number]

export const FACT = 0
export const REPORTED = 1
export const INTENDED = 2
export const POSSIBLE = 3
export const DENIED = 4

/**
 * Index into `STATUSES`: denied before all else, then wanted or planned, then possible, then said by someone; what is left is a fact of
 * the article.
 * @param speaker a node, or -1 for the article itself
 */
export function statusOf(polarity: number, modality: number, speaker: number): number {
  if (POLARITIES[polarity] === 'negative') return DENIED
  const name = MODALITIES[modality]
  if (name === 'future' || name === 'desired') return INTENDED
  if (name === 'possible' || name === 'conditional') return POSSIBLE
  return speaker >= 0 ? REPORTED : FACT
}
