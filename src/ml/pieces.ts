import { ResourceError } from '../core/errors.ts'
import { Unigram } from './unigram.ts'

/** A word longer than this (UTF-16 units) is no word: it is read as one unknown piece. */
const LONGEST_WORD = 100
/** Of a word that falls into more pieces than this, the rest is left out. */
const MOST_PIECES = 32
/** Words remembered before the memory is emptied: bounds the memory of a long run. */
const MOST_CACHED = 50_000

/** Pieces of words as the model's vocabulary cuts them; what was looked up once is remembered. */
export class Pieces {
  readonly #encode: (text: string) => readonly number[]
  readonly #unknown: Int32Array
  readonly #cache = new Map<string, Int32Array>()

  constructor(encode: (text: string) => readonly number[], unknown: number) {
    this.#encode = encode
    this.#unknown = Int32Array.of(unknown)
  }

  /**
   * A vocabulary from the bytes of a `tokenizer.json` as Hugging Face's libraries write it.
   * @throws ResourceError if it cannot be read.
   */
  static async load(json: Uint8Array): Promise<Pieces> {
    try {
      const tokenizer = JSON.parse(new TextDecoder().decode(json))
      const unigram = Unigram.from(tokenizer)
      if (unigram) return new Pieces((text) => unigram.encode(text), tokenizer.model.unk_id)
      const { Tokenizer } = await import('@huggingface/tokenizers')
      const other = new Tokenizer(tokenizer, {})
      const unknown = other.token_to_id('<unk>') ?? other.token_to_id('[UNK]') ?? 0
      return new Pieces((text) => other.encode(text, { add_special_tokens: false }).ids, unknown)
    } catch (cause) {
      throw new ResourceError('the model’s tokenizer.json cannot be read', { cause })
    }
  }

  /** Ids of the pieces of a word, at least one; `spaceBefore` says whether a space stands before it, which makes other pieces. */
  of(form: string, spaceBefore: boolean): Int32Array {
    if (form.length > LONGEST_WORD) return this.#unknown
    const word = spaceBefore ? ` ${form}` : form
    let pieces = this.#cache.get(word)
    if (!pieces) {
      const ids = this.#encode(word)
      pieces = ids.length === 0 ? this.#unknown : Int32Array.from(ids.slice(0, MOST_PIECES))
      if (this.#cache.size >= MOST_CACHED) this.#cache.clear()
      this.#cache.set(word, pieces)
    }
    return pieces
  }
}
