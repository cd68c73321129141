import type { Command } from 'commander'
import { InputError, PressgraphError } from '../core/errors.ts'
import type { AddOptions } from '../store/build.ts'
import type { Publication } from '../store/publish.ts'
import type { Workspace } from '../store/workspace.ts'
import { type Context, progress, report, write } from './context.ts'
import {
  addExtractionOptions,
  dateOption,
  type ExtractionOptions,
  examples,
  extractionResources,
  readExtensions,
  workspaceOption,
} from './options.ts'

export interface BuildOptions extends ExtractionOptions {
  readonly workspace: string
  readonly date?: string
  readonly force?: boolean
  readonly base?: string
  readonly json?: boolean
}

/** What a build did. */
export interface BuildSummary {
  readonly added: number
  readonly known: number
  readonly failed: number
  readonly interrupted: boolean
  readonly milliseconds: number
  readonly publication: Publication
}

export function addBuild(program: Command, context: Context): void {
  addExtractionOptions(
    program
      .command('build')
      .summary('articles into a workspace')
      .description(
        'Reads articles, extracts their claims, and publishes the graph of the workspace. What is known already is not done twice; after an interruption the same command goes on. Without INPUT the graph is published again.',
      )
      .argument('[input...]', 'files, globs, folders, addresses, or - for standard input')
      .addOption(workspaceOption())
      .addOption(dateOption())
      .option('--force', 'extract again what is known already')
      .option('--base <iri>', 'where the IRIs of a new workspace begin')
      .option('--json', 'print the summary as JSON'),
  )
    .addHelpText(
      'after',
      examples(
        'pressgraph build article.txt',
        'pressgraph build "news/**/*.html" https://example.org/article -w my-graph',
        'pressgraph build notes.md --ontology relations.ttl --lexicon relations.de.tsv',
      ),
    )
    .action(async (inputs: string[], options: BuildOptions) => {
      const summary = await build(inputs, options, context)
      await write(
        context.stdout,
        options.json ? `${JSON.stringify(summary)}\n` : summaryText(summary, options.workspace),
      )
    })
}

/** Builds articles into a workspace and publishes it. */
export async function build(inputs: readonly string[], options: BuildOptions, context: Context): Promise<BuildSummary> {
  const { Workspace } = await import('../store/workspace.ts')
  const { publish } = await import('../store/publish.ts')
  const began = performance.now()
  if (options.base !== undefined && !(URL.canParse(options.base) && /[/#]$/.test(options.base)))
    throw new PressgraphError(`--base ${options.base} is no IRI that ends with / or #`, { exitCode: 2 })
  const workspace =
    inputs.length === 0
      ? await Workspace.open(options.workspace)
      : await Workspace.openOrCreate(options.workspace, options.base)
  if (options.base !== undefined && workspace.settings.base !== options.base)
    report(context, 'warning', `the workspace keeps its base ${workspace.settings.base}; --base is for new ones.`)
  const unlock = await workspace.lock()
  const line = progress(context)
  try {
    const counts =
      inputs.length > 0 ? await addAll(workspace, inputs, options, context) : { added: 0, known: 0, failed: 0 }
    line.show('publishing the graph')
    const publication = await publish(workspace)
    const milliseconds = Math.round(performance.now() - began)
    const interrupted = context.signal.aborted
    if (interrupted) report(context, 'warning', 'interrupted; the same command goes on where it stopped.')
    if (interrupted || counts.failed > 0) context.fail()
    return { ...counts, interrupted, milliseconds, publication }
  } finally {
    line.clear()
    await unlock()
  }
}

async function addAll(
  workspace: Workspace,
  inputs: readonly string[],
  options: BuildOptions,
  context: Context,
): Promise<Pick<BuildSummary, 'added' | 'known' | 'failed'>> {
  const { expandInputs, readInputs } = await import('../ingest/index.ts')
  const { addArticle } = await import('../store/build.ts')
  const { currentVersions } = await import('../store/versions.ts')
  const { extractDocument } = await import('../pipeline/extract.ts')
  const given = await readExtensions(options)
  const isGiven = given.ontologies.length + given.lexicons.length > 0
  const extensions = isGiven ? given : await workspace.extensions()
  const resources = await extractionResources(options, extensions)
  const versions = await currentVersions(resources)
  if (isGiven) await workspace.setExtensions(given)
  const how: AddOptions = {
    extract: (document) => extractDocument(document, resources),
    versions,
    ...(options.force && { force: true }),
  }
  const line = progress(context)
  const found = await expandInputs(inputs)
  const counts = { added: 0, known: 0, failed: 0 }
  const failed = (error: InputError): void => {
    line.clear()
    report(context, 'error', error.message, error.hint)
    counts.failed++
  }
  let done = 0
  line.show(`reading ${found.length} inputs`)
  const reading = {
    resources,
    stdin: context.stdin,
    signal: context.signal,
    ...(options.date !== undefined && { date: options.date }),
  }
  for await (const result of readInputs(found, reading)) {
    line.show(`${++done} of ${found.length}  ${result.input}`)
    if (result.kind === 'error') {
      failed(result.error)
      continue
    }
    try {
      const { known } = await addArticle(workspace, result, how)
      counts[known ? 'known' : 'added']++
      if (!known) for (const warning of result.warnings) warn(context, line.clear, `${result.input}: ${warning}`)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      failed(error)
    }
  }
  await workspace.setVersions(versions)
  return counts
}

function warn(context: Context, clear: () => void, message: string): void {
  clear()
  report(context, 'warning', message)
}

/** The summary for people. */
export function summaryText(summary: BuildSummary, folder: string): string {
  const { added, known, failed, milliseconds, publication } = summary
  const parts = [
    `${added} new`,
    ...(known > 0 ? [`${known} known already`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')
  const total = (counts: Readonly<Record<string, number>>): number =>
    Object.values(counts).reduce((sum, n) => sum + n, 0)
  const { articles, entities, claims, quads } = publication
  return [
    `workspace  ${folder}`,
    `articles   ${articles} (${parts.join(', ')})`,
    `entities   ${total(entities)}${total(entities) > 0 ? `: ${list(entities)}` : ''}`,
    `claims     ${total(claims)}${total(claims) > 0 ? `: ${list(claims)}` : ''}`,
    `triples    ${quads}`,
    `time       ${(milliseconds / 1000).toFixed(1)} s`,
    '',
  ].join('\n')
}
