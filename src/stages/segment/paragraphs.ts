import type { Span } from '../../core/span.ts'

/** Lines up to this length may have been broken to fit a page. */
const WIDEST_PAGE = 140
const NARROWEST_PAGE = 40
/** A leading line of metadata, which may be followed by text on the same line. */
const LEADING_DATE = /^\s*date[ \t]+\d{4}(?:-\d{2}(?:-\d{2})?)?(?=\s|$)/

/** Where the text proper begins: after a leading `date 2019-04` or `date 2019-04-25`, which is metadata and no sentence. */
export const startOfText = (text: string): number => LEADING_DATE.exec(text)?.[0].length ?? 0

interface Line extends Span {
  /** Whether an empty line stands before it. */
  readonly afterGap: boolean
}

/**
 * Paragraphs of a text: what stands between empty lines, and each line of it, unless the lines were only broken to fit a page. Spans
 * are without white space at both ends and never empty.
 */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text, startOfText(text))
  const width = pageWidth(text, lines)
  const paragraphs: Span[] = []
  let current: Line | undefined
  let start = 0
  for (const line of lines) {
    if (!current) start = line.start
    else if (line.afterGap || !runsOn(text, current, line, width)) {
      paragraphs.push({ start, end: current.end })
      start = line.start
    }
    current = line
  }
  if (current) paragraphs.push({ start, end: current.end })
  return paragraphs
}

/** Lines that hold more than white space. */
export function linesOf(text: string, from = 0): Line[] {
  const lines: Line[] = []
  let afterGap = false
  for (let at = from; at < text.length; ) {
    let end = at
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++
    let first = at
    let last = end
    while (first < last && isSpace(text.charCodeAt(first))) first++
    while (last > first && isSpace(text.charCodeAt(last - 1))) last--
    if (last > first) lines.push({ start: first, end: last, afterGap })
    afterGap = last === first
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1)
  }
  return lines
}

const isLineEnd = (code: number): boolean =>
  code === 10 || code === 13 || code === 11 || code === 12 || code === 0x85 || code === 0x2028 || code === 0x2029

/** White space, and the control and format characters that nobody sees and no word may hold. */
export function isSpace(code: number): boolean {
  if (code <= 32) return true
  if (code < 127) return false
  return (
    (code >= 127 && code <= 160) ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  )
}

/** The width of the page that the text was broken to fit, or 0 if its lines are paragraphs. */
function pageWidth(text: string, lines: readonly Line[]): number {
  let width = 0
  let wide = 0
  for (const line of lines) {
    const length = line.end - line.start
    if (length > WIDEST_PAGE) wide++
    else width = Math.max(width, length)
  }
  if (width < NARROWEST_PAGE || wide * 20 > lines.length) return 0
  let breaks = 0
  let full = 0
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as Line
    if (line.afterGap) continue
    breaks++
    if (isFull(text, lines[i - 1] as Line, line, width)) full++
  }
  return breaks >= 3 && full >= breaks * 0.8 ? width : 0
}

/** Whether the first word of the next line would not have fitted on this one. */
function isFull(text: string, line: Span, next: Span, width: number): boolean {
  let end = next.start
  while (end < next.end && !isSpace(text.charCodeAt(end))) end++
  return line.end - line.start + 1 + (end - next.start) > width
}

function runsOn(text: string, line: Span, next: Span, width: number): boolean {
  if (width > 0 && isFull(text, line, next, width)) return true
  return (
    /^\p{Ll}/u.test(text.slice(next.start, next.start + 2)) &&
    /[\p{L}\p{N},;–-]$/u.test(text.slice(line.start, line.end).slice(-2))
  )
}
