import { InputError } from '../core/errors.ts'
import type { Resources } from '../core/resources.ts'
import { addLine, contractionOf, type Draft } from '../stages/segment/assemble.ts'
import { trimmed } from '../stages/segment/paragraphs.ts'
import { segmentationRules } from '../stages/segment/rules.ts'
import { type ReadSentences, SentenceBuilder, type SurfaceWord } from './builder.ts'
import { spacesBefore } from './spacing.ts'

const RULES = segmentationRules('de')

/**
 * Tokens, one a line, sentences parted by empty lines. What stands behind a tab is not read. Contractions become two words; everything else
 * stays one. Where spaces stood is guessed. The sentences are unrelated.
 * @param input name of the file, for messages.
 * @throws InputError if there are none.
 */
export async function readTokens(source: string, input: string, resources: Resources): Promise<ReadSentences> {
  const rules = await resources.use(RULES)
  const builder = new SentenceBuilder()
  let forms: string[] = []
  const finish = (): void => {
    if (forms.length === 0) return
    const spaces = spacesBefore(forms)
    builder.add(
      forms.map((form, i): SurfaceWord => {
        const words = contractionOf(form, rules)
        return words ? { form, words, spaceBefore: spaces[i] === true } : { form, spaceBefore: spaces[i] === true }
      }),
    )
    forms = []
  }
  for (const line of source.split(/\r\n|\r|\n/)) {
    const form = (line.split('\t', 1)[0] as string).trim()
    if (line.trim() === '') finish()
    else if (form !== '') forms.push(form)
  }
  finish()
  if (builder.sentences.length === 0) throw new InputError(input, 'no token in it')
  return { text: builder.text, sentences: builder.sentences, tokens: builder.tokens, unrelatedSentences: true }
}

/**
 * Lines, each taken as one sentence; the text stays as it is. Empty lines are left out. The sentences are unrelated.
 * @param input name of the file, for messages.
 * @throws InputError if there are none.
 */
export async function readLines(source: string, input: string, resources: Resources): Promise<ReadSentences> {
  const draft: Draft = { text: source, rules: await resources.use(RULES), sentences: [], tokens: [] }
  let paragraph = 0
  for (let start = 0; start < source.length; ) {
    let end = start
    while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end++
    const line = trimmed(source, start, end)
    if (line.start < line.end) addLine(draft, line, paragraph++)
    start = end + 1
  }
  const { sentences, tokens } = draft
  if (sentences.length === 0) throw new InputError(input, 'no line with text in it')
  return { text: source, sentences, tokens, unrelatedSentences: true }
}
