import { graphDataOf } from '../../src/server/graph-data.ts'
import type { GraphData } from '../../src/server/types.ts'
import { createModel, type Model, NODE_TYPES } from '../../viewer/src/data/model.ts'
import { randomFrom } from '../../viewer/src/layouts/random.ts'
import { articleExtraction } from './viewer-extraction.ts'

/** The hand-made article's graph as the viewer has it; node ids are the readable names. */
export const articleModel = (): Model =>
  createModel(
    graphDataOf([articleExtraction()], {
      nodeOf: (id) => id.split('/').at(-1)!,
      iriOf: (id) => `https://w3id.org/pressgraph/entity/${id.split('/').at(-1)}`,
    }),
  )

/**
 * A random graph of that many nodes and claims, the same for the same seed: few nodes have many claims, as in news. All statuses, some
 * hundred relations and speakers, twenty articles, every tenth claim dated.
 */
export function randomGraph(nodes: number, claims: number, seed = 1): GraphData {
  const random = randomFrom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  // Squaring prefers low numbers: the hubs.
  const node = () => Math.floor(random() ** 2.2 * nodes)
  const rows = Array.from({ length: claims }, (_, row) => {
    const subject = node()
    // Most objects are near their subject, so that there are communities.
    const near = (subject + 1 + below(12)) % nodes
    const object = random() < 0.7 ? near : node()
    return { row, subject, object: object === subject ? (object + 1) % nodes : object }
  })
  const day = () =>
    `20${String(10 + below(15))}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
  const articles = Array.from({ length: 20 }, (_, index) => ({
    id: `article${index}`,
    title: `Artikel ${index}`,
    date: '2019-04',
    language: 'de',
    author: null,
    publisher: null,
    source: null,
    entities: 0,
    claims: 0,
  }))
  return {
    base: 'https://w3id.org/pressgraph/',
    articles,
    nodes: Array.from({ length: nodes }, (_, index) => ({
      id: `n${index}`,
      label: `Knoten ${index}`,
      type: NODE_TYPES[below(NODE_TYPES.length)]!,
      names: [`Knoten ${index}`],
      description: '',
      sameAs: [],
      iri: `https://w3id.org/pressgraph/entity/n${index}`,
    })),
    relations: Array.from({ length: 120 }, (_, index) => ({
      iri: `https://w3id.org/pressgraph/ontology#r${index}`,
      name: `r${index}`,
      lemma: `verb${index}`,
      label: { de: `tut ${index}`, en: `does ${index}` },
    })),
    claims: {
      id: rows.map(({ row }) => `c${row}`),
      subject: rows.map(({ subject }) => subject),
      object: rows.map(({ object }) => object),
      relation: rows.map(() => below(120)),
      polarity: rows.map(() => (random() < 0.95 ? 0 : 1)),
      modality: rows.map(() => (random() < 0.7 ? 0 : below(5))),
      speaker: rows.map(() => (random() < 0.7 ? -1 : below(Math.min(nodes, 100)))),
      confidence: rows.map(() => Math.round(random() * 1000) / 1000),
      article: rows.map(() => below(20)),
      start: rows.map(() => 0),
      end: rows.map(() => 10),
      triggerStart: rows.map(() => -1),
      triggerEnd: rows.map(() => -1),
      time: rows.map(() => (random() < 0.1 ? day() : '')),
    },
  }
}
