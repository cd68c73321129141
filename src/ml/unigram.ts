/** What `tokenizer.json` must say for `Unigram` to read it; other kinds are left to @huggingface/tokenizers. */
interface UnigramJson {
  readonly normalizer: { readonly type: string } | null
  readonly pre_tokenizer: {
    readonly type: string
    readonly replacement: string
    readonly prepend_scheme: string
  } | null
  readonly added_tokens: readonly { readonly id: number }[]
  readonly model: {
    readonly type: string
    readonly unk_id: number
    readonly byte_fallback?: boolean
    readonly vocab: readonly (readonly [piece: string, score: number])[]
  }
}

/** How much worse than the worst piece an unknown character is, as in SentencePiece. */
const UNKNOWN_PENALTY = 10

/**
 * Cuts words into the pieces of a unigram language model, by its best path (Kudo 2018). Reads the kind of vocabulary that the shipped model
 * has, in a fraction of the time that a library for all kinds takes to load. Marks such as `<s>` are no pieces of a text.
 */
export class Unigram {
  readonly #ids = new Map<string, number>()
  readonly #scores: Float64Array
  readonly #unknown: number
  readonly #unknownScore: number
  readonly #space: string
  /** Longest piece in UTF-16 units. */
  readonly #longest: number

  private constructor({ model, pre_tokenizer, added_tokens }: UnigramJson) {
    const marks = new Set(added_tokens.map(({ id }) => id))
    this.#scores = new Float64Array(model.vocab.length)
    let worst = Number.POSITIVE_INFINITY
    let longest = 0
    model.vocab.forEach(([piece, score], id) => {
      this.#scores[id] = score
      if (score < worst) worst = score
      if (marks.has(id)) return
      this.#ids.set(piece, id)
      if (piece.length > longest) longest = piece.length
    })
    this.#unknown = model.unk_id
    this.#unknownScore = worst - UNKNOWN_PENALTY
    this.#space = pre_tokenizer?.replacement ?? ' '
    this.#longest = longest
  }

  /** A reader of the vocabulary, or null if it is of another kind. */
  static from(json: unknown): Unigram | null {
    const { normalizer, pre_tokenizer, model, added_tokens } = json as Partial<UnigramJson>
    const fits =
      normalizer?.type === 'NFKC' &&
      pre_tokenizer?.type === 'Metaspace' &&
      pre_tokenizer.prepend_scheme === 'never' &&
      model?.type === 'Unigram' &&
      !model.byte_fallback &&
      typeof model.unk_id === 'number' &&
      Array.isArray(model.vocab) &&
      Array.isArray(added_tokens)
    return fits ? new Unigram(json as UnigramJson) : null
  }

  /** Ids of the pieces of a text without line breaks; none for an empty one. Takes time in proportion to its length. */
  encode(text: string): number[] {
    const input = text.normalize('NFKC').replaceAll(' ', this.#space)
    const length = input.length
    const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
    const from = new Int32Array(length + 1)
    const piece = new Int32Array(length + 1)
    best[0] = 0
    for (let start = 0; start < length; ) {
      const base = best[start] as number
      const step = width(input, start)
      let known = false
      const furthest = Math.min(length, start + this.#longest)
      for (let end = start + step; end <= furthest; end += width(input, end)) {
        const id = this.#ids.get(input.slice(start, end))
        if (id === undefined) continue
        if (end === start + step) known = true
        const score = base + (this.#scores[id] as number)
        if (score > (best[end] as number)) {
          best[end] = score
          from[end] = start
          piece[end] = id
        }
      }
      const next = start + step
      if (!known && base + this.#unknownScore > (best[next] as number)) {
        best[next] = base + this.#unknownScore
        from[next] = start
        piece[next] = this.#unknown
      }
      start = next
    }
    const ids: number[] = []
    for (let end = length; end > 0; end = from[end] as number) {
      // Unknown characters that follow one another are one unknown piece.
      if (piece[end] !== this.#unknown || ids.at(-1) !== this.#unknown) ids.push(piece[end] as number)
    }
    return ids.reverse()
  }
}

/** UTF-16 units of the character at `at`, at least one. */
const width = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
