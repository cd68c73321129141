import { shortestPath } from '../state/path.ts'
import { NO_FILTERS } from '../state/view.ts'
import { type Context, nodeLabel, type Part } from './context.ts'
import { fill, h } from './dom.ts'

/** What the canvas shows less than everything of, and the way back: neighbourhoods, a path, filters that leave nothing, marks. */
export function createNotices(
  context: Context,
  extra: () => readonly { readonly text: string; readonly action?: readonly [string, () => void] }[],
): Part {
  const { words, store } = context
  const element = h('div', { class: 'notices', 'aria-live': 'polite' })
  const notice = (text: string, action?: readonly [string, () => void]) =>
    h(
      'p',
      { class: 'notice' },
      text,
      action ? h('button', { type: 'button', 'data-key': `notice ${action[0]}`, onclick: action[1] }, action[0]) : null,
    )
  return {
    element,
    update: ({ view, model, visible }) => {
      const items: HTMLElement[] = []
      const all = model.subject.length
      if (all > 0 && (visible.claimCount < all || visible.nodeCount < model.nodes.length)) {
        const nodes = words.t('count.of', {
          shown: visible.nodeCount,
          all: words.count('count.nodes', model.nodes.length),
        })
        const claims = words.t('count.of', { shown: visible.claimCount, all: words.count('count.claims', all) })
        items.push(notice(`${nodes} · ${claims}`))
      }
      if (view.focus.length > 0)
        items.push(
          notice(words.count('focus.shown', view.focus.length), [
            words.t('detail.unfocus'),
            () => store.change({ focus: [] }),
          ]),
        )
      const ends = view.path.flatMap((id) => model.nodeIndex.get(id) ?? [])
      if (ends.length > 0) items.push(pathNotice(ends))
      if (model.nodes.length > 0 && visible.nodeCount === 0)
        items.push(
          notice(words.t('app.nothing'), [
            words.t('app.nothing.action'),
            () => store.change({ filters: NO_FILTERS, focus: [] }),
          ]),
        )
      for (const { text, action } of extra()) items.push(notice(text, action))
      fill(element, ...items)
    },
  }

  function pathNotice(ends: readonly number[]): HTMLElement {
    const { model, visible } = store.snapshot
    const close = [words.t('path.close'), () => store.change({ path: [] })] as const
    const from = nodeLabel(model, ends[0]!)
    if (ends.length === 1) return notice(words.t('path.from', { from }), close)
    const to = nodeLabel(model, ends[1]!)
    const path = shortestPath(model, visible, ends[0]!, ends[1]!)
    if (!path) return notice(words.t('path.none', { from, to }), close)
    const steps = words.count('count.steps', path.length - 1)
    return notice(`${words.t('path.found', { from, to })}: ${steps}`, close)
  }
}
