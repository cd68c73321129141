import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { UsageError } from '../core/errors.ts'
import type { QueryFormat } from '../query/index.ts'
import { type Context, tableWidth, write } from './context.ts'
import { examples, formatOption, seconds, workspaceOption } from './options.ts'

interface QueryOptions {
  readonly workspace: string
  readonly file?: string
  readonly name?: string
  readonly entity?: string
  readonly list?: boolean
  readonly format?: QueryFormat
  readonly timeout?: number
}

export function addQuery(program: Command, context: Context): void {
  program
    .command('query')
    .summary('SPARQL 1.1, and ready-made queries')
    .description(
      'Asks the graph of a workspace. All usual prefixes are preset (pg:, ent:, rdf:, rdfs:, skos:, prov:, nif:, wd: …); the default graph is the union of all articles.',
    )
    .argument('[sparql]', 'a query: SELECT, ASK, CONSTRUCT or DESCRIBE; - for standard input')
    .addOption(workspaceOption())
    .option('--file <file>', 'take the query from a file')
    .option('--name <name>', 'ask a ready-made query')
    .option('--entity <name>', 'the entity that a ready-made query is about: a name, or ent:Wladimir_Putin')
    .option('--list', 'list the ready-made queries')
    .addOption(
      formatOption(
        ['table', 'json', 'csv', 'tsv', 'turtle'],
        undefined,
        'format of the answer (default: table; of CONSTRUCT and DESCRIBE turtle)',
      ),
    )
    .option('--timeout <seconds>', 'longest time for the answer (default: 30)', seconds)
    .addHelpText(
      'after',
      examples(
        'pressgraph query "SELECT ?who ?whom { ?who pg:meets ?whom }"',
        'pressgraph query --name about --entity "Wladimir Putin"',
        'pressgraph query --file mine.rq --format csv > answer.csv',
        'pressgraph query --list',
      ),
    )
    .action((sparql: string | undefined, options: QueryOptions) => query(sparql, options, context))
}

async function query(sparql: string | undefined, options: QueryOptions, context: Context): Promise<void> {
  const { bindIris, namedQueries, namedQuery, QueryService } = await import('../query/index.ts')
  if (options.list) {
    const queries = await namedQueries()
    const width = Math.max(...queries.map(({ name }) => name.length))
    const lines = queries.map(
      ({ name, title, takes }) =>
        `${name.padEnd(width)}  ${title.en}${takes.map((one) => ` (--${one} NAME)`).join('')}\n`,
    )
    await write(context.stdout, lines.join(''))
    return
  }
  const given = [sparql, options.file, options.name].filter((source) => source !== undefined)
  if (given.length !== 1)
    throw new UsageError(
      given.length === 0 ? 'no query is given' : 'more than one query is given',
      'Give SPARQL, or --file FILE, or --name NAME; --list names the ready-made ones.',
    )
  const named = options.name === undefined ? null : await namedQuery(options.name)
  if (options.entity !== undefined && !named?.takes.includes('entity'))
    throw new UsageError(
      '--entity goes with a ready-made query that is about an entity',
      'See `pressgraph query --list`.',
    )
  if (named?.takes.includes('entity') && options.entity === undefined)
    throw new UsageError(`the query "${named.name}" is about an entity`, 'Name it: --entity "Wladimir Putin".')

  const { openShards } = await import('../store/shards.ts')
  let text =
    named?.sparql ??
    (options.file === undefined ? await textOf(sparql as string, context) : await fileText(options.file))
  const service = new QueryService(await openShards(options.workspace))
  try {
    if (options.entity !== undefined) text = bindIris(text, 'entity', await service.entities(options.entity))
    const answer = await service.answer(text, {
      ...(options.format && { format: options.format }),
      ...(options.timeout !== undefined && { timeoutMs: options.timeout }),
      ...tableWidth(context.stdout),
      signal: context.signal,
    })
    await write(context.stdout, answer)
  } finally {
    await service.close()
  }
}

async function textOf(sparql: string, { stdin }: Context): Promise<string> {
  if (sparql !== '-') return sparql
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function fileText(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
}
