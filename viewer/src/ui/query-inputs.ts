import type { NamedQuery } from '../../../src/server/types.ts'
import { bound } from '../sparql/parameters.ts'
import { createSearchIndex, search } from '../state/search.ts'
import type { Context } from './context.ts'
import { fill, h } from './dom.ts'

/** Names that are offered while one is typed. */
const OFFERED = 8

/**
 * Inputs for what a ready-made query takes: at first the node that is selected, or the best connected one, so that it can be asked at once.
 * @param write puts the query into the editor, its variables bound
 */
export function createQueryInputs(
  context: Context,
  write: (sparql: string) => void,
): { readonly element: HTMLElement; readonly show: (query: NamedQuery | null) => void } {
  const { words, store } = context
  const element = h('div', { class: 'query-inputs', hidden: true })

  /** A node that the graph's RDF knows; values have no IRI. */
  function firstNode(): number {
    const { model, view } = store.snapshot
    const selected = view.selection?.kind === 'node' ? model.nodeIndex.get(view.selection.id) : undefined
    if (selected !== undefined && model.nodes[selected]!.iri !== '') return selected
    const degree = (node: number) => model.offsets[node + 1]! - model.offsets[node]!
    let best = -1
    for (const [node, { iri }] of model.nodes.entries())
      if (iri !== '' && (best < 0 || degree(node) > degree(best))) best = node
    return best
  }

  function show(query: NamedQuery | null): void {
    const takes = query?.takes ?? []
    element.hidden = takes.length === 0
    fill(element)
    if (!query) return
    const { model } = store.snapshot
    const first = firstNode()
    if (takes.length === 0 || first < 0) {
      write(query.sparql)
      return
    }
    const index = createSearchIndex(model)
    const values = new Map(takes.map((variable) => [variable, model.nodes[first]!.iri]))
    fill(element, ...takes.map((variable) => input(variable)))
    write(bound(query.sparql, values))

    function input(variable: string): HTMLElement {
      const offers = h('datalist', { id: `query-${variable}` })
      const note = h('span', { class: 'aside', role: 'status' })
      const field = h('input', {
        type: 'text',
        list: offers.id,
        autocomplete: 'off',
        value: model.nodes[first]!.label,
        oninput: () => {
          const { matches, more } = search(model, index, field.value, OFFERED)
          const known = matches.filter(({ node }) => model.nodes[node]!.iri !== '')
          fill(offers, ...known.map(({ node }) => h('option', { value: model.nodes[node]!.label })))
          const [match] = known
          fill(note, match ? (more > 0 ? words.count('count.more', more) : '') : words.t('sparql.parameter.none'))
          if (!match) return
          values.set(variable, model.nodes[match.node]!.iri)
          write(bound(query!.sparql, values))
        },
      })
      return h(
        'label',
        { class: 'pick' },
        h('span', {}, `${words.t('sparql.parameter')} ?${variable}`),
        field,
        offers,
        note,
      )
    }
  }

  return { element, show }
}
