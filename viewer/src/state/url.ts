import { type Filters, INITIAL_VIEW, NO_FILTERS, type Selection, type ViewState } from './view.ts'

/** Lists are joined with this; it is escaped in their items. */
const COMMA = ','

const join = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\,]/g, (char) => `\\${char}`)).join(COMMA)

function split(text: string): string[] {
  const items: string[] = []
  let item = ''
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') item += text[++at] ?? ''
    else if (text[at] === COMMA) {
      items.push(item)
      item = ''
    } else item += text[at]
  }
  return text === '' ? [] : [...items, item]
}

const LISTS = ['types', 'statuses', 'relations', 'communities', 'speakers', 'articles'] as const

/** The view as a URL's fragment, without the `#`; what is as usual is left out. */
export function encodeView(view: ViewState): string {
  const parameters = new URLSearchParams()
  const { filters } = view
  for (const name of LISTS) if (filters[name].length > 0) parameters.set(name, join(filters[name]))
  if (filters.confidence > 0) parameters.set('confidence', String(filters.confidence))
  if (filters.from !== null) parameters.set('from', filters.from)
  if (filters.to !== null) parameters.set('to', filters.to)
  if (!filters.undated) parameters.set('undated', 'no')
  const { selection } = view
  if (selection?.kind === 'node') parameters.set('node', selection.id)
  if (selection?.kind === 'claim') parameters.set('claim', selection.id)
  if (selection?.kind === 'bundle') parameters.set('between', join([selection.source, selection.target]))
  if (view.focus.length > 0) parameters.set('focus', join(view.focus))
  if (view.path.length > 0) parameters.set('path', join(view.path))
  if (view.layout !== INITIAL_VIEW.layout) parameters.set('layout', view.layout)
  if (view.sizeBy !== INITIAL_VIEW.sizeBy) parameters.set('size', view.sizeBy)
  if (view.colourBy !== INITIAL_VIEW.colourBy) parameters.set('colour', view.colourBy)
  if (view.panel !== INITIAL_VIEW.panel) parameters.set('panel', view.panel)
  return parameters.toString()
}

const isDate = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** The view of a URL's fragment; what cannot be understood is as usual. */
export function decodeView(fragment: string): ViewState {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''))
  const list = (name: string): string[] => split(parameters.get(name) ?? '')
  const confidence = Number(parameters.get('confidence'))
  const from = parameters.get('from')
  const to = parameters.get('to')
  const filters: Filters = {
    ...NO_FILTERS,
    types: list('types'),
    statuses: list('statuses'),
    relations: list('relations'),
    communities: list('communities'),
    speakers: list('speakers'),
    articles: list('articles'),
    confidence: confidence > 0 && confidence <= 1 ? confidence : 0,
    from: isDate(from) ? from : null,
    to: isDate(to) ? to : null,
    undated: parameters.get('undated') !== 'no',
  }
  return {
    filters,
    selection: selectionOf(parameters),
    focus: list('focus'),
    path: list('path').slice(0, 2),
    layout: parameters.get('layout') ?? INITIAL_VIEW.layout,
    sizeBy: parameters.get('size') === 'betweenness' ? 'betweenness' : 'degree',
    colourBy: parameters.get('colour') === 'community' ? 'community' : 'type',
    panel: parameters.get('panel') ?? INITIAL_VIEW.panel,
  }
}

function selectionOf(parameters: URLSearchParams): Selection | null {
  const node = parameters.get('node')
  if (node !== null) return { kind: 'node', id: node }
  const claim = parameters.get('claim')
  if (claim !== null) return { kind: 'claim', id: claim }
  const [source, target] = split(parameters.get('between') ?? '')
  return source !== undefined && target !== undefined ? { kind: 'bundle', source, target } : null
}
