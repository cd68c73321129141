import type { ClaimGraph } from '../graph/types.ts'
import { type Row, rowsOf, type Scalar } from './attributes.ts'

/** The claims as comma-separated values (RFC 4180, UTF-8), one a line, entities by label and by id. */
export function edgesCsv(graph: ClaimGraph): string {
  const label = (node: string): string => (node === '' ? '' : graph.getNodeAttribute(node, 'label'))
  return csv(
    EDGE_COLUMNS,
    rowsOf(graph).edges.map(({ id, source, target, row }) => ({
      ...row,
      id,
      source,
      target,
      subject: label(source),
      object: label(target),
      speaker: label(String(row.attributedTo)),
    })),
  )
}

/** The entities and values as comma-separated values, one a line. */
export const nodesCsv = (graph: ClaimGraph): string =>
  csv(
    NODE_COLUMNS,
    rowsOf(graph).nodes.map(({ id, row }) => ({ ...row, id })),
  )

const NODE_COLUMNS = ['id', 'label', 'type', 'degree', 'names', 'description', 'sameAs', 'documents', 'datatype']
const EDGE_COLUMNS = [
  'id',
  'source',
  'target',
  'subject',
  'label',
  'object',
  'relation',
  'predicate',
  'lemma',
  'fact',
  'polarity',
  'modality',
  'speaker',
  'attributedTo',
  'time',
  'confidence',
  'document',
  'start',
  'end',
  'quote',
]

/** Rows under a header, in the order of `columns`; lines end with a line feed. */
export const csv = (columns: readonly string[], rows: readonly Row[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(',')), ''].join('\n')

/**
 * A cell, in quotation marks where it needs them. Text that a spreadsheet would take for a formula gets an apostrophe in front: an article
 * must not be able to run anything where its claims are opened.
 */
function cell(value: Scalar): string {
  const text = typeof value === 'string' ? value.toWellFormed() : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
