/** A stream that a command writes to; `process.stdout` and a test's collector fit. */
export interface Output {
  readonly write: (text: string) => boolean
  readonly once: (event: 'drain', listener: () => void) => unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** What a command has of the world. */
export interface Context {
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted when the user presses Ctrl-C: a command ends what it is at and leaves the rest for another time. */
  readonly signal: AbortSignal
  /** Sets the exit code of a command that did its work only in part. */
  readonly fail: () => void
}

/** Writes and waits until the stream takes more, so that a slow reader does not fill the memory. */
export async function write(output: Output, text: string): Promise<void> {
  if (text !== '' && !output.write(text)) await new Promise<void>((resolve) => output.once('drain', resolve))
}

type Style = 'red' | 'yellow' | 'dim' | 'bold'
const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  dim: [2, 22],
  bold: [1, 22],
}

/** Text in a style, if the stream is a terminal and nobody asked for none (https://no-color.org). */
export function paint(context: Context, output: Output, style: Style, text: string): string {
  if (!output.isTTY || context.env.NO_COLOR || context.env.TERM === 'dumb') return text
  const [on, off] = CODES[style]
  return `\u001b[${on}m${text}\u001b[${off}m`
}

/** A message for people on standard error: what kind, what is wrong, and what to do. */
export function report(context: Context, kind: 'error' | 'warning', message: string, hint = ''): void {
  const label = paint(context, context.stderr, kind === 'error' ? 'red' : 'yellow', `${kind}:`)
  context.stderr.write(`${label} ${printable(message)}\n`)
  if (hint) context.stderr.write(`${paint(context, context.stderr, 'dim', '  hint:')} ${printable(hint)}\n`)
}

/** Control characters of file names and texts must not command the terminal. */
const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')

/** Width for tables: that of the terminal, or none where the output is read by a program. */
export const tableWidth = (output: Output): { width?: number } =>
  output.isTTY && output.columns ? { width: output.columns } : {}

/** A line on standard error that says what is being done, replaced by the next; only where a person sees it. */
export interface Progress {
  readonly show: (text: string) => void
  readonly clear: () => void
}

export function progress({ stderr }: Context): Progress {
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined }
  return {
    show: (text) =>
      stderr.write(
        `\r\u001b[2K${Array.from(printable(text))
          .slice(0, (stderr.columns ?? 80) - 1)
          .join('')}`,
      ),
    clear: () => stderr.write('\r\u001b[2K'),
  }
}
