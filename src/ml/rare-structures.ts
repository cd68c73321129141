import type { Upos } from '../core/document.ts'

/** What the head of an arc is, as far as the side of its dependents depends on it. */
export const HEAD_CLASSES = ['verb', 'noun', 'other'] as const

/** Class of heads that a part of speech belongs to, as a place in `HEAD_CLASSES`. */
export const headClass = (upos: Upos): number =>
  upos === 'VERB' || upos === 'AUX' ? 0 : upos === 'NOUN' || upos === 'PROPN' ? 1 : 2

/** A relation without its subtype. */
export const universal = (relation: string): string => relation.split(':', 1)[0] as string

/**
 * Rarity that is no sign of a mistake yet, as a natural logarithm: what is one case in seven or likelier is left to the parser. Any value from
 * 1.5 to 2 does as well.
 */
const ALLOWED = 2

/**
 * How rare it is in a treebank that a word has a second dependent of one relation (*repeated*), that a relation is found below another
 * (*under*), or on this side of such a head (*before*, *after*); what is not rare is 0. Relations count without subtypes.
 */
export class RareStructures {
  readonly #relations: readonly string[]
  readonly #universal: Int32Array
  readonly #repeated: Float64Array
  readonly #under: Float64Array
  readonly #before: Float64Array
  readonly #after: Float64Array

  /**
   * @param rows kind, relation, relation or class of its head (`-` for *repeated*), rarity as a natural logarithm without its sign
   * @param labels the parser's relations, with subtypes
   */
  constructor(rows: readonly (readonly string[])[], labels: readonly string[]) {
    this.#relations = [...new Set(labels.map(universal))]
    this.#universal = Int32Array.from(labels, (label) => this.#relations.indexOf(universal(label)))
    const count = this.#relations.length
    this.#repeated = new Float64Array(count)
    this.#under = new Float64Array(count * count)
    this.#before = new Float64Array(count * HEAD_CLASSES.length)
    this.#after = new Float64Array(count * HEAD_CLASSES.length)
    for (const [kind, relation = '', other = '', value] of rows) {
      const own = this.#relations.indexOf(relation)
      const excess = Math.max(0, Number(value) - ALLOWED)
      if (own < 0 || !Number.isFinite(excess)) continue
      const head = this.#relations.indexOf(other)
      const side = HEAD_CLASSES.indexOf(other as (typeof HEAD_CLASSES)[number])
      if (kind === 'repeated') this.#repeated[own] = excess
      else if (kind === 'under' && head >= 0) this.#under[own * count + head] = excess
      else if (kind === 'before' && side >= 0) this.#before[own * HEAD_CLASSES.length + side] = excess
      else if (kind === 'after' && side >= 0) this.#after[own * HEAD_CLASSES.length + side] = excess
    }
  }

  /** Whether two of the parser's relations are the same without subtypes. */
  same(label: number, other: number): boolean {
    return this.#universal[label] === this.#universal[other]
  }

  /** Of a further dependent of the same relation. */
  repeated(label: number): number {
    return this.#repeated[this.#universal[label] as number] as number
  }

  /** Of a relation whose head has that relation itself. */
  under(label: number, head: number): number {
    return this.#under[
      (this.#universal[label] as number) * this.#relations.length + (this.#universal[head] as number)
    ] as number
  }

  /** Of a relation on one side of a head of a class. */
  beside(label: number, headClass: number, before: boolean): number {
    const at = (this.#universal[label] as number) * HEAD_CLASSES.length + headClass
    return (before ? this.#before[at] : this.#after[at]) as number
  }
}
