import { MODALITIES } from '../../../src/server/types.ts'
import { claimsOfBundle, claimsOfNode, otherEnd } from '../data/model.ts'
import { REPORTED, STATUSES } from '../data/status.ts'
import { bundleBetween } from '../state/spotlight.ts'
import { createArticleText } from './article-text.ts'
import { claimRow, nodeRow, statusBadge } from './claim-row.ts'
import { type Context, nodeLabel, type Part, relationLabel, titleOf } from './context.ts'
import { dot, fill, h } from './dom.ts'

/** What is selected: a node, a claim, or the claims between two nodes. */
export function createDetail(context: Context): Part {
  const element = h('div', { class: 'detail' })
  const article = createArticleText(context)
  return {
    element,
    update: (next, previous) => {
      const { view, model } = next
      const unchanged =
        previous !== null &&
        previous.view.selection === view.selection &&
        previous.model === model &&
        previous.visible === next.visible &&
        previous.view.focus === view.focus
      if (unchanged) return
      const { selection } = view
      const moved = previous?.view.selection !== selection
      if (selection === null) fill(element, nothing(context))
      else if (selection.kind === 'node') {
        const node = model.nodeIndex.get(selection.id)
        fill(element, node === undefined ? gone(context) : nodeDetail(context, node))
      } else if (selection.kind === 'claim') {
        const claim = model.claimIndex.get(selection.id)
        if (claim === undefined) fill(element, gone(context))
        else {
          fill(element, claimDetail(context, claim), article.element)
          article.show(claim)
        }
      } else {
        const bundle = bundleBetween(model, selection.source, selection.target)
        fill(element, bundle === null ? gone(context) : bundleDetail(context, bundle))
      }
      if (moved && selection?.kind !== 'claim') element.closest('.panel-body')?.scrollTo({ top: 0 })
    },
  }
}

const nothing = ({ words }: Context): HTMLElement =>
  h('div', { class: 'empty' }, h('h2', {}, words.t('detail.none')), h('p', {}, words.t('detail.none.help')))

const gone = ({ words }: Context): HTMLElement => h('p', { class: 'empty' }, words.t('detail.gone'))

function heading(context: Context, kind: string, title: string, colour: string | null): HTMLElement {
  const { store, words } = context
  return h(
    'header',
    { class: 'detail-head' },
    h('p', { class: 'kind' }, colour === null ? null : dot(colour), kind),
    h('h2', {}, title),
    h(
      'button',
      {
        type: 'button',
        class: 'close',
        'aria-label': words.t('detail.close'),
        onclick: () => store.change({ selection: null }),
      },
      '×',
    ),
  )
}

const section = (title: string, ...children: readonly (Node | readonly Node[])[]): HTMLElement =>
  h('section', {}, h('h3', {}, title), ...children)

const rows = (items: readonly HTMLElement[]): HTMLElement =>
  h('ul', { class: 'rows' }, ...items.map((item) => h('li', {}, item)))

function nodeDetail(context: Context, node: number): HTMLElement {
  const { words, store } = context
  const { model, view } = store.snapshot
  const { id, label, type, names, description, sameAs, iri } = model.nodes[node]!
  const own = [...claimsOfNode(model, node)]
  const said = speaksIn(context, node)
  const saidOf = own.filter((claim) => model.speaker[claim]! >= 0 && model.speaker[claim] !== node)
  const neighbours = [...new Set(own.map((claim) => otherEnd(model, claim, node)))].filter((other) => other !== node)
  const others = names.filter((name) => name !== label)
  const identifiers = [...sameAs, ...(iri === '' ? [] : [iri])]
  return h(
    'article',
    { 'aria-label': label },
    heading(context, words.t(`type.${type}`), label, context.colourOf(node)),
    description === '' ? null : h('p', { class: 'description' }, description),
    h(
      'div',
      { class: 'actions' },
      action(words.t('detail.fly'), () => context.flyTo(node)),
      view.focus.includes(id)
        ? action(words.t('detail.unfocus'), () => store.change({ focus: [] }))
        : action(words.t(view.focus.length > 0 ? 'detail.expand' : 'detail.focus'), () =>
            store.change({ focus: [...view.focus, id] }),
          ),
      action(words.t('detail.path'), () => store.change({ path: [id] })),
    ),
    others.length === 0 ? null : section(words.t('detail.names'), h('p', {}, others.join(' · '))),
    identifiers.length === 0
      ? null
      : section(
          words.t('detail.identifiers'),
          h('ul', { class: 'links' }, ...identifiers.map((one) => h('li', {}, link(one)))),
        ),
    ...claimGroups(context, node, own),
    said.length === 0
      ? null
      : section(words.t('detail.says', { label }), rows(said.map((claim) => claimRow(context, claim)))),
    saidOf.length === 0
      ? null
      : section(words.t('detail.saidOf', { label }), rows(saidOf.map((claim) => claimRow(context, claim)))),
    neighbours.length === 0
      ? null
      : section(words.t('detail.neighbours'), rows(neighbours.map((other) => nodeRow(context, other)))),
  )
}

