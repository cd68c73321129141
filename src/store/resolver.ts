import type { Extraction } from '../core/claims.ts'
import type { EntityType } from '../core/document.ts'
import { slug } from '../rdf/iri.ts'
import { type Cluster, Clusters, type Resolvable } from './clusters.ts'
import type { Rulings } from './decisions.ts'

/** What entities of several articles together stand for. */
export interface JoinedEntity {
  /** Local name of its IRI, unique in the workspace: `Wladimir_Putin`. */
  readonly name: string
  readonly label: string
  readonly type: EntityType
  /** Ids of the articles' entities, in the order of the articles. */
  readonly members: readonly string[]
}

export type Resolution = ReadonlyMap<string, JoinedEntity>

/** Types whose full name is enough to take two for the same; a person's must have two words. What is not named is never joined. */
const JOINED_BY_NAME: ReadonlySet<EntityType> = new Set([
  'Person',
  'Organization',
  'Place',
  'Facility',
  'Work',
  'Product',
])

/**
 * Says which entities of different articles are one: those that people decided are the same, then those of the same type that share an
 * identifier or a full name, unless something is against it: a decision, an article that has both, or different identifiers of one authority. Which IRI an entity
 * has depends on the order of the articles alone: who comes first keeps the plain name, another of the same name becomes `Name_2`.
 * @param entities of all articles, in the order in which the articles came
 */
export function resolve(entities: readonly Resolvable[], decided: Pick<Rulings, 'pairs' | 'labels'>): Resolution {
  const clusters = new Clusters(entities)
  for (const { entities: pair, same } of decided.pairs) if (!same) clusters.forbid(pair)
  for (const { entities: pair, same } of decided.pairs) if (same) clusters.join(...pair, true)
  const candidates = new Map<string, string[]>()
  for (const entity of entities)
    for (const key of keysOf(entity)) {
      const others = candidates.get(key) ?? []
      if (!others.some((other) => clusters.join(other, entity.id, false))) candidates.set(key, [...others, entity.id])
    }
  return name(clusters.all(), decided.labels)
}

/** What an entity shares with the others that it may be joined with. */
function keysOf({ type, label, named, sameAs }: Resolvable): string[] {
  const keys = sameAs.map((iri) => `${type} <${iri}>`)
  const full = label.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (named && JOINED_BY_NAME.has(type) && (type !== 'Person' || full.includes(' '))) keys.push(`${type} ${full}`)
  return keys
}

function name(clusters: readonly Cluster[], labels: ReadonlyMap<string, string>): Resolution {
  const taken = new Set<string>()
  const last = new Map<string, number>()
  const resolution = new Map<string, JoinedEntity>()
  for (const { members } of clusters) {
    const { label, type } = members[0]!
    const base = slug(label)
    let number = last.get(base) ?? 1
    let unique = base
    while (taken.has(unique)) unique = `${base}_${++number}`
    last.set(base, number)
    taken.add(unique)
    const renamed = members.map(({ id }) => labels.get(id)).filter((given) => given !== undefined)
    const ids = members.map(({ id }) => id)
    const joined: JoinedEntity = { name: unique, label: renamed.at(-1) ?? label, type, members: ids }
    for (const id of ids) resolution.set(id, joined)
  }
  return resolution
}

/**
 * An article's extraction as it is published: label and type of an entity are those of what it stands for (its own label stays among its
 * names), rejected claims are left out, confirmed ones are certain.
 */
export function applyDecisions(extraction: Extraction, resolution: Resolution, claims: Rulings['claims']): Extraction {
  return {
    ...extraction,
    entities: extraction.entities.map((entity) => {
      const joined = resolution.get(entity.id)
      if (!joined || (joined.label === entity.label && joined.type === entity.type)) return entity
      const names = [...new Set([joined.label, entity.label, ...entity.names])]
      return { ...entity, label: joined.label, type: joined.type, names }
    }),
    claims: extraction.claims
      .filter(({ id }) => claims.get(id) !== 'reject')
      .map((claim) => (claims.get(claim.id) === 'confirm' ? { ...claim, confidence: 1 } : claim)),
  }
}
