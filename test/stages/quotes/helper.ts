import { readFileSync } from 'node:fs'
import type { Document, Layer } from '../../../src/core/document.ts'
import type { Stage } from '../../../src/core/stage.ts'
import { morphology } from '../../../src/stages/morphology/index.ts'
import { names } from '../../../src/stages/names/index.ts'
import { quotes } from '../../../src/stages/quotes/index.ts'
import { testResources } from '../../support/pipeline.ts'
import { treeDocument } from '../../support/trees.ts'

/** A document from tables of words, all sentences in one paragraph, with the layers up to quotes. */
export async function quotedDocument(
  table: string,
  options: { readonly unrelated?: boolean; readonly later?: readonly Stage[] } = {},
): Promise<Document<Layer>> {
  const tree = treeDocument(table, options)
  let document = {
    ...tree,
    sentences: tree.sentences.map((sentence) => ({
      ...sentence,
      paragraph: options.unrelated ? sentence.paragraph : 0,
    })),
  } as unknown as Document<Layer>
  for (const stage of [
    morphology,
    names,
    ...(options.later ?? []).filter(({ id }) => id === 'times'),
    quotes,
  ] as unknown as Stage[])
    document = (await stage.run(document, testResources())) as Document<Layer>
  for (const stage of (options.later ?? []).filter(({ id }) => id !== 'times'))
    document = (await stage.run(document, testResources())) as Document<Layer>
  return document
}

/** Quotes in words: `form | speaker | cue | message`; one that stands in another says in which. */
export function quotesInWords({ text, words, quotes: found }: Document<'words' | 'quotes'>): string[] {
  return found.map(({ form, within, speaker, cue, words: said }) =>
    [
      within === null ? form : `${form} in ${within}`,
      speaker ? text.slice(speaker.start, speaker.end) : '-',
      cue ? text.slice(cue.start, cue.end) : '-',
      said.map((at) => words[at]?.form).join(' '),
    ].join(' | '),
  )
}

/** A construction, what is to be found, and the tree of a sentence with it. */
export interface Case {
  readonly name: string
  readonly expected: readonly string[]
  readonly table: string
}

/** The cases of a text file: `# name`, lines `= expected`, then the table of words. */
export const readCases = (file: URL): Case[] =>
  readFileSync(file, 'utf8')
    .split(/^# /mu)
    .slice(1)
    .map((block) => {
      const [name = '', ...lines] = block.trim().split('\n')
      return {
        name,
        expected: lines.filter((line) => line.startsWith('= ')).map((line) => line.slice(2)),
        table: lines.filter((line) => !line.startsWith('= ')).join('\n'),
      }
    })
