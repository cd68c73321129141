import type { Context } from './context.ts'

/**
 * Aborted by the first Ctrl-C (or `kill`), upon which a command ends what it is at; the second ends the process at once.
 */
export function onInterrupt(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(1)
      controller.abort()
    })
  return controller.signal
}

/** What a command has of this process. A reader that goes away (`| head`) ends the process without a word. */
export function world(signal: AbortSignal): Omit<Context, 'fail'> {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  return { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env, signal }
}
