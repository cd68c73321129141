import type { Document, Layer } from '../../core/document.ts'

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
    const name = names.find(
      (n) => n.type === 'PER' && n.form === 'name' && mention.first <= n.first && n.last <= mention.last,
    )
    let from = mention.first
    const last = name && name.first > mention.head ? name.first : mention.last
    while (from < last && words[from]!.upos === 'DET') from++
    if (from >= last || mention.head >= last) continue
    const phrase = text.slice(words[from]!.start, words[last - 1]!.end).replace(/[\s,(]+$/, '')
    if (phrase !== '' && !known.names.includes(phrase)) return phrase.replace(/\s+/g, ' ')
  }
  return null
}
