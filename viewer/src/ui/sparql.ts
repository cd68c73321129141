import type { Vocabulary } from '../../../src/server/types.ts'
import { createModel } from '../data/model.ts'
import { type LiveSource, SourceError } from '../data/source.ts'
import { suggestionsFor } from '../sparql/completions.ts'
import type { SparqlEditor } from '../sparql/editor.ts'
import { parseResult, type Result } from '../sparql/results.ts'
import { graphOfTriples } from '../sparql/triples-graph.ts'
import type { Context, Part } from './context.ts'
import { fill, h } from './dom.ts'
import { createMiniGraph } from './mini-graph.ts'
import { createQueryInputs } from './query-inputs.ts'
import { resultTable } from './result-table.ts'
import { recall, remember } from './storage.ts'
import { save } from './take-away.ts'

const HISTORY = 'pressgraph.queries'
const KEPT = 30
const FIRST_QUERY = 'SELECT * WHERE { ?s ?p ?o } LIMIT 20'
/** Characters of a query that the history's list shows. */
const SHOWN = 70
const LIMITS = [5, 10, 30] as const
const ACCEPT = 'application/sparql-results+json, application/n-triples'
const DOWNLOADS = [
  ['CSV', 'csv', 'text/csv'],
  ['JSON', 'json', 'application/sparql-results+json, application/ld+json'],
  ['Turtle', 'ttl', 'text/turtle'],
] as const

