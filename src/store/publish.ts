import { createHash } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { z } from 'zod'
import { documentOf, type Resolvable } from './clusters.ts'
import { rulings } from './decisions.ts'
import { readIfThere, writeAtomic } from './files.ts'
import { parseEntities } from './records.ts'
import { applyDecisions, type Resolution, resolve } from './resolver.ts'
import { entityIri, entityShard, SHARD_FORMAT, shard, vocabularyOf } from './shard.ts'
import { countBy } from './status.ts'
import { json, type Workspace } from './workspace.ts'

/** What publishing did. */
export interface Publication {
  readonly articles: number
  /** Shards that were written; the others were up to date. */
  readonly written: number
  /** Quads of all shards. */
  readonly quads: number
  /** Number of entities, joined across the articles, by type. */
  readonly entities: Readonly<Record<string, number>>
  /** Number of claims by status, those rejected too. */
  readonly claims: Readonly<Record<string, number>>
}

const manifestSchema = z.object({
  shards: z.record(z.string(), z.object({ fingerprint: z.string(), quads: z.int().nonnegative(), bytes: z.int() })),
})
type Manifest = z.infer<typeof manifestSchema>

/**
 * Makes the graph from claims and decisions: one shard an article, and one that says which entities are one. Nothing is extracted again.
 * A shard whose claims, decisions and entities did not change is left as it is, so that publishing again costs reading the claims' files.
 * The caller holds the workspace's lock.
 */
export async function publish(
  workspace: Workspace,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Publication> {
  const documents = await workspace.documents()
  const decided = rulings(await workspace.decisions())
  const { entities, hashes } = await readEntities(workspace, documents)
  const resolution = resolve(entities, decided)
  const iriOf = (id: string): string => entityIri(workspace.settings.base, resolution.get(id)?.name ?? id)

  const idsOf = new Map<string, string[]>()
  for (const { id } of entities) idsOf.set(documentOf(id), [...(idsOf.get(documentOf(id)) ?? []), id])
  const claimsOf = new Map<string, [string, string][]>()
  for (const ruling of decided.claims) {
    const document = ruling[0].replace(/-\d+$/, '')
    claimsOf.set(document, [...(claimsOf.get(document) ?? []), ruling])
  }

  const extensions = await workspace.extensions()
  const vocabulary = vocabularyOf(extensions)
  const old = await readManifest(workspace)
  const shards: Manifest['shards'] = {}
  let written = 0
  for (const { id } of documents) {
    options.signal?.throwIfAborted()
    const joined = (idsOf.get(id) ?? []).map((one) => [one, resolution.get(one)?.name, resolution.get(one)?.label])
    const types = (idsOf.get(id) ?? []).map((one) => resolution.get(one)?.type)
    const fingerprint = digest([
      SHARD_FORMAT,
      workspace.settings.base,
      hashes.get(id),
      joined,
      types,
      claimsOf.get(id) ?? [],
    ])
    const before = old.shards[id]
    if (before?.fingerprint === fingerprint && (await sizeOf(shardFile(workspace, id))) === before.bytes) {
      shards[id] = before
      continue
    }
    const extraction = await workspace.extraction(id)
    if (!extraction) continue
    const text = shard(
      applyDecisions(extraction, resolution, decided.claims),
      workspace.settings.base,
      iriOf,
      vocabulary,
    )
    await writeAtomic(shardFile(workspace, id), text)
    shards[id] = { fingerprint, quads: countLines(text), bytes: Buffer.byteLength(text) }
    written++
  }
  await removeOthers(workspace, new Set([...documents.map(({ id }) => `${id}.nq`), 'entities.nq', 'manifest.json']))
  const joins = entityShard(resolution, workspace.settings.base)
  await writeIfChanged(shardFile(workspace, 'entities'), joins)
  await writeIfChanged(workspace.path('graph', 'manifest.json'), json({ shards }))
  const quads = Object.values(shards).reduce((sum, one) => sum + one.quads, countLines(joins))
  return {
    articles: documents.length,
    written,
    quads,
    entities: countBy([...new Set(resolution.values())].map(({ type }) => type)),
    claims: sumBy(documents.map(({ statuses }) => statuses)),
  }
}

/** How the published graph names the articles' entities. */
export interface PublishedNames {
  readonly resolution: Resolution
  /** IRI of an article's entity by its id. */
  readonly iriOf: (id: string) => string
}

/** Which entity of the published graph each article's entity is, and the IRI of it. */
export async function readResolution(workspace: Workspace): Promise<PublishedNames> {
  const { entities } = await readEntities(workspace, await workspace.documents())
  const resolution = resolve(entities, rulings(await workspace.decisions()))
  return { resolution, iriOf: (id) => entityIri(workspace.settings.base, resolution.get(id)?.name ?? id) }
}

const shardFile = (workspace: Workspace, name: string): string => workspace.path('graph', `${name}.nq`)

/** The entities of all articles, one article's file in memory at a time, and the hash of each file. */
async function readEntities(
  workspace: Workspace,
  documents: readonly { readonly id: string }[],
): Promise<{ entities: Resolvable[]; hashes: Map<string, string> }> {
  const entities: Resolvable[] = []
  const hashes = new Map<string, string>()
  for (const { id } of documents) {
    const lines = (await workspace.claimLines(id)) ?? ''
    hashes.set(id, digest(lines))
    // Names and descriptions of a great many articles would fill the memory for nothing.
    for (const { id: entity, type, label, named, sameAs } of parseEntities(
      lines,
      workspace.path('documents', id, 'claims.jsonl'),
    ))
      entities.push({ id: entity, type, label, sameAs, ...(named !== undefined && { named }) })
  }
  return { entities, hashes }
}

/** What the last publishing noted; a file that is absent or broken makes every shard be written again. */
async function readManifest(workspace: Workspace): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse((await readIfThere(workspace.path('graph', 'manifest.json'))) ?? ''))
  } catch {
    return { shards: {} }
  }
}

async function removeOthers(workspace: Workspace, kept: ReadonlySet<string>): Promise<void> {
  const names = await readdir(workspace.path('graph')).catch(() => [])
  for (const name of names) if (!kept.has(name)) await rm(workspace.path('graph', name), { force: true })
}

/** Leaves a file alone that says the same already, so that who watches it sees changes only. */
async function writeIfChanged(file: string, content: string): Promise<void> {
  if ((await readIfThere(file)) !== content) await writeAtomic(file, content)
}

async function sizeOf(file: string): Promise<number> {
  const stats = await stat(file).catch(() => null)
  return stats?.size ?? -1
}

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(typeof value === 'string' ? value : JSON.stringify(value))
    .digest('hex')

/** The sums of counts by name. */
function sumBy(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const one of counts) for (const [name, count] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + count
  return sums
}

const countLines = (text: string): number => {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
