import type { ClaimRecord, EntityRecord, Extraction } from '../../src/core/claims.ts'
import type { EntityType } from '../../src/core/document.ts'
import { documentId } from '../../src/node/document-id.ts'
import { slugs } from '../../src/rdf/iri.ts'

const ONTOLOGY = 'https://w3id.org/pressgraph/ontology#'

/** `type label`, with variants, identifiers and the like where a test needs them. */
export type EntitySketch = readonly [type: EntityType, label: string, more?: Partial<Omit<EntityRecord, 'kind' | 'id'>>]
/** Labels of subject and object, name of the relation, and a stretch of the text as evidence. */
export type ClaimSketch = readonly [
  subject: string,
  relation: string,
  object: string,
  quote: string,
  more?: Partial<Omit<ClaimRecord, 'kind' | 'attributedTo'>> & { readonly by?: string },
]

/** An extraction from a few words: every evidence is found in the text, every entity by its label. */
export function sketch(
  text: string,
  entities: readonly EntitySketch[],
  claims: readonly ClaimSketch[] = [],
  metadata: Partial<Extraction['document']> = {},
): Extraction {
  const id = documentId(text)
  const names = slugs(entities.map(([, label]) => label))
  const idOf = (label: string): string => {
    const at = entities.findIndex(([, other]) => other === label)
    if (at < 0) throw new Error(`sketch: no entity "${label}"`)
    return `${id}/${names[at]}`
  }
  return {
    document: {
      kind: 'document',
      id,
      title: null,
      date: '2019-04',
      language: 'de',
      author: null,
      publisher: null,
      source: null,
      ...metadata,
    },
    text,
    entities: entities.map(([type, label, more], i) => ({
      kind: 'entity',
      id: `${id}/${names[i]}`,
      type,
      named: true,
      label,
      names: [label],
      description: null,
      sameAs: [],
      ...more,
    })),
    claims: claims.map(([subject, relation, object, quote, more], i) => {
      const start = text.indexOf(quote)
      if (start < 0) throw new Error(`sketch: "${quote}" is not in the text`)
      const { by, ...rest } = more ?? {}
      return {
        kind: 'claim',
        id: `${id}-${i + 1}`,
        subject: idOf(subject),
        predicate: { iri: ONTOLOGY + relation, name: relation, lemma: relation, label: { de: relation } },
        object: rest.value ? null : idOf(object),
        value: null,
        polarity: 'positive',
        modality: 'actual',
        attributedTo: by === undefined ? null : idOf(by),
        time: null,
        confidence: 0.9,
        evidence: { document: id, start, end: start + quote.length, quote },
        ...rest,
      }
    }),
  }
}

/** An article about the meeting in Vladivostok. */
export const meeting = (): Extraction =>
  sketch(
    ' date 2019-04 😀 Russlands Präsident Wladimir Putin hat Kim Jong Un in Wladiwostok getroffen. Putin hofft auf eine Bahnstrecke. "Gut", sagt Ilja Djatschkow, Experte für Nordkorea. Das Treffen war am Donnerstag.',
    [
      ['Person', 'Wladimir Putin', { names: ['Wladimir Putin', 'Putin'], description: 'Präsident Russlands' }],
      ['Person', 'Kim Jong Un'],
      ['Place', 'Russland', { sameAs: ['http://www.wikidata.org/entity/Q159'] }],
      ['Place', 'Wladiwostok'],
      ['Person', 'Ilja Djatschkow'],
      ['Place', 'Nordkorea'],
      ['Facility', 'Bahnstrecke', { named: false }],
      ['Event', 'Treffen', { named: false }],
    ],
    [
      ['Wladimir Putin', 'meets', 'Kim Jong Un', 'Wladimir Putin hat Kim Jong Un in Wladiwostok getroffen'],
      ['Wladimir Putin', 'headOfStateOf', 'Russland', 'Russlands Präsident Wladimir Putin'],
      [
        'Wladimir Putin',
        'builds',
        'Bahnstrecke',
        'Putin hofft auf eine Bahnstrecke',
        { modality: 'desired', by: 'Wladimir Putin' },
      ],
      ['Ilja Djatschkow', 'expertOn', 'Nordkorea', 'Ilja Djatschkow, Experte für Nordkorea'],
      ['Treffen', 'takesPlaceIn', 'Wladiwostok', 'in Wladiwostok getroffen'],
      ['Wladimir Putin', 'participatesIn', 'Treffen', 'Das Treffen war am Donnerstag'],
      [
        'Treffen',
        'takesPlaceOn',
        '',
        'Das Treffen war am Donnerstag',
        { value: { text: 'am Donnerstag', datatype: 'http://www.w3.org/2001/XMLSchema#string' } },
      ],
    ],
    { title: 'Putin trifft Kim' },
  )

/** A second article, which names two of the same. */
export const visit = (): Extraction =>
  sketch(
    'Wladimir Putin besucht Peking. Xi Jinping empfängt ihn nicht in Peking. Das Treffen dauert.',
    [
      ['Person', 'Wladimir Putin'],
      ['Place', 'Peking'],
      ['Person', 'Xi Jinping'],
      ['Event', 'Treffen', { named: false }],
    ],
    [
      ['Wladimir Putin', 'visits', 'Peking', 'Wladimir Putin besucht Peking'],
      ['Xi Jinping', 'hosts', 'Treffen', 'Xi Jinping empfängt ihn nicht in Peking', { polarity: 'negative' }],
    ],
    { date: '2020-01-02' },
  )
