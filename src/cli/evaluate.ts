import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Document, Layer } from '../core/document.ts'
import { InputError, UsageError } from '../core/errors.ts'
import type { Resources } from '../core/resources.ts'
import type { Score } from '../evaluate/index.ts'
import { type Context, write } from './context.ts'
import { addExtractionOptions, type ExtractionOptions, examples, extractionResources } from './options.ts'

interface EvaluateOptions extends ExtractionOptions {
  readonly predicted?: readonly string[]
  readonly raw?: boolean
  readonly json?: boolean
}

type Scores = Readonly<Record<string, Score>>
type Files = readonly { readonly input: string; readonly text: string }[]

/** A task: scores what is predicted, or else what the shipped analysis finds, against gold files. */
type Task = (gold: Files, predicted: Files | null, options: EvaluateOptions, resources: Resources) => Promise<Scores>

const TASKS: Readonly<Record<string, { readonly about: string; readonly run: Task }>> = {
  ud: { about: 'sentences, words, trees against CoNLL-U', run: evaluateTrees },
  ner: { about: 'names against tokens with BIO tags (GermEval columns, or token and tag)', run: evaluateNames },
  timex: { about: 'times against TimeML', run: evaluateTimes },
}

export function addEvaluate(program: Command, context: Context): void {
  const tasks = Object.entries(TASKS).map(([name, { about }]) => `${name}: ${about}`)
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
      .option('--json', 'print the scores as JSON'),
  )
    .addHelpText(
      'after',
      examples(
        'pressgraph evaluate ud de_gsd-dev.conllu',
        'pressgraph evaluate ner gold.tsv --predicted mine.tsv',
        'pressgraph evaluate timex corpus/*.tml',
      ),
    )
    .action((task: string, gold: string[], options: EvaluateOptions) => evaluate(task, gold, options, context))
}

async function evaluate(
  name: string,
  gold: readonly string[],
  options: EvaluateOptions,
  context: Context,
): Promise<void> {
  const task = TASKS[name]
  if (!task) throw new UsageError(`there is no task "${name}"`, `Known are: ${Object.keys(TASKS).join(', ')}.`)
  const predicted = options.predicted ? await readAll(options.predicted) : null
  const resources = await extractionResources(options)
  const scores = await task.run(await readAll(gold), predicted, options, resources)
  const { formatScores } = await import('../evaluate/index.ts')
  await write(context.stdout, options.json ? `${JSON.stringify(scores)}\n` : formatScores(scores))
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

/** The stages up to the one that assigns `layer`. */
async function analyserUpTo(
  layer: Layer,
  resources: Resources,
): Promise<(document: Document) => Promise<Document<Layer>>> {
  const { pipelineFor } = await import('../pipeline/index.ts')
  const { stages } = await import('../stages/collection.ts')
  const pipeline = pipelineFor(stages, [layer])
  return (document) => pipeline.run(document, resources)
}

/** The only gold file, and the file that is scored against it. */
function single(gold: Files, predicted: Files | null): { gold: Files[number]; predicted: string | null } {
  const [first, ...more] = gold
  if (!first || more.length > 0) throw new UsageError('this task takes one gold file')
  return { gold: first, predicted: predicted?.[0]?.text ?? null }
}

async function evaluateTrees(
  files: Files,
  given: Files | null,
  options: EvaluateOptions,
  resources: Resources,
): Promise<Scores> {
  const { evaluateUd } = await import('../evaluate/index.ts')
  const { gold, predicted } = single(files, given)
  if (predicted !== null) return evaluateUd(gold.text, { predicted }, { input: gold.input })
  const analyse = await analyserUpTo('words', resources)
  const mode = options.raw ? 'raw text' : 'gold tokens'
  return evaluateUd(gold.text, { mode, analyse: (document) => analyse(document) }, { input: gold.input })
}

async function evaluateNames(
  files: Files,
  given: Files | null,
  _: EvaluateOptions,
  resources: Resources,
): Promise<Scores> {
  const { evaluateNer } = await import('../evaluate/index.ts')
  const { gold, predicted } = single(files, given)
  if (predicted !== null) return evaluateNer(gold.text, { predicted }, { input: gold.input })
  const { readTokens } = await import('../conllu/index.ts')
  const analyse = await analyserUpTo('names', resources)
  const find = async (tokens: string): Promise<Document<Layer>> =>
    analyse({ ...(await readTokens(tokens, gold.input, resources)), metadata: unknownArticle(null) })
  return evaluateNer(gold.text, { find }, { input: gold.input })
}

async function evaluateTimes(
  files: Files,
  given: Files | null,
  _: EvaluateOptions,
  resources: Resources,
): Promise<Scores> {
  const { evaluateTimex } = await import('../evaluate/index.ts')
  const sources = (list: Files) => list.map(({ input, text }) => ({ input, xml: text }))
  if (given) return evaluateTimex(sources(files), { predicted: sources(given) })
  const analyse = await analyserUpTo('times', resources)
  const find = async (text: string, date: string | null) =>
    (await analyse({ text, metadata: unknownArticle(date) })).times
  return evaluateTimex(sources(files), { find })
}

const unknownArticle = (date: string | null) => ({
  id: 'evaluation',
  title: null,
  date,
  language: 'de',
  author: null,
  publisher: null,
  source: null,
})
