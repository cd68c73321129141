import type { Extraction } from '../core/claims.ts'
import { type JsonTerm, type TableOptions, toTable } from '../query/table.ts'
import { statusOf } from '../store/status.ts'

/** An article's claims as a table for people. */
export function claimTable({ document, entities, claims }: Extraction, options: Pick<TableOptions, 'width'>): string {
  const labels = new Map(entities.map(({ id, label }) => [id, label]))
  const label = (id: string | null): string => (id === null ? '' : (labels.get(id) ?? id))
  const columns = ['subject', 'relation', 'object', 'status', 'speaker', 'time', 'confidence', 'evidence']
  const bindings = claims.map((claim) => {
    const cells = [
      label(claim.subject),
      claim.predicate.name,
      claim.object === null ? (claim.value?.text ?? '') : label(claim.object),
      statusOf(claim),
      label(claim.attributedTo),
      claim.time?.value ?? '',
      claim.confidence.toFixed(2),
      claim.evidence.quote,
    ]
    const terms = cells.map((value, i): [string, JsonTerm] => [columns[i]!, { type: 'literal', value }])
    return Object.fromEntries(terms)
  })
  const heading = [document.title ?? document.id, document.date].filter(Boolean).join(', ')
  return `${heading}\n${toTable({ head: { vars: columns }, results: { bindings } }, { prefixes: {}, ...options })}\n`
}
