import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Document, Layer } from '../core/document.ts'
import { InputError, UsageError } from '../core/errors.ts'
import type { Resources } from '../core/resources.ts'
import { type Context, write } from './context.ts'
import { documents, reportInput } from './extract.ts'
import {
  addExtractionOptions,
  dateOption,
  type ExtractionOptions,
  examples,
  extractionResources,
  formatOption,
} from './options.ts'

const FORMATS = ['json', 'conllu', 'bio', 'triples'] as const
const INPUTS = ['text', 'lines', 'tokens', 'conllu'] as const

interface AnalyzeOptions extends ExtractionOptions {
  readonly input: (typeof INPUTS)[number]
  readonly format: (typeof FORMATS)[number]
  readonly date?: string
}

/** Corpora are larger than articles: 100 MB. */
const MAX_CORPUS_BYTES = 100_000_000

/** The layers that each format prints; stages behind them are not run. */
const LAYERS: Readonly<Record<AnalyzeOptions['format'], readonly Layer[]>> = {
  json: ['sentences', 'words', 'names', 'times', 'quotes', 'coreference'],
  conllu: ['sentences', 'words'],
  bio: ['sentences', 'words', 'names'],
  triples: ['sentences', 'words'],
}

export function addAnalyze(program: Command, context: Context): void {
  addExtractionOptions(
    program
      .command('analyze')
      .summary('the language analysis')
      .description(
        'Prints sentences, words with their trees, names, times, quotations and mentions. text is one document an input; lines takes each line as one sentence, tokens a token a line with empty lines between sentences, conllu keeps what the file says and fills in what it leaves open (_).',
      )
      .argument('<input...>', 'files, globs, folders, addresses, or - for standard input')
      .option('-i, --input <kind>', `what the inputs are: ${INPUTS.join(', ')}`, 'text')
      .addOption(formatOption(FORMATS, 'json'))
      .addOption(dateOption()),
  )
    .addHelpText(
      'after',
      examples(
        'pressgraph analyze article.txt --format conllu',
        'pressgraph analyze parsed.conllu --input conllu --format triples',
        'echo "Putin traf Kim." | pressgraph analyze - --input lines --format bio',
      ),
    )
    .action((inputs: string[], options: AnalyzeOptions) => analyze(inputs, options, context))
}

async function analyze(inputs: readonly string[], options: AnalyzeOptions, context: Context): Promise<void> {
  if (!INPUTS.includes(options.input))
    throw new UsageError(`"${options.input}" is no kind of input`, `Known are: ${INPUTS.join(', ')}.`)
  const resources = await extractionResources(options)
  const { pipelineFor } = await import('../pipeline/index.ts')
  const { stages } = await import('../stages/collection.ts')
  const pipeline = pipelineFor(stages, LAYERS[options.format])
  const format = await formatter(options.format)
  const found =
    options.input === 'text'
      ? documents(inputs, options, resources, context)
      : corpora(inputs, options, resources, context)
  for await (const document of found) await write(context.stdout, format(await pipeline.run(document, resources)))
}

async function formatter(format: AnalyzeOptions['format']): Promise<(document: Document<Layer>) => string> {
  if (format === 'triples') return (await import('../export/triples/index.ts')).analysisAsTriples
  return (await import('../export/analysis/index.ts')).ANALYSIS_FORMATS[format]
}

/** Files of sentences that stand alone. */
async function* corpora(
  inputs: readonly string[],
  options: AnalyzeOptions,
  resources: Resources,
  context: Context,
): AsyncGenerator<Document> {
  const { collect, readFileBytes } = await import('../ingest/bytes.ts')
  const { decode } = await import('../ingest/decode.ts')
  const { expandInputs, documentId, isPartialDate } = await import('../ingest/index.ts')
  const { readConllu, readLines, readTokens } = await import('../conllu/index.ts')
  if (options.date !== undefined && !isPartialDate(options.date))
    throw new UsageError(`"${options.date}" is not a date`, 'Write YYYY-MM-DD, YYYY-MM or YYYY.')
  for (const input of await expandInputs(inputs)) {
    if (context.signal.aborted) return
    try {
      if (input instanceof InputError) throw input
      const name = input === '-' ? '<stdin>' : input
      const bytes =
        input === '-'
          ? await collect(context.stdin, MAX_CORPUS_BYTES, name)
          : await readFileBytes(input, MAX_CORPUS_BYTES)
      const { text } = decode(bytes)
      const read =
        options.input === 'conllu'
          ? readConllu(text, name)
          : await (options.input === 'tokens' ? readTokens : readLines)(text, name, resources)
      const metadata = {
        id: documentId(read.text),
        title: null,
        date: options.date ?? null,
        language: 'de',
        author: null,
        publisher: null,
        source: input === '-' ? null : basename(input),
      }
      yield { ...read, metadata }
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      reportInput(context, error)
    }
  }
}
