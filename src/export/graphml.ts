import type { ClaimGraph } from '../graph/types.ts'
import { type Row, rowsOf, type Scalar } from './attributes.ts'
import { escapeXml, uniqueXmlIds } from './xml.ts'

/**
 * GraphML, as yEd, Cytoscape, igraph and NetworkX read it: entities and values as nodes, claims as edges.
 * graphology-graphml only reads the format, so it is written here.
 */
export function graphml(graph: ClaimGraph): string {
  const { nodes, edges } = rowsOf(graph)
  const nodeIds = uniqueXmlIds(nodes.map(({ id }) => id))
  const edgeIds = uniqueXmlIds(edges.map(({ id }) => id))
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
      ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...keys('node', nodes[0]?.row),
    ...keys('edge', edges[0]?.row),
    '  <graph edgedefault="directed">',
  ]
  for (const { id, row } of nodes)
    lines.push(`    <node id="${escapeXml(nodeIds.get(id)!)}">`, ...data('node', row), '    </node>')
  for (const { id, source, target, row } of edges) {
    const ends = `source="${escapeXml(nodeIds.get(source)!)}" target="${escapeXml(nodeIds.get(target)!)}"`
    lines.push(`    <edge id="${escapeXml(edgeIds.get(id)!)}" ${ends}>`, ...data('edge', row), '    </edge>')
  }
  lines.push('  </graph>', '</graphml>', '')
  return lines.join('\n')
}

type Kind = 'node' | 'edge'

const keys = (kind: Kind, row: Row = {}): string[] =>
  Object.entries(row).map(
    ([name, value]) =>
      `  <key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${typeOf(name, value)}"/>`,
  )

/** A confidence of 1 is a number like 0.9, not an integer. */
const typeOf = (name: string, value: Scalar): string => {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'string'
  return name === 'confidence' ? 'double' : 'int'
}

const data = (kind: Kind, row: Row): string[] =>
  Object.entries(row)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `      <data key="${kind}-${name}">${escapeXml(String(value))}</data>`)
