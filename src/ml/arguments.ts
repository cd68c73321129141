/** Scores of a sentence's places, the root's being 0; logarithms of probabilities. */
export interface ParseScores {
  /** Of an arc. */
  arc(dependent: number, head: number): number
  /** Of all relations that an arc may have. */
  relations(dependent: number, head: number): ArrayLike<number>
}

/** Relations that a word has one of at most, subtypes aside; clauses count as what they stand for. */
const SINGLE: readonly (readonly string[])[] = [['nsubj', 'csubj'], ['obj'], ['iobj'], ['ccomp'], ['cop']]

/** Of each relation of a model the number of the group that a word has one of at most; -1 for all others. */
export const singleGroups = (labels: readonly string[]): Int32Array =>
  Int32Array.from(labels, (label) => SINGLE.findIndex((group) => group.includes(label.split(':')[0] as string)))

/**
 * Parts two subjects, or two objects, of one word. Arcs and relations are chosen word by word, so that both nouns of a clause may be taken
 * for its subject. As long as a word has two dependents of one group, the one that loses least by it gets the best other relation or head
 * that makes no cycle and no further pair. (A greedy stand-in for the integer linear programs of Riedel and Clarke 2006.)
 *
 * @param heads of each place, changed in place; the root word's is 0.
 * @param chosen relation of each place, changed in place.
 * @param groups see `singleGroups`.
 * @param root relation that only the root word has.
 */
export function partArguments(
  heads: Int32Array,
  chosen: Int32Array,
  groups: Int32Array,
  root: number,
  scores: ParseScores,
): void {
  const size = heads.length
  const groupOf = (place: number): number => groups[chosen[place] as number] as number
  const taken = (head: number, group: number, except: number): boolean => {
    for (let i = 1; i < size; i++) if (i !== except && heads[i] === head && groupOf(i) === group) return true
    return false
  }
  const isBelow = (place: number, top: number): boolean => {
    for (let at = place; at > 0; at = heads[at] as number) if (at === top) return true
    return false
  }
  const score = (place: number, head: number, relation: number): number =>
    scores.arc(place, head) + (scores.relations(place, head)[relation] as number)

  for (;;) {
    let best = { place: 0, head: 0, relation: 0, gain: Number.NEGATIVE_INFINITY }
    for (let place = 1; place < size; place++) {
      const head = heads[place] as number
      const group = groupOf(place)
      if (head <= 0 || group < 0 || !taken(head, group, place)) continue
      const now = score(place, head, chosen[place] as number)
      for (let other = 1; other < size; other++) {
        if (isBelow(other, place)) continue
        const arc = scores.arc(place, other)
        if (arc - now <= best.gain) continue
        const relations = scores.relations(place, other)
        for (let relation = 0; relation < relations.length; relation++) {
          const gain = arc + (relations[relation] as number) - now
          if (gain <= best.gain || relation === root) continue
          const own = groups[relation] as number
          if (own >= 0 && taken(other, own, place)) continue
          best = { place, head: other, relation, gain }
        }
      }
    }
    if (best.place === 0) return
    heads[best.place] = best.head
    chosen[best.place] = best.relation
  }
}
