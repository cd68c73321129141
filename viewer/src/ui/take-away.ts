import type { ArticleText } from '../../../src/server/types.ts'
import { claimsOfBundle, claimsOfNode } from '../data/model.ts'
import type { GraphCanvas } from '../sigma/canvas.ts'
import { pngOf, svgOf } from '../sigma/picture-file.ts'
import { bundleBetween } from '../state/spotlight.ts'
import { toGexf } from '../takeaway/gexf.ts'
import { toJsonLd } from '../takeaway/json-ld.ts'
import { prefixesOf, triplesOf } from '../takeaway/triples.ts'
import { toTurtle } from '../takeaway/turtle.ts'
import type { Context } from './context.ts'
import { fill, h } from './dom.ts'
import type { Looks } from './looks.ts'

/** Saves text or a file under a name. */
export function save(name: string, content: string | Blob, type = 'text/plain'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content
  const address = URL.createObjectURL(blob)
  h('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

type Scope = 'all' | 'visible' | 'selection'

/** The dialog of what can be taken away: pictures of the view, the graph, the claims. */
export function openTakeAway(context: Context, canvas: GraphCanvas | null, looks: Looks): void {
  const { words, store } = context
  const { t } = words
  const { model, visible } = store.snapshot
  const scopes: Record<Scope, readonly number[]> = {
    all: [...model.subject.keys()],
    visible: [...model.subject.keys()].filter((claim) => visible.claims[claim]),
    selection: selectedClaims(context),
  }
  let scope: Scope = 'all'
  const note = h('p', { role: 'status', class: 'aside' })
  const dialog = h('dialog', { class: 'dialog', 'aria-label': t('export.title'), onclose: () => dialog.remove() })

  const item = (text: string, name: string, make: () => Promise<void> | void) =>
    h(
      'button',
      {
        type: 'button',
        'data-export': name,
        onclick: async () => {
          try {
            await make()
          } catch (error) {
            fill(note, String(error))
          }
        },
      },
      text,
    )

  const rdf = async (write: typeof toTurtle): Promise<string> => {
    const claims = scopes[scope]
    const ids = new Set(claims.map((claim) => model.articles[model.article[claim]!]!.id))
    const texts = await Promise.all([...ids].map((id) => context.source.article(id)))
    const articles = new Map<string, ArticleText>(texts.map((article) => [article.id, article]))
    return write(triplesOf(model, claims, articles), prefixesOf(model.base))
  }

  fill(
    dialog,
    h('h2', {}, t('export.title')),
    h(
      'div',
      { class: 'stack' },
      canvas ? item(t('export.png'), 'png', async () => save('pressgraph.png', await pngOf(canvas))) : null,
      canvas
        ? item(t('export.svg'), 'svg', () =>
            save(
              'pressgraph.svg',
              svgOf(
                canvas,
                model.nodes.map(({ label }) => label),
              ),
              'image/svg+xml',
            ),
          )
        : null,
      canvas
        ? item(t('export.gexf'), 'gexf', () => {
            const view = { positions: canvas.positions(), radii: looks.radii(), colours: looks.colours() }
            save('pressgraph.gexf', toGexf(model, visible, view), 'application/xml')
          })
        : null,
    ),
    h(
      'fieldset',
      {},
      h('legend', {}, t('export.scope')),
      ...(['all', 'visible', 'selection'] as const).map((name) =>
        h(
          'label',
          { class: 'choice' },
          h('input', {
            type: 'radio',
            name: 'scope',
            value: name,
            checked: name === scope,
            disabled: scopes[name].length === 0,
            onchange: () => {
              scope = name
            },
          }),
          h('span', { class: 'choice-text' }, t(`export.scope.${name}`, { n: scopes[name].length })),
        ),
      ),
      h(
        'div',
        { class: 'stack' },
        item(t('export.turtle'), 'turtle', async () => save('pressgraph.ttl', await rdf(toTurtle), 'text/turtle')),
        item(t('export.jsonld'), 'jsonld', async () =>
          save('pressgraph.jsonld', await rdf(toJsonLd), 'application/ld+json'),
        ),
      ),
    ),
    h(
      'div',
      { class: 'stack' },
      item(t('export.link'), 'link', async () => {
        await navigator.clipboard.writeText(location.href)
        fill(note, t('export.copied'))
      }),
    ),
    note,
    h('button', { type: 'button', onclick: () => dialog.close() }, t('export.close')),
  )
  document.body.append(dialog)
  dialog.showModal()
}

function selectedClaims({ store }: Context): number[] {
  const { model, view } = store.snapshot
  const { selection } = view
  if (selection?.kind === 'claim') {
    const claim = model.claimIndex.get(selection.id)
    return claim === undefined ? [] : [claim]
  }
  if (selection?.kind === 'node') {
    const node = model.nodeIndex.get(selection.id)
    return node === undefined ? [] : [...claimsOfNode(model, node)]
  }
  if (selection?.kind === 'bundle') {
    const bundle = bundleBetween(model, selection.source, selection.target)
    return bundle === null ? [] : [...claimsOfBundle(model, bundle)]
  }
  return []
}
