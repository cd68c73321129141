import type { Document, Word } from '../../core/document.ts'

/**
 * Names as a table: the words as they stand in the text (*im* is one row), a tab and the tag (`B-PER`, `I-PER`, `O`), sentences parted by
 * empty lines. Adjectives and compounds made of names are `O`.
 */
export function analysisAsBio(document: Document<'sentences' | 'words' | 'names'>): string {
  const { sentences, words } = document
  const tags = new Array<string>(words.length).fill('O')
  for (const { first, last, type, form } of document.names)
    if (form === 'name') for (let i = first; i < last; i++) tags[i] = `${i === first ? 'B' : 'I'}-${type}`
  const lines: string[] = []
  for (const { first, last } of sentences) {
    for (let i = first; i < last; i++) {
      const word = words[i] as Word
      if ((word.contraction?.place ?? 0) > 0) continue
      lines.push(`${word.contraction?.form ?? word.form}\t${tags[i]}`)
    }
    lines.push('')
  }
  return lines.map((line) => `${line}\n`).join('')
}
