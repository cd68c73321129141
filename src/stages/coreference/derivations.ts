import type { Coreference, Document, Entity, EntityType, Mention, Name, Word } from '../../core/document.ts'
import type { Gazetteer } from '../../gazetteer/index.ts'

/**
 * Adds what adjectives and compounds name in passing: the place of *russisch*, *Moskauer*, the first part of *US-Präsident* or
 * *Porsche-Übernahme*. An entity of that name is mentioned once more; a place that the text names nowhere else becomes an entity.
 */
export function addDerivations(
  document: Document<'words' | 'names'>,
  coreference: Coreference,
  gazetteer: Gazetteer,
): Coreference {
  const entities: Entity[] = [...coreference.entities]
  const mentions: Mention[] = [...coreference.mentions]
  const byName = new Map<string, number>()
  entities.forEach((entity, i) => {
    if (!entity.named || entity.members.length > 0) return
    for (const name of [entity.label, ...entity.names]) {
      const key = keyOf(name, gazetteer)
      if (!byName.has(key)) byName.set(key, i)
    }
  })
  for (const word of document.words) {
    const whole = ellipsisOf(document.words, word, gazetteer)
    if (whole !== undefined) {
      const entity = byName.get(keyOf(whole, gazetteer))
      const at = mentions.findIndex((mention) => mention.head === word.index && mention.kind !== 'derivation')
      if (entity !== undefined && at >= 0) mentions[at] = { ...mentions[at]!, kind: 'name', entity }
      continue
    }
    const found = sourceOf(document.words, word, gazetteer)
    if (!found) continue
    const key = keyOf(found.name, gazetteer)
    let entity = byName.get(key)
    if (entity === undefined) {
      const type = found.place ? 'Place' : typeOfPart(document.names, word)
      if (type === undefined) continue
      entity = entities.length
      entities.push({ type, named: true, label: found.name, names: [found.name], mentions: [], members: [] })
      byName.set(key, entity)
    }
    const at = mentions.length
    mentions.push({
      start: word.start,
      end: word.start + found.length,
      first: word.index,
      last: word.index + 1,
      head: word.index,
      kind: 'derivation',
      entity,
    })
    const known = entities[entity]!
    entities[entity] = { ...known, mentions: [...known.mentions, at] }
  }
  return { entities, mentions }
}

/** What the first part of a compound names that nothing else in the text does, if the model takes it for a name (*Porsche-Übernahme*). */
function typeOfPart(names: readonly Name[], word: Word): EntityType | undefined {
  const name = names.find((n) => n.first <= word.index && word.index < n.last && n.form !== 'derivation')
  return name?.type === 'ORG'
    ? 'Organization'
    : name?.type === 'PER'
      ? 'Person'
      : name?.type === 'LOC'
        ? 'Place'
        : undefined
}

/** Countries are the same under all their names (*USA*, *Vereinigte Staaten*). */
function keyOf(name: string, gazetteer: Gazetteer): string {
  const country = gazetteer.country(name)
  return country ? `country ${country.iso}` : name.toLowerCase()
}

/**
 * The country that the first half of an ellipsis names (*Nord-* in *Nord- und Südkorea*): its letters with an ending of a later word in the
 * sentence.
 */
function ellipsisOf(words: readonly Word[], word: Word, gazetteer: Gazetteer): string | undefined {
  const dashed = word.form.length > 2 && word.form.endsWith('-')
  const next = words[word.index + 1]
  const split =
    next !== undefined && next.form === '-' && !next.spaceBefore && words[word.index + 2]?.spaceBefore === true
  if (!dashed && !split) return undefined
  const stem = dashed ? word.form.slice(0, -1) : word.form
  for (let at = word.index + 1; words[at]?.sentence === word.sentence && at < word.index + 9; at++) {
    const { form } = words[at]!
    if (gazetteer.country(form) === null) continue
    for (let cut = 2; cut < form.length - 2; cut++)
      if (gazetteer.country(stem + form.slice(cut))) return stem + form.slice(cut)
  }
  return undefined
}

/** What a word names in passing: an adjective's place; the first part of a compound, whose hyphen may be a word of its own. */
function sourceOf(
  words: readonly Word[],
  word: Word,
  gazetteer: Gazetteer,
): { name: string; place: boolean; length: number } | undefined {
  const { form, upos } = word
  const hyphen = form.lastIndexOf('-')
  const next = words[word.index + 1]
  const joined = next?.form === '-' && !next.spaceBefore && words[word.index + 2]?.spaceBefore === false
  if ((hyphen > 0 && (upos === 'NOUN' || upos === 'PROPN')) || joined) {
    const part = hyphen > 0 && !joined ? form.slice(0, hyphen) : form
    const country = gazetteer.country(part)
    return { name: country ? country.label : part, place: country !== null, length: part.length }
  }
  if (upos !== 'ADJ' && upos !== 'PROPN') return undefined
  const reference = gazetteer.adjective(form)
  // *Bester Werfer* is not from the city of Best: adjectives of cities are written with a capital in their dictionary form too.
  if (reference?.kind === 'city' && !/^\p{Lu}/u.test(word.lemma)) return undefined
  return reference ? { name: reference.place, place: true, length: form.length } : undefined
}
