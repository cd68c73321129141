import type { Extraction } from '../core/claims.ts'

/** An extraction as JSON Lines: the document, its entities, its claims. The same extraction gives the same bytes. */
export function toJsonLines({ document, entities, claims }: Omit<Extraction, 'text'>): string {
  return [document, ...entities, ...claims].map((line) => `${JSON.stringify(line)}\n`).join('')
}
