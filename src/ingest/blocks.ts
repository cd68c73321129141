/** What `blockText` needs of a DOM; linkedom's and a browser's fit. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: ArrayLike<DomNode>
}

const TEXT = 3
const ELEMENT = 1

/** Elements whose content is no prose. */
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT CANVAS VIDEO AUDIO PICTURE BUTTON INPUT SELECT TEXTAREA PRE HEAD'.split(
    ' ',
  ),
)

/** Elements that stand within a line; every other one begins a paragraph of its own. */
const INLINE = new Set(
  `A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP
  TIME TT U VAR WBR`.split(/\s+/),
)

/**
 * The prose of a DOM: one paragraph for each block, parted by blank lines; a single line break stays one, more of them part paragraphs.
 * White space is collapsed as a browser shows it; soft hyphens and zero-width spaces, which only say where a line may break, are left out.
 */
export function blockText(root: DomNode): string[] {
  const paragraphs: string[] = []
  let current = ''
  const flush = (): void => {
    for (const part of current.split(/\n[ \n]*\n/)) {
      const text = part
        .split('\n')
        .map((piece) => piece.replace(/ +/g, ' ').trim())
        .filter((piece) => piece !== '')
        .join('\n')
      if (text !== '') paragraphs.push(text)
    }
    current = ''
  }
  const visit = (node: DomNode): void => {
    if (node.nodeType === TEXT) {
      current += (node.textContent ?? '').replace(/[\u00ad\u200b\ufeff]/g, '').replace(/[ \t\r\n\f]+/g, ' ')
      return
    }
    const name = node.nodeName.toUpperCase()
    if (node.nodeType === ELEMENT && SKIPPED.has(name)) return
    if (name === 'BR') {
      current += '\n'
      return
    }
    const block = node.nodeType === ELEMENT && !INLINE.has(name)
    if (block) flush()
    // linkedom makes the list anew each time it is asked for.
    const children = node.childNodes
    for (let i = 0; i < children.length; i++) visit(children[i]!)
    if (block) flush()
  }
  visit(root)
  flush()
  return paragraphs
}

/** Paragraphs as a text, the title before them unless they begin with it or with a heading of their own. */
export function joinParagraphs(paragraphs: readonly string[], title: string | null, ownHeading: boolean): string {
  const same = (a: string, b: string): boolean => a.replace(/\s+/g, ' ') === b.replace(/\s+/g, ' ')
  const withTitle = title !== null && !ownHeading && !(paragraphs[0] !== undefined && same(paragraphs[0], title))
  return `${(withTitle ? [title, ...paragraphs] : paragraphs).join('\n\n')}\n`
}
