import { InputError } from '../core/errors.ts'

/** Subject, relation and object in words of the sentence. */
export type OpenTriple = readonly [subject: string, relation: string, object: string]

/** A sentence with its facts: each a cluster of extractions that say the same, with optional words in brackets. */
export interface OpenSentence {
  readonly text: string
  readonly clusters: readonly (readonly OpenTriple[])[]
}

/** An extraction for one of the sentences, by its place from 0. */
export interface OpenExtraction {
  readonly sentence: number
  readonly triple: OpenTriple
}

/** The counting of BenchIE: extractions that state a fact of the gold, and facts that an extraction states. */
export interface OpenScore {
  readonly sentences: number
  readonly extractions: number
  readonly right: number
  readonly facts: number
  readonly found: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Extractions that no gold has, as `sentence<TAB>subject<TAB>relation<TAB>object`, sentences from 1. */
  readonly wrong: readonly string[]
  /** Facts that no extraction states, by their first gold extraction. */
  readonly missed: readonly string[]
}

/**
 * Reads BenchIE's annotations: `sent_id:<id><TAB>sentence`, then clusters of `subject --> relation --> object`.
 * @throws InputError if an extraction stands outside of a cluster or has not three parts.
 */
export function readBenchIe(source: string, input: string): OpenSentence[] {
  const sentences: { text: string; clusters: OpenTriple[][] }[] = []
  for (const [i, line] of source.split(/\r?\n/).entries()) {
    const start = /^sent_id:\S+\t(.*)$/.exec(line)
    if (start) sentences.push({ text: start[1]!.trim(), clusters: [] })
    else if (/^\S+--> Cluster \d+:\s*$/.test(line)) sentences.at(-1)?.clusters.push([])
    else if (line.includes('-->')) {
      const cluster = sentences.at(-1)?.clusters.at(-1)
      const parts = line.split('-->').map((part) => part.trim())
      if (!cluster || parts.length !== 3)
        throw new InputError(
          input,
          `line ${i + 1}: no extraction of a cluster`,
          'Write: subject --> relation --> object.',
        )
      cluster.push(parts as unknown as OpenTriple)
    }
  }
  if (sentences.length === 0) throw new InputError(input, 'no sentence', 'They begin with sent_id:<id>, tab, text.')
  return sentences
}

/**
 * Reads extractions, one a line: sentence from 1, subject, relation, object, parted by tabs.
 * @throws InputError if a line has not these four cells.
 */
export function readTriples(source: string, input: string): OpenExtraction[] {
  return source.split(/\r?\n/).flatMap((line, i): OpenExtraction[] => {
    if (line.trim() === '') return []
    const [place, subject, relation, object, ...more] = line.split('\t')
    const sentence = Number(place)
    if (!Number.isInteger(sentence) || sentence < 1 || object === undefined || more.length > 0)
      throw new InputError(
        input,
        `line ${i + 1}: not four cells`,
        'Write: sentence from 1, subject, relation, object, parted by tabs.',
      )
    return [{ sentence: sentence - 1, triple: [subject!, relation!, object] }]
  })
}

/** Words without the punctuation at their edges. */
const wordsOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '')

/** A part of a gold extraction as a pattern over its words: what stands in brackets is there as a whole or not at all. */
function patternOf(part: string): RegExp {
  const literal = (text: string): string =>
    wordsOf(text)
      .map((word) => `${word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')} `)
      .join('')
  const pieces = part.split(/\[([^[\]]*)\]/)
  const source = pieces.map((piece, i) => (i % 2 === 1 ? `(?:${literal(piece)})?` : literal(piece))).join('')
  return new RegExp(`^${source}$`, 'u')
}

/**
 * Scores extractions as BenchIE does (Gashteovski et al. 2022): one is right if it equals a gold extraction part by part, a fact is found
 * if one of its extractions is. Punctuation at words counts for neither side.
 * @param gold sentences in their order; null for those that do not count.
 */
export function evaluateOpenIe(
  gold: readonly (OpenSentence | null)[],
  extractions: readonly OpenExtraction[],
): OpenScore {
  const sentences = gold.filter((sentence) => sentence !== null).length
  const bySentence = gold.map((): OpenTriple[] => [])
  for (const { sentence, triple } of extractions) if (gold[sentence]) bySentence[sentence]!.push(triple)
  const wrong: string[] = []
  const missed: string[] = []
  let right = 0
  let facts = 0
  let covered = 0
  gold.forEach((sentence, i) => {
    if (!sentence) return
    const { clusters } = sentence
    const found = new Array<boolean>(clusters.length).fill(false)
    const patterns = clusters.map((cluster) => cluster.map((triple) => triple.map(patternOf)))
    for (const triple of bySentence[i]!) {
      const words = triple.map((part) =>
        wordsOf(part)
          .map((word) => `${word} `)
          .join(''),
      )
      let hit = false
      patterns.forEach((cluster, c) => {
        if (!cluster.some((parts) => parts.every((pattern, p) => pattern.test(words[p]!)))) return
        found[c] = true
        hit = true
      })
      if (hit) right++
      else wrong.push([i + 1, ...triple].join('\t'))
    }
    facts += clusters.length
    covered += found.filter(Boolean).length
    for (const [c, cluster] of clusters.entries()) if (!found[c]) missed.push([i + 1, ...(cluster[0] ?? [])].join('\t'))
  })
  const count = bySentence.reduce((sum, list) => sum + list.length, 0)
  const precision = count === 0 ? 0 : right / count
  const recall = facts === 0 ? 0 : covered / facts
  return {
    sentences,
    extractions: count,
    right,
    facts,
    found: covered,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    wrong,
    missed,
  }
}

/** The scores as a table in plain text. */
export function formatOpenIe(score: OpenScore): string {
  const rows: readonly (readonly [string, string])[] = [
    ['precision', `${score.precision.toFixed(4)}  ${score.right}/${score.extractions}`],
    ['recall', `${score.recall.toFixed(4)}  ${score.found}/${score.facts}`],
    ['F1', score.f1.toFixed(4)],
  ]
  return rows.map(([name, value]) => `${name.padEnd(10)} ${value}\n`).join('')
}
