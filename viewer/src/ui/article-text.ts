import type { ArticleText } from '../../../src/server/types.ts'
import { highlight } from '../state/highlight.ts'
import { segmentsOf } from '../state/segments.ts'
import { type Context, titleOf } from './context.ts'
import { fill, h } from './dom.ts'

/**
 * The sentence that states a claim, with the words for subject, relation and object marked, and the whole article with every evidence
 * span marked: the one leads to the other, and a click in the text selects the claim that is stated there.
 */
export function createArticleText(context: Context): { element: HTMLElement; show: (claim: number) => void } {
  const element = h('div', { class: 'article-text' })
  let asked = 0

  const show = async (claim: number): Promise<void> => {
    const { words, store } = context
    const { model } = store.snapshot
    const turn = ++asked
    fill(element, h('p', { class: 'aside', role: 'status' }, words.t('detail.text.loading')))
    try {
      const article = await context.source.article(model.articles[model.article[claim]!]!.id)
      if (turn === asked) draw(claim, article)
    } catch (error) {
      if (turn !== asked) return
      const reason = error instanceof Error ? error.message : String(error)
      fill(
        element,
        h('p', { class: 'error', role: 'alert' }, words.t('detail.text.failed', { reason })),
        h('button', { type: 'button', onclick: () => show(claim) }, words.t('app.retry')),
      )
    }
  }

  function draw(claim: number, article: ArticleText): void {
    const { words, store } = context
    const { model } = store.snapshot
    const { start, end } = { start: model.start[claim]!, end: model.end[claim]! }
    const pieces = highlight(
      article.text.slice(start, end),
      model.nodes[model.subject[claim]!]!.names,
      model.nodes[model.object[claim]!]!.names,
      model.relations[model.relation[claim]!]!.lemma,
      { start: model.triggerStart[claim]! - start, end: model.triggerEnd[claim]! - start },
    )
    const quote = h(
      'blockquote',
      { class: 'evidence' },
      ...pieces.map(({ text, role }) => (role === null ? text : h('mark', { class: `role-${role}` }, text))),
    )
    const text = h('div', { class: 'full-text', tabindex: 0, role: 'region', 'aria-label': words.t('detail.text') })
    for (const part of parts(claim, article)) text.append(part)
    const jump = () => text.querySelector('.current')?.scrollIntoView({ block: 'center' })
    fill(
      element,
      h('h3', {}, words.t('detail.evidence')),
      quote,
      h('h3', {}, `${words.t('detail.text')}: ${titleOf(words, article)}`),
      h('button', { type: 'button', class: 'quiet', onclick: jump }, words.t('detail.text.jump')),
      text,
    )
    const current = text.querySelector<HTMLElement>('.current')
    if (current) text.scrollTop = current.offsetTop - text.offsetTop - text.clientHeight / 3
  }

  function parts(claim: number, article: ArticleText): Node[] {
    const { store } = context
    const { model } = store.snapshot
    const index = model.article[claim]!
    const spans: { claim: number; start: number; end: number }[] = []
    for (let other = 0; other < model.article.length; other++)
      if (model.article[other] === index)
        spans.push({ claim: other, start: model.start[other]!, end: model.end[other]! })
    return segmentsOf(article.text.length, spans).map((segment) => {
      const text = article.text.slice(segment.start, segment.end)
      if (segment.claims.length === 0) return document.createTextNode(text)
      const select = () => {
        // Clicking on goes through the claims that this stretch states, one after the other.
        const at = segment.claims.indexOf(claim)
        const next = segment.claims[(at + 1) % segment.claims.length]!
        store.change({ selection: { kind: 'claim', id: model.claimIds[next]! } })
      }
      return h(
        'span',
        {
          class: segment.claims.includes(claim) ? 'span current' : 'span',
          role: 'button',
          tabindex: 0,
          onclick: select,
          onkeydown: (event: KeyboardEvent) => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            select()
          },
        },
        text,
      )
    })
  }

  return { element, show }
}
