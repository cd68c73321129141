import type { EntityType } from '../../core/document.ts'
import type { Draft } from './drafts.ts'

/** Types that a description and a name of one entity may both have. */
const FAMILIES: readonly (readonly EntityType[])[] = [
  ['Organization', 'Group'],
  ['Place', 'Facility'],
  ['Organization', 'Facility'],
  ['Event', 'Topic'],
  ['Work', 'Topic'],
  ['Work', 'Event'],
  ['Work', 'Product'],
  ['Product', 'Topic'],
  ['Group', 'Topic'],
]

export const mayBeOneType = (a: EntityType | undefined, b: EntityType | undefined): boolean =>
  a === undefined || b === undefined || a === b || FAMILIES.some((family) => family.includes(a) && family.includes(b))

/** Which drafts are one entity so far: a union-find that refuses to join two names. */
export class Clusters {
  readonly drafts: readonly Draft[]
  readonly #unrelated: boolean
  readonly #parent: Int32Array
  /** By root: its drafts in text order. */
  readonly #members: number[][]
  /** By root: the number of the name that its named drafts share, or -1. */
  readonly #name: Int32Array
  /** By root: entities that it stands for together. */
  readonly #parts = new Map<number, readonly number[]>()

  /** @param unrelated whether each sentence stands alone, so that nothing is joined across them. */
  constructor(drafts: readonly Draft[], unrelated = false) {
    this.drafts = drafts
    this.#unrelated = unrelated
    this.#parent = Int32Array.from(drafts.keys())
    this.#members = drafts.map((_, index) => [index])
    this.#name = new Int32Array(drafts.length).fill(-1)
  }

  /** Number of the draft that stands for the cluster. */
  root(index: number): number {
    let at = index
    while (this.#parent[at] !== at) at = this.#parent[at] as number
    return at
  }

  members(index: number): readonly number[] {
    return this.#members[this.root(index)] as number[]
  }

  isSingle(index: number): boolean {
    return this.members(index).length === 1
  }

  isNamed(index: number): boolean {
    return this.#name[this.root(index)] !== -1
  }

  setName(index: number, name: number): void {
    this.#name[this.root(index)] = name
  }

  /** Joins a cluster to a named one whatever its own name was. */
  rename(index: number, named: number): void {
    this.#name[this.root(index)] = -1
    this.join(named, index)
  }

  /** Whether two clusters are known to be different entities. */
  conflict(a: number, b: number): boolean {
    const [left, right] = [this.root(a), this.root(b)]
    if (left === right) return false
    if (this.#unrelated && this.drafts[left]?.sentence !== this.drafts[right]?.sentence) return true
    const [x, y] = [this.#name[left] as number, this.#name[right] as number]
    if (x !== -1 && y !== -1 && x !== y) return true
    return (this.#parts.has(left) && y !== -1) || (this.#parts.has(right) && x !== -1)
  }

  /** Joins two clusters unless that would make one of two names; says whether they are one now. */
  join(a: number, b: number): boolean {
    const [left, right] = [this.root(a), this.root(b)]
    if (left === right) return true
    if (this.conflict(left, right)) return false
    const [keep, drop] = left < right ? [left, right] : [right, left]
    this.#parent[drop] = keep
    this.#members[keep] = [...(this.#members[keep] as number[]), ...(this.#members[drop] as number[])].sort(
      (x, y) => x - y,
    )
    if (this.#name[keep] === -1) this.#name[keep] = this.#name[drop] as number
    const parts = this.#parts.get(keep) ?? this.#parts.get(drop)
    if (parts) this.#parts.set(keep, parts)
    return true
  }

  /** The type of a cluster: that of its names first, then the most frequent of its descriptions. */
  type(index: number): EntityType | undefined {
    const votes = new Map<EntityType, number>()
    for (const member of this.members(index)) {
      const draft = this.drafts[member] as Draft
      if (draft.type)
        votes.set(
          draft.type,
          (votes.get(draft.type) ?? 0) + (draft.kind === 'name' ? (draft.noun === undefined ? 2 : 5) : 1),
        )
    }
    let best: EntityType | undefined
    for (const [type, count] of votes) if (best === undefined || count > (votes.get(best) as number)) best = type
    return best
  }

  /** Says that the cluster of `index` stands for the clusters of `parts` together. */
  setParts(index: number, parts: readonly number[]): void {
    this.#parts.set(this.root(index), parts)
  }

  parts(index: number): readonly number[] {
    return this.#parts.get(this.root(index)) ?? []
  }
}
