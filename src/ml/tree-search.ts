import type { RareStructures } from './rare-structures.ts'

/** Scores of a sentence's places, the root's being 0; logarithms of probabilities. */
export interface ParseScores {
  /** Of an arc. */
  arc(dependent: number, head: number): number
  /** Of all relations that an arc may have. */
  relations(dependent: number, head: number): ArrayLike<number>
}

/** A tree: of each place the head, 0 for the root word, -1 for the root itself; and the relation. */
export interface Parse {
  readonly heads: Int32Array
  readonly relations: Int32Array
}

/** How much worse than the best one of a word a head, or a relation, may be to be tried. */
const BEAM = { heads: 5, relations: 3 }

/** Heads of a word that are tried at most; more are in the beam only where the parser has no idea. */
const MOST_HEADS = 8

/** What two arcs cost that cross: German crosses few. */
const CROSSING = 1

/** Rounds over a sentence at most; nearly all end after two. */
const ROUNDS = 10

/** Gains below this are rounding. */
const LEAST_GAIN = 1e-6

interface Candidate {
  readonly head: number
  readonly relation: number
  /** Of arc and relation together. */
  readonly score: number
}

/**
 * Betters a tree whose arcs and relations were chosen each by itself: word by word, the head and the relation are taken that score best once
 * crossing arcs and what is rare in a treebank are paid for (two subjects of a verb, a conjunction below an adverbial, a determiner behind its
 * noun), until nothing changes. The root word stays. It is the climbing of McDonald and Pereira (2006), with penalties alone: what is common
 * the parser knows itself.
 *
 * @param parse changed in place
 * @param root relation that only the root word has
 * @param classes of each place the class of heads, see `headClass`
 */
export function searchTree(
  parse: Parse,
  scores: ParseScores,
  rare: RareStructures,
  root: number,
  classes: ArrayLike<number>,
): void {
  const { heads, relations } = parse
  const size = heads.length
  const candidates: (readonly Candidate[])[] = [[]]
  for (let place = 1; place < size; place++) candidates.push(candidatesOf(place, size, scores, root))
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false
    for (let place = 1; place < size; place++) {
      const now = heads[place] as number
      const options = candidates[place] as readonly Candidate[]
      if (now === 0 || options.length === 0) continue
      const own = relations[place] as number
      const taken =
        scores.arc(place, now) +
        (scores.relations(place, now)[own] as number) -
        penalty(place, now, own, parse, rare, classes)
      let most = taken + LEAST_GAIN
      let best: Candidate | null = null
      for (const option of options) {
        if (option.score <= most || (option.head === now && option.relation === own)) continue
        if (option.head !== now && isBelow(heads, option.head, place)) continue
        const score = option.score - penalty(place, option.head, option.relation, parse, rare, classes)
        if (score <= most) continue
        most = score
        best = option
      }
      if (!best) continue
      heads[place] = best.head
      relations[place] = best.relation
      changed = true
    }
  }
}

/** Heads and relations worth trying for a word; empty if there is but one. */
function candidatesOf(place: number, size: number, scores: ParseScores, root: number): readonly Candidate[] {
  const arcs = Float64Array.from({ length: size }, (_, head) => (head === place ? Number.NaN : scores.arc(place, head)))
  const high = arcs.reduce((most, arc) => (arc > most ? arc : most), Number.NEGATIVE_INFINITY)
  const heads: number[] = []
  for (let head = 1; head < size; head++) if ((arcs[head] as number) >= high - BEAM.heads) heads.push(head)
  if (heads.length > MOST_HEADS) heads.sort((a, b) => (arcs[b] as number) - (arcs[a] as number) || a - b)
  const found: Candidate[] = []
  for (const head of heads.slice(0, MOST_HEADS)) {
    const arc = arcs[head] as number
    const relations = scores.relations(place, head)
    let top = Number.NEGATIVE_INFINITY
    for (let label = 0; label < relations.length; label++)
      if (label !== root) top = Math.max(top, relations[label] as number)
    for (let relation = 0; relation < relations.length; relation++) {
      const score = relations[relation] as number
      if (relation !== root && score >= top - BEAM.relations) found.push({ head, relation, score: arc + score })
    }
  }
  return found.length > 1 ? found : []
}

/** What a word's arc costs in a tree, without what it would cost anyway. */
function penalty(
  place: number,
  head: number,
  relation: number,
  { heads, relations }: Parse,
  rare: RareStructures,
  classes: ArrayLike<number>,
): number {
  const size = heads.length
  const left = Math.min(place, head)
  const right = Math.max(place, head)
  let cost =
    rare.under(relation, relations[head] as number) + rare.beside(relation, classes[head] as number, place < head)
  let repeated = false
  for (let other = 1; other < size; other++) {
    if (other === place) continue
    const above = heads[other] as number
    const from = Math.min(other, above)
    const to = Math.max(other, above)
    if ((from < left && left < to && to < right) || (left < from && from < right && right < to)) cost += CROSSING
    if (above === place) cost += rare.under(relations[other] as number, relation)
    else if (above === head && !repeated) repeated = rare.same(relations[other] as number, relation)
  }
  return repeated ? cost + rare.repeated(relation) : cost
}

function isBelow(heads: Int32Array, place: number, top: number): boolean {
  for (let at = place; at > 0; at = heads[at] as number) if (at === top) return true
  return false
}
