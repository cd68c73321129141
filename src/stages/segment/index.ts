import { defineStage } from '../../core/stage.ts'
import { addParagraph, type Draft } from './assemble.ts'
import { paragraphsOf } from './paragraphs.ts'
import { segmentationRules } from './rules.ts'

const RULES = segmentationRules('de')

/** Sentences and tokens of a text as in Universal Dependencies: contractions are two tokens over one span, hyphens tokens of their own. */
export const segment = defineStage('segment', [], ['sentences', 'tokens'], async ({ text }, resources) => {
  const draft: Draft = { text, rules: await resources.use(RULES), sentences: [], tokens: [] }
  paragraphsOf(text).forEach((span, paragraph) => {
    addParagraph(draft, span, paragraph)
  })
  return { sentences: draft.sentences, tokens: draft.tokens }
})
