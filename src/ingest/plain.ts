import { type Content, headline, leadingDate, NOTHING_KNOWN } from './content.ts'

/**
 * Plain text. It is stored as it came: a line `date 2019-04` at its beginning is metadata, and stays part of the text, so that offsets
 * into the file are offsets into the document.
 */
export function readPlain(text: string): Content {
  const dated = leadingDate(text)
  return { ...NOTHING_KNOWN, text, date: dated?.date ?? null, title: headline(text, dated?.end) }
}
