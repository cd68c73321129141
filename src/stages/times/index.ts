import type { Document, Time, Word } from '../../core/document.ts'
import { type Resource, readTable } from '../../core/resources.ts'
import { hull } from '../../core/span.ts'
import { defineStage } from '../../core/stage.ts'
import { type Trees, treesOf } from '../../core/tree.ts'
import { parseDate } from './calendar.ts'
import { type Classifier, classifierResource } from './classes.ts'
import { choose, type Found, findPatterns, type Pattern, patternsResource } from './patterns.ts'
import { type TenseLexicon, tenseAt, tenseResource } from './tense.ts'
import { type Context, type Day, pointOf, RULES, today, type Values } from './values.ts'

const seasonsResource: Resource<ReadonlyMap<string, number>> = {
  id: 'times/seasons',
  load: async (resources) =>
    new Map(
      (await readTable(resources, 'lang/de/times/seasons.tsv')).map(([season = '', month = '']) => [
        season,
        Number(month),
      ]),
    ),
}

/**
 * Time expressions with TIMEX3 type and value, read against the document's date as far as it is known: *am Donnerstag* in an article of which
 * only the month is known is a Thursday of that year (`2019-WXX-4`), no invented day.
 */
export const times = defineStage('times', ['sentences', 'words'], ['times'], async (document, resources) => {
  const reader = new Reader(
    await resources.use(classifierResource),
    await resources.use(patternsResource),
    await resources.use(tenseResource),
    await resources.use(seasonsResource),
  )
  return { times: reader.read(document) }
})

interface Draft extends Time {
  readonly sentence: number
  readonly day: Day | null
  /** Whether it is said of several days at once (*jeweils um 20 Uhr*), so that it has no date. */
  readonly distributed: boolean
}

class Reader {
  readonly #classifier: Classifier
  readonly #patterns: readonly Pattern[]
  readonly #tenses: TenseLexicon
  readonly #seasons: ReadonlyMap<string, number>

  constructor(
    classifier: Classifier,
    patterns: readonly Pattern[],
    tenses: TenseLexicon,
    seasons: ReadonlyMap<string, number>,
  ) {
    this.#classifier = classifier
    this.#patterns = patterns
    this.#tenses = tenses
    this.#seasons = seasons
  }

  read({ sentences, words, metadata, unrelatedSentences }: Document<'sentences' | 'words'>): Time[] {
    const trees = treesOf(words)
    const base = { date: parseDate(metadata.date), seasons: this.#seasons }
    const documentDay = today({ ...base, tense: null, last: null })
    const drafts: Draft[] = []
    let last = documentDay
    sentences.forEach((sentence, number) => {
      if (unrelatedSentences) last = documentDay
      const inSentence = words.slice(sentence.first, sentence.last)
      const classes = this.#classifier.classifySentence(inSentence)
      for (const found of choose(findPatterns(this.#patterns, classes))) {
        const context = { ...base, last, tense: this.#tense(trees, sentence.first, found) }
        const draft = draftOf(found, context, inSentence, sentence.first, number)
        if (!draft) continue
        if (draft.day && !looksBack(found)) last = draft.day
        drafts.push(draft)
      }
    })
    return placeOnDays(drafts, documentDay)
  }

  #tense(trees: Trees, offset: number, found: Found): Context['tense'] {
    return found.pattern.rule === 'none' ? null : tenseAt(trees, offset + found.first, this.#tenses)
  }
}

function draftOf(
  { pattern, first, last, values }: Found,
  context: Context,
  words: readonly Word[],
  offset: number,
  sentence: number,
): Draft | null {
  const given = { ...values, ...pattern.options }
  const resolved = RULES[pattern.rule]?.(given, context) ?? null
  if (resolved === null) return null
  const day = typeof resolved === 'string' ? null : resolved
  const part = partOf(given)
  const value = typeof resolved === 'string' ? resolved : resolved.value + (part ? `T${part}` : '')
  const span = hull(words.slice(first, last))
  const point = leadsTo(given, context)
  return {
    ...span,
    first: offset + first,
    last: offset + last,
    type: pattern.type === 'DATE' && /[\dX]T/.test(value) ? 'TIME' : (pattern.type as Time['type']),
    value,
    ...(point === null ? {} : { point }),
    day,
    sentence,
    distributed: values.respectively !== undefined,
  }
}

/** The date that a duration leads to, if its pattern says that it does. */
const leadsTo = (given: Values, context: Context): string | null =>
  given.leads === undefined
    ? null
    : pointOf(given.num ?? given.number ?? '1', given.units ?? '', Number(given.leads), context)

/** Whether a day is told by the one that follows it (*am Vortag*): the text goes on from that one. */
const looksBack = ({ pattern, values }: Found): boolean =>
  pattern.rule === 'shift-day' && Number(pattern.options.offset ?? values.offset) < 0

/** The part of the day that belongs to a date: found by itself, in a compound (*Montagabend*), or given by the pattern. */
const partOf = (values: Readonly<Record<string, string>>): string | undefined =>
  values.part ?? (values.weekday ?? values.weekday_part ?? values.holiday)?.split(':')[1]

/** Gives times of day the date they belong to: of the nearest day before them in the sentence, else after them, else before the sentence. */
function placeOnDays(drafts: readonly Draft[], documentDay: Day | null): Time[] {
  const inSentence = (draft: Draft, other: Draft | undefined): Day | null =>
    other?.sentence === draft.sentence ? other.day : null
  const after = new Array<Draft | undefined>(drafts.length)
  let next: Draft | undefined
  for (let i = drafts.length - 1; i >= 0; i--) {
    after[i] = next
    if (drafts[i]?.day) next = drafts[i]
  }
  let before: Draft | undefined
  return drafts.map((draft, index) => {
    const { day, sentence: _, distributed, ...time } = draft
    if (day) before = draft
    if (day || distributed || time.type !== 'TIME' || !time.value.startsWith('T')) return time
    const on = inSentence(draft, before) ?? inSentence(draft, after[index]) ?? before?.day ?? documentDay
    return on ? { ...time, value: on.value + time.value } : time
  })
}
