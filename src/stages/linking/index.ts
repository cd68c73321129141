import type { Document, Entity, Link } from '../../core/document.ts'
import { defineStage } from '../../core/stage.ts'
import { type Gazetteer, gazetteerResource, type PlaceContext } from '../../gazetteer/index.ts'

const NOTHING: Link = { sameAs: [] }

/**
 * Identifiers of entities in Wikidata and GeoNames, where a data package has them: of places, and of unions of states. A person has none, and
 * an organisation is never taken for the place that it is called by (*Moskau lehnt ab*).
 */
export const linking = defineStage(
  'linking',
  ['words', 'names', 'coreference'],
  ['links'],
  async (document, resources) => {
    const gazetteer = await resources.use(gazetteerResource)
    const context = { countries: countriesOf(document, gazetteer) }
    return { links: document.coreference.entities.map((entity) => linkOf(entity, gazetteer, context)) }
  },
)

/** ISO codes of the countries that a document names, by their own names or by adjectives and inhabitants. */
export function countriesOf(document: Document<'words' | 'names'>, gazetteer: Gazetteer): ReadonlySet<string> {
  const countries = new Set<string>()
  for (const name of document.names) {
    const text = document.text.slice(name.start, name.end)
    const iso =
      gazetteer.country(text)?.iso ??
      gazetteer.country(document.words[name.last - 1]?.lemma ?? '')?.iso ??
      gazetteer.demonym(text)?.iso
    if (iso) countries.add(iso)
  }
  for (const word of document.words) {
    if (word.upos !== 'ADJ' && word.upos !== 'PROPN') continue
    const reference = word.upos === 'ADJ' ? gazetteer.adjective(word.form) : null
    const iso = reference?.kind === 'country' ? reference.iso : gazetteer.country(word.form)?.iso
    if (iso) countries.add(iso)
  }
  return countries
}

function linkOf(entity: Entity, gazetteer: Gazetteer, context: PlaceContext): Link {
  if (!entity.named || entity.members.length > 0) return NOTHING
  for (const name of [entity.label, ...entity.names]) {
    const found =
      entity.type === 'Place'
        ? gazetteer.place(name, context)
        : entity.type === 'Organization'
          ? gazetteer.union(name)
          : null
    if (found) return { sameAs: found.iri ? [found.iri] : [], labelEn: found.labelEn }
  }
  return NOTHING
}
