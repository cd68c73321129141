import type { Analysis, Features, Sentence, Token, Upos } from '../../core/document.ts'
import { ResourceError } from '../../core/errors.ts'
import { type Resource, readTable, type Tensor } from '../../core/resources.ts'
import { defineStage } from '../../core/stage.ts'
import { batchesOf, inputsOf, type Window, windowsOf } from '../../ml/batches.ts'
import { type Model, modelResource } from '../../ml/model.ts'
import { headClass, RareStructures } from '../../ml/rare-structures.ts'
import { argmax, logSumExp } from '../../ml/scores.ts'
import { spanningTree } from '../../ml/tree.ts'
import { type ParseScores, searchTree } from '../../ml/tree-search.ts'

/** Folder of the model in the data; `--model DIR` puts another folder in its place. */
const MODEL = modelResource('models/de')

/** What is rare in trees, of the relations that the model knows. */
const RARE: Resource<RareStructures> = {
  id: 'rare-structures',
  load: async (resources) => {
    const [rows, model] = await Promise.all([readTable(resources, 'lang/de/trees/rare.tsv'), resources.use(MODEL)])
    return new RareStructures(rows, model.labels)
  },
}

const LIMITS = { pieces: 512, windows: 8 }

/**
 * Parts of speech, trees and names by the model, lemmas and features too if it knows them: what it says of each token, before lexicon and
 * given columns are heard.
 */
export const analyse = defineStage(
  'analyse',
  ['sentences', 'tokens'],
  ['analysis'],
  async ({ sentences, tokens }, resources) => {
    if (tokens.length === 0) return { analysis: emptyAnalysis(0) }
    const [model, rare] = await Promise.all([resources.use(MODEL), resources.use(RARE)])
    const pieces = tokens.map((token) => model.pieces.of(token.form, standsFree(token)))
    const lengths = Int32Array.from(pieces, (ids) => ids.length)
    const windows = sentences.flatMap((sentence) =>
      windowsOf(sentence.first, sentence.last, lengths, (word) => endsClause(tokens[word] as Token)),
    )
    const analysis = emptyAnalysis(tokens.length)
    if (model.lemmas) analysis.lemmas = tokens.map(({ form }) => form)
    if (model.feats) analysis.feats = new Array<Features>(tokens.length).fill({})
    for (const batch of batchesOf(windows, LIMITS)) {
      const { ids, starts, width } = inputsOf(batch, (word) => pieces[word] as Int32Array)
      const outputs = await model.session.run({ ids, starts })
      decode(batch, width, outputs, model, rare, tokens, analysis)
    }
    joinWindows(sentences, analysis)
    return { analysis }
  },
)

type Draft = {
  -readonly [K in keyof Analysis]: NonNullable<Analysis[K]> extends readonly (infer T)[] ? T[] : Analysis[K]
}

const emptyAnalysis = (length: number): Draft => ({
  upos: new Array<Upos>(length).fill('X'),
  heads: new Int32Array(length).fill(-1),
  deprels: new Array<string>(length).fill('root'),
  confidence: new Float32Array(length),
  nameTags: new Array<string>(length).fill('O'),
  nameConfidence: new Float32Array(length),
})

/** The model was trained on syntactic words: the parts of a contraction stand as words of their own. */
const standsFree = (token: Token): boolean => token.spaceBefore || (token.contraction?.place ?? 0) > 0

const endsClause = (token: Token): boolean => /^[\p{P}]+$/u.test(token.form)

function decode(
  batch: readonly Window[],
  width: number,
  outputs: Readonly<Record<string, Tensor>>,
  model: Model,
  rare: RareStructures,
  tokens: readonly Token[],
  analysis: Draft,
): void {
  const upos = scoresOf(outputs, 'upos')
  const names = scoresOf(outputs, 'names')
  const count = model.upos.length
  const root = model.labels.indexOf('root')
  batch.forEach((window, row) => {
    const size = window.last - window.first + 1
    const classes = new Uint8Array(size)
    for (let i = 1; i < size; i++) {
      const best = model.upos[argmax(upos, (row * width + i) * count, count)] as Upos
      analysis.upos[window.first + i - 1] = best
      classes[i] = headClass(best)
    }
    const scores = new WindowScores(outputs, row, width, size, model.labels.length)
    const heads = spanningTree(scores.arcs, size)
    const relations = Int32Array.from(heads, (head, i) =>
      head <= 0 ? root : bestRelation(scores.relations(i, head), root),
    )
    searchTree({ heads, relations }, scores, rare, root, classes)
    for (let i = 1; i < size; i++) {
      const at = window.first + i - 1
      const head = heads[i] as number
      const relation = relations[i] as number
      analysis.heads[at] = head === 0 ? -1 : window.first + head - 1
      analysis.deprels[at] = model.labels[relation] as string
      analysis.confidence[at] = Math.exp(scores.arc(i, head) + (scores.relations(i, head)[relation] as number))
    }
    decodeMorphology(window, row * width, outputs, model, tokens, analysis)
    decodeNames(window, names.subarray(row * width * model.names.tags.length), model, tokens, analysis)
  })
}

/** Arcs and relations of a window as logarithms of probabilities. */
class WindowScores implements ParseScores {
  /** Row-major, dependent by head. */
  readonly arcs: Float32Array
  readonly #labels: Float32Array
  readonly #row: number
  readonly #width: number
  readonly #size: number
  readonly #count: number
  readonly #relations = new Map<number, Float32Array>()

