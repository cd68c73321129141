import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Literal, Parser, Store } from 'n3'
import { describe, expect, it } from 'vitest'
import { generateVocabulary, TARGET } from '../../scripts/generate-vocabulary.ts'
import { packageRoot } from '../../src/node/resources.ts'
import { namespaces } from '../../src/rdf/namespaces.ts'
import { loadOntology } from '../../src/rdf/ontology.ts'
import { coreVocabulary, type RelationRecord, relation } from '../../src/rdf/vocabulary.ts'

const { pg, rdf, rdfs, owl } = namespaces
const turtle = readFileSync(join(packageRoot(), 'ontology/pressgraph.ttl'), 'utf8')
const store = new Store(new Parser().parse(turtle))
const terms = store.getSubjects(null, null, null).filter((term) => term.value.startsWith(pg))
const isDefined = (iri: string) => store.countQuads(iri, `${rdf}type`, null, null) > 0

/** The relations that news cannot do without; others may come and go. */
const CORE = `
  headOfStateOf headOfGovernmentOf rulerOf ministerOf leaderOf spokespersonFor memberOf employedBy
  representativeOf citizenOf expertOn candidateFor founderOf successorOf relativeOf holdsRole meets talksWith
  negotiatesWith visits invites supports criticizes opposes accuses demands promises threatens warns condemns
  praises attacks sanctions appoints dismisses arrests sues convicts kills injures agreesWith acquires
  mergesWith investsIn finances owns subsidiaryOf cooperatesWith competesWith tradesWith exportsTo importsFrom
  supplies builds modernizes operates produces sells arrivesIn travelsTo departsFrom locatedIn basedIn borders
  connectsTo partOf takesPlaceIn takesPlaceOn participatesIn hosts discusses hasAmount hasPenalty says
`

/** Names of all relations that one implies, nearest first. */
const ancestors = (record: RelationRecord): string[] => [
  ...new Set([...record.supers, ...record.supers.flatMap((name) => ancestors(relation(name)))]),
]

describe('ontology/pressgraph.ttl', () => {
  it('has every core relation', () => {
    const names = coreVocabulary.relations.map((record) => record.name)
    expect(names).toEqual(expect.arrayContaining(CORE.trim().split(/\s+/)))
  })

  it('labels and explains every term once in German and once in English', () => {
    for (const term of terms)
      for (const property of ['label', 'comment']) {
        const languages = store.getObjects(term, `${rdfs}${property}`, null).map((value) => (value as Literal).language)
        expect(languages.sort(), `${property} of ${term.value}`).toEqual(['de', 'en'])
      }
  })

  it('refers to no term of its own that it does not define', () => {
    const dangling = store
      .getQuads(null, null, null, null)
      .flatMap((quad) => [quad.predicate, quad.object])
      .filter((term) => term.value.startsWith(pg) && !isDefined(term.value))
    expect(dangling.map((term) => term.value)).toEqual([])
  })

  it('uses each label for one relation only', () => {
    for (const language of ['de', 'en'] as const) {
      const labels = coreVocabulary.relations.map((record) => record.label[language])
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
    }
  })

  it('gives every relation a domain and a range, and words for the other direction unless it needs none', () => {
    for (const record of coreVocabulary.relations) {
      expect(record.domain.length, record.name).toBeGreaterThan(0)
      expect(record.range.length > 0 || record.literal !== 'no', record.name).toBe(true)
      const needsWords = !record.symmetric && record.inverse === null && record.literal !== 'only'
      expect(record.inverseLabel !== null, record.name).toBe(needsWords)
    }
  })

  it('says of an OWL property what its range says', () => {
    const kinds = { no: 'ObjectProperty', only: 'DatatypeProperty' }
    for (const { iri, literal } of coreVocabulary.relations)
      for (const kind of ['no', 'only'] as const)
        expect(store.countQuads(iri, `${rdf}type`, `${owl}${kinds[kind]}`, null), iri).toBe(literal === kind ? 1 : 0)
  })

  it('has inverses that point back, and none of a symmetric relation', () => {
    for (const record of coreVocabulary.relations) {
      if (record.inverse === null) continue
      expect(relation(record.inverse).inverse).toBe(record.name)
      expect(record.symmetric).toBe(false)
    }
  })

  it('lets a head of state lead a country, hold a role and belong to it', () => {
    expect(ancestors(relation('headOfStateOf'))).toEqual(['leaderOf', 'holdsRole', 'affiliatedWith'])
  })

  it('keeps domain and range of a relation within those of every relation it implies', () => {
    for (const record of coreVocabulary.relations)
      for (const name of ancestors(record)) {
        const above = relation(name)
        const where = `${record.name} below ${name}`
        expect(name, where).not.toBe(record.name)
        expect(above.domain, where).toEqual(expect.arrayContaining([...record.domain]))
        expect(above.range, where).toEqual(expect.arrayContaining([...record.range]))
        expect(record.literal === 'no' || above.literal !== 'no', where).toBe(true)
      }
  })

  it('is what src/rdf/vocabulary.generated.ts was made from (else run `npm run vocabulary`)', () => {
    expect(readFileSync(join(packageRoot(), TARGET), 'utf8')).toBe(generateVocabulary(packageRoot()))
  })

  it('reads the same at run time as at build time', () => {
    expect(loadOntology(turtle).relations).toEqual(coreVocabulary.relations)
  })
})
