import { formatFeatures } from '../conllu/features.ts'
import { type ReadSentences, readConllu } from '../conllu/index.ts'
import type { Document, GivenColumns, Layer, Metadata } from '../core/document.ts'
import { InputError } from '../core/errors.ts'
import { type Score, scoreOf } from './scores.ts'

/** Runs the analysis over a document; layers that it has already are kept. */
export type Analyser = (document: Document<Layer> | Document) => Promise<Document<'sentences' | 'words'>>

export type UdTask =
  | 'tokens'
  | 'sentences'
  | 'words'
  | 'upos'
  | 'feats'
  | 'lemma'
  | 'uas'
  | 'las'
  | 'las without subtypes'

export interface UdOptions {
  /** Name of the gold file, for messages. */
  readonly input: string
  /** Only sentences `first` to `last`, counted from 1, both included. */
  readonly range?: readonly [number, number]
}

/** Of a gold file there is no more to say. */
export const METADATA: Metadata = {
  id: 'evaluation',
  title: null,
  date: null,
  language: 'de',
  author: null,
  publisher: null,
  source: null,
}

/** One word of a side, its span counted in characters that are not white space. */
interface Item {
  readonly key: string
  readonly surface: string
  readonly head: number
  readonly upos: string
  readonly feats: string
  readonly lemma: string
  readonly deprel: string
}

interface Side {
  readonly characters: string
  readonly items: readonly Item[]
  readonly sentences: readonly string[]
}

/**
 * Scores an analysis against CoNLL-U as the CoNLL 2018 shared task does (Zeman et al. 2018): words are aligned by their characters, so that
 * words split otherwise count against every task.
 * @param how `gold tokens`: the analysis gets sentences and words; `raw text`: it gets the bare text, documents and paragraphs parted by
 * empty lines; or the text of a CoNLL-U file that another system wrote.
 * @throws InputError if a file is no CoNLL-U, or its text is not that of the gold.
 */
export async function evaluateUd(
  gold: string,
  how: { readonly mode: 'gold tokens' | 'raw text'; readonly analyse: Analyser } | { readonly predicted: string },
  options: UdOptions,
): Promise<Readonly<Record<UdTask, Score>>> {
  const source = options.range ? cut(gold, options.range) : gold
  const read = readConllu(source, options.input)
  const given = read.given as GivenColumns
  const goldSide = sideOf(read, (i) => ({
    upos: given.upos[i] ?? '_',
    feats: formatFeatures(given.feats[i] ?? {}),
    lemma: given.lemma[i] ?? '_',
    head: given.head[i] ?? -1,
    deprel: given.deprel[i] ?? '_',
  }))
  return compare(goldSide, await systemSide(read, how, options.input))
}

async function systemSide(gold: ReadSentences, how: Parameters<typeof evaluateUd>[1], input: string): Promise<Side> {
  if ('predicted' in how) {
    const read = readConllu(how.predicted, 'prediction')
    const given = read.given as GivenColumns
    return sideOf(read, (i) => ({
      upos: given.upos[i] ?? '_',
      feats: formatFeatures(given.feats[i] ?? {}),
      lemma: given.lemma[i] ?? '_',
      head: given.head[i] ?? -1,
      deprel: given.deprel[i] ?? '_',
    }))
  }
  const { given, ...rest } = gold
  const document =
    how.mode === 'gold tokens'
      ? { ...rest, metadata: METADATA }
      : { text: rawText(gold, given?.comments ?? []), metadata: METADATA }
  const analysed = await how.analyse(document)
  if (how.mode === 'gold tokens' && analysed.words.length !== gold.tokens.length)
    throw new InputError(input, 'the analysis did not keep the words that were given')
  return sideOf({ ...analysed, tokens: analysed.words }, (i) => {
    const word = analysed.words[i]
    return {
      upos: word?.upos ?? '_',
      feats: formatFeatures(word?.feats ?? {}),
      lemma: word?.lemma ?? '_',
      head: word?.head ?? -1,
      deprel: word?.deprel ?? '_',
    }
  })
}

