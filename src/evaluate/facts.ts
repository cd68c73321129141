import type { ClaimRecord, EntityRecord } from '../core/claims.ts'
import type { EntityType, Modality, Polarity } from '../core/document.ts'
import { InputError } from '../core/errors.ts'
import { type Resource, readTable } from '../core/resources.ts'
import { coreVocabulary } from '../rdf/vocabulary.ts'

interface GoldEntity {
  readonly id: string
  readonly type: EntityType
  /** As the article writes them. */
  readonly names: readonly string[]
}

/** Subject – relations accepted – object, and the status. */
export interface GoldFact {
  readonly s: string
  /** Names of the ontology's relations or lemmas, any of which is right. */
  readonly p: readonly string[]
  readonly o: string | { readonly value: string }
  readonly polarity?: Polarity
  readonly modality?: Modality
  /** Entity that says so. */
  readonly by?: string | null
  /** Whether a summary could not do without it. */
  readonly core?: boolean
}

export interface FactGold {
  readonly entities: readonly GoldEntity[]
  readonly facts: readonly GoldFact[]
  /** What a machine might claim and must not. */
  readonly wrong: readonly (GoldFact & { readonly why?: string })[]
}

/** An article's entities and claims, as `extract` gives them. */
export interface ClaimedFacts {
  readonly entities: readonly Pick<EntityRecord, 'id' | 'type' | 'label' | 'names'>[]
  readonly claims: readonly Pick<
    ClaimRecord,
    'subject' | 'predicate' | 'object' | 'value' | 'polarity' | 'modality' | 'attributedTo'
  >[]
}

/** Items found, and items there are. */
export type Share = readonly [found: number, of: number]

export interface FactScore {
  /** Persons, organisations and places. */
  readonly namedEntities: Share
  /** Right subject, relation and object, whatever the status. */
  readonly facts: Share
  readonly coreFacts: Share
  /** With polarity, modality and speaker right as well. */
  readonly factsWithStatus: Share
  readonly wrongClaimed: Share
  readonly claims: number
  /** What is missing or wrong, a line each. */
  readonly misses: readonly string[]
}

/** What the comparison needs to know of the language. */
export interface FactWords {
  /** Prepositions and articles that end the noun phrase whose head is compared. */
  readonly afterHead: ReadonlySet<string>
  /** Inflectional endings, the longest first. */
  readonly endings: readonly string[]
  /** Lemmas whose subject and object may change places. */
  readonly symmetric: ReadonlySet<string>
}

export const factWords: Resource<FactWords> = {
  id: 'evaluation/facts',
  load: async (resources) => {
    const rows = await readTable(resources, 'lang/de/evaluation.tsv')
    const words = (use: string): string[] => rows.filter((row) => row[0] === use).map((row) => row[1] ?? '')
    return {
      afterHead: new Set(words('after-head')),
      endings: words('ending').sort((a, b) => b.length - a.length),
      symmetric: new Set(words('symmetric')),
    }
  },
}

/**
 * Reads gold facts of one article (JSON with `entities`, `facts` and `wrong`).
 * @throws InputError if the text is none, or a fact speaks of an entity that is not listed.
 */
export function readFactGold(source: string, input: string): FactGold {
  let read: Partial<FactGold>
  try {
    read = JSON.parse(source)
  } catch {
    throw new InputError(input, 'no JSON')
  }
  const { entities, facts, wrong = [] } = read
  if (!Array.isArray(entities) || !Array.isArray(facts))
    throw new InputError(input, 'no gold of facts', 'It holds the lists entities and facts.')
  const ids = new Set(entities.map(({ id }) => id))
  for (const { s, o, by } of [...facts, ...wrong])
    for (const id of [s, o, by])
      if (typeof id === 'string' && !ids.has(id)) throw new InputError(input, `there is no entity "${id}"`)
  return { entities, facts, wrong }
}

/**
 * Reads what `extract --format jsonl` prints.
 * @throws InputError if a line is no JSON.
 */
export function readClaimedFacts(source: string, input: string): ClaimedFacts {
  const lines = source.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line)]
    } catch {
      throw new InputError(input, `line ${i + 1} is no JSON`)
    }
  })
  return {
    entities: lines.filter(({ kind }) => kind === 'entity'),
    claims: lines.filter(({ kind }) => kind === 'claim'),
  }
}

