import type { Quote } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import { isPunctuation } from './clauses.ts'
import type { Context, Draft, Phrase } from './draft.ts'

/** Share of the words of `a` that `b` holds too, punctuation left out. */
function share(context: Context, a: Draft, b: ReadonlySet<number>): number {
  const words = a.words.filter((at) => !isPunctuation(context.words[at]))
  if (words.length === 0) return 1
  return words.filter((at) => b.has(at)).length / words.length
}

/**
 * Leaves one draft for what several rules found: the same cue, or nearly the same words by the same speaker. A direct quote stands
 * before what is only a part of an indirect one with the same cue; of a clause said indirectly, quoted words in it are a part.
 */
export function settle(context: Context, drafts: readonly Draft[]): Draft[] {
  const kept: { draft: Draft; words: ReadonlySet<number> }[] = []
  for (const draft of drafts) {
    const words = new Set(draft.words)
    const rival = kept.findIndex(({ draft: other, words: theirs }) => {
      const inside = share(context, draft, theirs)
      const around = share(context, other, words)
      const sameCue = draft.cue !== null && draft.cue.head === other.cue?.head
      if (holdsCue(draft, theirs) || holdsCue(other, words)) return false
      return (inside > 0.8 && around > 0.8) || (sameCue && (inside > 0.5 || around > 0.5))
    })
    if (rival < 0) kept.push({ draft, words })
    else {
      const other = (kept[rival] as { draft: Draft }).draft
      if (isBetter(context, draft, other)) kept[rival] = { draft, words }
    }
  }
  return kept.map(({ draft }) => draft).filter((draft, _, all) => !isPartOfIndirect(context, draft, all))
}

/** Whether a draft's cue stands among the words of another: then it is nested in it, not the same. */
const holdsCue = ({ cue }: Draft, words: ReadonlySet<number>): boolean => cue !== null && words.has(cue.head)

const weight = (context: Context, { words }: Draft): number =>
  words.filter((at) => !isPunctuation(context.words[at])).length

/** A quote with a speaker beats one without; else a direct quote that is only part of what the same cue reports gives way. */
function isBetter(context: Context, draft: Draft, other: Draft): boolean {
  if ((draft.speaker === null) !== (other.speaker === null)) return other.speaker === null
  if (other.form !== 'direct' || draft.form !== 'indirect') return false
  const before = context.words[(other.words[0] as number) - 2]
  return before?.form !== ':' && weight(context, draft) > weight(context, other) * 1.3
}

/** Quoted words inside a clause that is said indirectly belong to that clause, unless they have a cue of their own. */
const isPartOfIndirect = (context: Context, draft: Draft, all: readonly Draft[]): boolean =>
  draft.form === 'direct' &&
  draft.cue === null &&
  all.some((other) => other !== draft && other.form !== 'direct' && share(context, draft, new Set(other.words)) > 0.8)

const spanOf = (context: Context, indices: readonly number[]): Span => context.trees.span(indices)

const phraseSpan = (context: Context, phrase: Phrase | null): (Span & { head: number }) | null =>
  phrase && phrase.words.length > 0 ? { ...spanOf(context, phrase.words), head: phrase.head } : null

/** Drafts as quotes, in text order, each with the smallest quote that it stands in. */
export function toQuotes(context: Context, drafts: readonly Draft[]): Quote[] {
  const sorted = drafts
    .map((draft) => ({ ...draft, words: [...new Set(draft.words)].sort((a, b) => a - b) }))
    .filter((draft) => draft.words.length > 0)
    .sort((a, b) => (a.words[0] as number) - (b.words[0] as number) || b.words.length - a.words.length)
  const sets = sorted.map((draft) => new Set(draft.words))
  return sorted.map((draft, index) => {
    let within: number | null = null
    const anchor = draft.cue?.head ?? (draft.words[0] as number)
    sorted.forEach((other, place) => {
      if (place === index || other.words.length <= draft.words.length) return
      const words = sets[place] as Set<number>
      if (!words.has(anchor) || share(context, draft, words) < 0.9) return
      if (within === null || other.words.length < (sorted[within] as Draft).words.length) within = place
    })
    return {
      form: draft.form,
      ...spanOf(context, draft.words),
      words: draft.words,
      speaker: phraseSpan(context, draft.speaker),
      cue: phraseSpan(context, draft.cue),
      within,
    }
  })
}
