import { argmax, probability } from './scores.ts'

/** Which tags of a BIO scheme may follow which: `I-X` only after `B-X` or `I-X`. */
export class BioTags {
  readonly tags: readonly string[]
  /** Of each tag: the tags that may stand before it, itself included. */
  readonly #before: readonly Int32Array[]
  readonly #mayStart: Uint8Array

  constructor(tags: readonly string[]) {
    this.tags = tags
    this.#before = tags.map((tag) =>
      Int32Array.from(tags.flatMap((previous, i) => (!tag.startsWith('I-') || inside(previous, tag) ? [i] : []))),
    )
    this.#mayStart = Uint8Array.from(tags, (tag) => (tag.startsWith('I-') ? 0 : 1))
  }

  /**
   * The most probable sequence of tags that the scheme allows (Viterbi 1967), each tag scored on its own.
   * @param scores before softmax, row-major `length × tags.length`, from `offset` on.
   * @returns tags as indices and the probability of each.
   */
  decode(scores: ArrayLike<number>, offset: number, length: number): { tags: Int32Array; confidence: Float32Array } {
    const count = this.tags.length
    const tags = new Int32Array(length)
    const confidence = new Float32Array(length)
    if (length === 0) return { tags, confidence }
    if (this.#greedy(scores, offset, length, tags)) {
      for (let i = 0; i < length; i++) confidence[i] = probability(scores, tags[i] as number, offset + i * count, count)
      return { tags, confidence }
    }
    const from = new Int32Array(length * count)
    let previous = new Float64Array(count)
    for (let t = 0; t < count; t++)
      previous[t] = this.#mayStart[t] ? (scores[offset + t] as number) : Number.NEGATIVE_INFINITY
    for (let i = 1; i < length; i++) {
      const row = offset + i * count
      const current = new Float64Array(count)
      let bestOfAll = 0
      for (let p = 1; p < count; p++) if ((previous[p] as number) > (previous[bestOfAll] as number)) bestOfAll = p
      for (let t = 0; t < count; t++) {
        let best = bestOfAll
        if (!this.#mayStart[t]) {
          const allowed = this.#before[t] as Int32Array
          best = allowed[0] ?? bestOfAll
          for (const p of allowed) if ((previous[p] as number) > (previous[best] as number)) best = p
          if (allowed.length === 0) {
            current[t] = Number.NEGATIVE_INFINITY
            continue
          }
        }
        from[i * count + t] = best
        current[t] = (previous[best] as number) + (scores[row + t] as number)
      }
      previous = current
    }
    let at = 0
    for (let t = 1; t < count; t++) if ((previous[t] as number) > (previous[at] as number)) at = t
    for (let i = length - 1; i >= 0; i--) {
      tags[i] = at
      confidence[i] = probability(scores, at, offset + i * count, count)
      at = from[i * count + at] as number
    }
    return { tags, confidence }
  }

  /** The best tag of each word; false where the scheme does not allow their sequence, which it mostly does. */
  #greedy(scores: ArrayLike<number>, offset: number, length: number, tags: Int32Array): boolean {
    const count = this.tags.length
    for (let i = 0; i < length; i++) {
      const tag = argmax(scores, offset + i * count, count)
      if (!this.#mayStart[tag] && (i === 0 || !this.#before[tag]?.includes(tags[i - 1] as number))) return false
      tags[i] = tag
    }
    return true
  }
}

const inside = (previous: string, tag: string): boolean =>
  (previous.startsWith('B-') || previous.startsWith('I-')) && previous.slice(2) === tag.slice(2)