/** Types whose entities are known by their names alone; others also by the noun that heads their description. */
const NAMED: ReadonlySet<EntityType> = new Set(['Person', 'Organization', 'Place'])

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[„“”"'’‚‘»«]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const SYMMETRIC_RELATIONS: ReadonlySet<string> = new Set(
  coreVocabulary.relations.filter(({ symmetric }) => symmetric).map(({ name }) => plain(name)),
)

/** Compares the claims of one article with its gold. */
class Comparison {
  readonly #gold: FactGold
  readonly #words: FactWords
  readonly #goldEntities: ReadonlyMap<string, GoldEntity>
  readonly #entities: ReadonlyMap<string, ClaimedFacts['entities'][number]>

  constructor(gold: FactGold, claimed: ClaimedFacts, words: FactWords) {
    this.#gold = gold
    this.#words = words
    this.#goldEntities = new Map(gold.entities.map((entity) => [entity.id, entity]))
    this.#entities = new Map(claimed.entities.map((entity) => [entity.id, entity]))
  }

  /** A crude stem that lets inflected nouns meet. */
  #stem(word: string): string {
    if (word.length <= 4) return word
    const ending = this.#words.endings.find((one) => word.endsWith(one))
    return ending === undefined ? word : word.slice(0, -ending.length)
  }

  /** The stem of the noun that carries a description. */
  #head(name: string): string {
    const words = plain(name).split(' ')
    const end = words.findIndex((word, i) => i > 0 && i < words.length - 1 && this.#words.afterHead.has(word))
    return this.#stem(words.slice(0, end < 0 ? undefined : end).at(-1) ?? '')
  }

  #namesOf({ label, names }: ClaimedFacts['entities'][number]): string[] {
    return [label, ...(names ?? [])].filter((name) => name !== '')
  }

  #haveName(gold: GoldEntity, entity: ClaimedFacts['entities'][number]): boolean {
    const stems = (names: readonly string[]) =>
      names.map((name) =>
        plain(name)
          .split(' ')
          .map((word) => this.#stem(word))
          .join(' '),
      )
    const theirs = stems(this.#namesOf(entity))
    return stems(gold.names).some((name) => theirs.includes(name))
  }

  /** Equal by a name; where neither is of a named type, by the head noun too, unless the name is another gold entity's. */
  isSame(gold: GoldEntity, entity: ClaimedFacts['entities'][number]): boolean {
    if (this.#haveName(gold, entity)) return true
    if (NAMED.has(gold.type) || NAMED.has(entity.type)) return false
    const heads = this.#namesOf(entity).map((name) => this.#head(name))
    if (!gold.names.some((name) => heads.includes(this.#head(name)))) return false
    return !this.#gold.entities.some((other) => this.#haveName(other, entity))
  }

  #refersTo(goldId: string, entityId: string): boolean {
    const gold = this.#goldEntities.get(goldId)
    const entity = this.#entities.get(entityId)
    return gold !== undefined && entity !== undefined && this.isSame(gold, entity)
  }

  #hasObject(object: GoldFact['o'], claim: ClaimedFacts['claims'][number]): boolean {
    if (typeof object === 'string') return claim.object !== null && this.#refersTo(object, claim.object)
    const want = plain(object.value)
    const entity = claim.object === null ? undefined : this.#entities.get(claim.object)
    const texts = claim.object === null ? [claim.value?.text ?? ''] : entity ? this.#namesOf(entity) : []
    return texts.map(plain).some((text) => text !== '' && (text.includes(want) || want.includes(text)))
  }

  states(claim: ClaimedFacts['claims'][number], fact: GoldFact): boolean {
    const { name, lemma, iri, label } = claim.predicate
    const names = [name, lemma, iri?.split(/[#/]/).at(-1), ...Object.values(label ?? {})]
      .filter((one): one is string => Boolean(one))
      .map(plain)
    const accepted = fact.p.map(plain)
    if (!names.some((one) => accepted.includes(one))) return false
    if (this.#refersTo(fact.s, claim.subject) && this.#hasObject(fact.o, claim)) return true
    if (typeof fact.o !== 'string' || claim.object === null) return false
    if (!names.some((one) => SYMMETRIC_RELATIONS.has(one) || this.#words.symmetric.has(one))) return false
    return this.#refersTo(fact.o, claim.subject) && this.#refersTo(fact.s, claim.object)
  }

  hasStatus(claim: ClaimedFacts['claims'][number], fact: GoldFact): boolean {
    if (!sameMood(claim, fact)) return false
    if (!fact.by) return claim.attributedTo === null
    return claim.attributedTo !== null && this.#refersTo(fact.by, claim.attributedTo)
  }

  /** A fact for people. */
  describe({ s, p, o }: GoldFact): string {
    const name = (id: string): string => this.#goldEntities.get(id)?.names[0] ?? id
    return `${name(s)} – ${p[0]} – ${typeof o === 'string' ? name(o) : `"${o.value}"`}`
  }
}

const sameMood = (claim: ClaimedFacts['claims'][number], fact: GoldFact): boolean =>
  (fact.polarity ?? 'positive') === claim.polarity && (fact.modality ?? 'actual') === claim.modality

/** Scores one article's claims against its gold facts. Claims outside the gold count neither way: they may be true. */
export function evaluateFacts(gold: FactGold, claimed: ClaimedFacts, words: FactWords): FactScore {
  const comparison = new Comparison(gold, claimed, words)
  const named = gold.entities.filter(({ type }) => NAMED.has(type))
  const absent = named.filter((entity) => !claimed.entities.some((one) => comparison.isSame(entity, one)))
  const rows = gold.facts.map((fact) => {
    const hits = claimed.claims.filter((claim) => comparison.states(claim, fact))
    return { fact, hit: hits.length > 0, status: hits.some((claim) => comparison.hasStatus(claim, fact)) }
  })
  const wrong = gold.wrong.filter((fact) =>
    claimed.claims.some(
      (claim) => claim.attributedTo === null && sameMood(claim, fact) && comparison.states(claim, fact),
    ),
  )
  const core = rows.filter(({ fact }) => fact.core)
  return {
    namedEntities: [named.length - absent.length, named.length],
    facts: [rows.filter(({ hit }) => hit).length, rows.length],
    coreFacts: [core.filter(({ hit }) => hit).length, core.length],
    factsWithStatus: [rows.filter(({ status }) => status).length, rows.length],
    wrongClaimed: [wrong.length, gold.wrong.length],
    claims: claimed.claims.length,
    misses: [
      ...absent.map(({ type, names }) => `missed entity    ${type} ${names[0]}`),
      ...rows
        .filter(({ status }) => !status)
        .map(
          ({ fact, hit }) =>
            `${hit ? 'wrong status' : 'missed      '}   ${fact.core ? '*' : ' '} ${comparison.describe(fact)}`,
        ),
      ...wrong.map((fact) => `wrongly claimed  ${comparison.describe(fact)}${fact.why ? `: ${fact.why}` : ''}`),
    ],
  }
}

const SHARES = ['namedEntities', 'facts', 'coreFacts', 'factsWithStatus', 'wrongClaimed'] as const

/** The scores of several articles taken together. */
export function sumFacts(scores: readonly FactScore[]): FactScore {
  const sum = (key: (typeof SHARES)[number]): Share => [
    scores.reduce((total, score) => total + score[key][0], 0),
    scores.reduce((total, score) => total + score[key][1], 0),
  ]
  return {
    namedEntities: sum('namedEntities'),
    facts: sum('facts'),
    coreFacts: sum('coreFacts'),
    factsWithStatus: sum('factsWithStatus'),
    wrongClaimed: sum('wrongClaimed'),
    claims: scores.reduce((total, { claims }) => total + claims, 0),
    misses: scores.flatMap(({ misses }) => misses),
  }
}

/** The scores as a table in plain text. */
export function formatFacts(score: FactScore): string {
  const rows: readonly (readonly [string, string])[] = [
    ['named entities', score.namedEntities.join('/')],
    ['facts', score.facts.join('/')],
    ['core facts', score.coreFacts.join('/')],
    ['facts with status', score.factsWithStatus.join('/')],
    ['wrong claimed', score.wrongClaimed.join('/')],
    ['claims', String(score.claims)],
  ]
  return rows.map(([name, value]) => `${name.padEnd(18)} ${value}\n`).join('')
}
