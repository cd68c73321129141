import { PressgraphError } from '../core/errors.ts'

/** Why a query was not answered; the HTTP endpoint chooses its status code by it. */
export type QueryFailure = 'syntax' | 'timeout' | 'aborted' | 'not-acceptable' | 'refused'

/** A query that was not answered. */
export class QueryError extends PressgraphError {
  readonly reason: QueryFailure
  /** Place in the query, in characters from 1, where it is known. */
  readonly line?: number
  readonly column?: number

  constructor(
    reason: QueryFailure,
    message: string,
    options: { hint?: string; line?: number; column?: number; cause?: unknown } = {},
  ) {
    super(message, { ...options, exitCode: reason === 'syntax' || reason === 'not-acceptable' ? 2 : 1 })
    this.reason = reason
    if (options.line !== undefined) this.line = options.line
    if (options.column !== undefined) this.column = options.column
  }
}
