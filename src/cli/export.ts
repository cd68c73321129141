import type { Command } from 'commander'
import type { Extraction } from '../core/claims.ts'
import { UsageError } from '../core/errors.ts'
import type { ClaimGraph } from '../graph/types.ts'
import type { PublishedNames } from '../store/publish.ts'
import type { Workspace } from '../store/workspace.ts'
import { type Context, write } from './context.ts'
import { examples, formatOption, workspaceOption } from './options.ts'

const RDF = ['turtle', 'trig', 'ntriples', 'nquads', 'jsonld'] as const
const FORMATS = [...RDF, 'gexf', 'graphml', 'csv', 'html'] as const
type Format = (typeof FORMATS)[number]

interface ExportOptions {
  readonly workspace: string
  readonly format: Format
  readonly output?: string
}

export function addExport(program: Command, context: Context): void {
  program
    .command('export')
    .summary('the graph as a file')
    .description(
      'Writes the graph of a workspace to standard output or a file. csv writes the edges; with a folder as --output, nodes.csv and edges.csv. html is the viewer with its data in one file, which opens from disk.',
    )
    .addOption(workspaceOption())
    .addOption(formatOption(FORMATS, 'turtle'))
    .option('-o, --output <file>', 'file to write; of csv a folder')
    .addHelpText(
      'after',
      examples(
        'pressgraph export -o graph.ttl',
        'pressgraph export --format gexf > graph.gexf',
        'pressgraph export --format csv -o tables/',
        'pressgraph export --format html -o graph.html',
      ),
    )
    .action((options: ExportOptions) => exportGraph(options, context))
}

async function exportGraph(options: ExportOptions, context: Context): Promise<void> {
  const { Workspace } = await import('../store/workspace.ts')
  const workspace = await Workspace.open(options.workspace)
  const files = await exported(workspace, options)
  if (options.output === undefined) {
    for (const { text } of files) await write(context.stdout, text)
    return
  }
  const { writeAtomic } = await import('../store/files.ts')
  const { join } = await import('node:path')
  for (const { name, text } of files)
    await writeAtomic(name === null ? options.output : join(options.output, name), text)
}

interface ExportedFile {
  /** Name within the output folder; null for the output itself. */
  readonly name: string | null
  readonly text: string
}

/** A workspace's graph in a format. */
export async function exported(
  workspace: Workspace,
  options: Pick<ExportOptions, 'format' | 'output'>,
): Promise<ExportedFile[]> {
  const { format, output } = options
  if (format === 'csv') {
    const { edgesCsv, nodesCsv } = await import('../export/index.ts')
    const graph = await claimGraph(workspace)
    const edges = { name: null, text: edgesCsv(graph) }
    if (output === undefined || !(await isFolder(output))) return [edges]
    return [
      { name: 'nodes.csv', text: nodesCsv(graph) },
      { ...edges, name: 'edges.csv' },
    ]
  }
  if (format === 'gexf' || format === 'graphml') {
    const { writeGraph } = await import('../export/index.ts')
    return [{ name: null, text: writeGraph(await claimGraph(workspace), format) }]
  }
  if (format === 'html') {
    const { toHtml } = await import('../export/html.ts')
    const { resolution, iriOf, extractions } = await published(workspace)
    const nodeOf = (id: string): string => (resolution.has(id) ? iriOf(id) : id)
    return [{ name: null, text: await toHtml(extractions, { nodeOf, iriOf, base: workspace.settings.base }) }]
  }
  const { writeRdf } = await import('../export/index.ts')
  const { readQuads } = await import('./rdf-files.ts')
  const { shardFiles } = await import('../store/shards.ts')
  const quads = (await Promise.all((await shardFiles(workspace.folder)).map(readQuads))).flat()
  return [{ name: null, text: writeRdf(quads, format, { base: workspace.settings.base }) }]
}

/** The claims as a graph, entities joined across articles. */
async function claimGraph(workspace: Workspace): Promise<ClaimGraph> {
  const { toGraph } = await import('../graph/index.ts')
  const { resolution, extractions } = await published(workspace)
  return toGraph(extractions, { nodeOf: (id) => resolution.get(id)?.name ?? id })
}

/** The articles as they are published: decisions applied. */
async function published(
  workspace: Workspace,
): Promise<PublishedNames & { readonly extractions: readonly Extraction[] }> {
  const { readResolution } = await import('../store/publish.ts')
  const { applyDecisions } = await import('../store/resolver.ts')
  const { rulings } = await import('../store/decisions.ts')
  const joined = await readResolution(workspace)
  const { claims } = rulings(await workspace.decisions())
  const extractions: Extraction[] = []
  for (const { id } of await workspace.documents()) {
    const extraction = await workspace.extraction(id)
    if (extraction) extractions.push(applyDecisions(extraction, joined.resolution, claims))
  }
  return { ...joined, extractions }
}

/** Whether the output is a folder, or named as one (`tables/`). */
async function isFolder(path: string): Promise<boolean> {
  const { stat } = await import('node:fs/promises')
  const stats = await stat(path).catch(() => null)
  if (stats?.isFile() && /[\\/]$/.test(path)) throw new UsageError(`${path} is a file`)
  return stats?.isDirectory() ?? !/\.[^./\\]+$/.test(path)
}
