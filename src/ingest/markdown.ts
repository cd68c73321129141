import { PressgraphError } from '../core/errors.ts'
import { blockText, type DomNode, joinParagraphs } from './blocks.ts'
import { type Content, leadingDate, line, NOTHING_KNOWN, primaryLanguage } from './content.ts'
import { partialDate } from './dates.ts'

const FRONT_MATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/**
 * Longest Markdown in UTF-16 units, and most characters in it that may be markup: on hostile ones the parser takes time with the square of
 * their number.
 */
const MAX_MARKDOWN = 200_000
const MAX_MARKS = 10_000

/**
 * Markdown with or without front matter in YAML (`title`, `date`, `author`, `publisher`, `source` or `url`, `language` or `lang`).
 * The text that is stored is the prose: the title, then the paragraphs without markup, parted by blank lines. So evidence reads as
 * prose, no name is cut by an asterisk, and offsets count in the text that is kept.
 * @throws PressgraphError if the front matter is no YAML mapping, or the text is longer or has more markup than any article
 */
export async function readMarkdown(text: string): Promise<Content> {
  if (text.length > MAX_MARKDOWN)
    throw new PressgraphError(`too large: ${text.length} characters, the limit of Markdown is ${MAX_MARKDOWN}`)
  if ((text.match(/[*_~`[\]<>|\\#]/g)?.length ?? 0) > MAX_MARKS)
    throw new PressgraphError(`not an article: it has more than ${MAX_MARKS} characters of markup`)
  const match = FRONT_MATTER.exec(text)
  const fields = match ? await frontMatter(match[1] ?? '') : {}
  const { marked } = await import('marked')
  const { parseHTML } = await import('linkedom')
  const html = await marked.parse(match ? text.slice(match[0].length) : text, { async: true })
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const body = document.body as unknown as DomNode
  const paragraphs = blockText(body)
  const first = document.body.firstElementChild
  const heading = first?.nodeName.toUpperCase() === 'H1' ? line(first.textContent) : null
  const title = line(fields.title) ?? heading
  const prose = joinParagraphs(paragraphs, title, heading !== null)
  return {
    ...NOTHING_KNOWN,
    text: paragraphs.length === 0 ? '' : prose,
    title,
    date: partialDate(fields.date) ?? leadingDate(paragraphs[0] ?? '')?.date ?? null,
    author: line(fields.author ?? fields.authors),
    publisher: line(fields.publisher),
    source: line(fields.source ?? fields.url),
    language: primaryLanguage(fields.language ?? fields.lang),
  }
}

async function frontMatter(source: string): Promise<Record<string, unknown>> {
  const { parseDocument } = await import('yaml')
  const yaml = parseDocument(source)
  const problem = yaml.errors[0]
  if (problem) {
    const place = problem.linePos?.[0]
    // The opening line of hyphens is line 1 of the file.
    throw new PressgraphError(
      `front matter is not YAML${place ? ` (line ${place.line + 1}, column ${place.col})` : ''}: ${problem.message.split('\n')[0]}`,
    )
  }
  let fields: unknown
  try {
    fields = yaml.toJS()
  } catch (error) {
    // An alias of aliases of aliases, which would fill the memory.
    throw new PressgraphError(`front matter cannot be read: ${(error as Error).message}`)
  }
  if (fields === null) return {}
  if (typeof fields !== 'object' || Array.isArray(fields))
    throw new PressgraphError('front matter is not a YAML mapping of names to values')
  return fields as Record<string, unknown>
}
