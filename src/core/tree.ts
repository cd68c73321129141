import type { Word } from './document.ts'
import type { Span } from './span.ts'

/** The dependency trees of a document's words: children, subtrees, paths. All indices are places in the document's words. */
export class Trees {
  readonly words: readonly Word[]
  readonly #children: readonly (readonly number[])[]

  constructor(words: readonly Word[]) {
    this.words = words
    const children: number[][] = words.map(() => [])
    for (const word of words) if (word.head >= 0) children[word.head]?.push(word.index)
    this.#children = children
  }

  word(index: number): Word {
    const word = this.words[index]
    if (!word) throw new RangeError(`Trees.word: no word ${index} among ${this.words.length}`)
    return word
  }

  /** Dependents in text order. */
  children(index: number): readonly number[] {
    return this.#children[index] ?? []
  }

  /** Dependents whose relation is one of `relations`; a relation without subtype stands for all its subtypes. */
  childrenBy(index: number, ...relations: readonly string[]): number[] {
    return this.children(index).filter((child) => hasRelation(this.word(child), ...relations))
  }

  childBy(index: number, ...relations: readonly string[]): number | undefined {
    return this.children(index).find((child) => hasRelation(this.word(child), ...relations))
  }

  /** The word and all below it, in text order; `prune` leaves out a dependent with all below it. */
  subtree(index: number, prune?: (word: Word) => boolean): number[] {
    const out: number[] = []
    const stack = [index]
    while (stack.length > 0) {
      const at = stack.pop() as number
      out.push(at)
      for (const child of this.children(at)) if (!prune?.(this.word(child))) stack.push(child)
    }
    return out.sort((a, b) => a - b)
  }

  /** From the word's head up to the root. */
  ancestors(index: number): number[] {
    const out: number[] = []
    for (let at = this.word(index).head; at >= 0 && out.length <= this.words.length; at = this.word(at).head)
      out.push(at)
    return out
  }

  /** Span of characters from the first to the last of `indices`. */
  span(indices: readonly number[]): Span {
    let start = Number.POSITIVE_INFINITY
    let end = 0
    for (const index of indices) {
      start = Math.min(start, this.word(index).start)
      end = Math.max(end, this.word(index).end)
    }
    return { start, end }
  }
}

/** Whether a word's relation is one of `relations`; a relation without subtype stands for all its subtypes. */
export const hasRelation = (word: Word, ...relations: readonly string[]): boolean =>
  relations.some((relation) => word.deprel === relation || word.deprel.startsWith(`${relation}:`))

const cache = new WeakMap<readonly Word[], Trees>()

/** The trees of `words`, built once for each array. */
export function treesOf(words: readonly Word[]): Trees {
  let trees = cache.get(words)
  if (!trees) {
    trees = new Trees(words)
    cache.set(words, trees)
  }
  return trees
}

/** Case of a nominal by its own features, its determiner's or its adjective's. */
export function caseOf(trees: Trees, head: number): string | undefined {
  const own = trees.word(head).feats.Case
  if (own) return own
  for (const child of trees.childrenBy(head, 'det', 'amod')) {
    const found = trees.word(child).feats.Case
    if (found) return found
  }
  return undefined
}
