import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClaimRecord, EntityRecord, Extraction } from '../../src/core/claims.ts'
import type { EntityType, Modality, Polarity, Value } from '../../src/core/document.ts'
import { packageRoot } from '../../src/node/resources.ts'

const document = 'a0b1c2d3e4f5'
const ontology = 'https://w3id.org/pressgraph/ontology#'

/** Key, type, label and further names of the entities that the hand-made claims speak of. */
const ENTITIES: readonly (readonly [string, EntityType, string, ...string[]])[] = [
  ['Wladimir_Putin', 'Person', 'Wladimir Putin', 'Putin'],
  ['Kim_Jong_Un', 'Person', 'Kim Jong Un', 'Kim'],
  ['Donald_Trump', 'Person', 'Donald Trump'],
  ['Ilja_Djatschkow', 'Person', 'Ilja Djatschkow', 'Djatschkow'],
  ['Regierungsvertreter', 'Person', 'russischer Regierungsvertreter'],
  ['Russland', 'Place', 'Russland'],
  ['Nordkorea', 'Place', 'Nordkorea'],
  ['Südkorea', 'Place', 'Südkorea'],
  ['USA', 'Place', 'USA'],
  ['Wladiwostok', 'Place', 'Wladiwostok'],
  ['Peking', 'Place', 'Peking'],
  ['Chassan', 'Place', 'Chassan'],
  ['Rajin', 'Place', 'Rajin'],
  ['Kreml', 'Organization', 'Kreml'],
  ['Hafen_von_Rajin', 'Facility', 'Hafen von Rajin'],
  ['transkoreanische_Eisenbahn', 'Facility', 'transkoreanische Eisenbahn'],
  ['transsibirische_Eisenbahn', 'Facility', 'transsibirische Eisenbahn'],
  ['Sonderzug', 'Product', 'Sonderzug'],
  ['Gipfeltreffen', 'Event', 'Gipfeltreffen', 'Treffen', 'Gipfel'],
  ['Seidenstraßen-Gipfel', 'Event', 'Seidenstraßen-Gipfel'],
  ['Atomprogramm', 'Topic', 'nordkoreanisches Atomprogramm', 'Atomprogramm'],
  ['atomare_Abrüstung', 'Topic', 'atomare Abrüstung'],
  ['Handel', 'Topic', 'Handel', 'Handelsbeziehungen'],
  ['Sanktionen', 'Topic', 'internationale Sanktionen', 'Sanktionen'],
  ['Durchbruch', 'Topic', 'kurzfristiger Durchbruch'],
  ['Investoren', 'Group', 'russische Investoren', 'Investoren'],
]

const SAME_AS: Readonly<Record<string, string>> = {
  Russland: 'http://www.wikidata.org/entity/Q159',
  Nordkorea: 'http://www.wikidata.org/entity/Q423',
}

const LABELS: Readonly<Record<string, readonly [lemma: string, de: string, en: string]>> = {
  headOfStateOf: ['Präsident', 'ist Staatsoberhaupt von', 'is head of state of'],
  rulerOf: ['Machthaber', 'ist Machthaber von', 'is ruler of'],
  meets: ['treffen', 'trifft', 'meets'],
  talksWith: ['reden', 'spricht mit', 'talks with'],
  takesPlaceIn: ['stattfinden', 'findet statt in', 'takes place in'],
  discusses: ['gehen', 'behandelt', 'discusses'],
  arrivesIn: ['eintreffen', 'trifft ein in', 'arrives in'],
  expertOn: ['Experte', 'ist Experte für', 'is expert on'],
  visits: ['besuchen', 'besucht', 'visits'],
  hasAmount: ['liegen', 'beträgt', 'has amount'],
  sanctions: ['Sanktion', 'sanktioniert', 'sanctions'],
  connectsTo: ['verbinden', 'verbindet sich mit', 'connects to'],
  locatedIn: ['liegen', 'liegt in', 'is located in'],
  modernizes: ['erneuern', 'modernisiert', 'modernizes'],
  cooperatesWith: ['zusammenarbeiten', 'arbeitet zusammen mit', 'cooperates with'],
  travelsTo: ['fliegen', 'reist nach', 'travels to'],
  participatesIn: ['teilnehmen', 'nimmt teil an', 'participates in'],
}

interface Fact {
  readonly subject: string
  readonly relation: string
  /** An entity's key, or a value. */
  readonly object: string | Value
  /** Words of the sentence that is the evidence. */
  readonly says: string
  /** The word of it that states the relation; not all extractions say which. */
  readonly word?: string
  readonly polarity?: Polarity
  readonly modality?: Modality
  readonly speaker?: string
  readonly time?: readonly [words: string, value: string]
}

const amount: Value = {
  text: '34 Millionen Euro',
  datatype: `${ontology}amount`,
  amount: 34_000_000,
  unit: 'EUR',
}
const expected: Value = { text: 'erwartet', datatype: 'http://www.w3.org/2001/XMLSchema#string' }
const opening = 'In Wladiwostok beginnt das Treffen'
const arrival = 'Russlands Präsident Wladimir Putin ist zum Gipfeltreffen'
const trump = 'bei den bereits zwei Treffen zwischen Kim'
const flight = 'Präsident Putin fliegt noch'

