import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/ingest/markdown.ts'

const article = `---
title: "Putin trifft Kim"
date: 2019-04-25
author: [Anna Ahn, Bert Böll]
publisher: Die Zeitung
url: https://example.org/a
lang: de-DE
---

**Wladimir Putin** hat am *Donnerstag* [Kim Jong Un](https://example.org/kim) getroffen,
in Wladiwostok.

## Sprechen über Abrüstung

- Erstens die Abrüstung.
- Zweitens der Handel &amp; die Bahn.

> "Gut", sagte Kim.
`

describe('readMarkdown', () => {
  it('reads the front matter', async () => {
    expect(await readMarkdown(article)).toMatchObject({
      title: 'Putin trifft Kim',
      date: '2019-04-25',
      author: 'Anna Ahn, Bert Böll',
      publisher: 'Die Zeitung',
      source: 'https://example.org/a',
      language: 'de',
    })
  })

  it('stores the prose: title, paragraphs without markup, parted by blank lines', async () => {
    expect((await readMarkdown(article)).text).toBe(`Putin trifft Kim

Wladimir Putin hat am Donnerstag Kim Jong Un getroffen, in Wladiwostok.

Sprechen über Abrüstung

Erstens die Abrüstung.

Zweitens der Handel & die Bahn.

"Gut", sagte Kim.
`)
  })

  it('reads Windows line ends, no front matter, and a heading as title', async () => {
    const content = await readMarkdown('# Der *Gipfel*\r\n\r\nEin Satz.\r\nUnd noch einer.\r\n')
    expect(content).toMatchObject({
      title: 'Der Gipfel',
      text: 'Der Gipfel\n\nEin Satz. Und noch einer.\n',
      date: null,
    })
    expect((await readMarkdown('---\r\ndate: 2019-04\r\n---\r\nText.')).date).toBe('2019-04')
  })

  it('does not repeat the title', async () => {
    expect((await readMarkdown('---\ntitle: A B\n---\n# Anders\n\nText.')).text).toBe('Anders\n\nText.\n')
    expect((await readMarkdown('---\ntitle: A B\n---\nA B\n\nText.')).text).toBe('A B\n\nText.\n')
  })

  it('names the place where front matter is broken', async () => {
    await expect(readMarkdown('---\ntitle: "A\n---\nText.')).rejects.toThrow(
      /front matter is not YAML \(line \d+, column \d+\)/,
    )
    await expect(readMarkdown('---\n- a\n---\nText.')).rejects.toThrow('front matter is not a YAML mapping')
  })

  it('refuses at once what would take the parsers long', async () => {
    await expect(readMarkdown('a '.repeat(100_001))).rejects.toThrow('too large')
    await expect(readMarkdown('_a'.repeat(90_000))).rejects.toThrow('more than 10000 characters of markup')
    const aliases = Array.from(
      'bcdefghi',
      (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`,
    )
    await expect(readMarkdown(`---\na: &a [x,x,x,x,x]\n${aliases.join('\n')}\n---\nText.`)).rejects.toThrow(
      'front matter cannot be read',
    )
  })

  it('leaves scripts and code out', async () => {
    const { text } = await readMarkdown('Vorher.\n\n<script>alert(1)</script>\n\n    code\n\nNachher.')
    expect(text).toBe('Vorher.\n\nNachher.\n')
  })
})

describe('front matter', () => {
  it('wants the lines of hyphens', async () => {
    expect((await readMarkdown('---\ntitle: Titel\n---\nEin Satz.')).text).toBe('Titel\n\nEin Satz.\n')
    expect((await readMarkdown('---\ntitle: Titel\n\nEin Satz.')).text).toContain('title: Titel')
  })
})
