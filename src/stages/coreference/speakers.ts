import type { Quote, Word } from '../../core/document.ts'
import { PLURAL } from './agreement.ts'
import type { Clusters } from './clusters.ts'
import type { Context } from './context.ts'
import type { Draft } from './drafts.ts'

/**
 * *ich* in a quotation is its speaker. *wir* is a group of the speaker's: the speaker itself where that is an organisation or a group,
 * else an entity of its own, the same in all of the speaker's quotations.
 */
export function joinSpeakers(
  context: Context,
  clusters: Clusters,
  quotes: readonly Quote[],
  draftAt: (word: number) => Draft | undefined,
): void {
  const own = new Map<number, number>()
  for (const draft of clusters.drafts) {
    if (draft.kind !== 'pronoun' && draft.kind !== 'possessive') continue
    const entry = context.lexicon.pronoun((context.words[draft.head] as Word).form)[0]
    const speaker = quotes[draft.quote]?.speaker
    if (entry?.person !== 1 || !speaker) continue
    const draftOfSpeaker = draftAt(speaker.head)
    if (!draftOfSpeaker) continue
    const type = clusters.type(draftOfSpeaker.index)
    if (entry.antecedent !== PLURAL || type === 'Organization' || type === 'Group') {
      clusters.join(draftOfSpeaker.index, draft.index)
      continue
    }
    const root = clusters.root(draftOfSpeaker.index)
    const earlier = own.get(root)
    if (earlier === undefined) own.set(root, draft.index)
    else clusters.join(earlier, draft.index)
  }
}
