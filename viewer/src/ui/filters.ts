import { NODE_TYPES } from '../data/model.ts'
import { STATUSES } from '../data/status.ts'
import { ARTICLE_ITSELF, type Filters, NO_FILTERS } from '../state/view.ts'
import { createBrush } from './brush.ts'
import { statusLine } from './claim-row.ts'
import { type Context, type Part, titleOf } from './context.ts'
import { dot, fill, h } from './dom.ts'
import { groupText, toggled } from './legend.ts'

/** Choices that are shown before the rest is asked for. */
const SHOWN = 8

interface Choice {
  readonly value: string
  readonly text: string
  readonly count: number
  readonly picture?: Element
}

/** All filters, each with counts of what a choice would show. */
export function createFilters(context: Context): Part {
  const { words, store } = context
  const { t } = words
  const brush = createBrush(context, (from, to) => set({ from, to }))
  const body = h('div')
  const element = h('div', { class: 'filters' }, body)
  const whole = new Set<string>()

  const set = (change: Partial<Filters>) => store.change({ filters: { ...store.snapshot.view.filters, ...change } })

  function group(
    key: 'types' | 'statuses' | 'relations' | 'communities' | 'speakers' | 'articles',
    choices: readonly Choice[],
  ) {
    const { filters } = store.snapshot.view
    const chosen = filters[key]
    // Of speakers and articles those named are shown; of the others those named are not.
    const inclusive = key === 'speakers' || key === 'articles'
    const checked = (value: string) =>
      inclusive ? chosen.length === 0 || chosen.includes(value) : !chosen.includes(value)
    const toggle = (value: string) => {
      if (!inclusive || chosen.length > 0) return set({ [key]: toggled(chosen, value) })
      // Nothing named means all: the first click on one of them takes it alone.
      set({ [key]: [value] })
    }
    const shown = whole.has(key) ? choices : choices.slice(0, SHOWN)
    const more = () => {
      whole.add(key)
      draw()
    }
    const reset = (text: string, value: readonly string[]) =>
      h(
        'button',
        { type: 'button', class: 'quiet', 'data-key': `${key} ${text}`, onclick: () => set({ [key]: value }) },
        text,
      )
    return h(
      'fieldset',
      {},
      h('legend', {}, t(`filter.${key}`)),
      h(
        'div',
        { class: 'resets' },
        reset(t('filter.all'), []),
        inclusive
          ? null
          : reset(
              t('filter.none'),
              choices.map(({ value }) => value),
            ),
      ),
      ...shown.map(({ value, text, count, picture }) =>
        h(
          'label',
          { class: 'choice' },
          h('input', {
            type: 'checkbox',
            checked: checked(value),
            'data-key': `${key} ${value}`,
            onchange: () => toggle(value),
          }),
          picture,
          h('span', { class: 'choice-text' }, text),
          h('span', { class: 'count' }, words.number(count)),
        ),
      ),
      shown.length < choices.length
        ? h(
            'button',
            { type: 'button', class: 'quiet', 'data-key': `${key} more`, onclick: more },
            t('filter.showAll', { n: choices.length }),
          )
        : null,
    )
  }

  function draw(): void {
    const { model, visible, view, communities } = store.snapshot
    const { facets } = visible
    const { filters } = view
    const present = new Set(model.type)
    const byCount = (a: Choice, b: Choice) => b.count - a.count || (a.text < b.text ? -1 : 1)
    const relationLabels = new Map(model.relations.map(({ name, label }) => [name, words.label(label)]))
    const slider = h('input', {
      type: 'range',
      min: 0,
      max: 100,
      step: 5,
      value: Math.round(filters.confidence * 100),
      'data-key': 'confidence',
      'aria-label': t('filter.confidence', { n: Math.round(filters.confidence * 100) }),
      onchange: () => set({ confidence: Number(slider.value) / 100 }),
    })
    fill(
      body,
      h(
        'button',
        {
          type: 'button',
          'data-key': 'reset',
          disabled: JSON.stringify(filters) === JSON.stringify(NO_FILTERS),
          onclick: () => store.change({ filters: NO_FILTERS }),
        },
        t('filter.reset'),
      ),
      group(
        'statuses',
        STATUSES.map((status, index) => ({
          value: status,
          text: t(`status.${status}`),
          count: facets.statuses[index]!,
          picture: statusLine(index),
        })),
      ),
      group(
        'speakers',
        [...facets.speakers]
          .map(([value, count]) => ({
            value,
            count,
            text:
              value === ARTICLE_ITSELF ? t('detail.articleItself') : model.nodes[model.nodeIndex.get(value)!]!.label,
          }))
          .sort(byCount),
      ),
      h('fieldset', {}, h('legend', {}, t('filter.date')), brush.element, undatedChoice()),
      group(
        'types',
        NODE_TYPES.flatMap((type, index) =>
          present.has(index)
            ? [
                {
                  value: type,
                  text: t(`type.${type}`),
                  count: facets.types[index]!,
                  picture: dot(context.theme().types[index]!),
                },
              ]
            : [],
        ),
      ),
      communities && (view.colourBy === 'community' || filters.communities.length > 0)
        ? group(
            'communities',
            communities.groups.map((one, index) => ({
              value: one.key,
              text: groupText(context, one),
              count: facets.communities[index]!,
            })),
          )
        : null,
      group(
        'relations',
        [...facets.relations]
          .map(([value, count]) => ({ value, count, text: relationLabels.get(value) ?? value }))
          .sort(byCount),
      ),
      h('fieldset', {}, h('legend', {}, t('filter.confidence', { n: Math.round(filters.confidence * 100) })), slider),
      group(
        'articles',
        model.articles.map((article, index) => ({
          value: article.id,
          text: titleOf(words, article),
          count: facets.articles[index]!,
        })),
      ),
    )
    brush.update()
  }

  function undatedChoice(): HTMLElement {
    const { visible, view } = store.snapshot
    return h(
      'label',
      { class: 'choice' },
      h('input', {
        type: 'checkbox',
        checked: view.filters.undated,
        'data-key': 'undated',
        onchange: () => set({ undated: !view.filters.undated }),
      }),
      h('span', { class: 'choice-text' }, t('filter.undated', { n: visible.facets.undated })),
    )
  }

  return {
    element,
    update: (next) => {
      if (next.view.panel === 'filters') draw()
    },
  }
}
