import type { Coreference, Document, Entity, EntityType, Mention, Name, Word } from '../../core/document.ts'
import type { Gazetteer } from '../../gazetteer/index.ts'
import type { CoreferenceLexicon } from './lexicon.ts'

/** A name inside a word that is none: the place of an adjective, the first part of a compound. */
interface Source {
  readonly name: string
  /** Type that it gives to an entity of its own, undefined where it is too unsure to make one. */
  readonly type: EntityType | undefined
  readonly first: number
  readonly last: number
}

const TYPES: Readonly<Record<Name['type'], EntityType | undefined>> = {
  PER: 'Person',
  LOC: 'Place',
  ORG: 'Organization',
  OTH: undefined,
}

/**
 * Adds what adjectives and compounds name in passing: the place of *russisch*, *Moskauer*, the first part of *US-Präsident* or
 * *Porsche-Übernahme*. An entity of that name is mentioned once more; a name that the text has nowhere else becomes an entity.
 */
export function addDerivations(
  document: Document<'words' | 'names'>,
  coreference: Coreference,
  gazetteer: Gazetteer,
  lexicon: CoreferenceLexicon,
): Coreference {
  const { words, names, text, unrelatedSentences } = document
  const keyOf = (name: string, sentence: number): string => {
    const country = gazetteer.country(name)
    const alias = lexicon.alias(name)
    const plain = name.toLowerCase().replaceAll('-', ' ')
    const key = country ? `country ${country.iso}` : alias === undefined ? plain : `alias ${alias}`
    return unrelatedSentences ? `${sentence} ${key}` : key
  }
  const byName = new Map<string, number>()
  coreference.entities.forEach((entity, index) => {
    if (!entity.named || entity.members.length > 0) return
    const sentence = words[coreference.mentions[entity.mentions[0] ?? 0]?.head ?? 0]?.sentence ?? 0
    for (const name of [entity.label, ...entity.names]) {
      const key = keyOf(name, sentence)
      if (!byName.has(key)) byName.set(key, index)
    }
  })
  const added: Mention[] = []
  const fresh: Pick<Entity, 'type' | 'label'>[] = []
  const nameAt = coveringNames(words, names)
  for (const word of words) {
    const source = sourceOf(words, word, nameAt, text, gazetteer)
    if (!source) continue
    const key = keyOf(source.name, word.sentence)
    let entity = byName.get(key)
    if (entity === undefined) {
      if (source.type === undefined) continue
      entity = coreference.entities.length + fresh.length
      fresh.push({ type: source.type, label: source.name })
      byName.set(key, entity)
    }
    const { first, last } = source
    const end = (words[last - 1] as Word).end
    added.push({ start: (words[first] as Word).start, end, first, last, head: word.index, kind: 'derivation', entity })
  }
  return withMentions(coreference, added, fresh)
}

/** Mentions in text order, entities with the places of theirs. */
function withMentions(
  coreference: Coreference,
  added: readonly Mention[],
  fresh: readonly Pick<Entity, 'type' | 'label'>[],
): Coreference {
  if (added.length === 0) return coreference
  const mentions = [...coreference.mentions, ...added].sort(
    (a, b) => a.first - b.first || b.last - a.last || a.head - b.head,
  )
  const known = [
    ...coreference.entities,
    ...fresh.map(({ type, label }) => ({ type, label, named: true, names: [label], members: [] })),
  ]
  const places: number[][] = known.map(() => [])
  mentions.forEach((mention, index) => {
    places[mention.entity]?.push(index)
  })
  return { mentions, entities: known.map((entity, index) => ({ ...entity, mentions: places[index] ?? [] })) }
}

function coveringNames(words: readonly Word[], names: readonly Name[]): readonly (Name | undefined)[] {
  const nameAt: (Name | undefined)[] = new Array(words.length).fill(undefined)
  for (const name of names) for (let at = name.first; at < name.last; at++) nameAt[at] ??= name
  return nameAt
}

/** What a word names in passing: an adjective's place; the part of a compound before its last hyphen, which may be a word of its own. */
function sourceOf(
  words: readonly Word[],
  word: Word,
  nameAt: readonly (Name | undefined)[],
  text: string,
  gazetteer: Gazetteer,
): Source | undefined {
  const { form, upos, index } = word
  const name = nameAt[index]
  if (isHyphenated(words, index)) {
    if (name?.form === 'name') return undefined
    let last = index
    while (isHyphenated(words, last + 2)) last += 2
    // Only the part that begins the compound stands for all before the last hyphen (*Robert-Koch-Institut*).
    if (isHyphenated(words, index - 2)) return undefined
    return ofPart(text.slice(word.start, (words[last] as Word).end), index, last + 1, name, gazetteer)
  }
  const hyphen = form.lastIndexOf('-')
  if (hyphen > 0 && hyphen < form.length - 1 && (upos === 'NOUN' || upos === 'PROPN') && name?.form !== 'name')
    return ofPart(form.slice(0, hyphen), index, index + 1, name, gazetteer)
  if (upos !== 'ADJ' && upos !== 'PROPN') return undefined
  const reference = gazetteer.adjective(form)
  // *Bester Werfer* is not from the city of Best: adjectives of cities are written with a capital in their dictionary form too.
  if (!reference || (reference.kind === 'city' && !/^\p{Lu}/u.test(word.lemma))) return undefined
  return { name: reference.place, type: 'Place', first: index, last: index + 1 }
}

/** A country, or what the model takes for a name of one part; of two parts (*Robert-Koch*) only what is named elsewhere. */
function ofPart(
  part: string,
  first: number,
  last: number,
  name: Name | undefined,
  gazetteer: Gazetteer,
): Source | undefined {
  const country = gazetteer.country(part)
  if (country) return { name: country.label, type: 'Place', first, last }
  const type = name && name.form === 'part' && !part.includes('-') ? TYPES[name.type] : undefined
  return { name: part, type, first, last }
}

/** Whether a word is followed by a hyphen and another word without a space between. */
function isHyphenated(words: readonly Word[], index: number): boolean {
  const [word, hyphen, next] = [words[index], words[index + 1], words[index + 2]]
  if (!word || !hyphen || !next || !/^[-‐‑]$/.test(hyphen.form)) return false
  return word.end === hyphen.start && hyphen.end === next.start && next.sentence === word.sentence
}
