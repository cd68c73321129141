import type { Document, Layer, Word } from '../../core/document.ts'
import { strongAdjective } from '../coreference/nominative.ts'

/**
 * How the text describes a named entity: what stands beside its name (*Russlands Präsident*), or in apposition to it; the first such phrase,
 * without its article. Null if there is none, or for an entity without a name, whose label describes it already.
 */
export function descriptionOf(document: Document<Layer>, entity: number): string | null {
  const { coreference, words, text, names } = document
  const known = coreference.entities[entity]!
  if (!known.named) return null
  for (const at of known.mentions) {
    const mention = coreference.mentions[at]!
    if (mention.kind !== 'name' && mention.kind !== 'description') continue
    if (words[mention.head]!.upos !== 'NOUN') continue
    const name = names.find((n) => n.form === 'name' && mention.first <= n.first && n.last <= mention.last)
    if (!name && mention.kind === 'name') continue
    let from = mention.first
    const last = name && name.first > mention.head ? name.first : mention.last
    while (from < last && words[from]!.upos === 'DET') from++
    if (from >= last || mention.head >= last) continue
    const phrase = inNominative(words.slice(from, last), words[mention.head]!, text).replace(/[\s,(]+$/, '')
    if (phrase !== '' && !known.names.includes(phrase)) return phrase.replace(/\s+/g, ' ')
  }
  return null
}

/** A phrase with its head and the adjectives before that in the nominative; what follows the head stays as written. */
function inNominative(phrase: readonly Word[], head: Word, text: string): string {
  let out = ''
  phrase.forEach((word, i) => {
    if (word.contraction?.place === 1) return
    const gap = i === 0 ? '' : text.slice(phrase[i - 1]!.end, word.start)
    const adjective = word.upos === 'ADJ' && word.index < head.index
    const singular = word === head && word.feats.Number === 'Sing'
    out += gap + (adjective ? strongAdjective(word, head) : singular ? word.lemma : text.slice(word.start, word.end))
  })
  return out
}
