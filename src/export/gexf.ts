import { MultiDirectedGraph } from 'graphology'
import { write } from 'graphology-gexf'
import type { ClaimGraph } from '../graph/types.ts'
import { type Row, rowsOf, type Scalar } from './attributes.ts'
import { uniqueXmlIds, xmlText } from './xml.ts'

/** GEXF 1.2, as Gephi opens it: entities and values as nodes, claims as edges. Empty attributes are left out. */
export function gexf(graph: ClaimGraph): string {
  const safe = new MultiDirectedGraph<Row, Row>()
  const { nodes, edges } = rowsOf(graph)
  const nodeIds = uniqueXmlIds(nodes.map(({ id }) => id))
  for (const { id, row } of nodes) safe.addNode(nodeIds.get(id)!, safeRow(row))
  const edgeIds = uniqueXmlIds(edges.map(({ id }) => id))
  for (const { id, source, target, row } of edges)
    safe.addEdgeWithKey(edgeIds.get(id)!, nodeIds.get(source)!, nodeIds.get(target)!, safeRow(row))
  const format = (_: string, { label, ...attributes }: Row) => ({ label: String(label), attributes })
  return `${write(safe, { version: '1.2', formatNode: format, formatEdge: format })}\n`
}

const safeRow = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]): [string, Scalar] => [
      name,
      typeof value === 'string' ? xmlText(value) : value,
    ]),
  )
