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
function linesOf(text: string, from = 0): Line[] {
  const lines: Line[] = []
  let afterGap = false
  for (let at = from; at < text.length; ) {
    let end = at
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++
    const line = trimmed(text, at, end)
    const empty = line.start === line.end
    if (!empty) lines.push({ ...line, afterGap })
    afterGap = empty
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1)
  }
  return lines
}

/** A stretch of text without the white space at both ends. */
export function trimmed(text: string, start: number, end: number): Span {
  let first = start
  let last = end
  while (first < last && isSpace(text.charCodeAt(first))) first++
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--
  return { start: first, end: last }
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

/**
 * The width of the page that lines were broken to fit, or 0 if each line is a paragraph. A broken line is full: the next word would not have
 * fitted on it. The width is the one that explains most breaks. That the text runs on shows in lines that begin with a small letter, which
 * a list of headlines has none of.
 */
function pageWidth(text: string, lines: readonly Line[]): number {
  const breaks: Break[] = []
  for (let i = 1; i < lines.length && breaks.length < MOST_BREAKS; i++) {
    const line = lines[i - 1] as Line
    const next = lines[i] as Line
    if (next.afterGap || line.end - line.start > WIDEST_PAGE) continue
    const open = !TERMINATED.test(lastCharacters(text, line))
    breaks.push({
      length: line.end - line.start,
      needed: neededWidth(text, line, next),
      open,
      small: isSmall(text, next),
    })
  }
  let best = 0
  let bestScore = 0
  for (const width of new Set(breaks.map(({ length }) => length))) {
    if (width < NARROWEST_PAGE) continue
    let full = 0
    let small = 0
    let odd = 0
    for (const { length, needed, open, small: isRunning } of breaks) {
      if (length > width) continue
      if (needed > width) {
        full++
        if (isRunning) small++
      } else if (open) odd++
    }
    const score = full - odd
    if (full >= 3 && small >= full / 4 && (score > bestScore || (score === bestScore && width > best))) {
      best = width
      bestScore = score
    }
  }
  return best
}

interface Break {
  readonly length: number
  /** Width of a page on which the next word would have fitted. */
  readonly needed: number
  /** Whether the line ends without a mark that ends sentences. */
  readonly open: boolean
  /** Whether the next line begins with a small letter. */
  readonly small: boolean
}

/** Breaks that are looked at: more say no more. */
const MOST_BREAKS = 500

const TERMINATED = /[.!?:…][)\]"'“”«»]*$/

const lastCharacters = (text: string, line: Span): string => text.slice(Math.max(line.start, line.end - 3), line.end)

const isSmall = (text: string, line: Span): boolean => /^[\p{Ll}%]/u.test(text.slice(line.start, line.start + 2))

function neededWidth(text: string, line: Span, next: Span): number {
  let end = next.start
  while (end < next.end && end < next.start + WIDEST_PAGE && !isSpace(text.charCodeAt(end))) end++
  return line.end - line.start + 1 + (end - next.start)
}

/** Whether a line goes on in the next: because it is full, or because it ends open and the next begins with a small letter. */
function runsOn(text: string, line: Span, next: Span, width: number): boolean {
  if (line.end - line.start <= width && neededWidth(text, line, next) > width) return true
  return isSmall(text, next) && /[\p{L}\p{N},;–-]$/u.test(lastCharacters(text, line))
}