const action = (text: string, onclick: () => void): HTMLElement => h('button', { type: 'button', onclick }, text)

/** Only addresses of the web become links: text from outside never decides where a click leads otherwise. */
function link(iri: string): HTMLElement {
  const url = URL.canParse(iri) ? new URL(iri) : null
  if (!url || !/^https?:$/.test(url.protocol)) return h('span', {}, iri)
  return h('a', { href: iri, title: iri, target: '_blank', rel: 'noreferrer noopener' }, shortAddress(url))
}

/** Where an identifier is from, and its last part, which says most. */
function shortAddress({ hostname, pathname, hash }: URL): string {
  const last = (hash === '' ? pathname : hash).split(/[/#]/).filter(Boolean).at(-1) ?? ''
  const host = hostname.replace(/^www\./, '')
  try {
    return last === '' ? host : `${host} · ${decodeURIComponent(last)}`
  } catch {
    // Not every percent sign begins an escape.
    return `${host} · ${last}`
  }
}

function speaksIn({ store }: Context, node: number): number[] {
  const { model } = store.snapshot
  const claims: number[] = []
  for (let claim = 0; claim < model.speaker.length; claim++) if (model.speaker[claim] === node) claims.push(claim)
  return claims
}

function claimGroups(context: Context, node: number, claims: readonly number[]): HTMLElement[] {
  const { words, store } = context
  const { model } = store.snapshot
  const groups = new Map<string, number[]>()
  for (const claim of claims) {
    const relation = relationLabel(words, model, claim)
    const title = model.subject[claim] === node ? relation : words.t('detail.incoming', { relation })
    const group = groups.get(title) ?? []
    group.push(claim)
    groups.set(title, group)
  }
  return [...groups].map(([title, group]) =>
    section(
      title,
      rows(
        group.sort((a, b) => model.status[a]! - model.status[b]!).map((claim) => claimRow(context, claim, node, false)),
      ),
    ),
  )
}

function bundleDetail(context: Context, bundle: number): HTMLElement {
  const { words, store } = context
  const { model } = store.snapshot
  const source = nodeLabel(model, model.bundles.source[bundle]!)
  const target = nodeLabel(model, model.bundles.target[bundle]!)
  const claims = [...claimsOfBundle(model, bundle)]
  return h(
    'article',
    { 'aria-label': `${source} → ${target}` },
    heading(context, words.count('count.claims', claims.length), `${source} → ${target}`, null),
    rows(claims.map((claim) => claimRow(context, claim))),
  )
}

function claimDetail(context: Context, claim: number): HTMLElement {
  const { words, store } = context
  const { model } = store.snapshot
  const status = model.status[claim]!
  const speaker = model.speaker[claim]!
  const article = model.articles[model.article[claim]!]!
  const subject = model.subject[claim]!
  const object = model.object[claim]!
  const bundle = model.bundles.of[claim]!
  const parallel = [...claimsOfBundle(model, bundle)].filter((other) => other !== claim)
  const title = `${nodeLabel(model, subject)} ${relationLabel(words, model, claim)} ${nodeLabel(model, object)}`
  const term = (name: string, ...value: readonly (Node | string)[]) => [h('dt', {}, name), h('dd', {}, ...value)]
  const modality = MODALITIES[model.modality[claim]!]!
  return h(
    'article',
    { 'aria-label': title },
    heading(context, words.t('detail.claim'), title, null),
    h('p', { class: 'status-help' }, statusBadge(context, status), ' ', words.t(`status.${STATUSES[status]!}.help`)),
    h(
      'dl',
      {},
      ...term(words.t('detail.speaker'), speaker >= 0 ? nodeRow(context, speaker) : words.t('detail.articleItself')),
      ...(status === REPORTED || modality === 'actual'
        ? []
        : term(words.t('detail.status'), words.t(`modality.${modality}`))),
      ...(model.time[claim] ? term(words.t('detail.time'), words.time(model.time[claim]!)) : []),
      ...term(words.t('detail.confidence'), `${Math.round(model.confidence[claim]! * 100)} %`),
      ...term(words.t('detail.article'), titleOf(words, article), article.date === null ? '' : `, ${article.date}`),
    ),
    rows([nodeRow(context, subject), nodeRow(context, object)]),
    parallel.length === 0
      ? null
      : section(
          words.t('detail.between', { n: parallel.length + 1 }),
          rows(parallel.map((other) => claimRow(context, other))),
        ),
  )
}
