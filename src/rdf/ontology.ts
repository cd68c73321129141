import { DataFactory, Parser, type Quad, Store, type Term } from 'n3'
import type { EntityType } from '../core/document.ts'
import { PressgraphError } from '../core/errors.ts'
import { safeIri } from './iri.ts'
import { namespaces } from './namespaces.ts'
import { ENTITY_TYPES, type RelationRecord, type TermLabel } from './relation.ts'

/** What an ontology file says, checked. */
export interface Ontology {
  readonly relations: readonly RelationRecord[]
  /** Classes by IRI, with the entity types they stand for. */
  readonly classes: ReadonlyMap<string, readonly EntityType[]>
  /** Labels of everything that has any, by IRI. */
  readonly labels: ReadonlyMap<string, TermLabel>
}

const { rdf, rdfs, owl, xsd, pg } = namespaces
const LITERAL = `${rdfs}Literal`
const ENTITY = `${pg}Entity`
const { namedNode } = DataFactory

/**
 * Reads an ontology in Turtle and checks every cross-reference.
 * @param turtle a file whose relations have the type `pg:Relation`
 * @param known relations and classes that the file may refer to beside its own
 * @param source file name, for messages
 * @throws PressgraphError if it is not Turtle, or a relation has no German label or refers to something that is not there
 */
export function loadOntology(
  turtle: string,
  known: Pick<Ontology, 'relations' | 'classes'> = { relations: [], classes: new Map() },
  source = 'ontology',
): Ontology {
  let quads: Quad[]
  try {
    quads = new Parser({ format: 'text/turtle' }).parse(turtle)
  } catch (error) {
    throw new PressgraphError(`${source}: ${(error as Error).message}`, {
      hint: 'The file must be Turtle.',
      cause: error,
    })
  }
  return new OntologyReader(new Store(quads), known, source).read()
}

class OntologyReader {
  readonly #store: Store
  readonly #known: Pick<Ontology, 'relations' | 'classes'>
  readonly #source: string
  readonly #lists: Record<string, Term[]>
  readonly #relationIris: readonly string[]
  /** Names of all relations that may be referred to, by IRI. */
  readonly #nameOf: ReadonlyMap<string, string>

