import { InputError } from '../core/errors.ts'
import { overlaps, type Span } from '../core/span.ts'
import { type Score, scoreOf } from './scores.ts'

/** A time expression of gold or system: characters of the text, TIMEX3 type and value. */
export interface Timex extends Span {
  readonly type: string
  readonly value: string
}

/** A text with its annotated time expressions. */
export interface TimeMl {
  readonly text: string
  /** Creation time of the document, or null. */
  readonly date: string | null
  readonly times: readonly Timex[]
}

/** `relaxed`: spans that overlap; `strict`: equal spans; `type`, `value`: spans that overlap and have the right type or value. */
export type TimexTask = 'relaxed' | 'strict' | 'type' | 'value'

export type TimexScores = Readonly<Record<TimexTask, Score>>

/** A TimeML file: its content and the name it goes by in messages. */
export interface TimeMlSource {
  readonly xml: string
  readonly input: string
}

/** Finds time expressions in a text of which the date is known. */
export type TimexFinder = (text: string, date: string | null) => Promise<readonly Timex[]>

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
    decimal || hex
      ? String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16))
      : (ENTITIES[name] ?? whole),
  )

const attribute = (tag: string, name: string): string => decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/**
 * Reads TimeML: the content of `TEXT` without its tags, with the TIMEX3 that stand in it. Empty ones (implicit times) are left out.
 * @throws InputError if there is no `TEXT`.
 */
export function readTimeMl(xml: string, input: string): TimeMl {
  const body = /<TEXT>([\s\S]*)<\/TEXT>/.exec(xml)?.[1]
  if (body === undefined) throw new InputError(input, 'is not TimeML: it has no TEXT element')
  const times: Timex[] = []
  const open: { start: number; tag: string }[] = []
  let text = ''
  for (const piece of body.split(/(<[^>]*>)/)) {
    if (/^<TIMEX3\b[^>]*[^/]>$/.test(piece)) open.push({ start: text.length, tag: piece })
    else if (piece === '</TIMEX3>') {
      const begun = open.pop()
      if (begun && begun.start < text.length)
        times.push({
          start: begun.start,
          end: text.length,
          type: attribute(begun.tag, 'type'),
          value: attribute(begun.tag, 'value').trim(),
        })
    } else if (!piece.startsWith('<')) text += decode(piece)
  }
  const created = /<DCT>\s*(<TIMEX3[^>]*>)/.exec(xml)?.[1]
  return { text, date: created ? attribute(created, 'value') || null : null, times: times.sort(byStart) }
}

const byStart = (a: Span, b: Span): number => a.start - b.start || a.end - b.end

/** Pairs of gold and found expressions: equal spans first, then overlapping ones from left to right; each is used once. */
export function align(gold: readonly Timex[], found: readonly Timex[]): (readonly [gold: Timex, found: Timex])[] {
  const pairs: (readonly [Timex, Timex])[] = []
  const free = new Set(found)
  const open = new Set(gold)
  const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
  for (const fits of [same, overlaps])
    for (const wanted of [...open].sort(byStart)) {
      const match = [...free].sort(byStart).find((candidate) => fits(wanted, candidate))
      if (!match) continue
      pairs.push([wanted, match])
      free.delete(match)
      open.delete(wanted)
    }
  return pairs
}

/** Scores time expressions by document, counts pooled over all. */
export function scoreTimex(
  documents: Iterable<{ readonly gold: readonly Timex[]; readonly found: readonly Timex[] }>,
): TimexScores {
  const counts = { gold: 0, found: 0, relaxed: 0, strict: 0, type: 0, value: 0 }
  for (const { gold, found } of documents) {
    counts.gold += gold.length
    counts.found += found.length
    for (const [wanted, match] of align(gold, found)) {
      counts.relaxed++
      if (wanted.start === match.start && wanted.end === match.end) counts.strict++
      if (wanted.type === match.type) counts.type++
      if (wanted.value === match.value) counts.value++
    }
  }
  const score = (correct: number): Score => scoreOf(counts.gold, counts.found, correct)
  return {
    relaxed: score(counts.relaxed),
    strict: score(counts.strict),
    type: score(counts.type),
    value: score(counts.value),
  }
}

/**
 * Scores time expressions as TempEval-3 does (UzZaman et al. 2013): relaxed and strict spans, and relaxed spans whose type or value is right
 * too, counts pooled over all documents.
 * @param gold TimeML files.
 * @param how what finds the expressions, or TimeML that another system made of the same texts, in the same order.
 * @throws InputError if a file is no TimeML, or a prediction is of another text.
 */
export async function evaluateTimex(
  gold: readonly TimeMlSource[],
  how: { readonly find: TimexFinder } | { readonly predicted: readonly TimeMlSource[] },
): Promise<TimexScores> {
  const documents: { gold: readonly Timex[]; found: readonly Timex[] }[] = []
  for (const [i, { xml, input }] of gold.entries()) {
    const { text, date, times } = readTimeMl(xml, input)
    if ('find' in how) {
      documents.push({ gold: times, found: await how.find(text, date) })
      continue
    }
    const other = how.predicted[i]
    if (!other) throw new InputError('prediction', `there is none for ${input}`)
    const predicted = readTimeMl(other.xml, other.input)
    if (predicted.text !== text) throw new InputError(other.input, `its text is not that of ${input}`)
    documents.push({ gold: times, found: predicted.times })
  }
  return scoreTimex(documents)
}