const FACTS: readonly Fact[] = [
  { subject: 'Wladimir_Putin', relation: 'headOfStateOf', object: 'Russland', says: opening },
  { subject: 'Kim_Jong_Un', relation: 'rulerOf', object: 'Nordkorea', says: arrival },
  { subject: 'Wladimir_Putin', relation: 'meets', object: 'Kim_Jong_Un', says: opening },
  { subject: 'Gipfeltreffen', relation: 'takesPlaceIn', object: 'Wladiwostok', says: opening },
  { subject: 'Wladimir_Putin', relation: 'participatesIn', object: 'Gipfeltreffen', says: opening },
  { subject: 'Kim_Jong_Un', relation: 'participatesIn', object: 'Gipfeltreffen', says: opening },
  { subject: 'Gipfeltreffen', relation: 'discusses', object: 'Atomprogramm', says: 'Dabei geht es vor allem' },
  { subject: 'Gipfeltreffen', relation: 'discusses', object: 'Handel', says: 'Dabei geht es vor allem' },
  {
    subject: 'Wladimir_Putin',
    relation: 'arrivesIn',
    object: 'Wladiwostok',
    says: arrival,
    speaker: 'Kreml',
    time: ['am Donnerstag', '2019-04-25'],
  },
  {
    subject: 'Kim_Jong_Un',
    relation: 'arrivesIn',
    object: 'Wladiwostok',
    says: 'Kim war bereits am Vortag',
    time: ['am Vortag', '2019-04-24'],
  },
  {
    subject: 'Kim_Jong_Un',
    relation: 'talksWith',
    object: 'Wladimir_Putin',
    says: 'Mit Putin wolle er',
    modality: 'desired',
    speaker: 'Kim_Jong_Un',
  },
  { subject: 'Kim_Jong_Un', relation: 'talksWith', object: 'Wladimir_Putin', says: 'Kim und Putin reden' },
  {
    subject: 'Gipfeltreffen',
    relation: 'discusses',
    object: 'atomare_Abrüstung',
    says: 'werde die atomare Abrüstung ein Thema',
    modality: 'future',
    speaker: 'Ilja_Djatschkow',
  },
  { subject: 'Kim_Jong_Un', relation: 'meets', object: 'Donald_Trump', says: trump, speaker: 'Ilja_Djatschkow' },
  { subject: 'Donald_Trump', relation: 'headOfStateOf', object: 'USA', says: trump },
  { subject: 'Ilja_Djatschkow', relation: 'expertOn', object: 'Nordkorea', says: trump },
  {
    subject: 'Kim_Jong_Un',
    relation: 'visits',
    object: 'Russland',
    says: 'So gesehen wird der Besuch Kims',
    speaker: 'Ilja_Djatschkow',
  },
  {
    subject: 'Handel',
    relation: 'hasAmount',
    object: amount,
    says: '34 Millionen Euro im Jahr liegt.',
    speaker: 'Regierungsvertreter',
  },
  { subject: 'Sanktionen', relation: 'sanctions', object: 'Nordkorea', says: 'internationalen Sanktionen gegen' },
  { subject: 'Chassan', relation: 'connectsTo', object: 'Rajin', says: 'russischen Grenzstadt Chassan' },
  {
    subject: 'Chassan',
    relation: 'locatedIn',
    object: 'Russland',
    says: 'russischen Grenzstadt Chassan',
    word: 'Grenzstadt',
  },
  { subject: 'Rajin', relation: 'locatedIn', object: 'Nordkorea', says: 'russischen Grenzstadt Chassan' },
  { subject: 'Hafen_von_Rajin', relation: 'locatedIn', object: 'Rajin', says: 'der Hafen von Rajin' },
  {
    subject: 'Investoren',
    relation: 'modernizes',
    object: 'Hafen_von_Rajin',
    says: 'der Hafen von Rajin',
    speaker: 'Ilja_Djatschkow',
  },
  {
    subject: 'Nordkorea',
    relation: 'cooperatesWith',
    object: 'Südkorea',
    says: 'Wir hoffen, dass',
    modality: 'desired',
    speaker: 'Ilja_Djatschkow',
  },
  {
    subject: 'transkoreanische_Eisenbahn',
    relation: 'connectsTo',
    object: 'transsibirische_Eisenbahn',
    says: 'Wir hoffen, dass',
    modality: 'desired',
    speaker: 'Ilja_Djatschkow',
  },
  {
    subject: 'Durchbruch',
    relation: 'expected',
    object: expected,
    says: 'Ein kurzfristiger Durchbruch',
    polarity: 'negative',
  },
  { subject: 'Wladimir_Putin', relation: 'travelsTo', object: 'Peking', says: flight },
  { subject: 'Wladimir_Putin', relation: 'participatesIn', object: 'Seidenstraßen-Gipfel', says: flight },
  { subject: 'Seidenstraßen-Gipfel', relation: 'takesPlaceIn', object: 'Peking', says: flight },
]

