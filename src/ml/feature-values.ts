import type { Features } from '../core/document.ts'
import { argmax } from './scores.ts'

/** A feature's value where a word has none: the first of its values. */
const ABSENT = '_'

/** Universal features as a model scores them: the values of one feature after those of another, each feature with a softmax of its own. */
export class FeatureValues {
  /** Features in the order of the scores, with their values. */
  readonly #features: readonly (readonly [name: string, values: readonly string[]])[]
  /** Scores a word. */
  readonly width: number

  constructor(values: Readonly<Record<string, readonly string[]>>) {
    this.#features = Object.entries(values)
    this.width = this.#features.reduce((sum, [, list]) => sum + list.length, 0)
  }

  /** The best value of each feature that the word has. */
  best(scores: ArrayLike<number>, offset: number): Features {
    const features: Record<string, string> = {}
    let at = offset
    for (const [name, values] of this.#features) {
      const value = values[argmax(scores, at, values.length)] as string
      if (value !== ABSENT) features[name] = value
      at += values.length
    }
    return features
  }
}
