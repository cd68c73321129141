import type { EntityType, Quote, Word } from '../../core/document.ts'
import { PLURAL } from './agreement.ts'
import type { Clusters } from './clusters.ts'
import type { Context } from './context.ts'
import { contains } from './descriptions.ts'
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
  teams: ReadonlyMap<number, EntityType>,
): void {
  const own = new Map<number, number>()
  for (const draft of clusters.drafts) {
    if (draft.kind !== 'pronoun' && draft.kind !== 'possessive') continue
    const entry = context.lexicon.pronoun((context.words[draft.head] as Word).form)[0]
    const speaker = quotes[draft.quote]?.speaker
    if (entry?.person !== 1 || !speaker) continue
    const draftOfSpeaker = draftAt(speaker.head)
    if (!draftOfSpeaker) continue
    // *ich* is not said by several.
    if (entry.antecedent !== PLURAL && (draftOfSpeaker.agreement & entry.antecedent) === 0) continue
    const type = clusters.type(draftOfSpeaker.index)
    if (entry.antecedent !== PLURAL || type === 'Organization' || type === 'Group') {
      clusters.join(draftOfSpeaker.index, draft.index)
      continue
    }
    const root = clusters.root(draftOfSpeaker.index)
    const team = teamOf(clusters, teams, root)
    if (team !== undefined) {
      clusters.join(team, draft.index)
      continue
    }
    const earlier = own.get(root)
    if (earlier === undefined) own.set(root, draft.index)
    else clusters.join(earlier, draft.index)
  }
}

/** *das Team von Bundestrainer Prokop*: the team of sport that the speaker is said to belong to. */
function teamOf(clusters: Clusters, teams: ReadonlyMap<number, EntityType>, speaker: number): number | undefined {
  for (const team of teams.keys()) {
    for (const member of clusters.members(team)) {
      const outer = clusters.drafts[member] as Draft
      const inside = clusters.members(speaker).some((index) => contains(outer, clusters.drafts[index] as Draft))
      if (outer.kind === 'description' && inside) return team
    }
  }
  return undefined
}
