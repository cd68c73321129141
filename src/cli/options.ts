import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { UsageError } from '../core/errors.ts'
import type { ExtensionFile, Extensions, Resources } from '../core/resources.ts'

/** `-w DIR` */
export const workspaceOption = (): Option =>
  new Option('-w, --workspace <dir>', 'folder of the workspace').default('pressgraph-workspace')

/** `--date` */
export const dateOption = (): Option =>
  new Option(
    '--date <date>',
    'date of the articles (YYYY-MM-DD, YYYY-MM or YYYY), in place of what they say themselves',
  )

/** `--format` with a fixed choice. */
export const formatOption = (
  formats: readonly string[],
  standard?: string,
  description = 'format of the output',
): Option => {
  const option = new Option('-f, --format <format>', description).choices(formats)
  return standard === undefined ? option : option.default(standard)
}

/** A positive number of seconds, as milliseconds. */
export function seconds(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('Give a positive number of seconds.')
  return value * 1000
}

/** `--ontology`, `--lexicon` and `--model` */
export interface ExtractionOptions {
  readonly ontology?: readonly string[]
  readonly lexicon?: readonly string[]
  readonly model?: string
}

/** Adds the options that change what is extracted. */
export const addExtractionOptions = (command: Command): Command =>
  command
    .option('--ontology <file...>', 'your own relations, in Turtle')
    .option('--lexicon <file...>', 'how German says your own relations, a table like ontology/lexicon.de.tsv')
    .option('--model <dir>', 'another model for the language analysis')

/** The user's additions to ontology and lexicon. */
export async function readExtensions(options: ExtractionOptions): Promise<Extensions> {
  const read = async (file: string): Promise<ExtensionFile> => {
    try {
      return { name: basename(file), text: await readFile(file, 'utf8') }
    } catch (error) {
      throw new UsageError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`)
    }
  }
  return {
    ontologies: await Promise.all((options.ontology ?? []).map(read)),
    lexicons: await Promise.all((options.lexicon ?? []).map(read)),
  }
}

/** Resources of an extraction with the options' model, and with the extensions given or those of the options. */
export async function extractionResources(options: ExtractionOptions, extensions?: Extensions): Promise<Resources> {
  const { nodeResources } = await import('../node/resources.ts')
  if (options.model !== undefined) {
    const { existsSync } = await import('node:fs')
    if (!existsSync(join(options.model, 'model.onnx')))
      throw new UsageError(
        `${options.model} is no model: it has no model.onnx`,
        'A model folder holds model.onnx, tokenizer.json and labels.json.',
      )
  }
  return nodeResources(
    options.model === undefined ? {} : { 'models/de': options.model },
    extensions ?? (await readExtensions(options)),
  )
}

/** Examples below a command's help. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`
