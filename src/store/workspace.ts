import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Extraction } from '../core/claims.ts'
import type { Metadata } from '../core/document.ts'
import { PressgraphError } from '../core/errors.ts'
import type { ExtensionFile, Extensions } from '../core/resources.ts'
import { documentId } from '../node/document-id.ts'
import { BASE } from '../rdf/namespaces.ts'
import { type Decision, parseDecisions, type Verdict } from './decisions.ts'
import { appendLine, readIfThere, takeLock, writeAtomic } from './files.ts'
import { toJsonLines } from './json-lines.ts'
import { parseJsonLines } from './records.ts'
import { countBy, statusOf } from './status.ts'

/** What an extraction depends on beside the text. */
export interface Versions {
  readonly pressgraph: string
  readonly model: string
  readonly ontology: string
}

const versions = z.object({ pressgraph: z.string(), model: z.string(), ontology: z.string() })
const nullableText = z.string().nullable()

/** `documents/<id>/metadata.json`, written last of a document's files: where it is, the document is whole. */
const storedMetadata = z.object({
  id: z.string(),
  title: nullableText,
  date: nullableText,
  language: z.string(),
  author: nullableText,
  publisher: nullableText,
  source: nullableText,
  /** Place among the workspace's articles, from 1; who comes first keeps the plain IRI. */
  sequence: z.int().positive(),
  entities: z.int().nonnegative(),
  claims: z.int().nonnegative(),
  /** Number of claims by status. */
  statuses: z.record(z.string(), z.int().nonnegative()),
  versions,
})
export type StoredMetadata = z.infer<typeof storedMetadata>

const FORMAT = 1
const settings = z.object({
  format: z.literal(FORMAT, { error: `this pressgraph reads format ${FORMAT} only` }),
  base: z.url(),
  language: z.string(),
  versions: versions.nullable(),
})
/** `pressgraph.json` */
export type Settings = z.infer<typeof settings>

const ID = /^[0-9a-f]{12}$/

/**
 * A folder with articles, what they say, what people decided about it, and the graph that is published from all three. Reading needs no
 * lock; writing does (`lock`).
 */
export class Workspace {
  readonly folder: string
  readonly settings: Settings
  #lastSequence: number | undefined

  private constructor(folder: string, given: Settings) {
    this.folder = folder
    this.settings = given
  }

  /** @throws PressgraphError if the folder is no workspace, or its settings are broken */
  static async open(folder: string): Promise<Workspace> {
    const file = join(folder, 'pressgraph.json')
    const json = await readIfThere(file)
    if (json === null)
      throw new PressgraphError(`${folder} is no workspace: it has no pressgraph.json`, {
        hint: `Make one with \`pressgraph build ARTICLE… -w ${folder}\`, or name another with -w.`,
      })
    return new Workspace(folder, parse(settings, json, file))
  }

