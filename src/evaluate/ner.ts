import type { Document, Layer } from '../core/document.ts'
import { InputError } from '../core/errors.ts'
import { type Score, scoreOf } from './scores.ts'

/** Types that are scored: other ones, adjectives and compounds made of names are left out on both sides. */
const TYPES = ['PER', 'LOC', 'ORG'] as const

export type NerTask = (typeof TYPES)[number] | 'all'

export interface NamedTokens {
  readonly tokens: readonly string[]
  /** BIO tags, parallel to the tokens. */
  readonly tags: readonly string[]
}

/** Finds names in tokens, one a line, sentences parted by empty lines; the document's surface words are these tokens. */
export type NameFinder = (tokens: string) => Promise<Document<'sentences' | 'words' | 'names'> | Document<Layer>>

/**
 * Sentences of a table of names: GermEval's columns (number, token, outer tag, inner tag) or token and tag; `#` begins a comment line of
 * the former.
 * @throws InputError if a line has no tag.
 */
export function readNames(source: string, input: string): NamedTokens[] {
  const sentences: { tokens: string[]; tags: string[] }[] = []
  let current: { tokens: string[]; tags: string[] } | null = null
  source.split(/\r?\n/).forEach((line, i) => {
    const cells = line.split('\t')
    if (line.trim() === '') current = null
    else if (line.startsWith('#') && !isTag(cells[1] ?? '')) return
    else {
      const numbered = cells.length >= 3 && /^\d+$/.test(cells[0] as string)
      const [token, tag] = numbered ? [cells[1], cells[2]] : cells
      if (token === undefined || tag === undefined || !isTag(tag))
        throw new InputError(
          input,
          `line ${i + 1}: no token with a tag`,
          'Columns are parted by tabs; tags are O, B-… or I-….',
        )
      if (!current) {
        current = { tokens: [], tags: [] }
        sentences.push(current)
      }
      current.tokens.push(token)
      current.tags.push(tag)
    }
  })
  return sentences
}

const isTag = (cell: string): boolean => /^(?:O|[BI]-\S+)$/.test(cell)

/**
 * Scores names by exact spans and types.
 * @param gold a table of names as `readNames` reads it.
 * @param how what finds the names, or the text of a table that another system wrote for the same tokens.
 */
export async function evaluateNer(
  gold: string,
  how: { readonly find: NameFinder } | { readonly predicted: string },
  options: { readonly input: string },
): Promise<Readonly<Record<NerTask, Score>>> {
  const sentences = readNames(gold, options.input)
  const tags =
    'predicted' in how
      ? readNames(how.predicted, 'prediction').map((sentence) => sentence.tags)
      : await findTags(sentences, how.find)
  if (tags.length !== sentences.length)
    throw new InputError('prediction', `${tags.length} sentences instead of ${sentences.length}`)
  const counts = new Map<string, [gold: number, system: number, correct: number]>(
    TYPES.map((type) => [type, [0, 0, 0]]),
  )
  sentences.forEach((sentence, i) => {
    const system = tags[i] as readonly string[]
    if (system.length !== sentence.tokens.length)
      throw new InputError(
        'prediction',
        `sentence ${i + 1} has ${system.length} tokens instead of ${sentence.tokens.length}`,
      )
    const found = new Set(spansOf(system))
    const wanted = new Set(spansOf(sentence.tags))
    for (const span of wanted) {
      const count = counts.get(span.split(' ')[0] as string) as [number, number, number]
      count[0]++
      if (found.has(span)) count[2]++
    }
    for (const span of found) (counts.get(span.split(' ')[0] as string) as [number, number, number])[1]++
  })
  const all: [number, number, number] = [0, 0, 0]
  for (const count of counts.values()) for (let i = 0; i < 3; i++) all[i] = (all[i] as number) + (count[i] as number)
  const [per, loc, org] = TYPES.map((type) => scoreOf(...(counts.get(type) as [number, number, number])))
  return { PER: per as Score, LOC: loc as Score, ORG: org as Score, all: scoreOf(...all) }
}

/** Spans of the types that are scored, as `TYPE first last`. An `I-` that continues nothing begins a name. */
function spansOf(tags: readonly string[]): string[] {
  const spans: string[] = []
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] as string
    const type = tag.slice(2)
    if (tag === 'O' || (tag.startsWith('I-') && i > 0 && tags[i - 1]?.slice(2) === type)) continue
    let end = i + 1
    while (tags[end] === `I-${type}`) end++
    if ((TYPES as readonly string[]).includes(type)) spans.push(`${type} ${i} ${end}`)
  }
  return spans
}

async function findTags(sentences: readonly NamedTokens[], find: NameFinder): Promise<string[][]> {
  const source = sentences.map(({ tokens }) => `${tokens.join('\n')}\n\n`).join('')
  const document = (await find(source)) as Document<'sentences' | 'words' | 'names'>
  const tags = new Array<string>(document.words.length).fill('O')
  for (const { first, last, type, form } of document.names)
    if (form === 'name') for (let i = first; i < last; i++) tags[i] = `${i === first ? 'B' : 'I'}-${type}`
  return document.sentences.map(({ first, last }) =>
    tags.slice(first, last).filter((_, i) => (document.words[first + i]?.contraction?.place ?? 0) === 0),
  )
}
