import { z } from 'zod'
import type { ClaimRecord, DocumentRecord, EntityRecord, Extraction } from '../core/claims.ts'
import { PressgraphError } from '../core/errors.ts'

const nullableText = z.string().nullable()

const documentRecord = z.object({
  kind: z.literal('document'),
  id: z.string(),
  title: nullableText,
  date: nullableText,
  language: z.string(),
  author: nullableText,
  publisher: nullableText,
  source: nullableText,
})

const entityRecord = z.object({
  kind: z.literal('entity'),
  id: z.string(),
  type: z.enum(['Person', 'Organization', 'Place', 'Facility', 'Event', 'Work', 'Product', 'Topic', 'Group']),
  named: z.boolean().optional(),
  label: z.string(),
  labelEn: z.string().optional(),
  names: z.array(z.string()),
  description: nullableText,
  sameAs: z.array(z.string()),
})

const offset = z.int().nonnegative()

const claimRecord = z.object({
  kind: z.literal('claim'),
  id: z.string(),
  subject: z.string(),
  predicate: z.object({
    iri: z.string(),
    name: z.string(),
    lemma: z.string(),
    label: z.object({ de: z.string(), en: z.string().optional() }),
  }),
  object: nullableText,
  value: z
    .object({ text: z.string(), datatype: z.string(), amount: z.number().optional(), unit: z.string().optional() })
    .nullable(),
  polarity: z.enum(['positive', 'negative']),
  modality: z.enum(['actual', 'future', 'possible', 'desired', 'conditional']),
  attributedTo: nullableText,
  time: z
    .object({
      text: z.string(),
      type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
      value: z.string(),
      start: offset,
      end: offset,
    })
    .nullable(),
  confidence: z.number(),
  evidence: z.object({ document: z.string(), start: offset, end: offset, quote: z.string() }),
  trigger: z.object({ start: offset, end: offset }).optional(),
})

const record = z.discriminatedUnion('kind', [documentRecord, entityRecord, claimRecord])

/** What {@link parseJsonLines} reads: an extraction without the text. */
export type Records = Omit<Extraction, 'text'>

/**
 * Reads JSON Lines of one document.
 * @param file for messages
 * @throws PressgraphError that names file and line if a line is no record, or the records do not fit together
 */
export function parseJsonLines(lines: string, file: string): Records {
  let document: DocumentRecord | undefined
  const entities: EntityRecord[] = []
  const claims: ClaimRecord[] = []
  for (const [number, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue
    const value = parseLine(line, `${file}, line ${number + 1}`)
    if (value.kind === 'entity') entities.push(value)
    else if (value.kind === 'claim') claims.push(value)
    else if (document) throw broken(`${file}, line ${number + 1}`, 'a second document')
    else document = value
  }
  if (!document) throw broken(file, 'no document in it')
  const known = new Set(entities.map(({ id }) => id))
  for (const { id, subject, object, attributedTo } of claims)
    for (const entity of [subject, object, attributedTo])
      if (entity !== null && !known.has(entity))
        throw broken(file, `claim ${id} speaks of ${entity}, which is no entity`)
  return { document, entities, claims }
}

/** The entities of a document, read no further than to its first claim. */
export function parseEntities(lines: string, file: string): EntityRecord[] {
  const entities: EntityRecord[] = []
  let number = 0
  for (let start = 0; start < lines.length; number++) {
    const end = lines.indexOf('\n', start)
    const line = lines.slice(start, end < 0 ? lines.length : end)
    start = end < 0 ? lines.length : end + 1
    if (line.trim() === '') continue
    const value = parseLine(line, `${file}, line ${number + 1}`)
    if (value.kind === 'claim') break
    if (value.kind === 'entity') entities.push(value)
  }
  return entities
}

function parseLine(line: string, place: string): DocumentRecord | EntityRecord | ClaimRecord {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw broken(place, `not JSON (${(error as Error).message})`)
  }
  const result = record.safeParse(value)
  // zod's inferred optional properties allow an explicit undefined, which JSON cannot hold.
  if (result.success) return result.data as DocumentRecord | EntityRecord | ClaimRecord
  const issue = result.error.issues[0]!
  throw broken(place, `${issue.path.join('.') || 'record'}: ${issue.message}`)
}

const broken = (place: string, problem: string): PressgraphError =>
  new PressgraphError(`${place}: ${problem}`, {
    hint: 'The file was changed or damaged; build the article again with --force.',
  })
