import type { Context, Part } from './context.ts'
import { h } from './dom.ts'

/** Says where SPARQL is to be had. Stands in for `sparql.ts` in the viewer in one file. */
export function createSparql({ words }: Context): Part {
  return {
    element: h('div', { class: 'sparql' }, h('p', { class: 'empty' }, words.t('sparql.unavailable'))),
    update: () => {},
  }
}
