import type { Extraction } from '../core/claims.ts'
import type { Document } from '../core/document.ts'
import { InputError, PressgraphError } from '../core/errors.ts'
import type { StoredMetadata, Versions, Workspace } from './workspace.ts'

/** An article to be added, and where it came from. */
export interface Incoming {
  readonly input: string
  readonly document: Document
}

export interface AddOptions {
  readonly extract: (document: Document) => Promise<Extraction>
  readonly versions: Versions
  /** Extract again what is known already. */
  readonly force?: boolean
}

export interface Added {
  readonly stored: StoredMetadata
  /** Whether the workspace had it already, so that nothing was done. */
  readonly known: boolean
}

/**
 * Extracts an article and keeps it. One that is there already, with the same date and made by the same versions, is left as it is. The
 * caller holds the workspace's lock, and publishes when all are added.
 * @throws InputError if this article cannot be analysed, PressgraphError if none can
 */
export async function addArticle(
  workspace: Workspace,
  { input, document }: Incoming,
  options: AddOptions,
): Promise<Added> {
  const { metadata } = document
  const before = await workspace.metadata(metadata.id)
  const date = metadata.date ?? before?.date ?? null
  if (before && !options.force && before.date === date && sameVersions(before.versions, options.versions))
    return { stored: before, known: true }
  const extraction = await extractSafely({ input, document: { ...document, metadata: { ...metadata, date } } }, options)
  const sequence = before?.sequence ?? (await workspace.lastSequence()) + 1
  const stored = await workspace.put(extraction, { ...metadata, date }, sequence, options.versions)
  return { stored, known: false }
}

/** An error of ours concerns every article; any other is a defect that this one brought to light. */
async function extractSafely({ input, document }: Incoming, { extract }: AddOptions): Promise<Extraction> {
  try {
    return await extract(document)
  } catch (error) {
    if (error instanceof PressgraphError) throw error
    const failed = new InputError(
      input,
      `cannot be analysed: ${(error as Error).message}`,
      'This is a defect of pressgraph; please report it.',
    )
    failed.cause = error
    throw failed
  }
}

const sameVersions = (a: Versions, b: Versions): boolean =>
  a.pressgraph === b.pressgraph && a.model === b.model && a.ontology === b.ontology
