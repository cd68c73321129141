import type { Document, Features, GivenColumns, Upos, Word } from '../../src/core/document.ts'
import { morphology } from '../../src/stages/morphology/index.ts'
import { testResources } from './pipeline.ts'

/** What an analyser would say: one word a line, `form upos head deprel [name tag [its confidence]]`, sentences parted by empty lines. */
export type TreeDocument = Document<'sentences' | 'tokens' | 'analysis'>

/** A document from a table of words; its text is the words joined by spaces, sentences by line breaks. */
export function treeDocument(table: string, options: { unrelated?: boolean } = {}): TreeDocument {
  const sentences: TreeDocument['sentences'][number][] = []
  const tokens: TreeDocument['tokens'][number][] = []
  const upos: Upos[] = []
  const heads: number[] = []
  const deprels: string[] = []
  const nameTags: string[] = []
  const nameConfidence: number[] = []
  let text = ''
  table
    .trim()
    .split(/\n\s*\n/)
    .forEach((block, sentence) => {
      if (text !== '') text += '\n'
      const first = tokens.length
      const start = text.length
      for (const line of block.trim().split('\n')) {
        const [form = '', tag, head, deprel = 'dep', name = 'O', confidence = '0.9'] = line.trim().split(/\s+/)
        if (tokens.length > first) text += ' '
        tokens.push({ sentence, form, start: text.length, end: text.length + form.length, spaceBefore: true })
        text += form
        upos.push(tag as Upos)
        heads.push(head === '0' ? -1 : first + Number(head) - 1)
        deprels.push(deprel)
        nameTags.push(name)
        nameConfidence.push(Number(confidence))
      }
      sentences.push({ start, end: text.length, first, last: tokens.length, paragraph: sentence, kind: 'text' })
    })
  return {
    text,
    metadata: { id: '0', title: null, date: null, language: 'de', author: null, publisher: null, source: null },
    ...(options.unrelated ? { unrelatedSentences: true } : {}),
    sentences,
    tokens,
    analysis: {
      upos,
      heads: Int32Array.from(heads),
      deprels,
      confidence: new Float32Array(tokens.length).fill(0.9),
      nameTags,
      nameConfidence: Float32Array.from(nameConfidence),
    },
  }
}

/** The same with words, by the morphology stage. */
export const wordsOf = async (table: string, given?: Partial<GivenColumns>): Promise<readonly Word[]> => {
  const document = treeDocument(table)
  const empty = document.tokens.map(() => null)
  const columns = { lemma: empty, upos: empty, feats: empty, head: empty, deprel: empty, ...given }
  return (await morphology.run(given ? { ...document, given: columns } : document, testResources())).words
}

/** Features of the first word with this form. */
export const featsOf = (words: readonly Word[], form: string): Features =>
  words.find((word) => word.form === form)?.feats ?? {}
