import { readLines, readTokens } from '../conllu/index.ts'
import type { Document, Layer } from '../core/document.ts'
import { UsageError } from '../core/errors.ts'
import type { Resources } from '../core/resources.ts'
import {
  evaluateCoreference,
  evaluateFacts,
  evaluateNer,
  evaluateOpenIe,
  evaluateQuotes,
  evaluateRelations,
  evaluateTimex,
  evaluateUd,
  factWords,
  formatFacts,
  formatOpenIe,
  formatScores,
  type OpenExtraction,
  readBenchIe,
  readChains,
  readClaimedFacts,
  readFactGold,
  readTriples,
  type Score,
  sumFacts,
} from '../evaluate/index.ts'
import { analysisAsJson } from '../export/analysis/index.ts'
import { openTriples } from '../export/triples/index.ts'
import { readInput } from '../ingest/index.ts'
import { extractDocument } from '../pipeline/extract.ts'
import { pipelineFor } from '../pipeline/index.ts'
import { stages } from '../stages/collection.ts'
import type { TaskName } from './evaluate.ts'
import type { ExtractionOptions } from './options.ts'

export interface EvaluateOptions extends ExtractionOptions {
  readonly predicted?: readonly string[]
  readonly raw?: boolean
  readonly sentences?: readonly [first: number, last: number]
  readonly misses?: boolean
  readonly json?: boolean
}

interface File {
  /** Its name, for messages. */
  readonly input: string
  readonly text: string
}

export type Files = readonly File[]

interface Call {
  readonly gold: Files
  /** What another system found, or null to score the shipped analysis. */
  readonly predicted: Files | null
  readonly options: EvaluateOptions
  readonly resources: Resources
}

/** Scores for a program, and as a table for people. */
interface Report {
  readonly result: unknown
  readonly table: string
}

/** Scores what is predicted, or else what the shipped analysis finds, against gold. */
type Task = (call: Call) => Promise<Report>

export const tasks: Readonly<Record<TaskName, Task>> = {
  ud: async ({ gold, predicted, options, resources }) => {
    const { input, text } = single(gold)
    const range = { input, ...(options.sentences && { range: options.sentences }) }
    if (predicted) return scores(await evaluateUd(text, { predicted: single(predicted).text }, range))
    const analyse = analyserUpTo('words', resources)
    const mode = options.raw ? 'raw text' : 'gold tokens'
    return scores(await evaluateUd(text, { mode, analyse }, range))
  },

  ner: async ({ gold, predicted, resources }) => {
    const { input, text } = single(gold)
    if (predicted) return scores(await evaluateNer(text, { predicted: single(predicted).text }, { input }))
    const analyse = analyserUpTo('names', resources)
    const find = async (tokens: string): Promise<Document<Layer>> =>
      analyse({ ...(await readTokens(tokens, input, resources)), metadata: unknownArticle(null) })
    return scores(await evaluateNer(text, { find }, { input }))
  },

  timex: async ({ gold, predicted, resources }) => {
    const sources = (files: Files) => files.map(({ input, text }) => ({ input, xml: text }))
    if (predicted) return scores(await evaluateTimex(sources(gold), { predicted: sources(predicted) }))
    const analyse = analyserUpTo('times', resources)
    const find = async (text: string, date: string | null) =>
      (await analyse({ text, metadata: unknownArticle(date) })).times
    return scores(await evaluateTimex(sources(gold), { find }))
  },

  quotes: async ({ gold, predicted, resources }) => {
    if (predicted) throw new UsageError('quotes scores the shipped analysis alone')
    const analyse = analyserUpTo('quotes', resources)
    const find = async (text: string, date: string | null): Promise<Document<Layer>> =>
      analyse({ ...(await readLines(text, 'article', resources)), metadata: unknownArticle(date) })
    return scores(await evaluateQuotes(gold, find))
  },

  coreference: async (call) => {
    const analyse = analyserUpTo('coreference', call.resources)
    const pairs = await Promise.all(
      withPredictions(call).map(async ([gold, other]) => {
        const chains = readChains(gold.text, gold.input)
        if (isJson(other.text)) return { gold: chains, system: readChains(other.text, other.input) }
        const printed = analysisAsJson(await analyse(await article(other, call.resources)))
        return { gold: chains, system: readChains(printed, other.input) }
      }),
    )
    return scores(evaluateCoreference(pairs))
  },

  facts: async (call) => {
    const { resources, options } = call
    const words = await resources.use(factWords)
    const found = []
    for (const [gold, other] of withPredictions(call)) {
      const claimed = isJson(other.text)
        ? readClaimedFacts(other.text, other.input)
        : await extractDocument(await article(other, resources), resources)
      found.push(evaluateFacts(readFactGold(gold.text, gold.input), claimed, words))
    }
    const sum = sumFacts(found)
    return withMisses(sum, formatFacts(sum), ['misses'], options)
  },

  relations: async ({ gold, predicted, options, resources }) => {
    const { input, text } = single(gold)
    const range = { input, ...(options.sentences && { range: options.sentences }) }
    const other = predicted ? single(predicted).text : undefined
    const score = await evaluateRelations(text, analyserUpTo('relations', resources), range, other)
    return withMisses(score, formatScores({ all: score.all, ...score.rules }), ['differences'], options)
  },

  openie: async ({ gold: files, predicted, options, resources }) => {
    const [gold, other = predicted?.[0], ...more] = files
    if (!gold || more.length > 0) throw new UsageError('openie takes the gold, and a table of triples')
    const all = readBenchIe(gold.text, gold.input)
    const [first, last] = options.sentences ?? [1, all.length]
    const found = other
      ? readTriples(other.text, other.input)
      : await triplesOf(
          all.map(({ text }) => text),
          resources,
        )
    const sentences = all.map((sentence, i) => (i >= first - 1 && i < last ? sentence : null))
    const score = evaluateOpenIe(sentences, found)
    return withMisses(score, formatOpenIe(score), ['wrong', 'missed'], options)
  },
}

