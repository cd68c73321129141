import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { type Context, write } from './context.ts'
import { examples, workspaceOption } from './options.ts'

interface ValidateOptions {
  readonly workspace: string
  readonly shapes?: string
  readonly json?: boolean
}

export function addValidate(program: Command, context: Context): void {
  program
    .command('validate')
    .summary('check the graph against its SHACL shapes')
    .description(
      'Checks the graph of a workspace, or files in Turtle, TriG, N-Triples or N-Quads, against the SHACL shapes of the ontology.',
    )
    .argument('[file...]', 'RDF files in place of the workspace')
    .addOption(workspaceOption())
    .option('--shapes <file>', 'other shapes than those of the ontology, in Turtle')
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      examples('pressgraph validate', 'pressgraph validate graph.ttl', 'pressgraph validate -w my-graph --json'),
    )
    .action((files: string[], options: ValidateOptions) => validateGraph(files, options, context))
}

async function validateGraph(files: readonly string[], options: ValidateOptions, context: Context): Promise<void> {
  const { validate, problemLine } = await import('../rdf/validate.ts')
  const { readQuads } = await import('./rdf-files.ts')
  const { BASE } = await import('../rdf/namespaces.ts')
  const { vocabularyOf } = await import('../store/shard.ts')
  const { nodeResources } = await import('../node/resources.ts')
  const { readText } = await import('../core/resources.ts')
  const shapes =
    options.shapes === undefined
      ? await readText(nodeResources(), 'ontology/shapes.ttl')
      : await readFile(options.shapes, 'utf8')
  let base: string = BASE
  let sources = files
  let vocabulary = vocabularyOf({ ontologies: [], lexicons: [] })
  if (files.length === 0) {
    const { Workspace } = await import('../store/workspace.ts')
    const { shardFiles } = await import('../store/shards.ts')
    const workspace = await Workspace.open(options.workspace)
    base = workspace.settings.base
    vocabulary = vocabularyOf(await workspace.extensions())
    sources = await shardFiles(options.workspace)
  }
  const quads = (await Promise.all(sources.map((file) => readQuads(file)))).flat()
  const report = await validate(quads, { shapes, base, vocabulary })
  if (!report.conforms) context.fail()
  const lines = report.problems.map((problem) => `${problemLine(problem)}\n`).join('')
  const verdict = report.conforms
    ? `conforms: ${quads.length} quads, no problem\n`
    : `does not conform: ${report.problems.length} ${report.problems.length === 1 ? 'problem' : 'problems'}\n`
  await write(context.stdout, options.json ? `${JSON.stringify(report)}\n` : lines + verdict)
}
