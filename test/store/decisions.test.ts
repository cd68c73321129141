import { describe, expect, it } from 'vitest'
import { type Decision, effective, parseDecisions, rulings } from '../../src/store/decisions.ts'

const same = (id: number): Decision => ({ id, kind: 'same', entities: ['a/1', 'b/1'] })
const undo = (id: number, decision: number): Decision => ({ id, kind: 'undo', decision })

describe('effective', () => {
  it('leaves out what was undone, and heeds an undo that was undone itself', () => {
    expect(effective([same(1), undo(2, 1)])).toEqual([])
    expect(effective([same(1), undo(2, 1), undo(3, 2)])).toEqual([same(1)])
  })
})

describe('rulings', () => {
  it('lets the later of contradicting decisions hold', () => {
    const decisions: Decision[] = [
      same(1),
      { id: 2, kind: 'different', entities: ['b/1', 'a/1'] },
      { id: 3, kind: 'reject', claim: 'a-1' },
      { id: 4, kind: 'confirm', claim: 'a-1' },
      { id: 5, kind: 'rename', entity: 'a/1', label: 'A' },
    ]
    const held = rulings(decisions)
    expect(held.pairs).toEqual([{ entities: ['b/1', 'a/1'], same: false }])
    expect(held.claims).toEqual(new Map([['a-1', 'confirm']]))
    expect(held.labels).toEqual(new Map([['a/1', 'A']]))
  })
})

describe('parseDecisions', () => {
  it('reads lines, and passes over a last one that was cut short', () => {
    expect(parseDecisions(`${JSON.stringify(same(1))}\n{"id":2,"kind":"re`, 'd.jsonl')).toEqual([same(1)])
  })

  it('names the line that is broken', () => {
    expect(() => parseDecisions('\n{"id":2,"kind":"re\n', 'd.jsonl')).toThrow(/^d\.jsonl, line 2: not JSON/)
    expect(() => parseDecisions('{"id":1,"kind":"same","entities":["a/1"]}\n', 'd.jsonl')).toThrow(
      /^d\.jsonl, line 1: entities/,
    )
  })
})
