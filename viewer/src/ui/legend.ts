import { NODE_TYPES } from '../data/model.ts'
import { STATUSES } from '../data/status.ts'
import { type CommunityGroup, REST } from '../state/communities.ts'
import { communityColour, typeColour } from '../state/palette.ts'
import type { Filters } from '../state/view.ts'
import { statusLine } from './claim-row.ts'
import type { Context, Part } from './context.ts'
import { dot, fill, h } from './dom.ts'

/** The list with an item put in or taken out. */
export const toggled = (list: readonly string[], item: string): string[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item]

/** Chips that say what colours and lines mean, count, and switch what they stand for off and on. */
export function createLegend(context: Context): Part {
  const element = h('section', { class: 'legend', 'aria-label': context.words.t('legend.label') })
  const { words, store } = context
  const chip = (
    list: 'types' | 'statuses' | 'communities',
    name: string,
    picture: Element,
    text: string,
    count: number,
  ) => {
    const { filters } = store.snapshot.view
    const toggle = () => store.change({ filters: { ...filters, [list]: toggled(filters[list], name) } as Filters })
    return h(
      'button',
      {
        type: 'button',
        class: 'chip',
        'data-key': `chip ${list} ${name}`,
        'aria-pressed': String(!filters[list].includes(name)),
        title: list === 'statuses' ? words.t(`status.${name as (typeof STATUSES)[number]}.help`) : null,
        onclick: toggle,
      },
      picture,
      h('span', { class: 'chip-text' }, text),
      h('span', { class: 'count' }, words.number(count)),
    )
  }
  return {
    element,
    update: ({ visible, view, model, communities: known }) => {
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
      // Where something is filtered by community there are the chips that take it back, whatever the colours say.
      const shown = view.colourBy === 'community' || view.filters.communities.length > 0
      const groups = ((shown && known?.groups) || []).map((group, index) => {
        const picture =
          view.colourBy === 'community'
            ? dot(communityColour(context.theme(), known!, index))
            : h('span', { class: 'dot none' })
        return chip('communities', group.key, picture, groupText(context, group), visible.facets.communities[index]!)
      })
      fill(
        element,
        groups.length === 0
          ? null
          : h('div', { class: 'chips', role: 'group', 'aria-label': words.t('legend.communities') }, ...groups),
        h('div', { class: 'chips', role: 'group', 'aria-label': words.t('legend.types') }, ...types),
        h('div', { class: 'chips', role: 'group', 'aria-label': words.t('legend.statuses') }, ...statuses),
      )
    },
  }
}

/** A group of communities by the name of its best connected node. */
export const groupText = ({ words, store }: Context, { key, centre, communities }: CommunityGroup): string =>
  key === REST
    ? words.count('community.rest', communities)
    : words.t('community.name', { label: store.snapshot.model.nodes[centre]!.label })