  /**
   * Opens the workspace, or makes one in a folder that is absent or empty.
   * @param base where the IRIs of a new workspace begin; ends with `/` or `#`
   */
  static async openOrCreate(folder: string, base: string = BASE): Promise<Workspace> {
    const file = join(folder, 'pressgraph.json')
    if ((await readIfThere(file)) !== null) return Workspace.open(folder)
    const entries = await readdir(folder).catch(() => [])
    if (entries.some((name) => !name.endsWith('.tmp')))
      throw new PressgraphError(`${folder} is not empty and no workspace`, { hint: 'Name another folder with -w.' })
    const created: Settings = { format: FORMAT, base, language: 'de', versions: null }
    await writeAtomic(file, json(created))
    return new Workspace(folder, created)
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts)
  }

  /** Takes the right to write; returns what gives it back. */
  lock(): Promise<() => Promise<void>> {
    return takeLock(this.folder)
  }

  /** The articles, in the order in which they came. A folder without metadata was left by an interrupted build and is passed over. */
  async documents(): Promise<StoredMetadata[]> {
    const names = await readdir(this.path('documents')).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    const all = await Promise.all(names.map((id) => this.metadata(id)))
    const found = all.filter((metadata) => metadata !== null)
    return found.sort((a, b) => a.sequence - b.sequence || (a.id < b.id ? -1 : 1))
  }

  /** What is known of an article, or null if it is not there or the id is none. */
  async metadata(id: string): Promise<StoredMetadata | null> {
    if (!ID.test(id)) return null
    const file = this.path('documents', id, 'metadata.json')
    const text = await readIfThere(file)
    return text === null ? null : parse(storedMetadata, text, file)
  }

  /** The highest place that an article has, 0 if there is none. */
  async lastSequence(): Promise<number> {
    this.#lastSequence ??= (await this.documents()).at(-1)?.sequence ?? 0
    return this.#lastSequence
  }

  /** The article's claims as JSON Lines, unread, or null if it is not there. */
  claimLines(id: string): Promise<string | null> {
    return readIfThere(this.path('documents', id, 'claims.jsonl'))
  }

  /**
   * An article with its entities and claims, or null if it is not there.
   * @throws PressgraphError if its files are broken or do not fit together
   */
  async extraction(id: string): Promise<Extraction | null> {
    if ((await this.metadata(id)) === null) return null
    const folder = this.path('documents', id)
    const [text, lines] = [await readIfThere(join(folder, 'text.txt')), await this.claimLines(id)]
    if (text === null || lines === null)
      throw damaged(folder, `${text === null ? 'text.txt' : 'claims.jsonl'} is missing`)
    if (documentId(text) !== id) throw damaged(join(folder, 'text.txt'), 'is not the text that was stored')
    const records = parseJsonLines(lines, join(folder, 'claims.jsonl'))
    for (const { id: claim, evidence } of records.claims)
      if (text.slice(evidence.start, evidence.end) !== evidence.quote)
        throw damaged(join(folder, 'claims.jsonl'), `claim ${claim} quotes what the text does not say there`)
    return { ...records, text }
  }

  /** Keeps an article: text and claims first, then the metadata, which make it count. */
  async put(extraction: Extraction, metadata: Metadata, sequence: number, used: Versions): Promise<StoredMetadata> {
    const folder = this.path('documents', metadata.id)
    await mkdir(folder, { recursive: true })
    await writeAtomic(join(folder, 'text.txt'), extraction.text)
    await writeAtomic(join(folder, 'claims.jsonl'), toJsonLines(extraction))
    const { id, title, date, language, author, publisher, source } = metadata
    const [entities, claims] = [extraction.entities.length, extraction.claims.length]
    const about = { id, title, date, language, author, publisher, source }
    const statuses = countBy(extraction.claims.map(statusOf))
    const stored: StoredMetadata = { ...about, sequence, entities, claims, statuses, versions: used }
    await writeAtomic(join(folder, 'metadata.json'), json(stored))
    this.#lastSequence = Math.max(sequence, await this.lastSequence())
    return stored
  }

  /** Takes an article out; its shard goes with the next publishing. */
  async remove(id: string): Promise<boolean> {
    if ((await this.metadata(id)) === null) return false
    // First what makes it count, so that an interrupted removal leaves no half of it.
    await rm(this.path('documents', id, 'metadata.json'), { force: true })
    await rm(this.path('documents', id), { recursive: true, force: true })
    return true
  }

  /** Notes which versions built the workspace last. */
  async setVersions(used: Versions): Promise<void> {
    await writeAtomic(this.path('pressgraph.json'), json({ ...this.settings, versions: used }))
  }

  /** Copies of the ontologies and lexicons that the user's builds added, so that later builds need not name them. */
  async extensions(): Promise<Extensions> {
    const read = async (kind: string): Promise<ExtensionFile[]> => {
      const names = await readdir(this.path('extensions', kind)).catch(() => [])
      const files = names
        .sort()
        .map(async (name) => ({ name, text: (await readIfThere(this.path('extensions', kind, name))) ?? '' }))
      return Promise.all(files)
    }
    return { ontologies: await read('ontology'), lexicons: await read('lexicon') }
  }

  /** Keeps copies of these extensions in place of those it has. */
  async setExtensions({ ontologies, lexicons }: Extensions): Promise<void> {
    await rm(this.path('extensions'), { recursive: true, force: true })
    for (const { name, text } of ontologies)
      await writeAtomic(this.path('extensions', 'ontology', basename(name)), text)
    for (const { name, text } of lexicons) await writeAtomic(this.path('extensions', 'lexicon', basename(name)), text)
  }

  async decisions(): Promise<Decision[]> {
    const file = this.path('decisions.jsonl')
    return parseDecisions((await readIfThere(file)) ?? '', file)
  }

  /** Appends a decision; it shows in the graph after the next publishing. */
  async decide(verdict: Verdict & { by?: string; at?: string; note?: string }): Promise<Decision> {
    const unlock = await this.lock()
    try {
      const id = Math.max(0, ...(await this.decisions()).map((one) => one.id)) + 1
      const decided: Decision = { ...verdict, id }
      await appendLine(this.path('decisions.jsonl'), JSON.stringify(decided))
      return decided
    } finally {
      await unlock()
    }
  }
}

/** JSON as a person reads it. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function parse<T>(schema: z.ZodType<T>, text: string, file: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw damaged(file, `is not JSON (${(error as Error).message})`)
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw damaged(file, `${issue.path.join('.')}: ${issue.message}`)
}

const damaged = (file: string, problem: string): PressgraphError =>
  new PressgraphError(`${file}: ${problem}`, {
    hint: 'The workspace was changed by hand or damaged; restore the file, or delete the article’s folder and build it again.',
  })
