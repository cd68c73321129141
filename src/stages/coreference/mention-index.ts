import type { Coreference, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'

/** From words to entities: relations are found between words and stated between entities. */
export class MentionIndex {
  readonly #entityAt: Int32Array
  readonly #mentionAt: Int32Array

  constructor(words: readonly Word[], { mentions }: Coreference) {
    this.#entityAt = new Int32Array(words.length).fill(-1)
    this.#mentionAt = new Int32Array(words.length).fill(-1)
    mentions.forEach((mention, index) => {
      if (mention.kind === 'coordination') return
      this.#set(mention.head, mention.entity, index)
    })
    mentions.forEach((mention, index) => {
      if (mention.kind !== 'name') return
      for (let at = mention.first; at < mention.last; at++) {
        const word = words[at] as Word
        if (this.#entityAt[at] === -1 && isPartOfName(words, word, mention.head)) this.#set(at, mention.entity, index)
      }
    })
    for (const word of words) {
      if (this.#entityAt[word.index] !== -1 || !isRelativePronoun(word)) continue
      const antecedent = antecedentOf(words, word)
      const entity = antecedent === undefined ? -1 : (this.#entityAt[antecedent] as number)
      if (entity !== -1) this.#entityAt[word.index] = entity
    }
  }

  /** Index of the entity that the word at `head` carries a mention of: a noun, any word of a name, a pronoun, a relative pronoun. */
  entityAtHead(head: number): number | undefined {
    const entity = this.#entityAt[head]
    return entity === undefined || entity === -1 ? undefined : entity
  }

  /** Index of the mention whose head or name the word is, not for relative pronouns. */
  mentionAtHead(head: number): number | undefined {
    const mention = this.#mentionAt[head]
    return mention === undefined || mention === -1 ? undefined : mention
  }

  #set(at: number, entity: number, mention: number): void {
    if (this.#entityAt[at] !== -1) return
    this.#entityAt[at] = entity
    this.#mentionAt[at] = mention
  }
}

/** Whether the words from here up to the head of the mention are one name, or a noun and its name. */
function isPartOfName(words: readonly Word[], word: Word, head: number): boolean {
  if (word.upos !== 'PROPN' && word.upos !== 'NOUN' && word.upos !== 'X') return false
  for (let at = word, steps = 0; steps < 8; steps++) {
    if (at.index === head) return true
    if (!hasRelation(at, 'flat', 'appos', 'compound') || at.head < 0) return false
    at = words[at.head] as Word
  }
  return false
}

const isRelativePronoun = (word: Word): boolean =>
  (word.upos === 'PRON' || word.upos === 'DET') && (word.feats.PronType ?? '').split(',').includes('Rel')

/** The noun that the relative clause of a pronoun hangs on. */
function antecedentOf(words: readonly Word[], pronoun: Word): number | undefined {
  let at = words[pronoun.head]
  for (let steps = 0; at && steps < 12; steps++) {
    if (hasRelation(at, 'acl')) return at.head < pronoun.index ? at.head : undefined
    at = at.head >= 0 ? words[at.head] : undefined
  }
  return undefined
}