  constructor(store: Store, known: Pick<Ontology, 'relations' | 'classes'>, source: string) {
    this.#store = store
    this.#known = known
    this.#source = source
    this.#lists = store.extractLists() as Record<string, Term[]>
    this.#relationIris = this.#instances(`${pg}Relation`)
    this.#nameOf = new Map([
      ...known.relations.map((relation) => [relation.iri, relation.name] as const),
      ...this.#relationIris.map((iri) => [iri, localName(iri)] as const),
    ])
  }

  read(): Ontology {
    if (this.#relationIris.length === 0)
      throw new PressgraphError(`${this.#source} describes no relation`, {
        hint: `Give your properties the type <${pg}Relation>.`,
      })
    const relations = this.#relationIris.map((iri) => this.#relation(iri))
    const iriOf = new Map(this.#known.relations.map((relation) => [relation.name, relation.iri]))
    for (const { name, iri } of relations) {
      const other = iriOf.get(name)
      if (other !== undefined && other !== iri) this.#fail(iri, `has the same local name as ${other}`)
      iriOf.set(name, iri)
    }
    const classes = new Map<string, readonly EntityType[]>()
    for (const iri of this.#instances(`${owl}Class`)) {
      const types = this.#typesOf(iri)
      if (types.length > 0) classes.set(iri, types)
    }
    const labels = new Map<string, TermLabel>()
    for (const subject of this.#store.getSubjects(`${rdfs}label`, null, null))
      labels.set(subject.value, this.#labels(subject.value, 'label'))
    return { relations, classes, labels }
  }

  #relation(iri: string): RelationRecord {
    if (safeIri(iri) !== iri) this.#fail(iri, 'is no http or https IRI')
    const inverses = this.#relationNames(iri, `${owl}inverseOf`)
    if (inverses.length > 1) this.#fail(iri, 'has more than one inverse')
    const ranges = this.#classes(iri, 'range')
    const literal = ranges.some((name) => name === LITERAL || name.startsWith(xsd))
    const range = this.#entityTypes(iri, ranges)
    return {
      name: localName(iri),
      iri,
      label: this.#labels(iri, 'label'),
      inverseLabel: this.#objects(iri, `${pg}inverseLabel`).length > 0 ? this.#labels(iri, 'inverseLabel') : null,
      symmetric: this.#objects(iri, `${rdf}type`).some((type) => type.value === `${owl}SymmetricProperty`),
      inverse: inverses[0] ?? null,
      supers: this.#relationNames(iri, `${rdfs}subPropertyOf`),
      domain: this.#entityTypes(iri, this.#classes(iri, 'domain')),
      range,
      literal: !literal ? 'no' : range.length === 0 ? 'only' : 'also',
    }
  }

  #instances(type: string): string[] {
    const subjects = this.#store.getSubjects(`${rdf}type`, type, null)
    return subjects.filter((subject) => subject.termType === 'NamedNode').map((subject) => subject.value)
  }

  #objects(subject: string | Term, predicate: string): Term[] {
    const term = typeof subject === 'string' ? namedNode(subject) : subject
    return this.#store.getObjects(term, predicate, null) as Term[]
  }

  /** Names of the relations that a statement refers to; an IRI of another vocabulary is an alignment, no reference. */
  #relationNames(iri: string, predicate: string): string[] {
    const names: string[] = []
    for (const object of this.#objects(iri, predicate)) {
      const name = this.#nameOf.get(object.value)
      if (name !== undefined) names.push(name)
      else if ([pg, namespaceOf(iri)].includes(namespaceOf(object.value)))
        this.#fail(iri, `refers to ${object.value}, which is no relation`)
    }
    return names
  }

  /** The classes that domain or range name, members of a union one by one; `pg:Entity` where nothing is said. */
  #classes(iri: string, predicate: 'domain' | 'range'): string[] {
    const objects = this.#objects(iri, `${rdfs}${predicate}`)
    if (objects.length > 1)
      this.#fail(iri, `has more than one ${predicate}`, 'Several classes are one owl:unionOf list.')
    const only = objects[0]
    if (!only) return [ENTITY]
    return only.termType === 'BlankNode' ? this.#members(only) : [only.value]
  }

  #members(union: string | Term): string[] {
    return this.#objects(union, `${owl}unionOf`).flatMap((list) =>
      (this.#lists[list.value] ?? []).map((member) => member.value),
    )
  }

  #entityTypes(iri: string, classes: readonly string[]): EntityType[] {
    const types = new Set<EntityType>()
    for (const name of classes) {
      if (name === LITERAL || name.startsWith(xsd)) continue
      const found = this.#typesOf(name)
      if (found.length === 0) this.#fail(iri, `names the class ${name}, which is no kind of ${ENTITY}`)
      for (const type of found) types.add(type)
    }
    return ENTITY_TYPES.filter((type) => types.has(type))
  }

  /** The entity types that a class stands for: itself, the members of its union, or the nearest class above it. */
  #typesOf(name: string, seen: ReadonlySet<string> = new Set()): readonly EntityType[] {
    if (seen.has(name)) return []
    if (name === ENTITY) return ENTITY_TYPES
    const type = ENTITY_TYPES.find((candidate) => `${pg}${candidate}` === name)
    if (type) return [type]
    const known = this.#known.classes.get(name)
    if (known) return known
    const below = new Set([...seen, name])
    const members = this.#members(name)
    const parents = this.#objects(name, `${rdfs}subClassOf`).map((parent) => parent.value)
    return (members.length > 0 ? members : parents).flatMap((next) => this.#typesOf(next, below))
  }

  #labels(iri: string, kind: 'label' | 'inverseLabel'): TermLabel {
    const objects = this.#objects(iri, kind === 'label' ? `${rdfs}label` : `${pg}inverseLabel`)
    const inLanguage = (language: string): string | undefined =>
      objects.find((object) => object.termType === 'Literal' && object.language === language)?.value
    const de = inLanguage('de')
    if (de === undefined) return this.#fail(iri, `has no German ${kind}`, `Add a ${kind} like "unterstützt"@de.`)
    return { de, en: inLanguage('en') ?? words(localName(iri)) }
  }

  #fail(iri: string, problem: string, hint = ''): never {
    throw new PressgraphError(`${this.#source}: <${iri}> ${problem}`, { hint })
  }
}

const localName = (iri: string): string => iri.slice(namespaceOf(iri).length)

const namespaceOf = (iri: string): string => iri.slice(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1)

/** `sponsoredBy` as `sponsored by`. */
const words = (name: string): string => name.replace(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`)
