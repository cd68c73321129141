import type { Model } from '../data/model.ts'
import { createSearchIndex, type Match, type SearchIndex, search } from '../state/search.ts'
import type { Context, Part } from './context.ts'
import { dot, fill, h } from './dom.ts'

const SHOWN = 8

/** Search by name: an ARIA combobox. `/` goes there, arrows choose, Enter selects and flies there, Escape leaves. */
export function createSearchBox(context: Context): Part {
  const { words, store } = context
  const listId = 'search-results'
  const input = h('input', {
    type: 'search',
    id: 'search',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': words.t('search.label'),
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    placeholder: words.t('search.placeholder'),
    oninput: () => open(),
    onfocus: () => open(),
    onblur: () => close(),
    onkeydown: onKey,
  })
  const list = h('ul', {
    id: listId,
    role: 'listbox',
    class: 'results',
    'aria-label': words.t('search.label'),
    hidden: true,
  })
  const note = h('p', { class: 'results-note', role: 'status' })
  const element = h('div', { class: 'search', role: 'search' }, input, h('div', { class: 'results-box' }, list, note))
  let index: { model: Model; of: SearchIndex } | null = null
  let matches: readonly Match[] = []
  let active = -1

  function open(): void {
    const { model } = store.snapshot
    if (index?.model !== model) index = { model, of: createSearchIndex(model) }
    const found = search(model, index.of, input.value, SHOWN)
    matches = found.matches
    active = matches.length > 0 ? 0 : -1
    const asked = input.value.trim() !== ''
    element.classList.toggle('open', asked)
    list.hidden = matches.length === 0
    input.setAttribute('aria-expanded', String(matches.length > 0))
    fill(note, asked ? noteOf(found.more) : '')
    draw()
  }

  function noteOf(more: number): string {
    if (matches.length === 0) return words.t('search.none')
    return more > 0 ? words.count('count.more', more) : words.count('search.found', matches.length)
  }

  function close(): void {
    element.classList.remove('open')
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
    fill(note)
  }

  function draw(): void {
    const { model, visible } = store.snapshot
    fill(
      list,
      ...matches.map(({ node, name }, place) =>
        h(
          'li',
          {
            id: `search-result-${place}`,
            role: 'option',
            'aria-selected': String(place === active),
            // Before the input loses the focus, and the list with it.
            onmousedown: (event: MouseEvent) => {
              event.preventDefault()
              choose(node)
            },
          },
          dot(context.colourOf(node)),
          h('span', { class: 'name' }, model.nodes[node]!.label),
          name === model.nodes[node]!.label ? null : h('span', { class: 'aside' }, ` (${name})`),
          h('span', { class: 'aside' }, ` · ${words.t(`type.${model.nodes[node]!.type}`)}`),
          visible.nodes[node] ? null : h('span', { class: 'aside' }, ` · ${words.t('search.hidden')}`),
        ),
      ),
    )
    if (active >= 0) input.setAttribute('aria-activedescendant', `search-result-${active}`)
    else input.removeAttribute('aria-activedescendant')
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (matches.length === 0) return
      active = (active + (event.key === 'ArrowDown' ? 1 : -1) + matches.length) % matches.length
      draw()
    } else if (event.key === 'Enter' && active >= 0) choose(matches[active]!.node)
    else if (event.key === 'Escape') {
      input.value = ''
      close()
      input.blur()
    }
  }

  function choose(node: number): void {
    input.value = ''
    close()
    store.change({ selection: { kind: 'node', id: store.snapshot.model.nodes[node]!.id }, panel: 'detail' })
    context.flyTo(node)
  }

  return { element, update: () => {} }
}
