import type { Coreference, Document, Entity, Word } from '../../core/document.ts'
import type { CoreferenceLexicon } from './lexicon.ts'
import { strongAdjective } from './nominative.ts'

type Layers = Document<'words' | 'names'>

/** The entities with how the text describes those that it names. */
export function addDescriptions(document: Layers, coreference: Coreference, lexicon: CoreferenceLexicon): Coreference {
  const entities = coreference.entities.map((entity) => {
    const description = describe(document, coreference, entity, lexicon)
    return description === undefined ? entity : { ...entity, description }
  })
  return { ...coreference, entities }
}

/**
 * What stands beside an entity's name (*Russlands Präsident*), or in apposition to it: the first such phrase, without its article.
 * Undefined if there is none, or for an entity without a name, whose label describes it already.
 */
function describe(
  { words, names, text }: Layers,
  { mentions }: Coreference,
  entity: Entity,
  lexicon: CoreferenceLexicon,
): string | undefined {
  if (!entity.named) return undefined
  for (const at of entity.mentions) {
    const mention = mentions[at]!
    const head = words[mention.head]!
    if ((mention.kind !== 'name' && mention.kind !== 'description') || head.upos !== 'NOUN') continue
    const inside = names.filter((n) => n.form === 'name' && mention.first <= n.first && n.last <= mention.last)
    const isName = inside.some((n) => n.first <= mention.head && mention.head < n.last)
    if (isName || (inside.length === 0 && mention.kind === 'name')) continue
    const name = inside.find((n) => n.first > mention.head)
    let from = mention.first
    const last = name ? name.first : mention.last
    while (from < last && words[from]!.upos === 'DET') from++
    if (from >= last || mention.head >= last) continue
    const phrase = inNominative(words.slice(from, last), head, text, lexicon).replace(/[\s,(]+$/, '')
    if (phrase !== '' && !entity.names.includes(phrase)) return phrase.replace(/\s+/g, ' ')
  }
  return undefined
}

/** A phrase with its head and the adjectives before that in the nominative; what follows the head stays as written. */
function inNominative(phrase: readonly Word[], head: Word, text: string, lexicon: CoreferenceLexicon): string {
  let out = ''
  phrase.forEach((word, i) => {
    if (word.contraction?.place === 1) return
    const gap = i === 0 ? '' : text.slice(phrase[i - 1]!.end, word.start)
    const adjective = word.upos === 'ADJ' && word.index < head.index
    const singular = word === head && word.feats.Number === 'Sing'
    out +=
      gap +
      (adjective ? strongAdjective({ lexicon }, word, head) : singular ? word.lemma : text.slice(word.start, word.end))
  })
  return out
}
