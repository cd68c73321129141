import type { Key } from '../i18n/index.ts'
import type { Context, Part } from './context.ts'
import { h } from './dom.ts'

export interface Tab {
  readonly id: string
  readonly title: Key
  readonly part: Part
}

/** The side panel: tabs (WAI-ARIA), of which the view names one. */
export function createPanel(context: Context, tabs: readonly Tab[]): Part {
  const { words, store } = context
  const buttons = tabs.map(({ id, title }) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-controls': `panel-${id}`,
        onclick: () => store.change({ panel: id }),
      },
      words.t(title),
    ),
  )
  const bodies = tabs.map(({ id, part }) =>
    h(
      'div',
      { class: 'panel-body', role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}`, tabindex: -1 },
      part.element,
    ),
  )
  const onkeydown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const next = (at + step + tabs.length) % tabs.length
    store.change({ panel: tabs[next]!.id })
    buttons[next]!.focus()
  }
  const element = h(
    'aside',
    { class: 'panel', 'aria-label': words.t('panel.label') },
    h('div', { class: 'tabs', role: 'tablist', 'aria-label': words.t('panel.label'), onkeydown }, ...buttons),
    ...bodies,
  )
  return {
    element,
    update: (next, previous) => {
      const open = tabs.some(({ id }) => id === next.view.panel) ? next.view.panel : tabs[0]!.id
      element.dataset.open = open
      for (const [index, { id, part }] of tabs.entries()) {
        const selected = id === open
        buttons[index]!.setAttribute('aria-selected', String(selected))
        buttons[index]!.tabIndex = selected ? 0 : -1
        bodies[index]!.hidden = !selected
        part.update(next, previous)
      }
    },
  }
}
