import { describe, expect, it } from 'vitest'
import { toJsonLines } from '../../src/store/json-lines.ts'
import { parseEntities, parseJsonLines } from '../../src/store/records.ts'
import { meeting } from '../support/workspace-extraction.ts'

describe('JSON Lines', () => {
  const { text: _, claims: plain, ...rest } = meeting()
  // One claim knows the word that states it, the others do not.
  const claims = plain.map((claim, index) => (index === 0 ? { ...claim, trigger: { start: 0, end: 4 } } : claim))
  const records = { ...rest, claims }
  const lines = toJsonLines(records)

  it('come back as they were written', () => {
    expect(parseJsonLines(lines, 'claims.jsonl')).toEqual(records)
    expect(parseEntities(lines, 'claims.jsonl')).toEqual(records.entities)
  })

  it('name file, line and field where they are broken', () => {
    const broken = (change: (lines: string[]) => void): string => {
      const parts = lines.trimEnd().split('\n')
      change(parts)
      return parts.join('\n')
    }
    const read = (text: string) => () => parseJsonLines(text, 'claims.jsonl')
    expect(read(broken((parts) => parts.splice(2, 1, '{"kind":')))).toThrow(/^claims\.jsonl, line 3: not JSON/)
    expect(read(broken((parts) => parts.splice(1, 1, parts[1]!.replace('"Person"', '"Robot"'))))).toThrow(
      /^claims\.jsonl, line 2: type: /,
    )
    expect(read(broken((parts) => parts.splice(1, 1)))).toThrow(
      /^claims\.jsonl: claim \S+ speaks of \S+, which is no entity/,
    )
    expect(read('')).toThrow('claims.jsonl: no document in it')
  })
})
