import { type Command, InvalidArgumentError } from 'commander'
import { type Context, report, write } from './context.ts'
import { type ExtractionOptions, examples, extractionResources, seconds, workspaceOption } from './options.ts'

interface ServeOptions extends Pick<ExtractionOptions, 'model'> {
  readonly workspace: string
  readonly port?: number
  readonly host?: string
  readonly timeout?: number
}

export function addServe(program: Command, context: Context): void {
  program
    .command('serve')
    .summary('viewer, JSON API and SPARQL endpoint')
    .description(
      'Serves the graph of a workspace on this machine: a viewer at /, a SPARQL 1.1 Protocol endpoint at /sparql. Ends with Ctrl-C.',
    )
    .addOption(workspaceOption())
    .option('-p, --port <number>', 'port to listen on (default: 4747, or a free one)', port)
    .option('--host <address>', 'address to listen on (default: 127.0.0.1, which only this machine reaches)')
    .option('--timeout <seconds>', 'longest time for a query (default: 30)', seconds)
    .option('--model <dir>', 'another model for the language analysis of articles that are added')
    .addHelpText('after', examples('pressgraph serve', 'pressgraph serve -w my-graph --port 8080'))
    .action((options: ServeOptions) => serve(options, context))
}

function port(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('Give a number from 0 to 65535.')
  return number
}

async function serve(options: ServeOptions, context: Context): Promise<void> {
  const { join } = await import('node:path')
  const { Workspace } = await import('../store/workspace.ts')
  const { packageRoot } = await import('../node/resources.ts')
  const { startServer } = await import('../server/index.ts')
  const { workspaceView } = await import('./workspace-view.ts')
  const workspace = await Workspace.open(options.workspace)
  const view = await workspaceView(workspace, { resources: (extensions) => extractionResources(options, extensions) })
  const server = await startServer({
    workspace: view,
    viewer: join(packageRoot(), 'dist', 'viewer'),
    ...(options.port !== undefined && { port: options.port }),
    ...(options.host !== undefined && { host: options.host }),
    ...(options.timeout !== undefined && { queryTimeoutMs: options.timeout }),
    onError: (error) =>
      report(context, 'error', error instanceof Error ? (error.stack ?? error.message) : String(error)),
  })
  await write(context.stdout, `viewer          ${server.url}\nSPARQL endpoint ${server.url}sparql\nCtrl-C ends it.\n`)
  await new Promise<void>((resolve) => {
    if (context.signal.aborted) resolve()
    else context.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await server.close()
  await view.close()
}
