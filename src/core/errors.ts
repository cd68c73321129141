/** Exit codes of the command line: the work failed, or the call was wrong. */
export type ExitCode = 1 | 2

/**
 * An error that a person can act on: what is wrong, where, and what to do. The command line prints message and hint and leaves with
 * `exitCode`; everything else that is thrown is a defect and shown with its stack.
 */
export class PressgraphError extends Error {
  /** What to do about it, one sentence; empty if the message says it already. */
  readonly hint: string
  readonly exitCode: ExitCode

  constructor(message: string, options: { hint?: string; exitCode?: ExitCode; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = new.target.name
    this.hint = options.hint ?? ''
    this.exitCode = options.exitCode ?? 1
  }
}

/** The call itself was wrong: an unknown option, a bad format name. Exit code 2. */
export class UsageError extends PressgraphError {
  constructor(message: string, hint = '') {
    super(message, { hint, exitCode: 2 })
  }
}

/** One input could not be read or is not fit to be read; other inputs go on. */
export class InputError extends PressgraphError {
  /** File name, address or `<stdin>`. */
  readonly input: string

  constructor(input: string, problem: string, hint = '') {
    super(`${input}: ${problem}`, { hint })
    this.input = input
  }
}

/** A data file that the pipeline needs (model, lexicon, list) is absent or broken. */
export class ResourceError extends PressgraphError {}