const scores = (result: Readonly<Record<string, Score>>): Report => ({ result, table: formatScores(result) })

/** Leaves out the lists of what is missing or wrong unless they are asked for. */
function withMisses<T extends object>(
  result: T,
  table: string,
  lists: readonly (keyof T & string)[],
  options: EvaluateOptions,
): Report {
  if (!options.misses)
    return {
      result: Object.fromEntries(Object.entries(result).filter(([key]) => !lists.includes(key as keyof T & string))),
      table,
    }
  const lines = lists.flatMap((list) =>
    (result[list] as readonly string[]).map((line) => (lists.length > 1 ? `${list}\t${line}\n` : `${line}\n`)),
  )
  return { result, table: `${table}\n${lines.join('')}` }
}

/** The stages up to the one that assigns `layer`. */
function analyserUpTo(layer: Layer, resources: Resources): (document: Document) => Promise<Document<Layer>> {
  const pipeline = pipelineFor(stages, [layer])
  return (document) => pipeline.run(document, resources)
}

function single(files: Files): File {
  const [first, ...more] = files
  if (!first || more.length > 0) throw new UsageError('this task takes one gold file')
  return first
}

/** Gold files with what is scored against each: what `--predicted` gives, or the file behind it. */
function withPredictions({ gold, predicted }: Call): (readonly [gold: File, other: File])[] {
  const others = predicted ?? gold.filter((_, i) => i % 2 === 1)
  const files = predicted ? gold : gold.filter((_, i) => i % 2 === 0)
  if (files.length !== others.length)
    throw new UsageError(
      `${files.length} gold files but ${others.length} to score`,
      'Write: GOLD FILE, GOLD FILE, …, or give the others with --predicted.',
    )
  return files.map((file, i) => [file, others[i]!])
}

const isJson = (text: string): boolean => /^\s*\{/.test(text)

async function article({ input }: File, resources: Resources): Promise<Document> {
  const read = await readInput(input, { resources })
  if (read.kind === 'error') throw read.error
  return read.document
}

async function triplesOf(sentences: readonly string[], resources: Resources): Promise<OpenExtraction[]> {
  const read = await readLines(sentences.join('\n'), 'gold', resources)
  const document = await analyserUpTo('words', resources)({ ...read, metadata: unknownArticle(null) })
  return openTriples(document).map(({ sentence, subject, relation, object }) => ({
    sentence,
    triple: [subject, relation, object],
  }))
}

const unknownArticle = (date: string | null) => ({
  id: 'evaluation',
  title: null,
  date,
  language: 'de',
  author: null,
  publisher: null,
  source: null,
})
