import { STATUSES } from '../data/status.ts'
import { type Context, nodeLabel, relationLabel } from './context.ts'
import { DASH_PATTERNS } from './dashes.ts'
import { h, svg } from './dom.ts'

/** The line that the canvas draws for a status, as a small picture. */
export function statusLine(status: number): SVGElement {
  const line = svg('svg', { viewBox: '0 0 34 12', width: 34, height: 12, class: 'status-line', 'aria-hidden': 'true' })
  line.append(svg('line', { x1: 1, y1: 6, x2: 33, y2: 6, ...DASH_PATTERNS[status] }))
  if (status === 4) for (const x of [9, 17, 25]) line.append(svg('line', { x1: x, y1: 1.5, x2: x, y2: 10.5 }))
  return line
}

/** Line and name of a status. */
export function statusBadge(context: Context, status: number): HTMLElement {
  const name = STATUSES[status]!
  return h(
    'span',
    { class: `badge status-${name}`, title: context.words.t(`status.${name}.help`) },
    statusLine(status),
    context.words.t(`status.${name}`),
  )
}

/**
 * A button that selects a claim: subject, relation, object.
 * @param from a node that need not be said again
 * @param named whether the relation is said; where many of one relation stand together it need not be
 */
export function claimRow(context: Context, claim: number, from: number | null = null, named = true): HTMLElement {
  const { model, visible, view } = context.store.snapshot
  const { words } = context
  const id = model.claimIds[claim]!
  const subject = model.subject[claim]!
  const object = model.object[claim]!
  const speaker = model.speaker[claim]!
  const name = (node: number) => h('span', { class: 'name' }, nodeLabel(model, node))
  const selected = view.selection?.kind === 'claim' && view.selection.id === id
  return h(
    'button',
    {
      type: 'button',
      class: visible.claims[claim] ? 'row' : 'row out',
      'data-key': `claim ${id}`,
      'aria-pressed': String(selected),
      onclick: () => context.store.change({ selection: { kind: 'claim', id }, panel: 'detail' }),
    },
    statusLine(model.status[claim]!),
    h(
      'span',
      { class: 'row-text' },
      from === subject ? null : [name(subject), ' '],
      h('span', { class: named ? 'relation' : 'relation hidden-text' }, relationLabel(words, model, claim)),
      from === object ? null : [' ', name(object)],
      speaker >= 0 ? h('span', { class: 'aside' }, ` · ${nodeLabel(model, speaker)}`) : null,
      model.time[claim] ? h('span', { class: 'aside' }, ` · ${words.time(model.time[claim])}`) : null,
      visible.claims[claim] ? null : h('span', { class: 'aside' }, ` · ${words.t('detail.hiddenByFilter')}`),
    ),
    h('span', { class: 'hidden-text' }, `, ${words.t(`status.${STATUSES[model.status[claim]!]!}`)}`),
  )
}

/** A button that selects a node. */
export function nodeRow(context: Context, node: number, aside = ''): HTMLElement {
  const { model, visible, view } = context.store.snapshot
  const { id, label, type } = model.nodes[node]!
  const selected = view.selection?.kind === 'node' && view.selection.id === id
  const mark = h('span', { class: 'dot', 'aria-hidden': 'true' })
  mark.style.backgroundColor = context.colourOf(node)
  return h(
    'button',
    {
      type: 'button',
      class: visible.nodes[node] ? 'row' : 'row out',
      'data-key': `node ${id}`,
      'aria-pressed': String(selected),
      onclick: () => context.store.change({ selection: { kind: 'node', id }, panel: 'detail' }),
    },
    mark,
    h(
      'span',
      { class: 'row-text' },
      h('span', { class: 'name' }, label),
      h('span', { class: 'aside' }, ` · ${context.words.t(`type.${type}`)}${aside === '' ? '' : ` · ${aside}`}`),
      context.isFresh(node) ? h('span', { class: 'fresh' }, context.words.t('detail.new')) : null,
    ),
  )
}
