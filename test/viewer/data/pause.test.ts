import { describe, expect, it } from 'vitest'
import { atOnce, withPauses } from '../../../viewer/src/data/pause.ts'

function* countTo(limit: number, seen: number[]): Generator<void, string> {
  for (let number = 1; number <= limit; number++) {
    seen.push(number)
    yield
  }
  return `${limit} counted`
}

describe('work in pieces', () => {
  it('is done in one go when nobody waits', () => {
    const seen: number[] = []
    expect(atOnce(countTo(3, seen))).toBe('3 counted')
    expect(seen).toEqual([1, 2, 3])
  })

  it('lets other work in between the pieces', async () => {
    const seen: number[] = []
    const done = withPauses(countTo(3, seen))
    expect(seen).toEqual([1])
    setTimeout(() => seen.push(-1), 0)
    expect(await done).toBe('3 counted')
    expect(seen.indexOf(-1)).toBeLessThan(seen.indexOf(3))
  })

  it('passes on what went wrong', async () => {
    function* failing(): Generator<void, never> {
      yield
      throw new Error('no room')
    }
    await expect(withPauses(failing())).rejects.toThrow('no room')
  })
})
