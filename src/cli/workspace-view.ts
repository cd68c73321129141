import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Extraction } from '../core/claims.ts'
import type { Extensions, Resources } from '../core/resources.ts'
import { fetchBytes } from '../ingest/bytes.ts'
import { MAX_BYTES, type ReadDocument, toDocument } from '../ingest/document.ts'
import { namedQueries, QueryError, QueryService, shapeOf } from '../query/index.ts'
import { prefixes } from '../rdf/namespaces.ts'
import type {
  Article,
  ArticleInput,
  SparqlAnswer,
  SparqlRequest,
  Term,
  Vocabulary,
  WorkspaceView,
} from '../server/types.ts'
import { addArticle } from '../store/build.ts'
import { type Rulings, rulings } from '../store/decisions.ts'
import { publish, readResolution } from '../store/publish.ts'
import { applyDecisions, type Resolution } from '../store/resolver.ts'
import { vocabularyOf } from '../store/shard.ts'
import { shardFiles } from '../store/shards.ts'
import { currentVersions } from '../store/versions.ts'
import type { StoredMetadata, Workspace } from '../store/workspace.ts'

export interface ViewOptions {
  /** Made on the first article that is added, for the model takes memory. */
  readonly resources: (extensions: Extensions) => Promise<Resources>
}

/** Which entities are one, and which claims were ruled on, at one state of the workspace. */
interface State {
  readonly revision: string
  readonly resolution: Resolution
  readonly iriOf: (id: string) => string
  readonly claims: Rulings['claims']
}

const RDF_MEDIA_TYPES = {
  'text/turtle': 'turtle',
  'application/ld+json': 'jsonld',
  'application/n-triples': 'ntriples',
} as const

/** A workspace as the server needs it: articles with the decisions applied, queries, and new articles. */
export async function workspaceView(
  workspace: Workspace,
  options: ViewOptions,
): Promise<WorkspaceView & { close: () => Promise<void> }> {
  const { base } = workspace.settings
  const service = new QueryService({ base, files: () => shardFiles(workspace.folder) })
  let current: State = { revision: '', resolution: new Map(), iriOf: (id) => id, claims: new Map() }
  let resources: Promise<Resources> | undefined

  /** Which entities are one, read again when articles or decisions changed. */
  const refresh = async (): Promise<string> => {
    const revision = await revisionOf(workspace)
    if (revision !== current.revision) {
      const { claims } = rulings(await workspace.decisions())
      current = { revision, claims, ...(await readResolution(workspace)) }
    }
    return revision
  }
  const extraction = async (id: string): Promise<Extraction | null> => {
    await refresh()
    const found = await workspace.extraction(id)
    return found && applyDecisions(found, current.resolution, current.claims)
  }
  const add: WorkspaceView['add'] = async (input, report, signal) => {
    const step = (stage: string, done: number): void => report({ stage, done, total: 3 })
    step('read', 0)
    resources ??= workspace.extensions().then(options.resources)
    const ready = await resources.catch((error) => {
      resources = undefined
      throw error
    })
    const { document, warnings } = await readArticle(input, ready, signal)
    signal.throwIfAborted()
    step('extract', 1)
    const unlock = await workspace.lock()
    try {
      const { extractDocument } = await import('../pipeline/extract.ts')
      const how = {
        extract: (one: typeof document) => extractDocument(one, ready),
        versions: await currentVersions(ready),
      }
      const { stored, known } = await addArticle(workspace, { input: nameOf(input), document }, how)
      step('publish', 2)
      if (!known) await publish(workspace)
      return { article: articleOf(stored), known, warnings }
    } finally {
      await unlock()
    }
  }
  return {
    base,
    revision: refresh,
    articles: async () => (await workspace.documents()).map(articleOf),
    extraction,
    nodeOf: (entity) => (current.resolution.has(entity) ? current.iriOf(entity) : entity),
    iriOf: (entity) => current.iriOf(entity),
    vocabulary: () => vocabulary(workspace),
    add,
    sparql: (request) => sparql(service, request),
    close: () => service.close(),
  }
}

/** Changes when something else is published or decided. */
async function revisionOf(workspace: Workspace): Promise<string> {
  const hash = createHash('sha256')
  for (const file of [workspace.path('graph', 'manifest.json'), workspace.path('decisions.jsonl')]) {
    const stats = await stat(file).catch(() => null)
    hash.update(`${stats?.ino} ${stats?.size} ${stats?.mtimeMs}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

function articleOf(stored: StoredMetadata): Article {
  const { id, title, date, language, author, publisher, source, entities, claims } = stored
  return { id, title, date, language, author, publisher, source, entities, claims }
}

const nameOf = (input: ArticleInput): string =>
  input.kind === 'url' ? input.url : input.kind === 'file' ? input.name : (input.title ?? 'text')

async function readArticle(input: ArticleInput, resources: Resources, signal: AbortSignal): Promise<ReadDocument> {
  if (input.kind === 'url') {
    const raw = await fetchBytes(input.url, { limit: MAX_BYTES, timeoutMs: 20_000, signal })
    return toDocument(raw, resources)
  }
  const name = nameOf(input)
  if (input.kind === 'file')
    return toDocument({ input: name, source: name, bytes: Buffer.from(input.base64, 'base64') }, resources)
  const { title, date, text } = input
  const given = { ...(title !== undefined && { title }), ...(date !== undefined && { date }) }
  return toDocument({ input: name, source: null, bytes: new TextEncoder().encode(text) }, resources, given)
}

async function vocabulary(workspace: Workspace): Promise<Vocabulary> {
  const known = vocabularyOf(await workspace.extensions())
  const preset = prefixes(workspace.settings.base)
  const { entityTypes } = await import('../rdf/vocabulary.ts')
  const { shorten } = await import('../query/table.ts')
  const terms: Term[] = [
    ...Object.entries(entityTypes).map(
      ([name, label]): Term => ({ iri: preset.pg + name, name: `pg:${name}`, kind: 'class', label }),
    ),
    ...known.relations.map(({ iri, label }): Term => ({ iri, name: shorten(iri, preset), kind: 'relation', label })),
  ]
  return {
    prefixes: preset,
    terms,
    queries: (await namedQueries()).map(({ name, title, sparql: text, takes }) => ({
      name,
      title,
      sparql: text,
      takes,
    })),
  }
}

async function sparql(service: QueryService, request: SparqlRequest): Promise<SparqlAnswer> {
  const { query, results, graph, defaultGraphs, namedGraphs, timeoutMs, signal } = request
  const { form } = shapeOf(query)
  const isGraph = form === 'CONSTRUCT' || form === 'DESCRIBE'
  const mediaType = isGraph ? graph : results
  if (form !== null && mediaType === null)
    throw new QueryError('not-acceptable', `none of the accepted formats fits the answer of ${form}`)
  const asked = { sparql: query, defaultGraphs, namedGraphs, timeoutMs, signal }
  if (!isGraph || graph === null) {
    const format = results ?? 'application/sparql-results+json'
    return { mediaType: format, body: await service.engine.query({ ...asked, format }) }
  }
  const { writeRdf } = await import('../export/index.ts')
  const { Parser } = await import('n3')
  const triples = new Parser({ format: 'N-Triples' }).parse(
    await service.engine.query({ ...asked, format: 'application/n-triples' }),
  )
  return { mediaType: graph, body: writeRdf(triples, RDF_MEDIA_TYPES[graph], { base: service.base }) }
}
