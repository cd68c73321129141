import { PressgraphError } from '../core/errors.ts'
import { blockText, type DomNode, joinParagraphs } from './blocks.ts'
import { type Content, line, primaryLanguage } from './content.ts'
import { partialDate } from './dates.ts'

/** The part of linkedom's document that is read here. */
interface HtmlDocument extends DomNode {
  readonly documentElement: Element
  readonly body: DomNode | null
  readonly querySelector: (selector: string) => Element | null
  readonly querySelectorAll: (selector: string) => Iterable<Element>
}

/** More tags than this, or elements so deep in one another, are no article, and the parsers would take hours for them. */
const MAX_TAGS = 50_000
const MAX_DEPTH = 1000

/** Elements that have no end tag, or that the next one of their kind ends. */
const UNNESTED = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option optgroup'.split(
    ' ',
  ),
)

/** @throws PressgraphError if a page has more tags, or is nested more deeply, than any article */
function checkMarkup(html: string): void {
  let tags = 0
  let depth = 0
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z\d-]*)/gi)) {
    if (++tags > MAX_TAGS) throw new PressgraphError(`too large: more than ${MAX_TAGS} tags`)
    if (UNNESTED.has((name as string).toLowerCase())) continue
    depth = Math.max(0, depth + (slash ? -1 : 1))
    if (depth > MAX_DEPTH)
      throw new PressgraphError(`nested too deeply: more than ${MAX_DEPTH} elements in one another`)
  }
}

/**
 * An HTML page. The text that is stored is the headline and the paragraphs of its article as Mozilla's Readability finds them, parted by
 * blank lines; a page in which Readability finds no article gives all its paragraphs. Nothing of the page is run or loaded.
 * @throws PressgraphError if the page is too large or too deeply nested to be an article
 */
export async function readHtml(html: string): Promise<Content> {
  checkMarkup(html)
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
  const parse = (source: string): HtmlDocument => parseHTML(source).document as unknown as HtmlDocument
  // A fragment without `html` and `body` leaves linkedom's document without a body.
  const document = parse(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`)
  const known = pageMetadata(document)
  // `title` elements often carry the site's name behind the headline.
  const heading = line(document.querySelector('h1')?.textContent)
  const whole = document.body ? blockText(document.body) : []
  const article = new Readability(document as never).parse()
  const found = article?.content
    ? blockText(parse(`<!doctype html><html><body>${article.content}</body></html>`).body as DomNode)
    : []
  const paragraphs = found.length > 0 ? found : whole
  const title = heading !== null && known.title?.includes(heading) ? heading : (line(article?.title) ?? known.title)
  return {
    ...known,
    title,
    author: known.author ?? line(article?.byline),
    publisher: known.publisher ?? line(article?.siteName),
    date: known.date ?? partialDate(article?.publishedTime),
    text: paragraphs.length === 0 ? '' : joinParagraphs(paragraphs, title, false),
  }
}

/** The encoding that a page declares in its first 1,024 bytes, as the HTML standard looks for it. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
}

/** What a page says of itself: JSON-LD first, which is written for machines, then `meta` elements, then `time`. */
function pageMetadata(document: HtmlDocument): Omit<Content, 'text'> {
  const meta = metaElements(document)
  const article = jsonLdArticle(document)
  const first = (...names: string[]): string | null => names.map((name) => meta.get(name)).find(Boolean) ?? null
  const time = document.querySelector('article time[datetime], main time[datetime], time[datetime]')
  const dates = [
    article.datePublished,
    first('article:published_time', 'og:article:published_time', 'datepublished', 'date', 'dc.date', 'dcterms.date'),
    first('dc.date.issued', 'dcterms.created', 'parsely-pub-date', 'publish-date', 'last-modified'),
    time?.getAttribute('datetime'),
  ]
  const author = first('author', 'dc.creator', 'dcterms.creator', 'parsely-author')
  return {
    title:
      line(article.headline) ??
      first('og:title', 'twitter:title') ??
      line(document.querySelector('title')?.textContent),
    date: dates.map(partialDate).find((date) => date !== null) ?? null,
    author: line(article.author) ?? author,
    publisher: line(article.publisher) ?? first('og:site_name', 'publisher', 'dc.publisher', 'application-name'),
    source:
      webAddress(document.querySelector('link[rel~="canonical"]')?.getAttribute('href')) ?? webAddress(first('og:url')),
    language: primaryLanguage(document.documentElement?.getAttribute('lang')) ?? primaryLanguage(first('og:locale')),
  }
}

/** Contents of `meta` elements by name, property or itemprop in lower case; the first of a name counts. */
function metaElements(document: HtmlDocument): ReadonlyMap<string, string> {
  const meta = new Map<string, string>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = line(element.getAttribute('content'))
    for (const attribute of ['name', 'property', 'itemprop']) {
      const name = element.getAttribute(attribute)?.toLowerCase()
      if (name && content && !meta.has(name)) meta.set(name, content)
    }
  }
  return meta
}

/** The first object of the page's JSON-LD that calls itself an article, or an empty one. */
function jsonLdArticle(document: HtmlDocument): Record<string, unknown> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown
    try {
      data = JSON.parse(script.textContent ?? '')
    } catch {
      continue
    }
    const queue: unknown[] = [data]
    for (const item of queue) {
      if (Array.isArray(item)) queue.push(...item)
      if (typeof item !== 'object' || item === null || Array.isArray(item)) continue
      const object = item as Record<string, unknown>
      const types = [object['@type']].flat()
      if (types.some((type) => typeof type === 'string' && /(?:Article|Posting|Report)$/.test(type))) return object
      if (object['@graph'] !== undefined) queue.push(object['@graph'])
    }
  }
  return {}
}

/** The address if it is one of the web, else null. */
function webAddress(value: string | null | undefined): string | null {
  if (!value || !URL.canParse(value)) return null
  const url = new URL(value)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}
