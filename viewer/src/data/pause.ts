/** Lets the browser draw and answer between two pieces of work. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** Does work that yields now and then, with a pause each time. */
export async function withPauses<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    await pause()
  }
}

/** Does work that yields now and then in one go. */
export function atOnce<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}
