import { type ArticleText, MODALITIES, POLARITIES } from '../../../src/server/types.ts'
import type { Model } from '../data/model.ts'
import { FACT } from '../data/status.ts'

export type Term =
  | { readonly kind: 'iri'; readonly value: string }
  | { readonly kind: 'literal'; readonly value: string; readonly language?: string; readonly datatype?: string }

export interface Triple {
  readonly subject: string
  readonly predicate: string
  readonly object: Term
}

export const PREFIXES: Readonly<Record<string, string>> = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  nif: 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#',
}

const ONTOLOGY = 'https://w3id.org/pressgraph/ontology#'
const { rdf, rdfs, owl, xsd, skos, dcterms, prov, nif } = PREFIXES as Record<keyof typeof PREFIXES, string>

/** Prefixes of a graph whose IRIs begin with `base`. */
export const prefixesOf = (base: string): Readonly<Record<string, string>> => ({
  pg: ONTOLOGY,
  ent: `${base}entity/`,
  claim: `${base}claim/`,
  article: `${base}article/`,
  ...PREFIXES,
})

const iri = (value: string): Term => ({ kind: 'iri', value })
const literal = (value: string, language?: string): Term => ({
  kind: 'literal',
  value: value.toWellFormed(),
  ...(language ? { language } : {}),
})
const typed = (value: string, datatype: string): Term => ({ kind: 'literal', value, datatype })

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/**
 * Claims as RDF, in the form of the published graph: each as `pg:Claim` with its evidence, its entities described; a plain triple only for
 * what the article states as a fact. Character positions count code points (RFC 5147).
 * @param articles the texts that the evidence points into, by id
 */
export function triplesOf(
  model: Model,
  claims: Iterable<number>,
  articles: ReadonlyMap<string, ArticleText>,
): Triple[] {
  const triples: Triple[] = []
  const seen = new Set<string>()
  const add = (subject: string, predicate: string, object: Term) => {
    const key = `${subject} ${predicate} ${object.kind} ${object.value}`
    if (seen.has(key)) return
    seen.add(key)
    triples.push({ subject, predicate, object })
  }
  const described = new Set<number>()
  const node = (index: number): Term => {
    const { label, names, iri: address, type, sameAs, description } = model.nodes[index]!
    if (type === 'Value' || address === '') return literal(label)
    if (!described.has(index)) {
      described.add(index)
      add(address, `${rdf}type`, iri(ONTOLOGY + type))
      add(address, `${rdfs}label`, literal(label, 'de'))
      for (const name of names) if (name !== label) add(address, `${skos}altLabel`, literal(name, 'de'))
      if (description !== '') add(address, `${rdfs}comment`, literal(description, 'de'))
      for (const same of sameAs) if (isIri(same)) add(address, `${owl}sameAs`, iri(same))
    }
    return iri(address)
  }
  for (const claim of claims) {
    const article = model.articles[model.article[claim]!]!
    const address = `${model.base}claim/${encodeURIComponent(model.claimIds[claim]!)}`
    const relation = model.relations[model.relation[claim]!]!
    const subject = node(model.subject[claim]!)
    const object = node(model.object[claim]!)
    add(address, `${rdf}type`, iri(`${ONTOLOGY}Claim`))
    add(address, `${rdf}subject`, subject)
    add(address, `${rdf}predicate`, iri(relation.iri))
    add(address, `${rdf}object`, object)
    add(address, `${ONTOLOGY}polarity`, iri(ONTOLOGY + capital(POLARITIES[model.polarity[claim]!]!)))
    add(address, `${ONTOLOGY}modality`, iri(ONTOLOGY + capital(MODALITIES[model.modality[claim]!]!)))
    if (model.speaker[claim]! >= 0) add(address, `${ONTOLOGY}attributedTo`, node(model.speaker[claim]!))
    add(address, `${ONTOLOGY}confidence`, typed(model.confidence[claim]!.toFixed(3), `${xsd}decimal`))
    add(relation.iri, `${rdfs}label`, literal(relation.label.de, 'de'))
    if (relation.label.en !== undefined) add(relation.iri, `${rdfs}label`, literal(relation.label.en, 'en'))
    const source = `${model.base}article/${encodeURIComponent(article.id)}`
    add(source, `${rdf}type`, iri(`${ONTOLOGY}Article`))
    if (article.title !== null) add(source, `${dcterms}title`, literal(article.title, article.language))
    if (article.date !== null) add(source, `${dcterms}issued`, dated(article.date))
    const text = articles.get(article.id)?.text
    if (text !== undefined) {
      const quote = text.slice(model.start[claim], model.end[claim])
      const from = codePoints(text.slice(0, model.start[claim]))
      const evidence = `${source}#char=${from},${from + codePoints(quote)}`
      add(address, `${prov}wasDerivedFrom`, iri(evidence))
      add(evidence, `${rdf}type`, iri(`${nif}RFC5147String`))
      add(evidence, `${nif}anchorOf`, literal(quote, article.language))
    }
    if (model.status[claim] === FACT && subject.kind === 'iri') add(subject.value, relation.iri, object)
  }
  return triples
}

const isIri = (text: string): boolean => URL.canParse(text) && /^https?:[^\s<>"{}|\\^`]*$/.test(text)

function codePoints(text: string): number {
  let count = text.length
  for (let at = 0; at + 1 < text.length; at++) {
    const high = text.charCodeAt(at)
    const low = text.charCodeAt(at + 1)
    if (high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000) count--
  }
  return count
}

function dated(date: string): Term {
  const type = { 4: 'gYear', 7: 'gYearMonth', 10: 'date' }[date.length]
  return type === undefined ? literal(date) : typed(date, xsd + type)
}
