/** Where pressgraph's own IRIs begin, unless a workspace sets another base. */
export const BASE = 'https://w3id.org/pressgraph/'

/** Prefixes of the vocabularies that are written, as every export and every query presets them. */
export const namespaces = {
  pg: `${BASE}ontology#`,
  open: `${BASE}open/`,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  nif: 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#',
  time: 'http://www.w3.org/2006/time#',
  schema: 'https://schema.org/',
  wd: 'http://www.wikidata.org/entity/',
} as const

/** Prefixes of `namespaces` and of the resources under `base`: `ent:`, `claim:`, `article:`, `date:`, `quantity:`. */
export const prefixes = (base: string = BASE): Readonly<Record<string, string>> => ({
  ent: `${base}entity/`,
  claim: `${base}claim/`,
  article: `${base}article/`,
  date: `${base}time/`,
  quantity: `${base}quantity/`,
  ...namespaces,
})
