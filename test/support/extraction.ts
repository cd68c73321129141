import type { ClaimRecord, ClaimTime, EntityRecord, Extraction } from '../../src/core/claims.ts'
import type { EntityType, Predicate, Value } from '../../src/core/document.ts'
import { openRelation, predicate, relation } from '../../src/rdf/vocabulary.ts'

/** A claim as tests write it: entities by label, evidence and time by their words, the rest where it differs from a plain fact. */
export interface ClaimSketch {
  readonly subject: string
  /** Name of a core relation, or a lemma and preposition (`einreisen über`). */
  readonly relation: string
  readonly object?: string
  readonly value?: Value
  readonly evidence: string
  readonly time?: Pick<ClaimTime, 'text' | 'type' | 'value'>
  readonly status?: Partial<Pick<ClaimRecord, 'polarity' | 'modality' | 'attributedTo'>>
  readonly confidence?: number
}

export interface ExtractionSketch {
  readonly id?: string
  readonly text: string
  readonly document?: Partial<Extraction['document']>
  readonly entities: readonly (Partial<EntityRecord> & { readonly label: string; readonly type: EntityType })[]
  readonly claims: readonly ClaimSketch[]
}

/** A whole extraction from its sketch; ids and offsets are what the pipeline would give. */
export function extraction(sketch: ExtractionSketch): Extraction {
  const { text } = sketch
  const document = sketch.id ?? '3f2a9c0b11d2'
  const entityId = (label: string) => `${document}/${label.replaceAll(' ', '_')}`
  const spanOf = (words: string) => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`"${words}" is not in the text`)
    return { start, end: start + words.length }
  }
  const predicateOf = (name: string): Predicate => {
    const [lemma, preposition] = name.split(' ')
    return /^[a-z]+([A-Z][a-z]+)*$/.test(name) && !name.endsWith('en')
      ? predicate(relation(name), name)
      : openRelation(lemma as string, preposition)
  }
  return {
    document: {
      kind: 'document',
      id: document,
      title: null,
      date: null,
      language: 'de',
      author: null,
      publisher: null,
      source: null,
      ...sketch.document,
    },
    text,
    entities: sketch.entities.map((entity) => ({
      kind: 'entity',
      id: entityId(entity.label),
      names: [entity.label],
      description: null,
      sameAs: [],
      ...entity,
    })),
    claims: sketch.claims.map((claim, index) => ({
      kind: 'claim',
      id: `${document}-${index + 1}`,
      subject: entityId(claim.subject),
      predicate: predicateOf(claim.relation),
      object: claim.object === undefined ? null : entityId(claim.object),
      value: claim.value ?? null,
      polarity: claim.status?.polarity ?? 'positive',
      modality: claim.status?.modality ?? 'actual',
      attributedTo: claim.status?.attributedTo ? entityId(claim.status.attributedTo) : null,
      time: claim.time ? { ...claim.time, ...spanOf(claim.time.text) } : null,
      confidence: claim.confidence ?? 0.9,
      evidence: { document, ...spanOf(claim.evidence), quote: claim.evidence },
    })),
  }
}

const TEXT = `Treffen in Wladiwostok 🤝

Russlands Präsident Wladimir Putin traf am Donnerstag Nordkoreas Machthaber Kim Jong Un in Wladiwostok. Kim reiste über die Grenzstadt Chassan ein.

"Kim wird auch Donald Trump treffen", sagt Ilja Djatschkow, Nordkorea-Experte. Der Handel liegt bei 34 Millionen Euro. Putin kritisiert Trump nicht.`

const STRING = 'http://www.w3.org/2001/XMLSchema#string'

/** A small article with every kind of claim: facts, an open relation, a value, a quoted prediction, a denial, a time without a date. */
export const summit = extraction({
  text: TEXT,
  document: {
    title: 'Treffen in Wladiwostok',
    date: '2019-04',
    author: 'Frank Aischmann',
    publisher: 'ARD',
    source: 'wladiwostok.txt',
  },
  entities: [
    {
      label: 'Wladimir Putin',
      type: 'Person',
      names: ['Wladimir Putin', 'Putin'],
      description: 'Präsident Russlands',
      named: true,
    },
    { label: 'Kim Jong Un', type: 'Person', names: ['Kim Jong Un', 'Kim'], named: true },
    { label: 'Donald Trump', type: 'Person', names: ['Donald Trump', 'Trump'], named: true },
    { label: 'Ilja Djatschkow', type: 'Person', named: true },
    {
      label: 'Russland',
      type: 'Place',
      names: ['Russland', 'Russlands'],
      labelEn: 'Russia',
      sameAs: ['http://www.wikidata.org/entity/Q159'],
      named: true,
    },
    { label: 'Nordkorea', type: 'Place', sameAs: ['http://www.wikidata.org/entity/Q423'], named: true },
    { label: 'Wladiwostok', type: 'Place', named: true },
    { label: 'Chassan', type: 'Place', named: true },
    { label: 'Handel', type: 'Topic', named: false },
  ],
  claims: [
    {
      subject: 'Wladimir Putin',
      relation: 'meets',
      object: 'Kim Jong Un',
      evidence:
        'Russlands Präsident Wladimir Putin traf am Donnerstag Nordkoreas Machthaber Kim Jong Un in Wladiwostok.',
      time: { text: 'am Donnerstag', type: 'DATE', value: '2019-WXX-4' },
      confidence: 0.83,
    },
    {
      subject: 'Wladimir Putin',
      relation: 'headOfStateOf',
      object: 'Russland',
      evidence: 'Russlands Präsident Wladimir Putin',
    },
    {
      subject: 'Kim Jong Un',
      relation: 'rulerOf',
      object: 'Nordkorea',
      evidence: 'Nordkoreas Machthaber Kim Jong Un',
    },
    {
      subject: 'Kim Jong Un',
      relation: 'einreisen über',
      object: 'Chassan',
      evidence: 'Kim reiste über die Grenzstadt Chassan ein.',
    },
    {
      subject: 'Kim Jong Un',
      relation: 'meets',
      object: 'Donald Trump',
      evidence: '"Kim wird auch Donald Trump treffen", sagt Ilja Djatschkow, Nordkorea-Experte.',
      status: { modality: 'future', attributedTo: 'Ilja Djatschkow' },
    },
    {
      subject: 'Ilja Djatschkow',
      relation: 'expertOn',
      object: 'Nordkorea',
      evidence: 'Ilja Djatschkow, Nordkorea-Experte',
    },
    {
      subject: 'Handel',
      relation: 'hasAmount',
      value: { text: '34 Millionen Euro', datatype: STRING, amount: 34_000_000, unit: 'EUR' },
      evidence: 'Der Handel liegt bei 34 Millionen Euro.',
    },
    {
      subject: 'Wladimir Putin',
      relation: 'criticizes',
      object: 'Donald Trump',
      evidence: 'Putin kritisiert Trump nicht.',
      status: { polarity: 'negative' },
      confidence: 1,
    },
  ],
})
