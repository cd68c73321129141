import type { Features, GivenColumns, Upos } from '../core/document.ts'
import { InputError } from '../core/errors.ts'
import { type ReadSentences, SentenceBuilder, type SurfaceWord } from './builder.ts'
import { parseFeatures } from './features.ts'

const UPOS: ReadonlySet<string> = new Set<Upos>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
])

type Mutable<T> = { [K in keyof T]-?: NonNullable<T[K]> extends readonly (infer V)[] ? V[] : never }

interface Row {
  readonly cells: readonly string[]
  /** Line of the file, from 1. */
  readonly line: number
}

/**
 * Sentences of a CoNLL-U file with all columns that are given; cells that hold `_` are null. Multiword tokens become contractions; empty
 * nodes are left out. The text is that of the `# text` comments, or is made from forms and `SpaceAfter=No`. The sentences are unrelated.
 * @param input name of the file, for messages.
 * @throws InputError if a line is no row of CoNLL-U, or heads do not make a tree; it names the line.
 */
export function readConllu(source: string, input: string): ReadSentences {
  const builder = new SentenceBuilder()
  const given: Mutable<GivenColumns> = {
    lemma: [],
    upos: [],
    feats: [],
    head: [],
    deprel: [],
    xpos: [],
    deps: [],
    misc: [],
    comments: [],
  }
  let comments: string[] = []
  let rows: Row[] = []
  const finish = (): void => {
    if (rows.length > 0) readSentence(rows, comments, builder, given, input)
    rows = []
    comments = []
  }
  source.split(/\r\n|\r|\n/).forEach((line, i) => {
    if (line.trim() === '') finish()
    else if (line.startsWith('#')) {
      if (rows.length > 0) finish()
      comments.push(line)
    } else rows.push({ cells: line.split('\t'), line: i + 1 })
  })
  finish()
  if (builder.sentences.length === 0) throw new InputError(input, 'no sentence of CoNLL-U in it')
  return { text: builder.text, sentences: builder.sentences, tokens: builder.tokens, unrelatedSentences: true, given }
}

function readSentence(
  rows: readonly Row[],
  comments: readonly string[],
  builder: SentenceBuilder,
  given: Mutable<GivenColumns>,
  input: string,
): void {
  const problem = (row: Row, what: string) =>
    new InputError(input, `line ${row.line}: ${what}`, 'CoNLL-U has ten columns parted by tabs.')
  const words: Row[] = []
  const surface: SurfaceWord[] = []
  let spaceBefore = true
  /** The contraction being read: its last word's number, and what follows it. */
  let open: { row: Row; last: number; parts: string[]; noSpace: boolean } | null = null
  for (const row of rows) {
    const { cells } = row
    if (cells.length !== 10) throw problem(row, `${cells.length} columns instead of 10`)
    const [id, form] = cells as [string, string]
    if (/^\d+\.\d+$/.test(id)) continue
    if (form.trim() === '') throw problem(row, 'an empty form')
    const noSpace = /(?:^|\|)SpaceAfter=No(?:$|\|)/.test(cells[9] as string)
    const range = /^(\d+)-(\d+)$/.exec(id)
    if (range) {
      const last = Number(range[2])
      if (open || Number(range[1]) !== words.length + 1 || last <= words.length || last - words.length > 20)
        throw problem(row, `the range "${id}" does not fit here`)
      open = { row, last, parts: [], noSpace }
      continue
    }
    if (id !== String(words.length + 1)) throw problem(row, `the word number "${id}" instead of ${words.length + 1}`)
    words.push(row)
    if (!open) {
      surface.push({ form, spaceBefore })
      spaceBefore = !noSpace
      continue
    }
    open.parts.push(form)
    if (words.length < open.last) continue
    surface.push({ form: open.row.cells[1] as string, words: open.parts, spaceBefore })
    spaceBefore = !open.noSpace
    open = null
  }
  if (open) throw problem(open.row, 'the words of this range are not all there')
  if (words.length === 0) throw problem(rows[0] as Row, 'a sentence without words')

  const first = builder.tokens.length
  const heads = words.map((row) => {
    const cell = row.cells[6] as string
    if (cell === '_') return null
    const head = Number(cell)
    if (!/^\d+$/.test(cell) || head > words.length) throw problem(row, `the head "${cell}" is no word of the sentence`)
    return head
  })
  const loop = findLoop(heads)
  if (loop >= 0) throw problem(words[loop] as Row, 'the heads run in a circle')

  const text = comments
    .map((comment) => /^#\s*text\s*=\s?(.*)$/.exec(comment)?.[1])
    .find((value) => value !== undefined)
  builder.add(surface, text)
  given.comments.push([...comments])
  words.forEach((row, i) => {
    const [, form, lemma, upos, xpos, feats, , deprel, deps, misc] = row.cells as string[]
    if (upos !== '_' && !UPOS.has(upos as string)) throw problem(row, `"${upos}" is no universal part of speech`)
    let features: Features | null = null
    if (feats !== '_') {
      features = parseFeatures(feats as string)
      if (!features) throw problem(row, `"${feats}" is no list of features`)
    }
    const head = heads[i] as number | null
    given.lemma.push(lemma === '_' && form !== '_' ? null : (lemma as string))
    given.upos.push(upos === '_' ? null : (upos as Upos))
    given.feats.push(features)
    given.head.push(head === null ? null : head === 0 ? -1 : first + head - 1)
    given.deprel.push(orNull(deprel))
    given.xpos.push(orNull(xpos))
    given.deps.push(orNull(deps))
    const rest = (misc as string).split('|').filter((item) => item !== 'SpaceAfter=No' && item !== '_')
    given.misc.push(rest.length > 0 ? rest.join('|') : null)
  })
}

const orNull = (cell: string | undefined): string | null => (cell === undefined || cell === '_' ? null : cell)

/** A word whose heads lead back to it, or -1; heads count from 1. */
function findLoop(heads: readonly (number | null)[]): number {
  const seenIn = new Int32Array(heads.length)
  for (let start = 0; start < heads.length; start++) {
    let at = start
    while (at >= 0 && seenIn[at] === 0) {
      seenIn[at] = start + 1
      at = (heads[at] ?? 0) - 1
    }
    if (at >= 0 && seenIn[at] === start + 1) return at
  }
  return -1
}
