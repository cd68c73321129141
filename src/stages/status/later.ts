import { finiteWord } from './clause.ts'
import { isWord, type StatusContext } from './context.ts'

const DAY = 86_400_000

/** Whether the clause is in the present and carries a time after the article's date. */
export function isLater(context: StatusContext, index: number): boolean {
  const finite = finiteWord(context, index)
  if (finite === undefined || finite.feats.Tense !== 'Pres') return false
  // *Sind nach Angaben vom Mittwoch verendet* is past, whatever day is named.
  const participle = context.trees.word(index).feats.VerbForm === 'Part' && finite.index !== index
  return !(participle && isWord(context, 'perfect', finite)) && hasLaterTime(context, index)
}

/** Whether a time after the article's date stands in the clause that `index` heads. */
export function hasLaterTime(context: StatusContext, index: number): boolean {
  const { date, times, trees } = context
  for (const child of trees.children(index)) {
    const time = times.find(({ first, last }) => first <= child && child < last)
    if (!time || time.type === 'SET') continue
    // *In acht Jahren* names a duration and the time at its end.
    const value = time.type === 'DURATION' ? time.point : time.value
    if (value === 'FUTURE_REF') return true
    if (value !== undefined && date !== null && isAfter(value, date)) return true
  }
  return false
}

/** Whether a TIMEX3 value lies after a date, as far as both are precise; a week by its Monday. */
function isAfter(value: string, date: string): boolean {
  const [, year, week] = /^(\d{4})-W(\d\d)/.exec(value) ?? []
  const day = year && week ? mondayOf(Number(year), Number(week)) : /^\d{4}(-\d\d(-\d\d)?)?/.exec(value)?.[0]
  if (!day) return false
  const length = Math.min(day.length, date.length)
  return day.slice(0, length) > date.slice(0, length)
}

/** The Monday of a week of ISO 8601. */
function mondayOf(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const first = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY
  return new Date(first + (week - 1) * 7 * DAY).toISOString().slice(0, 10)
}
