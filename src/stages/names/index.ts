import { defineStage } from '../../core/stage.ts'
import { Consistency } from './consistency.ts'
import { type Draft, decodeTags, settle } from './draft.ts'
import { extend, isCommonNoun, isListed, isNoName, trim } from './edges.ts'
import { knownType, nameListsResource } from './lists.ts'
import { Patterns, reform } from './patterns.ts'

/** A name that is less sure than this is mostly none, or one of another kind or length. */
const LEAST = 0.35

/** Names: the model's spans, brought to their edges, completed from lists, and made consistent within the document. */
export const names = defineStage(
  'names',
  ['sentences', 'words', 'analysis'],
  ['names'],
  async ({ sentences, words, analysis, unrelatedSentences }, resources) => {
    const lists = await resources.use(nameListsResource)
    let drafts = decodeTags(sentences, analysis.nameTags, analysis.nameConfidence)
    for (const draft of drafts) {
      trim(draft, words, lists)
      extend(draft, words, lists)
      if (draft.first < draft.last) reform(draft, words, lists)
    }
    drafts = withoutInner(
      drafts.filter(
        (draft) => draft.first < draft.last && !isNoName(draft, words, lists) && !isCommonNoun(draft, words, lists),
      ),
    )
    drafts.push(...new Patterns(words, lists, drafts).find())
    drafts = drafts.filter(({ first, last }) => first < last)
    if (!unrelatedSentences) drafts = new Consistency(words, lists, drafts).apply(drafts)
    drafts = drafts.filter(
      (draft) => draft.form !== 'name' || draft.confidence >= LEAST || isListed(draft, words, lists),
    )
    for (const draft of drafts)
      if (draft.form === 'name') draft.type = knownType(lists, words, draft.first, draft.last) ?? draft.type
    return { names: settle(drafts, words) }
  },
)

/** Without the adjectives that have become part of a longer name (*Moskauer Staatliches Institut*). */
function withoutInner(drafts: readonly Draft[]): Draft[] {
  const longest = new Map<number, Draft>()
  const length = (draft: Draft): number => draft.last - draft.first
  for (const draft of drafts)
    for (let at = draft.first; at < draft.last; at++) {
      const other = longest.get(at)
      if (!other || length(draft) > length(other)) longest.set(at, draft)
    }
  return drafts.filter((draft) => {
    const cover = longest.get(draft.first)
    return !cover || cover === draft || length(cover) === length(draft) || cover.last < draft.last
  })
}
