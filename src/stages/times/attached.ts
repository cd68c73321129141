import type { Time } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'

const MODIFIES = ['obl', 'advmod', 'nmod', 'dep', 'obj'] as const

/** The word by which a time expression hangs on the rest of its sentence. */
export function headOfTime(trees: Trees, time: Pick<Time, 'first' | 'last'>): number {
  for (let index = time.first; index < time.last; index++) {
    const { head } = trees.word(index)
    if (head < time.first || head >= time.last) return index
  }
  return time.first
}

/**
 * Index of the time expression that says when what `trigger` states is so, or null: one that modifies the word itself, or, of a verb that is
 * joined to another one, one that stands before both (*Am Montag kam er und ging*). Of several the most definite: a time of day before a
 * date, a date before a duration, and these before what recurs or is vague.
 */
export function timeAttachedTo(trees: Trees, times: readonly Time[], trigger: number): number | null {
  const own = mostDefinite(times, modifying(trees, times, trigger))
  if (own !== null) return own
  const word = trees.word(trigger)
  if (!hasRelation(word, 'conj') || word.head < 0) return null
  const first = word.head
  return mostDefinite(
    times,
    modifying(trees, times, first).filter((index) => (times[index] as Time).last <= first),
  )
}

function modifying(trees: Trees, times: readonly Time[], trigger: number): number[] {
  const found: number[] = []
  times.forEach((time, index) => {
    if (time.first <= trigger && trigger < time.last) return
    const head = trees.word(headOfTime(trees, time))
    if (head.head === trigger && hasRelation(head, ...MODIFIES)) found.push(index)
  })
  return found
}

function mostDefinite(times: readonly Time[], indices: readonly number[]): number | null {
  const [best] = [...indices].sort((a, b) => rank(times[a] as Time) - rank(times[b] as Time) || a - b)
  return best ?? null
}

function rank({ type, value }: Time): number {
  if (value.endsWith('_REF')) return 4
  return { TIME: 0, DATE: 1, DURATION: 2, SET: 3 }[type]
}
