import type { Document, Sentence, Word } from '../core/document.ts'
import { formatFeatures } from './features.ts'

/** The words of a document as CoNLL-U; comments and columns that were given are written again. */
export function writeConllu(document: Document<'sentences' | 'words'>): string {
  const blocks: string[] = []
  let paragraph = -1
  document.sentences.forEach((sentence, index) => {
    const lines = [...(document.given?.comments?.[index] ?? comments(document, sentence, index, paragraph))]
    paragraph = sentence.paragraph
    for (let i = sentence.first; i < sentence.last; i++) {
      const word = document.words[i] as Word
      const { contraction } = word
      const number = i - sentence.first + 1
      const next = document.words[i + 1]
      const space = i + 1 === sentence.last || !next || next.spaceBefore || isPart(next) ? '_' : 'SpaceAfter=No'
      if (contraction?.place === 0) {
        const end = contractionEnd(document.words, i, sentence.last)
        const after = document.words[end]
        const glued = end < sentence.last && after && !after.spaceBefore
        lines.push(
          row([
            `${number}-${number + end - i - 1}`,
            contraction.form,
            '_',
            '_',
            '_',
            '_',
            '_',
            '_',
            '_',
            glued ? 'SpaceAfter=No' : '_',
          ]),
        )
      }
      const misc = [contraction ? null : space, document.given?.misc?.[i]].filter((item) => item && item !== '_')
      lines.push(
        row([
          String(number),
          word.form,
          word.lemma || '_',
          word.upos,
          document.given?.xpos?.[i] ?? '_',
          formatFeatures(word.feats),
          String(word.head < 0 ? 0 : word.head - sentence.first + 1),
          word.deprel,
          document.given?.deps?.[i] ?? '_',
          misc.join('|') || '_',
        ]),
      )
    }
    blocks.push(`${lines.join('\n')}\n`)
  })
  return blocks.length === 0 ? '' : `${blocks.join('\n')}\n`
}

const isPart = (word: Word): boolean => (word.contraction?.place ?? 0) > 0

function contractionEnd(words: readonly Word[], start: number, last: number): number {
  let end = start + 1
  while (end < last && isPart(words[end] as Word)) end++
  return end
}

/** No cell may hold a tab or a line break. */
const row = (cells: readonly string[]): string => cells.map((cell) => cell.replace(/[\t\n\r]+/g, ' ')).join('\t')

function comments(
  document: Document<'sentences' | 'words'>,
  sentence: Sentence,
  index: number,
  paragraph: number,
): string[] {
  const { id } = document.metadata
  const lines = index === 0 ? [`# newdoc id = ${id}`] : []
  if (sentence.paragraph !== paragraph && !document.unrelatedSentences)
    lines.push(`# newpar id = ${id}-p${sentence.paragraph + 1}`)
  lines.push(`# sent_id = ${id}-${index + 1}`, `# text = ${surfaceText(document.words, sentence)}`)
  return lines
}

/** The sentence on one line, with single spaces. */
function surfaceText(words: readonly Word[], sentence: Sentence): string {
  let text = ''
  for (let i = sentence.first; i < sentence.last; i++) {
    const word = words[i] as Word
    if (isPart(word)) continue
    text += `${i > sentence.first && word.spaceBefore ? ' ' : ''}${word.contraction?.form ?? word.form}`
  }
  return text
}
