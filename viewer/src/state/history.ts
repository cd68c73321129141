/** Steps that can be undone and done again. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
}

/** How many steps are kept. */
const LONGEST = 200

export const createHistory = <T>(present: T): History<T> => ({ past: [], present, future: [] })

/** A new step; what had been undone is gone. A step that changes nothing is none. */
export function record<T>(history: History<T>, next: T): History<T> {
  if (JSON.stringify(next) === JSON.stringify(history.present)) return history
  return { past: [...history.past, history.present].slice(-LONGEST), present: next, future: [] }
}

export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1)
  if (previous === undefined) return history
  return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future] }
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future }
}
