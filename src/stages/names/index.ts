import { defineStage } from '../../core/stage.ts'
import { Consistency } from './consistency.ts'
import { decodeTags, settle } from './draft.ts'
import { extend, isNoName, regionNames, settledType, trim } from './edges.ts'
import { nameListsResource } from './lists.ts'

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
    }
    drafts = drafts.filter((draft) => draft.first < draft.last && !isNoName(draft, words, lists))
    drafts.push(...regionNames(words, lists))
    if (!unrelatedSentences) drafts = new Consistency(words, lists, drafts).apply(drafts)
    for (const draft of drafts) if (draft.form === 'name') draft.type = settledType(draft, words, lists) ?? draft.type
    return { names: settle(drafts, words) }
  },
)
