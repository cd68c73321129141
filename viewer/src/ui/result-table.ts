import { type Result, type ResultTerm, type Row, shortIri, sortRows } from '../sparql/results.ts'
import type { Context } from './context.ts'
import { fill, h } from './dom.ts'

const STEP = 200

/** Rows of an answer in a table whose columns sort; IRIs of nodes and claims select them. */
export function resultTable(
  context: Context,
  result: Result & { kind: 'table' | 'graph' },
  prefixes: Readonly<Record<string, string>>,
): HTMLElement {
  const { words, store } = context
  const { t } = words
  const variables = result.kind === 'table' ? result.variables : ['subject', 'predicate', 'object']
  const rows: readonly Row[] = result.kind === 'table' ? result.rows : result.triples.map((triple) => ({ ...triple }))
  const nodeOf = new Map(store.snapshot.model.nodes.map(({ iri, id }) => [iri, id]))
  const element = h('div', { class: 'result' })
  let order: { variable: string; descending: boolean } | null = null
  let shown = STEP

  function select(iri: string): (() => void) | null {
    const id = nodeOf.get(iri)
    if (id !== undefined && iri !== '')
      return () => {
        store.change({ selection: { kind: 'node', id } })
        const node = store.snapshot.model.nodeIndex.get(id)
        if (node !== undefined) context.flyTo(node)
      }
    const claims = `${store.snapshot.model.base}claim/`
    const claim = iri.startsWith(claims) ? decodeURIComponent(iri.slice(claims.length)) : null
    if (claim !== null && store.snapshot.model.claimIndex.has(claim))
      return () => store.change({ selection: { kind: 'claim', id: claim }, panel: 'detail' })
    return null
  }

  function cell(term: ResultTerm | undefined): Node {
    if (!term) return h('span', { class: 'aside' }, '–')
    if (term.type !== 'uri') return document.createTextNode(term.value)
    const short = shortIri(term.value, prefixes)
    const onclick = select(term.value)
    return onclick
      ? h('button', { type: 'button', class: 'iri', title: term.value, onclick }, short)
      : h('span', { title: term.value }, short)
  }

  function draw(): void {
    const sorted = order ? sortRows(rows, order.variable, order.descending) : rows
    const left = rows.length - shown
    const more = () => {
      shown += STEP
      draw()
    }
    fill(
      element,
      h(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.count('count.rows', rows.length) },
        h(
          'table',
          {},
          h('thead', {}, h('tr', {}, ...variables.map(head))),
          h(
            'tbody',
            {},
            ...sorted
              .slice(0, shown)
              .map((row) => h('tr', {}, ...variables.map((name) => h('td', {}, cell(row[name]))))),
          ),
        ),
      ),
      left > 0
        ? h(
            'button',
            { type: 'button', 'data-key': 'more rows', onclick: more },
            t('list.more', { n: Math.min(STEP, left), left }),
          )
        : null,
    )
  }

  function head(variable: string): HTMLElement {
    const active = order?.variable === variable
    const sort = () => {
      order = { variable, descending: active ? !order!.descending : false }
      draw()
    }
    return h(
      'th',
      { scope: 'col', 'aria-sort': active ? (order!.descending ? 'descending' : 'ascending') : 'none' },
      h(
        'button',
        {
          type: 'button',
          'data-key': `sort ${variable}`,
          title: t('sparql.sortBy', { column: variable }),
          onclick: sort,
        },
        variable,
        active ? (order!.descending ? ' ↓' : ' ↑') : '',
      ),
    )
  }

  draw()
  return element
}
