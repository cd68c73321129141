import type { Model } from '../data/model.ts'

/** Claims that share a time, as it is given: a day, a month, a year. */
export interface Moment {
  readonly from: number
  readonly to: number
  /** TIMEX3 value. */
  readonly value: string
  readonly claims: readonly number[]
}

export interface Timeline {
  readonly moments: readonly Moment[]
  /** Visible claims that have no date. */
  readonly undated: number
}

/** Visible dated claims in order of time; of times that begin together the more precise first. */
export function timelineOf(model: Model, mask: Uint8Array): Timeline {
  const moments = new Map<string, Moment & { claims: number[] }>()
  let undated = 0
  for (let claim = 0; claim < mask.length; claim++) {
    if (!mask[claim]) continue
    const from = model.from[claim]!
    if (Number.isNaN(from)) {
      undated++
      continue
    }
    const value = model.time[claim]!
    // A Thursday of one article's month is not that of another's.
    const key = `${value} ${from}`
    const moment = moments.get(key)
    if (moment) moment.claims.push(claim)
    else moments.set(key, { from, to: model.to[claim]!, value, claims: [claim] })
  }
  const ordered = [...moments.values()].sort(
    (a, b) => a.from - b.from || a.to - b.to || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0),
  )
  return { moments: ordered, undated }
}