  /**
   * @param row of the window in the outputs
   * @param width places of a row
   * @param size places of the window, the root's among them
   * @param count relations that the model knows
   */
  constructor(outputs: Readonly<Record<string, Tensor>>, row: number, width: number, size: number, count: number) {
    this.#labels = scoresOf(outputs, 'labels')
    this.#row = row
    this.#width = width
    this.#size = size
    this.#count = count
    const scores = scoresOf(outputs, 'arcs')
    this.arcs = new Float32Array(size * size)
    for (let i = 1; i < size; i++) {
      const from = (row * width + i) * width
      const sum = logSumExp(scores, from, size)
      for (let head = 0; head < size; head++) this.arcs[i * size + head] = (scores[from + head] as number) - sum
    }
  }

  arc(dependent: number, head: number): number {
    return this.arcs[dependent * this.#size + head] as number
  }

  relations(dependent: number, head: number): Float32Array {
    const key = dependent * this.#size + head
    let scores = this.#relations.get(key)
    if (!scores) {
      scores = new Float32Array(this.#count)
      for (let label = 0; label < this.#count; label++)
        scores[label] = this.#labels[
          ((this.#row * this.#count + label) * this.#width + dependent) * this.#width + head
        ] as number
      const sum = logSumExp(scores, 0, this.#count)
      for (let label = 0; label < this.#count; label++) scores[label] = (scores[label] as number) - sum
      this.#relations.set(key, scores)
    }
    return scores
  }
}

/**
 * Lemmas and features of a window, of a model that knows them.
 * @param start place of the window's root in the outputs.
 */
function decodeMorphology(
  window: Window,
  start: number,
  outputs: Readonly<Record<string, Tensor>>,
  { lemmas, feats }: Model,
  tokens: readonly Token[],
  analysis: Draft,
): void {
  for (let word = window.first; word < window.last; word++) {
    const place = start + word - window.first + 1
    if (lemmas && analysis.lemmas) {
      const form = (tokens[word] as Token).form
      analysis.lemmas[word] = lemmas.best(scoresOf(outputs, 'lemmas'), place * lemmas.length, form)
    }
    if (feats && analysis.feats) analysis.feats[word] = feats.best(scoresOf(outputs, 'feats'), place * feats.width)
  }
}

function scoresOf(outputs: Readonly<Record<string, Tensor>>, name: string): Float32Array {
  const tensor = outputs[name]
  if (!(tensor?.data instanceof Float32Array))
    throw new ResourceError(`the model has no output "${name}" of 32-bit floats`)
  return tensor.data
}

/** The best relation that is not the root's. */
function bestRelation(relation: Float32Array, root: number): number {
  const best = argmax(relation, 0, relation.length)
  return best === root
    ? argmax(
        Float32Array.from(relation, (score, i) => (i === root ? Number.NEGATIVE_INFINITY : score)),
        0,
        relation.length,
      )
    : best
}

/** Makes one tree of a sentence that was read in several windows: the roots of the later ones depend on that of the first. */
function joinWindows(sentences: readonly Sentence[], analysis: Draft): void {
  for (const sentence of sentences) {
    let root = -1
    for (let i = sentence.first; i < sentence.last; i++) {
      if (analysis.heads[i] !== -1) continue
      if (root < 0) root = i
      else {
        analysis.heads[i] = root
        analysis.deprels[i] = 'parataxis'
        analysis.confidence[i] = 0
      }
    }
  }
}

/**
 * Name tags of a window. The corpora of names take a hyphenated compound as one token, Universal Dependencies as several: its first word
 * decides for all of it.
 * @param scores of the window's places, the root's first.
 */
function decodeNames(
  window: Window,
  scores: Float32Array,
  model: Model,
  tokens: readonly Token[],
  analysis: Draft,
): void {
  const count = model.names.tags.length
  const units: number[] = []
  for (let word = window.first; word < window.last; word++)
    if (word === window.first || !isJoined(tokens, word)) units.push(word)
  const rows = new Float32Array(units.length * count)
  units.forEach((word, i) => {
    const from = (word - window.first + 1) * count
    rows.set(scores.subarray(from, from + count), i * count)
  })
  const { tags, confidence } = model.names.decode(rows, 0, units.length)
  units.forEach((word, i) => {
    const tag = model.names.tags[tags[i] as number] as string
    for (let at = word; at < (units[i + 1] ?? window.last); at++) {
      analysis.nameTags[at] = at === word || tag === 'O' ? tag : `I-${tag.slice(2)}`
      analysis.nameConfidence[at] = confidence[i] as number
    }
  })
}

/** Whether a token is a hyphen inside a compound, or the word after one. */
function isJoined(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token
  if (token.spaceBefore) return false
  const previous = tokens[index - 1] as Token
  const next = tokens[index + 1]
  if (previous.sentence !== token.sentence) return false
  if (isHyphen(token.form)) return isWord(previous.form) && next !== undefined && !next.spaceBefore && isWord(next.form)
  return isWord(token.form) && isHyphen(previous.form) && index >= 2 && isJoined(tokens, index - 1)
}

const isHyphen = (form: string): boolean => form === '-' || form === '‐' || form === '‑'

const isWord = (form: string): boolean => /[\p{L}\p{N}]/u.test(form)
