import { LAYOUTS } from '../layouts/collection.ts'
import type { ViewState } from '../state/view.ts'
import type { Context, Part } from './context.ts'
import { h } from './dom.ts'

export interface ToolbarActions {
  readonly relayout: () => void
  readonly toggleTheme: () => void
  readonly toggleLocale: () => void
  /** Null where articles cannot be added. */
  readonly add: () => void
  readonly takeAway: () => void
}

/** The bar above the graph: search, undo, how to draw, add, take away, language, light or dark. */
export function createToolbar(context: Context, searchBox: Part, actions: ToolbarActions): Part {
  const { words, store } = context
  const { t } = words
  const icon = (name: string, text: string, onclick: () => void) =>
    h('button', { type: 'button', class: 'icon', 'aria-label': text, title: text, onclick }, name)
  const undo = icon('↶', t('tool.undo'), () => store.undo())
  const redo = icon('↷', t('tool.redo'), () => store.redo())
  const select = <K extends 'layout' | 'sizeBy' | 'colourBy'>(
    key: K,
    title: string,
    options: readonly (readonly [ViewState[K], string])[],
  ) => {
    const element = h(
      'select',
      { onchange: () => store.change({ [key]: element.value } as Partial<ViewState>) },
      ...options.map(([value, text]) => h('option', { value }, text)),
    )
    return { label: h('label', { class: 'pick' }, h('span', {}, title), element), element, key }
  }
  const picks = [
    select(
      'layout',
      t('tool.layout'),
      LAYOUTS.map(({ id }) => [id, t(`layout.${id}`)] as const),
    ),
    select('sizeBy', t('tool.size'), [
      ['degree', t('size.degree')],
      ['betweenness', t('size.betweenness')],
    ]),
    select('colourBy', t('tool.colour'), [
      ['type', t('colour.type')],
      ['community', t('colour.community')],
    ]),
  ]
  const element = h(
    'header',
    { class: 'toolbar' },
    h('h1', { title: t('app.tagline') }, 'pressgraph'),
    searchBox.element,
    h('div', { class: 'group' }, undo, redo),
    h(
      'div',
      { class: 'group picks' },
      ...picks.map(({ label }) => label),
      icon('⟳', t('tool.relayout'), actions.relayout),
    ),
    h(
      'div',
      { class: 'group end' },
      h('button', { type: 'button', class: 'primary', onclick: actions.add }, t('tool.add')),
      h('button', { type: 'button', onclick: actions.takeAway }, t('tool.export')),
      h(
        'button',
        {
          type: 'button',
          lang: words.locale === 'de' ? 'en' : 'de',
          'aria-label': t('tool.language.label'),
          onclick: actions.toggleLocale,
        },
        t('tool.language'),
      ),
      icon('◐', t('tool.theme'), actions.toggleTheme),
    ),
  )
  return {
    element,
    update: ({ view }) => {
      undo.disabled = !store.canUndo
      redo.disabled = !store.canRedo
      for (const pick of picks) pick.element.value = view[pick.key]
    },
  }
}

/** Buttons over the canvas: zoom, everything. */
export function createZoom(context: Context, zoom: (factor: number) => void, fit: () => void): HTMLElement {
  const { t } = context.words
  const button = (name: string, text: string, onclick: () => void) =>
    h('button', { type: 'button', class: 'icon', 'aria-label': text, title: text, onclick }, name)
  return h(
    'div',
    { class: 'zoom' },
    button('+', t('tool.zoomIn'), () => zoom(1 / 1.5)),
    button('−', t('tool.zoomOut'), () => zoom(1.5)),
    button('⤢', t('tool.fit'), fit),
  )
}
