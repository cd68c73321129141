import type {
  ArticleInput,
  ArticleProgress,
  ArticleText,
  GraphData,
  Problem,
  SparqlAnswer,
  Vocabulary,
} from '../../../src/server/types.ts'

/** What the viewer has its data from: the server, or the file it stands in. */
export interface Source {
  /** Whether SPARQL and adding articles are to be had. */
  readonly live: boolean
  readonly graph: (signal?: AbortSignal) => Promise<GraphData>
  readonly article: (id: string) => Promise<ArticleText>
}

export interface LiveSource extends Source {
  readonly live: true
  readonly vocabulary: () => Promise<Vocabulary>
  /** @param accept media types, the best liked first */
  readonly sparql: (query: string, accept: string, timeoutMs: number, signal: AbortSignal) => Promise<SparqlAnswer>
  readonly add: (
    input: ArticleInput,
    report: (progress: ArticleProgress) => void,
    signal: AbortSignal,
  ) => Promise<ArticleProgress & { kind: 'added' | 'failed' }>
}

/** What the server said, or that it said nothing. */
export class SourceError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'SourceError'
    this.problem = problem
  }
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response
  const text = await response.text()
  let problem: Problem
  try {
    problem = JSON.parse(text)
  } catch {
    problem = { message: `${response.status} ${response.statusText}`, hint: '' }
  }
  throw new SourceError(problem)
}

/** The server that the page came from. */
export function serverSource(base: URL): LiveSource {
  const articles = new Map<string, Promise<ArticleText>>()
  const get = async (path: string, signal?: AbortSignal) =>
    (await checked(await fetch(new URL(path, base), signal ? { signal } : {}))).json()
  return {
    live: true,
    graph: (signal) => get('api/graph', signal),
    vocabulary: () => get('api/vocabulary'),
    article: (id) => {
      let article = articles.get(id)
      if (!article) {
        article = get(`api/articles/${encodeURIComponent(id)}`)
        articles.set(id, article)
        // What failed is asked for again next time.
        article.catch(() => articles.delete(id))
      }
      return article
    },
    sparql: async (query, accept, timeoutMs, signal) => {
      const url = new URL(`sparql?timeout=${timeoutMs}`, base)
      const headers = { 'Content-Type': 'application/sparql-query', Accept: accept }
      const response = await checked(await fetch(url, { method: 'POST', body: query, headers, signal }))
      const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]!.trim()
      return { mediaType: mediaType as SparqlAnswer['mediaType'], body: await response.text() }
    },
    add: async (input, report, signal) => {
      const response = await checked(
        await fetch(new URL('api/articles', base), {
          method: 'POST',
          body: JSON.stringify(input),
          headers: { 'Content-Type': 'application/json' },
          signal,
        }),
      )
      for await (const line of linesOf(response)) {
        const progress: ArticleProgress = JSON.parse(line)
        if (progress.kind !== 'progress') return progress
        report(progress)
      }
      throw new SourceError({ message: '', hint: '' })
    },
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = lines.pop()!
    yield* lines.filter((line) => line !== '')
    if (done) break
  }
  if (rest !== '') yield rest
}

/** What `export --format html` puts into the page. */
export interface EmbeddedData {
  readonly graph: GraphData
  readonly articles: readonly ArticleText[]
}

/** The data that the page itself holds, or null if it holds none. */
export function embeddedSource(page: Document): Source | null {
  const element = page.getElementById('pressgraph-data')
  if (!element) return null
  const data: EmbeddedData = JSON.parse(element.textContent ?? '')
  return {
    live: false,
    graph: async () => data.graph,
    article: async (id) => {
      const article = data.articles.find((one) => one.id === id)
      if (!article) throw new SourceError({ message: id, hint: '' })
      return article
    },
  }
}
