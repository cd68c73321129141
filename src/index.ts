export type {
  ClaimRecord,
  ClaimTime,
  DocumentRecord,
  EntityRecord,
  Evidence,
  Extraction,
} from './core/claims.ts'
export { isFact } from './core/claims.ts'
export type {
  Document,
  EntityType,
  Layer,
  Layers,
  Metadata,
  Modality,
  Name,
  Polarity,
  Predicate,
  Quote,
  Sentence,
  Time,
  Token,
  Value,
  Word,
} from './core/document.ts'
export { InputError, PressgraphError, ResourceError, UsageError } from './core/errors.ts'
export type { ExtensionFile, Extensions, InferenceSession, Resource, Resources, Tensor } from './core/resources.ts'
export { createResources } from './core/resources.ts'
export type { Span } from './core/span.ts'
export type { Stage } from './core/stage.ts'
export { defineStage } from './core/stage.ts'
export type { GraphFormat, RdfFormat } from './export/index.ts'
export { edgesCsv, nodesCsv, writeGraph, writeRdf } from './export/index.ts'
export type { ClaimGraph, EdgeAttributes, NodeAttributes } from './graph/index.ts'
export { toGraph } from './graph/index.ts'
export type { InputResult, ReadDocument, ReadOptions } from './ingest/index.ts'
export { readInput, readInputs, toDocument } from './ingest/index.ts'
export { nodeResources } from './node/resources.ts'
export { analyzeDocument, extractDocument } from './pipeline/extract.ts'
export type { Pipeline } from './pipeline/index.ts'
export { createPipeline } from './pipeline/index.ts'
export type { AnswerOptions, NamedQuery, QueryFormat } from './query/index.ts'
export { namedQueries, QueryError, QueryService } from './query/index.ts'
export { prefixes } from './rdf/namespaces.ts'
export type { QuadOptions } from './rdf/quads.ts'
export { articleIri, claimIri, toQuads } from './rdf/quads.ts'
export type { ValidationReport } from './rdf/validate.ts'
export { validate } from './rdf/validate.ts'
export { stages } from './stages/collection.ts'
export type { Added, AddOptions } from './store/build.ts'
export { addArticle } from './store/build.ts'
export type { Decision, Verdict } from './store/decisions.ts'
export { toJsonLines } from './store/json-lines.ts'
export type { Publication } from './store/publish.ts'
export { publish } from './store/publish.ts'
export { parseJsonLines } from './store/records.ts'
export { shardFiles } from './store/shards.ts'
export type { StoredMetadata, Versions } from './store/workspace.ts'
export { Workspace } from './store/workspace.ts'
