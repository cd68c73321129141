import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../core/errors.ts'
import { packageRoot } from '../node/resources.ts'

/** A ready-made query: a file `data/queries/<name>.rq`, whose first comments say what it asks. */
export interface NamedQuery {
  readonly name: string
  readonly title: { readonly de: string; readonly en: string }
  readonly sparql: string
  /** Variables that must be bound from outside. */
  readonly takes: readonly string[]
}

/** The ready-made queries in the order of their names. */
export async function namedQueries(folder = join(packageRoot(), 'data', 'queries')): Promise<NamedQuery[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.rq')).sort()
  return Promise.all(
    files.map(async (file) => {
      const sparql = await readFile(join(folder, file), 'utf8')
      const field = (key: string): string => new RegExp(`^# ${key}: *(.+)$`, 'm').exec(sparql)?.[1]?.trim() ?? ''
      return {
        name: file.slice(0, -'.rq'.length),
        title: { de: field('de'), en: field('en') },
        sparql,
        takes: field('takes')
          .split(/[\s,]+/)
          .filter(Boolean),
      }
    }),
  )
}

/** @throws UsageError that lists the names if there is no such query */
export async function namedQuery(name: string): Promise<NamedQuery> {
  const queries = await namedQueries()
  const found = queries.find((query) => query.name === name)
  if (!found)
    throw new UsageError(
      `there is no query "${name}"`,
      `Ready-made are: ${queries.map((query) => query.name).join(', ')}.`,
    )
  return found
}

/** Text as a string literal of SPARQL. */
export function sparqlString(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
  return `"${text.toWellFormed().replace(/["\\\n\r\t]/g, (character) => escapes[character] as string)}"`
}

/** A query with a variable bound to IRIs, which must be those of a store's answer. Appended as data, nothing is put into the query. */
export const bindIris = (sparql: string, variable: string, iris: readonly string[]): string =>
  `${sparql.trimEnd()}\nVALUES ?${variable} { ${iris.map((iri) => `<${iri}>`).join(' ')} }\n`
