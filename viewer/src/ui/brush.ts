import { isoOf } from '../data/dates.ts'
import { parseDay } from '../state/filters.ts'
import { type Histogram, histogramOf } from '../state/histogram.ts'
import type { Context } from './context.ts'
import { fill, h, svg } from './dom.ts'

const WIDTH = 300
const HEIGHT = 64

/** A histogram of dated claims on which a range is drawn, and two inputs that say the same. */
export function createBrush(
  context: Context,
  choose: (from: string | null, to: string | null) => void,
): { element: HTMLElement; update: () => void } {
  const { words, store } = context
  const { t } = words
  const chart = h('div', { class: 'brush' })
  const input = (title: string, key: 'from' | 'to') => {
    const element = h('input', {
      type: 'date',
      'data-key': `date ${key}`,
      onchange: () => {
        const { filters } = store.snapshot.view
        const value = element.value === '' ? null : element.value
        choose(key === 'from' ? value : filters.from, key === 'to' ? value : filters.to)
      },
    })
    return { element, label: h('label', { class: 'date' }, h('span', {}, title), element) }
  }
  const from = input(t('filter.from'), 'from')
  const to = input(t('filter.to'), 'to')
  const element = h('div', {}, chart, h('div', { class: 'dates' }, from.label, to.label))

  function draw(): void {
    const { model, visible, view } = store.snapshot
    from.element.value = view.filters.from ?? ''
    to.element.value = view.filters.to ?? ''
    const histogram = histogramOf(model, visible.anyDate)
    if (!histogram) {
      fill(chart, h('p', { class: 'aside' }, t('filter.noDates')))
      return
    }
    fill(chart, picture(histogram))
  }

  function picture(histogram: Histogram): HTMLElement {
    const { filters } = store.snapshot.view
    const most = Math.max(...histogram.counts)
    const width = WIDTH / histogram.counts.length
    const xOf = (day: number) => ((day - histogram.from) / (histogram.to - histogram.from)) * WIDTH
    const start = parseDay(filters.from) ?? histogram.from
    const end = (parseDay(filters.to) ?? histogram.to - 1) + 1
    const chosen = svg('rect', { class: 'chosen', y: 0, height: HEIGHT })
    const show = (x1: number, x2: number) => {
      chosen.setAttribute('x', String(Math.max(0, Math.min(x1, x2))))
      chosen.setAttribute('width', String(Math.min(WIDTH, Math.abs(x2 - x1))))
    }
    if (filters.from !== null || filters.to !== null) show(xOf(start), xOf(end))
    const root = svg(
      'svg',
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: 'img',
        'aria-label': t('filter.histogram'),
        preserveAspectRatio: 'none',
      },
      ...[...histogram.counts].map((count, bin) => {
        const height = (count / most) * (HEIGHT - 4)
        return svg('rect', {
          class: 'bar',
          x: bin * width + 0.5,
          y: HEIGHT - height,
          width: Math.max(width - 1, 1),
          height,
        })
      }),
      chosen,
    )
    let began: number | null = null
    const place = (event: PointerEvent) => {
      const box = root.getBoundingClientRect()
      return Math.min(WIDTH, Math.max(0, ((event.clientX - box.left) / box.width) * WIDTH))
    }
    root.addEventListener('pointerdown', (event) => {
      began = place(event)
      root.setPointerCapture(event.pointerId)
      show(began, began)
    })
    root.addEventListener('pointermove', (event) => {
      if (began !== null) show(began, place(event))
    })
    root.addEventListener('pointerup', (event) => {
      if (began === null) return
      const ends = [began, place(event)].sort((a, b) => a - b)
      began = null
      // A click without a drag takes the range away.
      if (ends[1]! - ends[0]! < 2) return choose(null, null)
      const dayAt = (x: number) => histogram.from + (x / WIDTH) * (histogram.to - histogram.from)
      choose(
        isoOf(Math.floor(dayAt(ends[0]!))),
        isoOf(Math.max(Math.ceil(dayAt(ends[1]!)) - 1, Math.floor(dayAt(ends[0]!)))),
      )
    })
    return h(
      'div',
      {},
      root as Node,
      h('p', { class: 'axis aside' }, h('span', {}, isoOf(histogram.from)), h('span', {}, isoOf(histogram.to - 1))),
    )
  }

  return { element, update: draw }
}
