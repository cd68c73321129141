import { statSync } from 'node:fs'
import { basename, isAbsolute, relative, resolve } from 'node:path'
import { InputError, UsageError } from '../core/errors.ts'
import type { Resources } from '../core/resources.ts'
import { collect, fetchBytes, type RawInput, readFileBytes } from './bytes.ts'
import { isPartialDate } from './dates.ts'
import { type DocumentOptions, MAX_BYTES, type ReadDocument, toDocument } from './document.ts'

export { documentId } from '../node/document-id.ts'
export { isPartialDate, partialDate } from './dates.ts'
export type { DocumentOptions, InputFormat, ReadDocument } from './document.ts'
export { MAX_BYTES, MAX_CHARACTERS, toDocument } from './document.ts'

/** What became of one input. */
export type InputResult =
  | ({ readonly kind: 'document'; readonly input: string } & ReadDocument)
  | { readonly kind: 'error'; readonly input: string; readonly error: InputError }

export interface ReadOptions extends DocumentOptions {
  readonly resources: Resources
  readonly signal?: AbortSignal
  /** For a web page, all redirects together; 20 seconds unless told. */
  readonly timeoutMs?: number
  /** In place of `process.stdin` and the global `fetch`, for tests. */
  readonly stdin?: AsyncIterable<Uint8Array | string>
  readonly fetch?: typeof fetch
}

/** File name endings that are read from a folder. */
const ENDINGS = ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml']

/** Files of a folder that speak of the others. */
const NO_ARTICLE = /^(?:readme|licen[cs]es?|changelog)(?:\.|$)/i

const isAddress = (input: string): boolean => /^https?:\/\//i.test(input)

/**
 * The single inputs that the arguments of a command name: files, globs (sorted; a file whose name is the pattern goes first), all texts
 * of a folder but its README and licence, addresses, and `-` for standard input. None twice.
 */
export async function expandInputs(inputs: readonly (string | InputError)[]): Promise<(string | InputError)[]> {
  const found: (string | InputError)[] = []
  const seen = new Set<string>()
  const add = (input: string): void => {
    const key = input === '-' || isAddress(input) ? input : resolve(input)
    if (!seen.has(key)) found.push(input)
    seen.add(key)
  }
  for (const input of inputs) {
    if (input instanceof InputError) {
      found.push(input)
      continue
    }
    const stats = input === '-' || isAddress(input) ? undefined : statSync(input, { throwIfNoEntry: false })
    if (input === '-' || isAddress(input) || stats?.isFile() || stats?.isFIFO() || stats?.isCharacterDevice()) {
      add(input)
      continue
    }
    const pattern = stats?.isDirectory() ? `**/*.{${ENDINGS.join(',')}}` : input
    if (!stats && !/[*?[\]{}()!]/.test(input)) {
      found.push(new InputError(input, 'no such file'))
      continue
    }
    const { escapePath, glob } = await import('tinyglobby')
    const folder = stats ? `${escapePath(input.replace(/[\\/]+$/, ''))}/` : ''
    const matches = await glob(`${folder}${pattern}`, { onlyFiles: true, expandDirectories: false, absolute: true })
    const articles = stats ? matches.filter((file) => !NO_ARTICLE.test(basename(file))) : matches
    const files = isAbsolute(input) ? articles : articles.map((file) => relative(process.cwd(), file))
    files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    if (files.length === 0)
      found.push(
        stats
          ? new InputError(input, 'the folder holds no articles', `Files that end in .${ENDINGS.join(', .')} are read.`)
          : new InputError(input, 'no file matches'),
      )
    for (const file of files) add(file)
  }
  return found
}

/**
 * Reads inputs one after another, so that one text is in memory at a time. An input that cannot be read gives an error, and the others
 * go on.
 * @param inputs as a user names them, or as `expandInputs` returned them
 * @throws UsageError if `date` is no date
 */
export async function* readInputs(
  inputs: readonly (string | InputError)[],
  options: ReadOptions,
): AsyncGenerator<InputResult> {
  if (options.date !== undefined && !isPartialDate(options.date))
    throw new UsageError(`"${options.date}" is not a date`, 'Write YYYY-MM-DD, YYYY-MM or YYYY.')
  for (const input of await expandInputs(inputs)) {
    if (options.signal?.aborted) return
    yield input instanceof InputError
      ? { kind: 'error', input: input.input, error: input }
      : await readInput(input, options)
  }
}

/** Reads a single input: a file, an address, or `-` for standard input. */
export async function readInput(input: string, options: ReadOptions): Promise<InputResult> {
  const name = input === '-' ? '<stdin>' : input
  try {
    const raw = await readRaw(input, options)
    return { kind: 'document', input: name, ...(await toDocument(raw, options.resources, options)) }
  } catch (error) {
    if (error instanceof InputError) return { kind: 'error', input: name, error }
    throw error
  }
}

async function readRaw(input: string, options: ReadOptions): Promise<RawInput> {
  if (input === '-')
    return {
      input: '<stdin>',
      source: null,
      bytes: await collect(options.stdin ?? process.stdin, MAX_BYTES, '<stdin>'),
    }
  if (!isAddress(input)) return { input, source: basename(input), bytes: await readFileBytes(input, MAX_BYTES) }
  if (!URL.canParse(input)) throw new InputError(input, 'is not an address')
  return fetchBytes(input, {
    limit: MAX_BYTES,
    timeoutMs: options.timeoutMs ?? 20_000,
    ...(options.fetch && { fetch: options.fetch }),
    ...(options.signal && { signal: options.signal }),
  })
}
