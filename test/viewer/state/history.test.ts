import { describe, expect, it } from 'vitest'
import { createHistory, record, redo, undo } from '../../../viewer/src/state/history.ts'

describe('history', () => {
  it('goes back and forth, and forgets the future with a new step', () => {
    let steps = record(record(createHistory(1), 2), 3)
    steps = undo(undo(undo(steps)))
    expect(steps.present).toBe(1)
    steps = redo(steps)
    expect(steps.present).toBe(2)
    steps = record(steps, 9)
    expect(redo(steps).present).toBe(9)
    expect(undo(steps).present).toBe(2)
  })

  it('takes no step that changes nothing, and keeps two hundred', () => {
    const same = record(createHistory({ a: 1 }), { a: 1 })
    expect(same.past).toHaveLength(0)
    let long = createHistory(0)
    for (let step = 1; step <= 300; step++) long = record(long, step)
    expect(long.past).toHaveLength(200)
  })
})
