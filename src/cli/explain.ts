import type { Document, Layer, Relation, Word } from '../core/document.ts'
import { textOf } from '../core/span.ts'
import { treesOf } from '../core/tree.ts'

/**
 * How each claim of a document was made, in the order of the text: the claim with its status, the sentence, the words that the rule
 * matched with the path of relations between them in the tree, and the rule's name. For the one who wonders why a claim is wrong.
 */
export function explain(document: Document<Layer>): string {
  const { relations, statuses, metadata } = document
  const order = relations
    .map((_, i) => i)
    .sort((a, b) => relations[a]!.evidence.start - relations[b]!.evidence.start || a - b)
  const blocks = order.map((at) => {
    const relation = relations[at]!
    const { polarity, modality, attributedTo } = statuses[at]!
    const status = [
      polarity,
      modality,
      attributedTo === null ? 'by the article' : `by ${label(document, attributedTo)}`,
    ]
    const object = relation.object === null ? `"${relation.value?.text ?? ''}"` : label(document, relation.object)
    return [
      `${label(document, relation.subject)} \u2013 ${relation.predicate.name} (${relation.predicate.lemma}) \u2013 ${object}`,
      `  status    ${status.join(', ')}; confidence ${relation.confidence.toFixed(2)}`,
      `  sentence  ${oneLine(sentenceOf(document, relation))}`,
      `  evidence  ${oneLine(textOf(document.text, relation.evidence))}`,
      `  tree      ${pathText(document.words, relation)}`,
      `  rule      ${relation.rule}`,
    ].join('\n')
  })
  return `${metadata.title ?? metadata.id}\n\n${blocks.map((block) => `${block}\n\n`).join('')}`
}

const label = ({ coreference }: Document<Layer>, entity: number): string => coreference.entities[entity]!.label

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function sentenceOf({ text, sentences, words }: Document<Layer>, { trigger }: Relation): string {
  const sentence = sentences[words[trigger]?.sentence ?? -1]
  return sentence ? textOf(text, sentence) : ''
}

/** The trigger, and from it the way to each other matched word: `traf -nsubj> Putin`, `traf -obl> Treffen -nmod> Kim`. */
function pathText(words: readonly Word[], { trigger, matched }: Relation): string {
  const start = words[trigger]
  if (!start) return ''
  const others = [...new Set(matched)].filter((index) => index !== trigger && words[index]?.sentence === start.sentence)
  const paths = others.sort((a, b) => a - b).map((index) => path(words, trigger, index))
  return paths.length > 0 ? paths.join('; ') : start.form
}

/** The way through the tree: up by `<relation-`, down by `-relation>`. */
function path(words: readonly Word[], from: number, to: number): string {
  const trees = treesOf(words)
  const up = [from, ...trees.ancestors(from)]
  const down = [to, ...trees.ancestors(to)]
  const meeting = up.find((index) => down.includes(index))
  if (meeting === undefined) return words[to]!.form
  const rising = up
    .slice(0, up.indexOf(meeting))
    .map((index) => `<${words[index]!.deprel}- ${words[words[index]!.head]!.form}`)
  const falling = down
    .slice(0, down.indexOf(meeting))
    .reverse()
    .map((index) => `-${words[index]!.deprel}> ${words[index]!.form}`)
  return [words[from]!.form, ...rising, ...falling].join(' ')
}
