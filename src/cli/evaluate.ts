import { readFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { InputError, UsageError } from '../core/errors.ts'
import { type Context, write } from './context.ts'
import type { EvaluateOptions, Files } from './evaluation-tasks.ts'
import { addExtractionOptions, examples, extractionResources } from './options.ts'

const TASKS = {
  ud: 'sentences, words, trees against CoNLL-U',
  ner: 'names against tokens with BIO tags (GermEval columns, or token and tag)',
  timex: 'times against TimeML',
  quotes: 'who says what against SpkAtt JSON Lines',
  coreference: 'chains against JSON; each gold file is followed by its article, or by what analyze printed',
  facts: 'claims against JSON; each gold file is followed by its article, or by what extract printed',
  relations: 'relations made from predicted trees against those made from gold trees (CoNLL-U), by rule',
  openie: 'triples against BenchIE; the gold may be followed by a table of another system',
} as const

export type TaskName = keyof typeof TASKS

export function addEvaluate(program: Command, context: Context): void {
  const tasks = Object.entries(TASKS).map(([name, about]) => `${name}: ${about}`)
  addExtractionOptions(
    program
      .command('evaluate')
      .summary('score against gold')
      .description(
        `Scores the analysis, or files that another made, against gold. Tasks are\n\n  ${tasks.join('\n  ')}`,
      )
      .argument('<task>', Object.keys(TASKS).join(', '))
      .argument('<gold...>', 'files of gold')
      .option('--predicted <file...>', 'score these files, one for each gold file, in place of our analysis')
      .option('--raw', 'ud: analyse the raw text in place of the gold tokens')
      .option('--sentences <from-to>', 'ud, relations, openie: only these sentences, counted from 1', sentenceRange)
      .option('--misses', 'facts, relations, openie: print what is missing or wrong too')
      .option('--json', 'print the scores as JSON'),
  )
    .addHelpText(
      'after',
      examples(
        'pressgraph evaluate ud de_gsd-dev.conllu --sentences 501-799',
        'pressgraph evaluate ner gold.tsv --predicted mine.tsv',
        'pressgraph evaluate timex corpus/*.tml',
        'pressgraph evaluate facts gold.json article.txt --misses',
        'pressgraph evaluate openie benchie.txt triples.tsv',
      ),
    )
    .action((task: string, gold: string[], options: EvaluateOptions) => evaluate(task, gold, options, context))
}

/** `501-799` */
function sentenceRange(text: string): readonly [number, number] {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(text) ?? []
  const range = [Number(from), Number(to)] as const
  if (!(range[0] >= 1 && range[0] <= range[1]))
    throw new InvalidArgumentError('Write the first and the last, as 1-500.')
  return range
}

async function evaluate(
  name: string,
  files: readonly string[],
  options: EvaluateOptions,
  context: Context,
): Promise<void> {
  if (!Object.hasOwn(TASKS, name))
    throw new UsageError(`there is no task "${name}"`, `Known are: ${Object.keys(TASKS).join(', ')}.`)
  const predicted = options.predicted ? await readAll(options.predicted) : null
  const resources = await extractionResources(options)
  const { tasks } = await import('./evaluation-tasks.ts')
  const { result, table } = await tasks[name as TaskName]({
    gold: await readAll(files),
    predicted,
    options,
    resources,
  })
  await write(context.stdout, options.json ? `${JSON.stringify(result)}\n` : table)
}

const readAll = (files: readonly string[]): Promise<Files> =>
  Promise.all(
    files.map(async (input) => {
      try {
        return { input, text: await readFile(input, 'utf8') }
      } catch (error) {
        throw new InputError(input, `cannot be read: ${(error as NodeJS.ErrnoException).code}`)
      }
    }),
  )
