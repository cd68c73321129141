import { partialDate } from './dates.ts'

/** What a reader makes of an input: its text as it will be stored, and what it says of itself. Strings are trimmed, never empty. */
export interface Content {
  readonly text: string
  readonly title: string | null
  readonly date: string | null
  readonly author: string | null
  readonly publisher: string | null
  readonly source: string | null
  /** As declared, lower case, without region: `de`. */
  readonly language: string | null
}

export const NOTHING_KNOWN: Omit<Content, 'text'> = {
  title: null,
  date: null,
  author: null,
  publisher: null,
  source: null,
  language: null,
}

/** A value from metadata as one line of text; lists are joined by commas, of objects the `name` is taken. Null if nothing is left. */
export function line(value: unknown): string | null {
  if (Array.isArray(value)) return line(value.map(line).filter(Boolean).join(', '))
  if (typeof value === 'object' && value !== null) return line((value as Record<string, unknown>).name)
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  const text = value.replace(/\s+/g, ' ').trim()
  return text === '' ? null : text
}

/** The primary language of a BCP 47 tag, in lower case. */
export const primaryLanguage = (value: unknown): string | null =>
  /^[a-z]{2,3}(?=$|[-_])/.exec(line(value)?.toLowerCase() ?? '')?.[0] ?? null

const DATE_LINE = /^\s*date[ \t]+(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=\s|$)/

/** The date that a text begins with (`date 2019-04`, white space before it allowed), and where the text proper goes on after it. */
export function leadingDate(text: string): { readonly date: string; readonly end: number } | null {
  const match = DATE_LINE.exec(text)
  const date = match && partialDate(match[1])
  return date ? { date, end: match[0].length } : null
}

const HEADLINE_LIMIT = 200

/**
 * The headline that a plain text begins with: a first paragraph of one line, not longer than 200 characters, that does not end as a
 * sentence does and is followed by more text. Null if there is none.
 */
export function headline(text: string, from = 0): string | null {
  const body = text.slice(from).trimStart()
  const end = /\r?\n[ \t]*\r?\n/.exec(body)
  if (!end || body.slice(end.index).trim() === '') return null
  const first = body.slice(0, end.index).trim()
  if (first === '' || first.length > HEADLINE_LIMIT || /[\r\n]/.test(first)) return null
  return /[.!?:;,…]["'”“»«’)\]]*$/.test(first) && !/\?["'”“»«’]*$/.test(first) ? null : line(first)
}