/** Start and end of the sentence that `words` stand in, by full stops and line ends: enough for this one text. */
function sentenceAround(text: string, words: string): { start: number; end: number } {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`the article does not say "${words}"`)
  const before = Math.max(text.lastIndexOf('. ', at) + 2, text.lastIndexOf('\n', at) + 1)
  const rest = text.slice(at)
  const stop = rest.search(/\.(?=["\s])|\n|$/)
  const start = Math.max(before, text.startsWith(' date 2019-04 ') ? ' date 2019-04 '.length : 0)
  return { start, end: at + stop + (rest[stop] === '.' ? 1 : 0) }
}

/** The article on Putin's meeting with Kim, with claims made by hand: every status, a value, dates and speakers occur. */
export function articleExtraction(): Extraction {
  const text = readFileSync(join(packageRoot(), 'data/articles/wladiwostok.txt'), 'utf8')
  const entities = ENTITIES.map(
    ([key, type, label, ...names]): EntityRecord => ({
      kind: 'entity',
      id: `${document}/${key}`,
      type,
      label,
      names: [label, ...names],
      description: key === 'Wladimir_Putin' ? 'Präsident Russlands' : null,
      sameAs: SAME_AS[key] ? [SAME_AS[key]] : [],
    }),
  )
  const claims = FACTS.map((fact, index): ClaimRecord => {
    const { start, end } = sentenceAround(text, fact.says)
    const [lemma, de, en] = LABELS[fact.relation] ?? [fact.relation, fact.relation, fact.relation]
    const words = fact.time?.[0] ?? ''
    const at = text.indexOf(words, start)
    const stated = fact.word === undefined ? -1 : text.indexOf(fact.word, start)
    return {
      kind: 'claim',
      id: `${document}-${index + 1}`,
      subject: `${document}/${fact.subject}`,
      predicate: { iri: `${ontology}${fact.relation}`, name: fact.relation, lemma, label: { de, en } },
      object: typeof fact.object === 'string' ? `${document}/${fact.object}` : null,
      value: typeof fact.object === 'string' ? null : fact.object,
      polarity: fact.polarity ?? 'positive',
      modality: fact.modality ?? 'actual',
      attributedTo: fact.speaker ? `${document}/${fact.speaker}` : null,
      time: fact.time ? { start: at, end: at + words.length, text: words, type: 'DATE', value: fact.time[1] } : null,
      confidence: 0.6 + (index % 5) * 0.08,
      evidence: { document, start, end, quote: text.slice(start, end) },
      ...(fact.word === undefined ? {} : { trigger: { start: stated, end: stated + fact.word.length } }),
    }
  })
  return {
    document: {
      kind: 'document',
      id: document,
      title: 'Putin trifft Kim in Wladiwostok',
      date: '2019-04',
      language: 'de',
      author: 'Frank Aischmann',
      publisher: null,
      source: 'wladiwostok.txt',
    },
    text,
    entities,
    claims,
  }
}

/** A second, short article: Putin of the first one, and two that are new. */
export function secondExtraction(): Extraction {
  const id = 'b1c2d3e4f5a6'
  const text = 'Wladimir Putin traf am 26. April 2019 Xi Jinping in Peking. Xi Jinping lobte das Treffen.'
  const entity = (type: EntityType, label: string): EntityRecord => ({
    kind: 'entity',
    id: `${id}/${label.replaceAll(' ', '_')}`,
    type,
    label,
    names: [label],
    description: null,
    sameAs: [],
  })
  const claim = (number: number, from: string, name: string, to: string, time: ClaimRecord['time']): ClaimRecord => {
    const start = number === 1 ? 0 : 59
    const end = number === 1 ? 58 : text.length
    const [lemma, de, en] = LABELS[name]!
    return {
      kind: 'claim',
      id: `${id}-${number}`,
      subject: `${id}/${from}`,
      predicate: { iri: `${ontology}${name}`, name, lemma, label: { de, en } },
      object: `${id}/${to}`,
      value: null,
      polarity: 'positive',
      modality: 'actual',
      attributedTo: null,
      time,
      confidence: 0.9,
      evidence: { document: id, start, end, quote: text.slice(start, end) },
    }
  }
  const date = { start: 20, end: 37, text: 'am 26. April 2019', type: 'DATE', value: '2019-04-26' } as const
  return {
    document: {
      kind: 'document',
      id,
      title: 'Putin in Peking',
      date: '2019-04-26',
      language: 'de',
      author: null,
      publisher: null,
      source: null,
    },
    text,
    entities: [
      entity('Person', 'Wladimir Putin'),
      entity('Person', 'Xi Jinping'),
      entity('Event', 'Treffen in Peking'),
    ],
    claims: [
      claim(1, 'Wladimir_Putin', 'meets', 'Xi_Jinping', date),
      claim(2, 'Xi_Jinping', 'participatesIn', 'Treffen_in_Peking', null),
    ],
  }
}
