import { Tokenizer } from '@huggingface/tokenizers'
import { ResourceError } from '../core/errors.ts'

/** A word longer than this (UTF-16 units) is no word: it is read as one unknown piece. */
const LONGEST_WORD = 100
/** Of a word that falls into more pieces than this, the rest is left out. */
const MOST_PIECES = 32
/** Words remembered before the memory is emptied: bounds the memory of a long run. */
const MOST_CACHED = 50_000

/** Pieces of words as the model's vocabulary cuts them; what was looked up once is remembered. */
export class Pieces {
  readonly #tokenizer: Tokenizer
  readonly #unknown: Int32Array
  readonly #cache = new Map<string, Int32Array>()

  /**
   * @param json bytes of a `tokenizer.json` as Hugging Face's libraries write it.
   * @throws ResourceError if it cannot be read.
   */
  constructor(json: Uint8Array) {
    try {
      this.#tokenizer = new Tokenizer(JSON.parse(new TextDecoder().decode(json)), {})
    } catch (cause) {
      throw new ResourceError('the model’s tokenizer.json cannot be read', { cause })
    }
    this.#unknown = Int32Array.of(this.#tokenizer.token_to_id('<unk>') ?? 3)
  }

  /** Ids of the pieces of a word, at least one; `spaceBefore` says whether a space stands before it, which makes other pieces. */
  of(form: string, spaceBefore: boolean): Int32Array {
    if (form.length > LONGEST_WORD) return this.#unknown
    const word = spaceBefore ? ` ${form}` : form
    let pieces = this.#cache.get(word)
    if (!pieces) {
      const ids = this.#tokenizer.encode(word, { add_special_tokens: false }).ids
      pieces = ids.length === 0 ? this.#unknown : Int32Array.from(ids.slice(0, MOST_PIECES))
      if (this.#cache.size >= MOST_CACHED) this.#cache.clear()
      this.#cache.set(word, pieces)
    }
    return pieces
  }
}
