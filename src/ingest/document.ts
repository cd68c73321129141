import { basename, extname } from 'node:path'
import type { Document } from '../core/document.ts'
import { InputError, PressgraphError } from '../core/errors.ts'
import type { Resources } from '../core/resources.ts'
import { documentId } from '../node/document-id.ts'
import { megabytes, type RawInput } from './bytes.ts'
import type { Content } from './content.ts'
import { decode, looksBinary, signature } from './decode.ts'
import { languageGuesser } from './language.ts'
import { readPlain } from './plain.ts'

/** How an input's bytes are read. */
export type InputFormat = 'text' | 'markdown' | 'html'

/** Most bytes of an input: 10 MB, of which a web page's markup may need a good part. */
export const MAX_BYTES = 10_000_000
/** Most UTF-16 units of an article's text: a million, a book's worth. */
export const MAX_CHARACTERS = 1_000_000

/** What the caller knows better than the input. */
export interface DocumentOptions {
  /** `2019`, `2019-04` or `2019-04-25`; goes before what the input says. */
  readonly date?: string
  readonly title?: string
  readonly format?: InputFormat
}

/** A document, and what its reader should be told about it. */
export interface ReadDocument {
  readonly document: Document
  /** One sentence each. */
  readonly warnings: readonly string[]
}

/**
 * A document from an input's bytes.
 * @throws InputError if the input is empty, binary, too large, or has front matter that cannot be read
 */
export async function toDocument(
  raw: RawInput,
  resources: Resources,
  options: DocumentOptions = {},
): Promise<ReadDocument> {
  const { input, bytes } = raw
  if (bytes.length > MAX_BYTES)
    throw new InputError(input, `too large: ${megabytes(bytes.length)}, the limit is ${megabytes(MAX_BYTES)}`)
  const binary = signature(bytes)
  if (binary)
    throw new InputError(input, `not a text but ${binary}`, 'Save its text as a .txt, .md or .html file first.')
  const sniffed = options.format ?? formatOf(raw)
  const charset = raw.charset ?? (sniffed === 'text' ? undefined : await declared(bytes, sniffed))
  const { text, encoding, damaged } = decode(bytes, charset)
  if (looksBinary(text)) throw new InputError(input, 'not a text: it holds control characters as binary files do')
  const content = await read(input, text, options.format ?? formatOf(raw, text))
  if (content.text.trim() === '') throw new InputError(input, 'empty: there is no text in it')
  if (content.text.length > MAX_CHARACTERS)
    throw new InputError(
      input,
      `too large: ${content.text.length} characters of text, the limit is ${MAX_CHARACTERS}`,
      'Split it: pressgraph reads one article an input.',
    )

  const warnings: string[] = []
  if (damaged) warnings.push(`some bytes are not valid ${encoding.toUpperCase()} and were replaced by U+FFFD.`)
  const languages = await resources.use(languageGuesser)
  const guessed = languages.guess(content.text)
  if (guessed !== null && guessed !== 'de')
    warnings.push(
      `${guessed === 'und' ? 'the text does not seem to be German' : `the text seems to be ${languages.nameOf(guessed)}`}; ` +
        'pressgraph reads German, so expect few and poor claims.',
    )
  return {
    document: {
      text: content.text,
      metadata: {
        id: documentId(content.text),
        title: options.title ?? content.title,
        date: options.date ?? content.date,
        language: guessed ?? content.language ?? 'de',
        author: content.author,
        publisher: content.publisher,
        source: content.source ?? raw.source,
      },
    },
    warnings,
  }
}

async function read(input: string, text: string, format: InputFormat): Promise<Content> {
  try {
    if (format === 'html') return await (await import('./html.ts')).readHtml(text)
    if (format === 'markdown') return await (await import('./markdown.ts')).readMarkdown(text)
  } catch (error) {
    if (error instanceof PressgraphError) throw new InputError(input, error.message, error.hint)
    if (error instanceof RangeError) throw new InputError(input, `its ${format} is nested too deeply to be read`)
    throw error
  }
  return readPlain(text)
}

async function declared(bytes: Uint8Array, format: InputFormat): Promise<string | undefined> {
  return format === 'html' ? (await import('./html.ts')).declaredCharset(bytes) : undefined
}

const FORMATS: Readonly<Record<string, InputFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
}

/** The format by media type, by the file name's ending, or else by how the text begins. */
function formatOf(raw: RawInput, text?: string): InputFormat {
  const name = raw.source !== null && URL.canParse(raw.source) ? new URL(raw.source).pathname : (raw.source ?? '')
  const known = FORMATS[raw.mediaType ?? ''] ?? FORMATS[extname(basename(name)).toLowerCase()]
  if (known) return known
  const start = (text ?? new TextDecoder('latin1').decode(raw.bytes.subarray(0, 1024))).slice(0, 1024)
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b/i.test(start))
    return 'html'
  return /^---[ \t]*\r?\n\s*[\w-]+[ \t]*:/.test(start) ? 'markdown' : 'text'
}
