import type { DocumentRecord, Extraction } from '../core/claims.ts'
import { toGraph } from '../graph/index.ts'
import { BASE } from '../rdf/namespaces.ts'
import {
  type Article,
  type ArticleText,
  type ClaimColumns,
  type GraphData,
  type GraphRelation,
  MODALITIES,
  POLARITIES,
} from './types.ts'

export interface GraphDataOptions {
  readonly nodeOf?: (entity: string) => string
  readonly iriOf?: (entity: string) => string
  /** Where the IRIs of the published graph begin. */
  readonly base?: string
}

/** What is said of an article in lists. */
export function articleOf(extraction: Extraction): Article {
  const { kind: _, ...document }: DocumentRecord = extraction.document
  return { ...document, entities: extraction.entities.length, claims: extraction.claims.length }
}

/** An article with its text, as the detail panel shows it. */
export const articleTextOf = (extraction: Extraction): ArticleText => ({
  ...articleOf(extraction),
  text: extraction.text,
})

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/** The graph as the viewer reads it: nodes, and claims as columns. Evidence is given as offsets; its text comes with the article. */
export function graphDataOf(extractions: readonly Extraction[], options: GraphDataOptions = {}): GraphData {
  const graph = toGraph(extractions, options.nodeOf ? { nodeOf: options.nodeOf } : {})
  const iris = new Map<string, string>()
  const english = new Map<string, string>()
  for (const { entities } of extractions)
    for (const { id, labelEn } of entities) {
      const node = options.nodeOf?.(id) ?? id
      iris.set(node, options.iriOf?.(id) ?? '')
      if (labelEn !== undefined) english.set(node, labelEn)
    }
  const nodeIndex = new Map(graph.nodes().map((node, index) => [node, index]))
  const articleIndex = new Map(extractions.map(({ document }, index) => [document.id, index]))
  const triggers = new Map(
    extractions.flatMap((extraction) => extraction.claims.map(({ id, trigger }) => [id, trigger])),
  )
  const relations = new Map<string, { index: number; relation: GraphRelation }>()
  const claims: Mutable<ClaimColumns> = {
    id: [],
    subject: [],
    object: [],
    relation: [],
    polarity: [],
    modality: [],
    speaker: [],
    confidence: [],
    article: [],
    start: [],
    end: [],
    triggerStart: [],
    triggerEnd: [],
    time: [],
  }
  graph.forEachEdge((id, edge, subject, object) => {
    // The same relation stated by another lemma is another row: the panel shows which word says it.
    const key = `${edge.predicate} ${edge.lemma}`
    let entry = relations.get(key)
    if (!entry) {
      const label = edge.labelEn === '' ? { de: edge.label } : { de: edge.label, en: edge.labelEn }
      const relation = { iri: edge.predicate, name: edge.relation, lemma: edge.lemma, label }
      entry = { index: relations.size, relation }
      relations.set(key, entry)
    }
    claims.id.push(id)
    claims.subject.push(nodeIndex.get(subject)!)
    claims.object.push(nodeIndex.get(object)!)
    claims.relation.push(entry.index)
    claims.polarity.push(POLARITIES.indexOf(edge.polarity))
    claims.modality.push(MODALITIES.indexOf(edge.modality))
    claims.speaker.push(edge.attributedTo === '' ? -1 : nodeIndex.get(edge.attributedTo)!)
    claims.confidence.push(Math.round(edge.confidence * 1000) / 1000)
    claims.article.push(articleIndex.get(edge.document)!)
    claims.start.push(edge.start)
    claims.end.push(edge.end)
    claims.triggerStart.push(triggers.get(id)?.start ?? -1)
    claims.triggerEnd.push(triggers.get(id)?.end ?? -1)
    claims.time.push(edge.time)
  })
  return {
    base: options.base ?? BASE,
    articles: extractions.map(articleOf),
    nodes: graph.mapNodes((id, { label, type, names, description, sameAs }) => ({
      id,
      label,
      type,
      // So that *Russia* finds *Russland*.
      names: english.has(id) ? [...new Set([...names, english.get(id)!])] : names,
      description,
      sameAs,
      iri: iris.get(id) ?? '',
    })),
    relations: [...relations.values()].map(({ relation }) => relation),
    claims,
  }
}