/** Asks the workspace in SPARQL: editor, examples, history, and answers as table or graph. */
export function createSparql(context: Context): Part {
  const { words, store, source } = context
  const { t } = words
  const element = h('div', { class: 'sparql' })
  const live = source as LiveSource
  const host = h('div', { class: 'sparql-editor' })
  const status = h('p', { class: 'sparql-status', role: 'status' })
  const answer = h('div', { class: 'answer' })
  const run = h('button', { type: 'button', class: 'primary', onclick: () => ask() }, t('sparql.run'))
  const cancel = h('button', { type: 'button', hidden: true, onclick: () => running?.abort() }, t('sparql.cancel'))
  const limit = h(
    'select',
    { 'aria-label': t('sparql.limit') },
    ...LIMITS.map((seconds) =>
      h('option', { value: seconds * 1000, selected: seconds === 10 }, t('sparql.seconds', { n: seconds })),
    ),
  )
  const inputs = createQueryInputs(context, (query) => editor?.write(query))
  const examples = chooser(t('sparql.examples'), (name) =>
    inputs.show(vocabulary.queries.find((query) => query.name === name) ?? null),
  )
  const past = chooser(t('sparql.history'), (query) => {
    inputs.show(null)
    editor?.write(query)
  })
  let editor: SparqlEditor | null = null
  let vocabulary: Vocabulary = { prefixes: {}, terms: [], queries: [] }
  let running: AbortController | null = null
  let started = false

  fill(
    element,
    h('div', { class: 'actions' }, examples.label, past.label),
    inputs.element,
    host,
    h(
      'div',
      { class: 'actions' },
      run,
      cancel,
      h('label', { class: 'pick' }, h('span', {}, t('sparql.limit')), limit),
      h('span', { class: 'aside' }, t('sparql.run.help')),
    ),
    status,
    answer,
  )

  function chooser(title: string, choose: (value: string) => void) {
    const select = h('select', {
      onchange: () => {
        if (select.value !== '') choose(select.value)
        select.value = ''
      },
    })
    return { select, label: h('label', { class: 'pick' }, h('span', {}, title), select) }
  }

  const options = (select: HTMLSelectElement, items: readonly (readonly [string, string])[]) =>
    fill(
      select,
      h('option', { value: '' }, t('sparql.choose')),
      ...items.map(([text, value]) => h('option', { value }, text)),
    )

  function drawHistory(): void {
    const queries = queriesKept()
    options(
      past.select,
      queries.map((query) => [oneLine(query), query]),
    )
  }

  async function start(): Promise<void> {
    started = true
    drawHistory()
    const [{ createSparqlEditor }] = await Promise.all([
      import('../sparql/editor.ts'),
      live.vocabulary().then(
        (found) => {
          vocabulary = found
        },
        (error) => fill(status, problemText(error)),
      ),
    ])
    options(
      examples.select,
      vocabulary.queries.map(({ title, name }) => [title[words.locale], name]),
    )
    editor = createSparqlEditor(host, {
      // A query that takes something would find nothing as it is.
      text: queriesKept()[0] ?? vocabulary.queries.find(({ takes = [] }) => takes.length === 0)?.sparql ?? FIRST_QUERY,
      label: t('sparql.query'),
      run: () => ask(),
      suggest: (word, query) => suggestionsFor(word, query, vocabulary, store.snapshot.model, words.locale),
      more: (left) => t('sparql.more', { n: left }),
    })
  }

  async function ask(): Promise<void> {
    if (!editor || running) return
    const query = editor.text()
    running = new AbortController()
    editor.mark(null)
    run.disabled = true
    cancel.hidden = false
    fill(status, t('sparql.running'))
    fill(answer)
    const began = performance.now()
    try {
      const { mediaType, body } = await live.sparql(query, ACCEPT, Number(limit.value), running.signal)
      const result = parseResult(mediaType, body)
      show(query, result, Math.round(performance.now() - began))
      remember(HISTORY, JSON.stringify([query, ...queriesKept().filter((other) => other !== query)].slice(0, KEPT)))
      drawHistory()
    } catch (error) {
      if (running.signal.aborted) fill(status, t('sparql.cancelled'))
      else fail(error)
    } finally {
      running = null
      run.disabled = false
      cancel.hidden = true
    }
  }

  function fail(error: unknown): void {
    const problem = error instanceof SourceError ? error.problem : null
    if (problem?.line !== undefined) {
      const { line, column = 1, message } = problem
      editor?.mark({ line, column, message })
    }
    fill(status, h('span', { class: 'error' }, problemText(error)))
  }

  function problemText(error: unknown): string {
    if (!(error instanceof SourceError)) return error instanceof SyntaxError ? error.message : t('app.failed.offline')
    const { message, hint, line, column } = error.problem
    const where = line === undefined ? message : t('sparql.place', { line, column: column ?? 1, message })
    return hint === '' ? where : `${where} ${hint}`
  }

  function show(query: string, result: Result, ms: number): void {
    if (result.kind === 'boolean') {
      fill(status, t(result.value ? 'sparql.yes' : 'sparql.no'))
      return
    }
    const size = result.kind === 'table' ? result.rows.length : result.triples.length
    fill(status, size === 0 ? t('sparql.empty') : t('sparql.took', { rows: words.count('count.rows', size), ms }))
    if (size === 0) return
    const downloads = DOWNLOADS.filter(([name]) => (result.kind === 'table' ? name !== 'Turtle' : name !== 'CSV'))
    fill(
      answer,
      h(
        'div',
        { class: 'actions' },
        h('span', { class: 'aside' }, t('sparql.download')),
        ...downloads.map(([name, extension, accept]) =>
          h('button', { type: 'button', onclick: () => download(query, extension, accept) }, name),
        ),
      ),
      result.kind === 'graph'
        ? createMiniGraph(
            context,
            createModel(graphOfTriples(result.triples, store.snapshot.model, vocabulary.prefixes)),
          )
        : null,
      resultTable(context, result, vocabulary.prefixes),
    )
  }

  async function download(query: string, extension: string, accept: string): Promise<void> {
    try {
      const { body, mediaType } = await live.sparql(query, accept, Number(limit.value), new AbortController().signal)
      save(`pressgraph.${mediaType === 'application/ld+json' ? 'jsonld' : extension}`, body, mediaType)
    } catch (error) {
      fail(error)
    }
  }

  return {
    element,
    update: (next) => {
      if (next.view.panel === 'sparql' && !started) void start()
    },
  }
}

function queriesKept(): string[] {
  try {
    const queries: unknown = JSON.parse(recall(HISTORY) ?? '[]')
    return Array.isArray(queries) ? queries.filter((query) => typeof query === 'string') : []
  } catch {
    // What another version wrote is no history.
    return []
  }
}

/** The query without comments and line ends, as an entry of a list. */
function oneLine(query: string): string {
  const line = query
    .replace(/^\s*#.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1)}…`
}
