import type { Word } from '../../core/document.ts'
import { PLURAL } from './agreement.ts'
import { type Clusters, mayBeOneType } from './clusters.ts'
import type { Context } from './context.ts'
import { contains } from './descriptions.ts'
import type { Draft } from './drafts.ts'

const REACH = 4

/** Joins coordinations of the same entities, and says of each of which entities it is made. */
export function joinCoordinations(clusters: Clusters, draftAtHead: ReadonlyMap<number, Draft>): void {
  const known = new Map<string, number>()
  for (const draft of clusters.drafts) {
    if (draft.kind !== 'coordination') continue
    const parts = [...new Set((draft.conjuncts ?? []).flatMap((head) => draftAtHead.get(head)?.index ?? []))]
    const key = [...new Set(parts.map((part) => clusters.root(part)))].sort((a, b) => a - b).join(' ')
    const earlier = known.get(key)
    if (earlier !== undefined) clusters.join(earlier, draft.index)
    else known.set(key, draft.index)
    clusters.setParts(draft.index, parts)
  }
}

/** *die beiden Politiker*, *beide*: the two of their kind that were named together or last. */
export function joinPairs(context: Context, clusters: Clusters): void {
  for (const draft of clusters.drafts) {
    if (clusters.members(draft.index)[0] !== draft.index || clusters.parts(draft.index).length > 0) continue
    if (clusters.isNamed(draft.index) || !isPair(context, draft)) continue
    const found = coordinated(context, clusters, draft) ?? twoLast(clusters, draft)
    if (found !== undefined) clusters.join(found, draft.index)
  }
}

function isPair({ words, lexicon }: Context, draft: Draft): boolean {
  if (draft.kind === 'description') return draft.determiner === 'both' && (draft.agreement & PLURAL) !== 0
  return (
    draft.kind === 'pronoun' && lexicon.pronoun((words[draft.head] as Word).form).some((entry) => entry.kind === 'both')
  )
}

/** A coordination of two whose members are of the kind that the noun names, or an earlier pair called by the same noun. */
function coordinated(context: Context, clusters: Clusters, draft: Draft): number | undefined {
  for (let at = draft.index - 1; at >= 0; at--) {
    const other = clusters.drafts[at] as Draft
    if (contains(other, draft)) continue
    if (other.determiner === 'both' && other.lemma !== undefined && other.lemma === draft.lemma) return at
    if (isTwo(context, draft, other)) return at
    if (other.kind !== 'coordination') continue
    const parts = clusters.parts(at)
    if (parts.length === 2 && parts.every((part) => clusters.isNamed(part) && isOfKind(clusters, draft, part)))
      return at
  }
  return undefined
}

/** *zwei Menschen* before *die beiden*. */
function isTwo({ lexicon }: Context, draft: Draft, other: Draft): boolean {
  if (other.kind !== 'description' || other.determiner !== undefined || draft.sentence - other.sentence > REACH)
    return false
  if (
    !other.modifiers.some((modifier) => lexicon.isPair(modifier)) ||
    other.memberType !== (draft.memberType ?? 'Person')
  )
    return false
  return draft.lemma === undefined || draft.lemma === other.lemma
}

/** What the plural of a noun stands for, taken one by one. */
function isOfKind(clusters: Clusters, draft: Draft, part: number): boolean {
  const type = clusters.type(part)
  if (draft.memberType === undefined) return type === 'Person'
  return mayBeOneType(type, draft.memberType)
}

/** The two nearest named entities of the kind, as parts of the pair. */
function twoLast(clusters: Clusters, draft: Draft): undefined {
  const parts: number[] = []
  for (let at = draft.index - 1; at >= 0 && parts.length < 2; at--) {
    const other = clusters.drafts[at] as Draft
    if (draft.sentence - other.sentence > REACH) break
    if (other.kind !== 'name' || !isOfKind(clusters, draft, at)) continue
    if (!parts.some((part) => clusters.root(part) === clusters.root(at))) parts.push(at)
  }
  if (parts.length === 2) clusters.setParts(draft.index, parts.reverse())
  return undefined
}
