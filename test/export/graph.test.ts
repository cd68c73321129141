import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphml } from 'graphology-graphml'
import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/export/attributes.ts'
import { edgesCsv, nodesCsv } from '../../src/export/csv.ts'
import { gexf } from '../../src/export/gexf.ts'
import { graphml } from '../../src/export/graphml.ts'
import { uniqueXmlIds, xmlText } from '../../src/export/xml.ts'
import { toGraph } from '../../src/graph/index.ts'
import type { ClaimGraph } from '../../src/graph/types.ts'
import { summit } from '../support/extraction.ts'
import { hostileExtraction } from '../support/hostile.ts'

type Parsed = MultiDirectedGraph

/** Nodes and edges with all that is said of them, empty strings left out, text as XML can hold it. */
function expected(graph: ClaimGraph) {
  const { nodes, edges } = rowsOf(graph)
  const ids = uniqueXmlIds(nodes.map(({ id }) => id))
  const kept = (row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => [name, typeof value === 'string' ? xmlText(value) : value]),
    )
  return {
    nodes: nodes.map(({ id, row }) => [ids.get(id), kept(row)]),
    edges: edges.map(({ id, source, target, row }) => [xmlText(id), ids.get(source), ids.get(target), kept(row)]),
  }
}
const content = (graph: Parsed) => ({
  nodes: graph.mapNodes((id, attributes) => [id, attributes]),
  edges: graph.mapEdges((id, attributes, source, target) => [id, source, target, attributes]),
})

describe.each([
  {
    name: 'GEXF',
    write: gexf,
    read: (text: string) =>
      parseGexf(MultiDirectedGraph as never, text, { respectInputGraphType: true } as never) as unknown as Parsed,
  },
  {
    name: 'GraphML',
    write: graphml,
    read: (text: string) => parseGraphml(MultiDirectedGraph as never, text) as unknown as Parsed,
  },
])('$name', ({ write, read }) => {
  it('is read back by graphology as the graph that was written', () => {
    const graph = toGraph([summit])
    expect(content(read(write(graph)))).toEqual(expected(graph))
  })

  it('holds whatever a text holds', () => {
    fc.assert(
      fc.property(hostileExtraction, (hostile) => {
        const graph = toGraph([hostile])
        expect(content(read(write(graph)))).toEqual(expected(graph))
      }),
      { numRuns: 60 },
    )
  })

  it('is the same on every run', () => {
    expect(write(toGraph([summit]))).toBe(write(toGraph([summit])))
  })

  it('writes a graph without nodes', () => {
    expect(content(read(write(toGraph([]))))).toEqual({ nodes: [], edges: [] })
  })
})

/** Reads RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  it('has a line a claim and a line a node', () => {
    const graph = toGraph([summit])
    const edges = readCsv(edgesCsv(graph))
    expect(edges).toHaveLength(1 + summit.claims.length)
    const cellsOf = (row: number) => Object.fromEntries(edges[0]!.map((column, at) => [column, edges[row]?.[at]]))
    expect(cellsOf(5)).toMatchObject({
      id: '3f2a9c0b11d2-5',
      subject: 'Kim Jong Un',
      label: 'trifft',
      object: 'Donald Trump',
      fact: 'false',
      modality: 'future',
      speaker: 'Ilja Djatschkow',
      quote: summit.claims[4]?.evidence.quote,
    })
    const nodes = readCsv(nodesCsv(graph))
    expect(nodes[1]).toEqual([
      '3f2a9c0b11d2/Wladimir_Putin',
      'Wladimir Putin',
      'Person',
      '3',
      'Wladimir Putin | Putin',
      'Präsident Russlands',
      '',
      '3f2a9c0b11d2',
      '',
    ])
  })

  it('keeps lines and columns whatever a text holds, and starts no formula', () => {
    fc.assert(
      fc.property(hostileExtraction, (hostile) => {
        const graph = toGraph([hostile])
        for (const text of [edgesCsv(graph), nodesCsv(graph)]) {
          const rows = readCsv(text)
          expect(new Set(rows.map((row) => row.length)).size).toBe(1)
          expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
        }
        expect(readCsv(edgesCsv(graph))).toHaveLength(1 + graph.size)
        expect(readCsv(nodesCsv(graph))).toHaveLength(1 + graph.order)
      }),
    )
  })
})
