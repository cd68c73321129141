import type { EntityRecord } from '../core/claims.ts'

/** What the resolver looks at. */
export type Resolvable = Pick<EntityRecord, 'id' | 'type' | 'label' | 'named' | 'sameAs'>

/** The document that an entity's id belongs to. */
export const documentOf = (entity: string): string => entity.slice(0, Math.max(0, entity.indexOf('/')))

/** Entities that are one. */
export interface Cluster {
  readonly members: Resolvable[]
  /** The articles that its members are of. */
  readonly documents: Set<string>
  /** Identifiers by who gives them (Wikidata, GeoNames). */
  readonly identifiers: Map<string, Set<string>>
}

/** Disjoint sets of entities. The smaller is moved into the larger, so that n entities are joined in n log n steps. */
export class Clusters {
  readonly #clusterOf = new Map<string, Cluster>()
  readonly #order: ReadonlyMap<string, number>
  readonly #forbidden = new Map<string, Set<string>>()

  constructor(entities: readonly Resolvable[]) {
    this.#order = new Map(entities.map(({ id }, i) => [id, i]))
    for (const entity of entities) {
      const identifiers = new Map<string, Set<string>>()
      for (const iri of entity.sameAs) addTo(identifiers, iri.replace(/[^/#]*\/?$/, ''), iri)
      this.#clusterOf.set(entity.id, { members: [entity], documents: new Set([documentOf(entity.id)]), identifiers })
    }
  }

  /** Says that two entities are not one. */
  forbid([a, b]: readonly [string, string]): void {
    addTo(this.#forbidden, a, b)
    addTo(this.#forbidden, b, a)
  }

  /**
   * Makes two entities one unless something is against it; what is not there is passed over.
   * @param decided whether a person says so, against whom only another decision counts
   * @returns whether they are one now
   */
  join(a: string, b: string, decided: boolean): boolean {
    const [one, other] = [this.#clusterOf.get(a), this.#clusterOf.get(b)]
    if (!one || !other) return false
    if (one === other) return true
    const [large, small] = one.members.length < other.members.length ? [other, one] : [one, other]
    if (this.#areForbidden(small, large) || (!decided && contradict(small, large))) return false
    for (const member of small.members) {
      this.#clusterOf.set(member.id, large)
      large.members.push(member)
    }
    for (const document of small.documents) large.documents.add(document)
    for (const [authority, iris] of small.identifiers) for (const iri of iris) addTo(large.identifiers, authority, iri)
    return true
  }

  #areForbidden(small: Cluster, large: Cluster): boolean {
    if (this.#forbidden.size === 0) return false
    return small.members.some(({ id }) =>
      [...(this.#forbidden.get(id) ?? [])].some((against) => this.#clusterOf.get(against) === large),
    )
  }

  /** All clusters, members and clusters in the order of the entities given. */
  all(): Cluster[] {
    const clusters = [...new Set(this.#clusterOf.values())]
    const at = ({ id }: Resolvable): number => this.#order.get(id) as number
    for (const { members } of clusters) members.sort((a, b) => at(a) - at(b))
    return clusters.sort((a, b) => at(a.members[0]!) - at(b.members[0]!))
  }
}

/** Whether an article tells the two apart, or both have identifiers of one authority and share none of them. */
function contradict(small: Cluster, large: Cluster): boolean {
  for (const document of small.documents) if (large.documents.has(document)) return true
  for (const [authority, iris] of small.identifiers) {
    const against = large.identifiers.get(authority)
    if (against && ![...iris].some((iri) => against.has(iri))) return true
  }
  return false
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}
