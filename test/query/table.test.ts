import { describe, expect, it } from 'vitest'
import { shorten, toTable, widthOf } from '../../src/query/table.ts'

const prefixes = { ent: 'https://x.org/entity/', x: 'https://x.org/' }
const literal = (value: string) => ({ type: 'literal', value }) as const
const results = (...rows: string[][]) => ({
  head: { vars: ['a', 'b'] },
  results: { bindings: rows.map(([a, b]) => ({ a: literal(a!), b: literal(b!) })) },
})

describe('toTable', () => {
  it('aligns columns, shortens IRIs and leaves unbound cells empty', () => {
    const table = toTable(
      {
        head: { vars: ['who', 'what'] },
        results: {
          bindings: [
            {
              who: { type: 'uri', value: 'https://x.org/entity/Müller' },
              what: { type: 'literal', value: 'sagt', 'xml:lang': 'de' },
            },
            { what: { type: 'bnode', value: 'b0' } },
          ],
        },
      },
      { prefixes },
    )
    expect(table).toBe(
      'who         what\n\u2500'.slice(0, -1) +
        `${'\u2500'.repeat(10)}  \u2500\u2500\u2500\u2500\nent:Müller  sagt\n            _:b0\n2 rows\n`,
    )
  })

  it('answers ASK with a word, and counts', () => {
    expect(toTable({ head: {}, boolean: true }, { prefixes })).toBe('yes\n')
    expect(toTable(results(), { prefixes })).toContain('0 rows')
    expect(toTable(results(['1', '2']), { prefixes })).toContain('1 row\n')
  })

  it('cuts the widest cells to the width of the terminal', () => {
    const lines = toTable(results(['x'.repeat(100), 'kurz']), { prefixes, width: 30 }).split('\n')
    expect(Math.max(...lines.map(widthOf))).toBe(30)
    expect(lines[2]).toBe(`${'x'.repeat(23)}\u2026  kurz`)
  })

  it('lets no text command the terminal or break the row', () => {
    const table = toTable(results(['\u001b[31mrot\u0007', 'a\nb\u202e']), { prefixes })
    expect(table).not.toMatch(/[\u001b\u0007\u202e]/)
    expect(table.split('\n')).toHaveLength(5)
  })

  it('takes a hundred thousand rows', () => {
    const bindings = Array.from({ length: 150_000 }, () => ({ a: literal('x') }))
    expect(toTable({ head: { vars: ['a'] }, results: { bindings } }, { prefixes })).toContain('150000 rows')
  })
})

describe('shorten', () => {
  it('takes the longest prefix that leaves a plain name', () => {
    expect(shorten('https://x.org/entity/A', prefixes)).toBe('ent:A')
    expect(shorten('https://x.org/entity/A/B', prefixes)).toBe('<https://x.org/entity/A/B>')
    expect(shorten('https://y.org/', prefixes)).toBe('<https://y.org/>')
  })
})
