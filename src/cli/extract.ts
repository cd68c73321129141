import type { Command } from 'commander'
import type { Extraction } from '../core/claims.ts'
import type { Document } from '../core/document.ts'
import type { InputError } from '../core/errors.ts'
import type { Resources } from '../core/resources.ts'
import { type Context, report, tableWidth, write } from './context.ts'
import {
  addExtractionOptions,
  dateOption,
  type ExtractionOptions,
  examples,
  extractionResources,
  formatOption,
} from './options.ts'

interface ExtractOptions extends ExtractionOptions {
  readonly format: 'jsonl' | 'turtle' | 'trig' | 'table'
  readonly date?: string
  readonly explain?: boolean
}

export function addExtract(program: Command, context: Context): void {
  addExtractionOptions(
    program
      .command('extract')
      .summary('claims of articles to standard output, without a workspace')
      .description(
        'Prints the claims of articles with their status, speaker and evidence, and the entities they speak of.',
      )
      .argument('<input...>', 'files, globs, folders, addresses, or - for standard input')
      .addOption(formatOption(['jsonl', 'turtle', 'trig', 'table'], 'jsonl'))
      .addOption(dateOption())
      .option('--explain', 'print instead how each claim was made: sentence, path in the tree, rule'),
  )
    .addHelpText(
      'after',
      examples(
        'pressgraph extract article.txt --format table',
        'curl -s https://example.org/article | pressgraph extract - > claims.jsonl',
        'pressgraph extract article.txt --explain',
      ),
    )
    .action((inputs: string[], options: ExtractOptions) => extract(inputs, options, context))
}

async function extract(inputs: readonly string[], options: ExtractOptions, context: Context): Promise<void> {
  const resources = await extractionResources(options)
  const print = options.explain ? explainer(resources, context) : await printer(options.format, resources, context)
  for await (const document of documents(inputs, options, resources, context)) await print.document(document)
  await print.end()
}

/** Reads the inputs; what cannot be read is reported, and the others go on. */
export async function* documents(
  inputs: readonly string[],
  options: { readonly date?: string },
  resources: Resources,
  context: Context,
): AsyncGenerator<Document> {
  const { readInputs } = await import('../ingest/index.ts')
  const reading = {
    resources,
    stdin: context.stdin,
    signal: context.signal,
    ...(options.date !== undefined && { date: options.date }),
  }
  for await (const result of readInputs(inputs, reading)) {
    if (result.kind === 'error') reportInput(context, result.error)
    else {
      for (const warning of result.warnings) report(context, 'warning', `${result.input}: ${warning}`)
      yield result.document
    }
  }
}

export function reportInput(context: Context, error: InputError): void {
  report(context, 'error', error.message, error.hint)
  context.fail()
}

interface Printer {
  readonly document: (document: Document) => Promise<void>
  readonly end: () => Promise<void>
}

async function printer(format: ExtractOptions['format'], resources: Resources, context: Context): Promise<Printer> {
  const { extractDocument } = await import('../pipeline/extract.ts')
  const nothing = async (): Promise<void> => undefined
  if (format === 'jsonl') {
    const { toJsonLines } = await import('../store/json-lines.ts')
    return {
      document: async (document) => write(context.stdout, toJsonLines(await extractDocument(document, resources))),
      end: nothing,
    }
  }
  if (format === 'table') {
    const { claimTable } = await import('./claim-table.ts')
    return {
      document: async (document) =>
        write(context.stdout, claimTable(await extractDocument(document, resources), tableWidth(context.stdout))),
      end: nothing,
    }
  }
  // Turtle groups by subject, so all articles are needed before the first line.
  const extractions: Extraction[] = []
  return {
    document: async (document) => {
      extractions.push(await extractDocument(document, resources))
    },
    end: async () => {
      const { separateEntityIris, toQuads } = await import('../rdf/quads.ts')
      const { turtle, trig } = await import('../export/turtle.ts')
      const { vocabularyOf } = await import('../store/shard.ts')
      const iris = separateEntityIris(extractions)
      const vocabulary = vocabularyOf(resources.extensions)
      const entityIri = (id: string): string => iris.get(id) as string
      const quads = extractions.flatMap((extraction) => toQuads(extraction, { entityIri, vocabulary }))
      await write(context.stdout, (format === 'trig' ? trig : turtle)(quads))
    },
  }
}

function explainer(resources: Resources, context: Context): Printer {
  return {
    document: async (document) => {
      const { analyzeDocument } = await import('../pipeline/extract.ts')
      const { explain } = await import('./explain.ts')
      await write(context.stdout, explain(await analyzeDocument(document, resources)))
    },
    end: async () => undefined,
  }
}
