import type { Context, Part } from './context.ts'
import { titleOf } from './context.ts'
import { fill, h } from './dom.ts'
import { toggled } from './legend.ts'

/** The articles with what they bring, of which some can be chosen. */
export function createSources(context: Context): Part {
  const { words, store } = context
  const { t } = words
  const element = h('div', { class: 'sources' })

  function draw(): void {
    const { model, visible, view } = store.snapshot
    const chosen = view.filters.articles
    const choose = (articles: readonly string[]) => store.change({ filters: { ...view.filters, articles } })
    const all = model.articles.map(({ id }) => id)
    const toggle = (id: string) => {
      const next = toggled(chosen.length === 0 ? all : chosen, id)
      choose(next.length === all.length ? [] : next)
    }
    const first = (index: number) => {
      for (let claim = 0; claim < model.article.length; claim++)
        if (model.article[claim] === index && visible.claims[claim]) return claim
      return -1
    }
    fill(
      element,
      model.articles.length === 0 ? h('p', { class: 'empty' }, t('sources.none')) : null,
      model.articles.length > 1
        ? h(
            'p',
            { class: 'actions' },
            h(
              'span',
              {},
              t('sources.chosen', { n: chosen.length === 0 ? all.length : chosen.length, all: all.length }),
            ),
            h(
              'button',
              { type: 'button', 'data-key': 'all sources', disabled: chosen.length === 0, onclick: () => choose([]) },
              t('sources.all'),
            ),
          )
        : null,
      h(
        'ul',
        { class: 'source-list' },
        ...model.articles.map((article, index) => {
          const claim = first(index)
          return h(
            'li',
            {},
            h(
              'label',
              { class: 'choice' },
              h('input', {
                type: 'checkbox',
                checked: chosen.length === 0 || chosen.includes(article.id),
                'data-key': `source ${article.id}`,
                onchange: () => toggle(article.id),
              }),
              h('span', { class: 'choice-text name' }, titleOf(words, article)),
            ),
            h(
              'p',
              { class: 'aside' },
              [
                article.date,
                article.author,
                article.publisher,
                words.count('count.entities', article.entities),
                words.count('count.claims', article.claims),
                words.count('sources.visible', visible.facets.articles[index]!),
              ]
                .filter((part) => part !== null)
                .join(' · '),
            ),
            h(
              'div',
              { class: 'actions' },
              h(
                'button',
                {
                  type: 'button',
                  class: 'quiet',
                  'data-key': `only ${article.id}`,
                  onclick: () => choose([article.id]),
                },
                t('sources.only'),
              ),
              claim < 0
                ? null
                : h(
                    'button',
                    {
                      type: 'button',
                      class: 'quiet',
                      onclick: () =>
                        store.change({ selection: { kind: 'claim', id: model.claimIds[claim]! }, panel: 'detail' }),
                    },
                    t('sources.read'),
                  ),
            ),
          )
        }),
      ),
    )
  }

  return {
    element,
    update: (next) => {
      if (next.view.panel === 'sources') draw()
    },
  }
}
