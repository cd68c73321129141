import { claimRow, nodeRow } from './claim-row.ts'
import type { Context, Part } from './context.ts'
import { fill, h } from './dom.ts'

const STEP = 100

/** Everything that is on the canvas, for keyboard and screen reader: visible nodes by number of claims, and visible claims. */
export function createList(context: Context): Part {
  const { words, store } = context
  const element = h('div', { class: 'list' })
  let shown = { nodes: STEP, claims: STEP }

  function draw(): void {
    const { visible, model } = store.snapshot
    const degree = (node: number) => model.offsets[node + 1]! - model.offsets[node]!
    const nodes = indicesOf(visible.nodes).sort((a, b) => degree(b) - degree(a) || a - b)
    const claims = indicesOf(visible.claims)
    fill(
      element,
      part('nodes', nodes, (node) => nodeRow(context, node, words.count('list.degree', degree(node)))),
      part('claims', claims, (claim) => claimRow(context, claim)),
    )
  }

  function part(kind: 'nodes' | 'claims', items: readonly number[], row: (item: number) => HTMLElement): HTMLElement {
    const all = kind === 'nodes' ? store.snapshot.model.nodes.length : store.snapshot.model.subject.length
    const left = items.length - shown[kind]
    const more = () => {
      shown = { ...shown, [kind]: shown[kind] + STEP }
      draw()
    }
    const count = words.t('count.of', { shown: items.length, all })
    return h(
      'section',
      {},
      h('h3', {}, words.t(`list.${kind}`), ' ', h('span', { class: 'aside' }, count)),
      h('ul', { class: 'rows' }, ...items.slice(0, shown[kind]).map((item) => h('li', {}, row(item)))),
      left > 0
        ? h(
            'button',
            { type: 'button', 'data-key': `more ${kind}`, onclick: more },
            words.t('list.more', { n: Math.min(STEP, left), left }),
          )
        : null,
    )
  }

  return {
    element,
    update: (next, previous) => {
      if (next.view.panel !== 'list') return
      if (previous !== null && previous.visible !== next.visible) shown = { nodes: STEP, claims: STEP }
      draw()
    },
  }
}

function indicesOf(mask: Uint8Array): number[] {
  const indices: number[] = []
  for (let index = 0; index < mask.length; index++) if (mask[index]) indices.push(index)
  return indices
}
