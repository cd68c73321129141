import { Command, CommanderError } from 'commander'
import { PressgraphError } from '../core/errors.ts'
import { packageVersion } from '../node/version.ts'
import { addAnalyze } from './analyze.ts'
import { addBuild } from './build.ts'
import { type Context, report } from './context.ts'
import { addEvaluate } from './evaluate.ts'
import { addExport } from './export.ts'
import { addExtract } from './extract.ts'
import { examples } from './options.ts'
import { addQuery } from './query.ts'
import { addServe } from './serve.ts'
import { addValidate } from './validate.ts'

/** The commands, in the order in which the help lists them. */
const COMMANDS = [addBuild, addExtract, addAnalyze, addQuery, addExport, addServe, addValidate, addEvaluate]

/** The command line's grammar. What a command needs is loaded when it runs, so that help and queries start at once. */
export function createProgram(context: Context): Command {
  const program = new Command('pressgraph')
    .description(
      'Turns German news articles into a knowledge graph that can be trusted: every claim with its speaker, its status and the characters that state it.',
    )
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      getOutHelpWidth: () => context.stdout.columns ?? 100,
      getErrHelpWidth: () => context.stderr.columns ?? 100,
    })
    .exitOverride()
    .showHelpAfterError('(add --help for the options and examples)')
    .option('-V, --version', 'print the version')
    .addHelpText(
      'after',
      `${examples('pressgraph build article.txt', 'pressgraph query --name who-met-whom', 'pressgraph serve')}

Exit codes: 0 done, 1 the work failed, 2 the call was wrong.`,
    )
  program.on('option:version', () => {
    context.stdout.write(`${packageVersion()}\n`)
    throw new CommanderError(0, 'commander.version', '')
  })
  for (const add of COMMANDS) add(program, context)
  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}

/**
 * Runs a command.
 * @param args without the names of node and script
 * @returns the exit code: 0 done, 1 the work failed, 2 the call was wrong
 */
export async function run(args: readonly string[], world: Omit<Context, 'fail'>): Promise<number> {
  let code = 0
  const context: Context = {
    ...world,
    fail: () => {
      code = 1
    },
  }
  try {
    await createProgram(context).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof PressgraphError) {
      report(context, 'error', error.message, error.hint)
      return error.exitCode
    }
    if (context.signal.aborted) {
      report(context, 'error', 'interrupted')
      return 1
    }
    const stack = error instanceof Error ? error.stack : String(error)
    report(context, 'error', `${stack}`, 'This is a defect of pressgraph; please report it with the lines above.')
    return 1
  }
}
