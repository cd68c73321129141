import type { Document } from '../../core/document.ts'

/** Longest dateline in words (*Frankfurt am Main (dpa/lrs) -*). */
const LONGEST_DATELINE = 10

/** Words of datelines (*München (dpa) - Nach den Wahlen fordert …*): they name where and by whom it was reported, whatever the tree says. */
export function wordsOfDatelines({ sentences, words }: Document<'sentences' | 'words'>): number[] {
  const out: number[] = []
  let at = 0
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    while (at < words.length && words[at]!.sentence < sentence) at++
    const first = words.slice(at, at + LONGEST_DATELINE).filter((word) => word.sentence === sentence)
    const open = first.findIndex(({ form }) => form === '(')
    const close = first.findIndex(({ form }) => form === ')')
    const dash = first[close + 1]
    if (open > 0 && close > open && dash !== undefined && /^\p{Pd}$/u.test(dash.form) && dash.spaceBefore)
      for (const { index } of first.slice(0, close)) out.push(index)
  }
  return out
}
