import type { Name, NameType, Sentence, Word } from '../../core/document.ts'

/** A name being worked on: words `first` (inclusive) to `last` (exclusive). */
export interface Draft {
  first: number
  last: number
  type: NameType
  form: Name['form']
  confidence: number
}

const TAG = /^([BI])-(PER|LOC|ORG|OTH)(deriv|part)?$/

/** Spans from BIO tags; a tag that continues nothing begins a span. Confidence is that of the weakest tag. */
export function decodeTags(
  sentences: readonly Sentence[],
  tags: readonly string[],
  confidence: ArrayLike<number>,
): Draft[] {
  const drafts: Draft[] = []
  for (const { first, last } of sentences) {
    let open: Draft | null = null
    for (let at = first; at < last; at++) {
      const match = TAG.exec(tags[at] ?? 'O')
      if (!match) {
        open = null
        continue
      }
      const type = match[2] as NameType
      const form: Name['form'] = match[3] === 'deriv' ? 'derivation' : match[3] === 'part' ? 'part' : 'name'
      const sure = confidence[at] ?? 0
      if (open && match[1] === 'I' && open.type === type) {
        open.last = at + 1
        open.confidence = Math.min(open.confidence, sure)
      } else {
        open = { first: at, last: at + 1, type, form, confidence: sure }
        drafts.push(open)
      }
    }
  }
  return drafts
}

/** Names in text order with their spans; of two that overlap the surer one stays, at equal confidence the longer one. */
export function settle(drafts: readonly Draft[], words: readonly Word[]): Name[] {
  const order = [...drafts].sort(
    (a, b) => b.confidence - a.confidence || b.last - b.first - (a.last - a.first) || a.first - b.first,
  )
  const taken = new Uint8Array(words.length)
  const kept: Draft[] = []
  for (const draft of order) {
    let free = draft.last > draft.first
    for (let at = draft.first; at < draft.last; at++) free &&= taken[at] === 0
    if (!free) continue
    taken.fill(1, draft.first, draft.last)
    kept.push(draft)
  }
  return kept
    .sort((a, b) => a.first - b.first)
    .map(({ first, last, type, form, confidence }) => ({
      start: (words[first] as Word).start,
      end: (words[last - 1] as Word).end,
      first,
      last,
      type,
      form,
      confidence,
    }))
}

/** Text of a name with single spaces where the document has white space. */
export function nameText(words: readonly Word[], first: number, last: number): string {
  let text = ''
  for (let at = first; at < last; at++) {
    const word = words[at] as Word
    text += (at > first && word.spaceBefore ? ' ' : '') + word.form
  }
  return text
}
