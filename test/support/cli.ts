import type { Context } from '../../src/cli/context.ts'
import { run } from '../../src/cli/program.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command in this process, with its streams collected. */
export async function cli(
  args: readonly string[],
  world: { stdin?: string | Uint8Array; tty?: boolean; env?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Ran> {
  const collected = { out: '', err: '' }
  const output = (name: 'out' | 'err') => ({
    write: (text: string) => {
      collected[name] += text
      return true
    },
    once: () => undefined,
    ...(world.tty && { isTTY: true, columns: 80 }),
  })
  async function* stdin(): AsyncGenerator<Uint8Array | string> {
    if (world.stdin !== undefined) yield world.stdin
  }
  const context: Omit<Context, 'fail'> = {
    stdin: stdin(),
    stdout: output('out'),
    stderr: output('err'),
    env: world.env ?? {},
    signal: world.signal ?? new AbortController().signal,
  }
  const code = await run(args, context)
  return { code, ...collected }
}
