import { describe, expect, it } from 'vitest'
import { declaredCharset, readHtml } from '../../src/ingest/html.ts'

const paragraph = (text: string): string =>
  `<p>${text} ${'Das ist ein weiterer Satz, der den Absatz länger macht. '.repeat(6)}</p>`

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="de-DE"><head><title>Der Gipfel | Die Zeitung</title>${head}</head><body>
  <nav><a href="/">Start</a> <a href="/politik">Politik</a></nav>
  <article><h1>Der Gipfel</h1>${body}</article><footer>Impressum</footer></body></html>`

const jsonLd = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
  {"@type":"NewsArticle","headline":"Der Gipfel","datePublished":"2019-04-25T08:00:00+10:00",
   "author":[{"@type":"Person","name":"Anna Ahn"}],"publisher":{"@type":"Organization","name":"Die Zeitung"}}]}</script>`

describe('readHtml', () => {
  it('stores headline and paragraphs, parted by blank lines, without what stands around the article', async () => {
    const { text } = await readHtml(
      page('', paragraph('Putin trifft <b>Kim</b> in Wladi\u00adwostok.') + paragraph('Sie reden&nbsp;lange.')),
    )
    const paragraphs = text.trimEnd().split('\n\n')
    expect(paragraphs).toHaveLength(3)
    expect(paragraphs[0]).toBe('Der Gipfel')
    expect(paragraphs[1]).toMatch(/^Putin trifft Kim in Wladiwostok\. Das ist/)
    expect(paragraphs[2]).toMatch(/^Sie reden\u00a0lange\./)
    expect(text).not.toMatch(/Impressum|Start/)
  })

  it('reads metadata from JSON-LD', async () => {
    const head = `${jsonLd}<link rel="canonical" href="https://example.org/gipfel">`
    expect(await readHtml(page(head, paragraph('Text.')))).toMatchObject({
      title: 'Der Gipfel',
      date: '2019-04-25',
      author: 'Anna Ahn',
      publisher: 'Die Zeitung',
      source: 'https://example.org/gipfel',
      language: 'de',
    })
  })

  it('reads metadata from meta elements, or the date from a time element', async () => {
    const head = `<meta property="article:published_time" content="2019-04-24T10:00:00Z"><meta name="author" content="Bert Böll">
      <meta property="og:site_name" content="Die Zeitung"><link rel="canonical" href="javascript:alert(1)">
      <script type="application/ld+json">{broken</script>`
    expect(await readHtml(page(head, paragraph('Text.')))).toMatchObject({
      date: '2019-04-24',
      author: 'Bert Böll',
      publisher: 'Die Zeitung',
      source: null,
    })
    const timed = await readHtml(page('', `<time datetime="2018-01-02">gestern</time>${paragraph('Text.')}`))
    expect(timed.date).toBe('2018-01-02')
  })

  it('gives all paragraphs of a page that holds no article', async () => {
    expect((await readHtml('<p>Ein kurzer Satz.<br>Neue Zeile.<br><br>Neuer Absatz.')).text).toBe(
      'Ein kurzer Satz.\nNeue Zeile.\n\nNeuer Absatz.\n',
    )
    expect((await readHtml('<html><body><script>x()</script></body></html>')).text).toBe('')
  })

  it('refuses at once what would take the parsers hours', async () => {
    await expect(readHtml('<div>'.repeat(100_000))).rejects.toThrow('nested too deeply')
    await expect(readHtml('<p>'.repeat(60_000))).rejects.toThrow('too large: more than 50000 tags')
  })

  it('reads ten thousand paragraphs', async () => {
    const { text } = await readHtml(`<html><body>${'<p>Ein Satz.</p>'.repeat(10_000)}</body></html>`)
    expect(text.split('\n\n').length).toBeGreaterThanOrEqual(10_000)
  })

  it('stores hostile markup in the text as characters only', async () => {
    const { text } = await readHtml(
      page('', paragraph('Er schrieb &lt;script&gt;alert(1)&lt;/script&gt;.<script>evil()</script>')),
    )
    expect(text).toContain('Er schrieb <script>alert(1)</script>.')
    expect(text).not.toContain('evil')
  })
})

describe('declaredCharset', () => {
  it.each([
    ['<meta charset="iso-8859-1">', 'iso-8859-1'],
    ['<META http-equiv=Content-Type content="text/html; charset=windows-1252">', 'windows-1252'],
    ['<p>charset=x</p>', undefined],
  ])('finds in %s %s', (html, charset) => {
    expect(declaredCharset(new TextEncoder().encode(html))).toBe(charset)
  })
})