/** The text without its segmentation: sentences joined by spaces, documents and paragraphs parted by empty lines. */
export function rawText(read: ReadSentences, comments: readonly (readonly string[])[]): string {
  return read.sentences
    .map(({ start, end }, i) => {
      const opens = comments[i]?.some((comment) => /^#\s*new(?:doc|par)\b/.test(comment))
      return `${i === 0 ? '' : opens ? '\n\n' : ' '}${read.text.slice(start, end)}`
    })
    .join('')
}

function sideOf(
  document: Pick<ReadSentences, 'text' | 'sentences' | 'tokens'>,
  columns: (index: number) => Omit<Item, 'key' | 'surface'>,
): Side {
  const { text } = document
  const before = new Int32Array(text.length + 1)
  for (let i = 0; i < text.length; i++) before[i + 1] = (before[i] as number) + (/\s/.test(text[i] as string) ? 0 : 1)
  const spanOf = (start: number, end: number) => `${before[start]}-${before[end]}`
  return {
    characters: text.replace(/\s+/g, ''),
    items: document.tokens.map((token, i) => {
      const surface = spanOf(token.start, token.end)
      return { key: token.contraction ? `${surface} ${token.form.toLowerCase()}` : surface, surface, ...columns(i) }
    }),
    sentences: document.sentences.map(({ start, end }) => spanOf(start, end)),
  }
}

function compare(gold: Side, system: Side): Record<UdTask, Score> {
  if (gold.characters !== system.characters)
    throw new InputError('prediction', 'its text is not the text of the gold file', 'Only white space may differ.')
  const ofKey = new Map(system.items.map((item, i) => [item.key, i]))
  const counts = { words: 0, upos: 0, feats: 0, lemma: 0, uas: 0, las: 0, 'las without subtypes': 0 }
  const keyOf = (side: Side, head: number) => (head < 0 ? 'root' : side.items[head]?.key)
  for (const item of gold.items) {
    const other = system.items[ofKey.get(item.key) ?? -1]
    if (!other) continue
    counts.words++
    if (item.upos === other.upos) counts.upos++
    if (item.feats === other.feats) counts.feats++
    if (item.lemma === other.lemma || item.lemma === '_') counts.lemma++
    if (keyOf(gold, item.head) !== keyOf(system, other.head)) continue
    counts.uas++
    if (item.deprel === other.deprel) counts.las++
    if (universal(item.deprel) === universal(other.deprel)) counts['las without subtypes']++
  }
  const score = (correct: number) => scoreOf(gold.items.length, system.items.length, correct)
  return {
    tokens: overlap(
      gold.items.map(({ surface }) => surface),
      system.items.map(({ surface }) => surface),
    ),
    sentences: overlap(gold.sentences, system.sentences),
    words: score(counts.words),
    upos: score(counts.upos),
    feats: score(counts.feats),
    lemma: score(counts.lemma),
    uas: score(counts.uas),
    las: score(counts.las),
    'las without subtypes': score(counts['las without subtypes']),
  }
}

const universal = (deprel: string): string => deprel.split(':', 1)[0] as string

function overlap(gold: readonly string[], system: readonly string[]): Score {
  const a = new Set(gold)
  const b = new Set(system)
  let correct = 0
  for (const span of a) if (b.has(span)) correct++
  return scoreOf(a.size, b.size, correct)
}

/** Some of a CoNLL-U file's sentences, counted from 1. */
export function cut(source: string, [first, last]: readonly [number, number]): string {
  const blocks = source
    .split(/(?:\r?\n){2,}/)
    .filter((block) => block.split(/\r?\n/).some((line) => line !== '' && !line.startsWith('#')))
  return `${blocks.slice(first - 1, last).join('\n\n')}\n\n`
}
