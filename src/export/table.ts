import type { ClaimRecord, Extraction } from '../core/claims.ts'
import { isFact } from '../core/claims.ts'

export interface TableOptions {
  /** Columns of the terminal; by default cells are never cut. */
  readonly width?: number
  /** Whether to colour; only where somebody looks at a terminal. */
  readonly colour?: boolean
}

/** Style of a cell: what stands out, what steps back. */
type Style = 'strong' | 'weak' | 'plain'

interface Cell {
  readonly text: string
  readonly style?: Style
}

const GAP = '  '
/** Narrowest that a column is cut to. */
const NARROWEST = 8
const ANSI: Readonly<Record<Style, string>> = { strong: '\u001B[1m', weak: '\u001B[2m', plain: '' }

/** An article's claims for reading in a terminal: who, what, whom, and how it is said. */
export function claimTable(extraction: Extraction, options: TableOptions = {}): string {
  const { document, entities, claims } = extraction
  const labels = new Map(entities.map(({ id, label }) => [id, label]))
  const label = (id: string): string => labels.get(id) ?? id
  const rows = claims.map((claim): Cell[] => {
    const style = isFact(claim) ? 'plain' : 'weak'
    return [
      { text: label(claim.subject), style },
      { text: claim.predicate.label.de, style },
      { text: claim.object === null ? (claim.value?.text ?? '') : label(claim.object), style },
      { text: statusOf(claim), style },
      { text: claim.attributedTo === null ? '' : label(claim.attributedTo), style },
      { text: claim.time?.text ?? '', style },
    ]
  })
  const title = [document.title ?? document.source ?? document.id, document.date].filter(Boolean).join(', ')
  const heading = styled({ text: visible(title), style: 'strong' }, options.colour)
  if (rows.length === 0) return `${heading}\nno claims\n`
  return `${heading}\n${formatTable(['subject', 'relation', 'object', 'status', 'according to', 'time'], rows, options)}`
}

/** `fact`, or what keeps it from being one. */
export function statusOf(claim: Pick<ClaimRecord, 'polarity' | 'modality' | 'attributedTo'>): string {
  if (isFact(claim)) return 'fact'
  const parts = [claim.polarity === 'negative' ? 'negative' : '', claim.modality === 'actual' ? '' : claim.modality]
  return parts.filter(Boolean).join(', ') || 'said'
}

/**
 * A table of text under a header. Columns are as wide as their widest cell; where that is more than the terminal has, the widest columns
 * are cut. Control characters, which could move the cursor or turn the direction of text, are shown as U+FFFD.
 */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  { width = Number.POSITIVE_INFINITY, colour = false }: TableOptions = {},
): string {
  const cells = [header.map((text): Cell => ({ text, style: 'strong' })), ...rows].map((row) =>
    row.map(({ text, style }): Cell => ({ text: visible(text), style: style ?? 'plain' })),
  )
  const natural = header.map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, displayWidth(row[column]?.text ?? '')), 0),
  )
  const widths = shrink(natural, width - GAP.length * (header.length - 1))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => {
        const text = cut(cell.text, widths[column]!)
        const padding = column === row.length - 1 ? '' : ' '.repeat(widths[column]! - displayWidth(text))
        return styled({ ...cell, text }, colour) + padding
      })
      .join(GAP)
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

/** Takes from the widest columns until all fit. */
function shrink(natural: readonly number[], available: number): number[] {
  const widths = natural.map((width) => Math.min(width, Math.max(available, NARROWEST)))
  for (let sum = widths.reduce((a, b) => a + b, 0); sum > available; sum--) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= NARROWEST) break
    widths[widest]!--
  }
  return widths
}

function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 1
  for (const char of text) {
    used += charWidth(char)
    if (used > width) break
    kept += char
  }
  return `${kept.trimEnd()}…`
}

const styled = ({ text, style = 'plain' }: Cell, colour = false): string =>
  colour && style !== 'plain' && text !== '' ? `${ANSI[style]}${text}\u001B[0m` : text

/** Text in one line, without characters that a terminal obeys. */
export const visible = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')

/** Columns that text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width
}

const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u
const NONE = /\p{Mn}|\p{Me}|[\u200B-\u200D]/u

const charWidth = (char: string): number => (char < '\u0300' ? 1 : NONE.test(char) ? 0 : WIDE.test(char) ? 2 : 1)
