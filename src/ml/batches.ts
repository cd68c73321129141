import type { Tensor } from '../core/resources.ts'

/** A stretch of words that the model reads at once: a sentence, or a part of one that is too long for the model. */
export interface Window {
  /** Words `first` (inclusive) to `last` (exclusive). */
  readonly first: number
  readonly last: number
  /** Pieces of these words, without the marks at the start and the end. */
  readonly pieces: number
}

/**
 * Pieces of a window at most. The model takes 510, but time and memory grow with the square, and no sentence that was written to be read is
 * as long as this.
 */
export const MOST_PIECES = 256

/**
 * Cuts words `first` to `last` into windows that the model can read. A sentence that fits is one window; a longer one is cut after the
 * last word of the window's second half that `mayEnd` allows, else between any two words.
 * @param lengths pieces of each word.
 */
export function windowsOf(
  first: number,
  last: number,
  lengths: ArrayLike<number>,
  mayEnd: (word: number) => boolean,
): Window[] {
  const windows: Window[] = []
  let start = first
  let pieces = 0
  for (let word = first; word < last; word++) {
    const length = lengths[word] as number
    if (pieces + length > MOST_PIECES && word > start) {
      let cut = word
      while (cut > (start + word) / 2 && !mayEnd(cut - 1)) cut--
      if (!mayEnd(cut - 1)) cut = word
      let rest = 0
      for (let i = cut; i < word; i++) rest += lengths[i] as number
      windows.push({ first: start, last: cut, pieces: pieces - rest })
      start = cut
      pieces = rest
    }
    pieces += length
  }
  if (last > start) windows.push({ first: start, last, pieces })
  return windows
}

/** Limits of a batch: what one call of the model may hold, in pieces with padding and in sentences. */
export interface BatchLimits {
  readonly pieces: number
  readonly windows: number
}

/** Marks at the start and the end of a window. */
const MARKS = 2

/** What a call of the model costs beside its pieces, in pieces. */
const CALL = 16

/**
 * Windows gathered for the model, shortest first (equal ones in text order), parted so that padding and calls together cost least. The
 * batches depend on the windows alone: eight-bit models scale a whole batch at once, so that other neighbours could give other results.
 */
export function batchesOf(windows: readonly Window[], limits: BatchLimits): Window[][] {
  const sorted = [...windows].sort((a, b) => a.pieces - b.pieces || a.first - b.first)
  const count = sorted.length
  /** Least cost of the first windows, by their number, and where the last batch of them begins. */
  const cost = new Float64Array(count + 1)
  const begin = new Int32Array(count + 1)
  for (let end = 1; end <= count; end++) {
    const length = (sorted[end - 1] as Window).pieces + MARKS
    const most = Math.min(limits.windows, end, Math.max(1, Math.floor(limits.pieces / length)))
    cost[end] = Number.POSITIVE_INFINITY
    for (let size = 1; size <= most; size++) {
      const total = (cost[end - size] as number) + size * length + CALL
      if (total >= (cost[end] as number)) continue
      cost[end] = total
      begin[end] = end - size
    }
  }
  const batches: Window[][] = []
  for (let end = count; end > 0; end = begin[end] as number) batches.push(sorted.slice(begin[end], end))
  return batches.reverse()
}

const START = 0n
const PADDING = 1n
const END = 2n

/**
 * The model's input: `ids` [windows, pieces], padded, from the mark of the start to that of the end; `starts` [windows, words + 1],
 * the first piece of each word, place 0 standing for the root.
 */
export function inputsOf(
  batch: readonly Window[],
  piecesOf: (word: number) => Int32Array,
): { ids: Tensor; starts: Tensor; width: number } {
  const length = Math.max(...batch.map((window) => window.pieces)) + MARKS
  const width = Math.max(...batch.map((window) => window.last - window.first)) + 1
  const ids = new BigInt64Array(batch.length * length).fill(PADDING)
  const starts = new BigInt64Array(batch.length * width)
  batch.forEach((window, row) => {
    let at = row * length
    ids[at++] = START
    for (let word = window.first; word < window.last; word++) {
      starts[row * width + word - window.first + 1] = BigInt(at - row * length)
      for (const piece of piecesOf(word)) ids[at++] = BigInt(piece)
    }
    ids[at] = END
  })
  return {
    ids: { type: 'int64', dims: [batch.length, length], data: ids },
    starts: { type: 'int64', dims: [batch.length, width], data: starts },
    width,
  }
}
