import { NODE_TYPES } from '../data/model.ts'
import { STATUSES } from '../data/status.ts'
import { typeColour } from '../state/palette.ts'
import type { Filters } from '../state/view.ts'
import { statusLine } from './claim-row.ts'
import type { Context, Part } from './context.ts'
import { dot, fill, h } from './dom.ts'

/** The list with an item put in or taken out. */
export const toggled = (list: readonly string[], item: string): string[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item]

/** Chips that say what colours and lines mean, count, and switch what they stand for off and on. */
export function createLegend(context: Context, communities: () => readonly CommunityChip[]): Part {
  const element = h('section', { class: 'legend', 'aria-label': context.words.t('legend.label') })
  const { words, store } = context
  const chip = (list: 'types' | 'statuses', name: string, picture: Element, text: string, count: number) => {
    const { filters } = store.snapshot.view
    const toggle = () => store.change({ filters: { ...filters, [list]: toggled(filters[list], name) } as Filters })
    return h(
      'button',
      {
        type: 'button',
        class: 'chip',
        'data-key': `chip ${name}`,
        'aria-pressed': String(!filters[list].includes(name)),
        title: list === 'statuses' ? words.t(`status.${name as (typeof STATUSES)[number]}.help`) : null,
        onclick: toggle,
      },
      picture,
      text,
      h('span', { class: 'count' }, words.number(count)),
    )
  }
  return {
    element,
    update: ({ visible, view, model }) => {
      const present = new Set(model.type)
      const types = NODE_TYPES.flatMap((type, index) => {
        if (!present.has(index)) return []
        const picture =
          view.colourBy === 'type' ? dot(typeColour(context.theme(), index)) : h('span', { class: 'dot none' })
        return [chip('types', type, picture, words.t(`type.${type}`), visible.facets.types[index]!)]
      })
      const has = new Set(model.status)
      const statuses = STATUSES.flatMap((status, index) =>
        has.has(index)
          ? [chip('statuses', status, statusLine(index), words.t(`status.${status}`), visible.facets.statuses[index]!)]
          : [],
      )
      const groups = view.colourBy === 'community' ? communities() : []
      fill(
        element,
        groups.length === 0
          ? null
          : h(
              'ul',
              { class: 'chips', 'aria-label': words.t('legend.communities') },
              ...groups.map(({ colour, text, count }) =>
                h(
                  'li',
                  { class: 'chip still' },
                  dot(colour),
                  h('span', { class: 'chip-text' }, text),
                  h('span', { class: 'count' }, words.number(count)),
                ),
              ),
            ),
        h('div', { class: 'chips', role: 'group', 'aria-label': words.t('legend.types') }, ...types),
        h('div', { class: 'chips', role: 'group', 'aria-label': words.t('legend.statuses') }, ...statuses),
      )
    },
  }
}

export interface CommunityChip {
  readonly colour: string
  readonly text: string
  readonly count: number
}
