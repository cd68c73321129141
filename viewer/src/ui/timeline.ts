import { isoOf } from '../data/dates.ts'
import { STATUSES } from '../data/status.ts'
import { type Moment, timelineOf } from '../state/timeline.ts'
import { claimRow } from './claim-row.ts'
import type { Context, Part } from './context.ts'
import { fill, h, svg } from './dom.ts'

const WIDTH = 600
const LANE = 9
const SHOWN = 150
/** Bars of the chart, in all and of one time: more would be a wall. */
const MOST_MOMENTS = 400
const MOST_BARS = 40

/** Dated claims and events in order of time: a chart whose bars are as long as a time is vague, and a list. */
export function createTimeline(context: Context): Part {
  const { words, store } = context
  const { t } = words
  const element = h('div', { class: 'timeline' })
  let shown = SHOWN

  function draw(): void {
    const { model, visible } = store.snapshot
    const { moments, undated } = timelineOf(model, visible.claims)
    const left = moments.length - shown
    const more = () => {
      shown += SHOWN
      draw()
    }
    fill(
      element,
      moments.length === 0 ? h('p', { class: 'empty' }, t('timeline.none')) : chart(moments),
      undated > 0 ? h('p', { class: 'aside' }, words.count('timeline.undated', undated)) : null,
      ...moments
        .slice(0, shown)
        .map(({ value, claims }) =>
          h(
            'section',
            {},
            h('h3', {}, h('time', {}, words.time(value))),
            h('ul', { class: 'rows' }, ...claims.map((claim) => h('li', {}, claimRow(context, claim)))),
          ),
        ),
      left > 0
        ? h(
            'button',
            { type: 'button', 'data-key': 'more moments', onclick: more },
            t('list.more', { n: Math.min(left, SHOWN), left }),
          )
        : null,
    )
  }

  function chart(moments: readonly Moment[]): HTMLElement {
    const { model, view } = store.snapshot
    const from = Math.min(...moments.map((moment) => moment.from))
    const to = Math.max(...moments.map((moment) => moment.to))
    const xOf = (day: number) => ((day - from) / (to - from)) * WIDTH
    const selected = view.selection?.kind === 'claim' ? model.claimIndex.get(view.selection.id) : undefined
    // Each bar takes the first lane that is free where it begins.
    const lanes: number[] = []
    const bars = moments.slice(0, MOST_MOMENTS).flatMap((moment) =>
      moment.claims.slice(0, MOST_BARS).map((claim) => {
        const x = xOf(moment.from)
        const width = Math.max(4, xOf(moment.to) - x - 1)
        let lane = lanes.findIndex((end) => end <= x)
        if (lane < 0) lane = lanes.length
        lanes[lane] = x + width + 1
        const bar = svg('rect', {
          class: `moment status-${STATUSES[model.status[claim]!]}${claim === selected ? ' current' : ''}`,
          x,
          y: lane * LANE,
          width,
          height: LANE - 2,
          rx: 2,
        })
        bar.addEventListener('click', () =>
          store.change({ selection: { kind: 'claim', id: model.claimIds[claim]! }, panel: 'detail' }),
        )
        return bar
      }),
    )
    const height = lanes.length * LANE
    const label = t('timeline.chart')
    const all = moments.reduce((sum, { claims }) => sum + claims.length, 0)
    return h(
      'div',
      {},
      svg(
        'svg',
        { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': label, class: 'timeline-chart' },
        ...bars,
      ) as Node,
      h('p', { class: 'axis aside' }, h('span', {}, isoOf(from)), h('span', {}, isoOf(to - 1))),
      bars.length < all ? h('p', { class: 'aside' }, t('timeline.cut', { shown: bars.length, all })) : null,
    )
  }

  return {
    element,
    update: (next, previous) => {
      if (next.view.panel !== 'timeline') return
      if (previous && previous.visible !== next.visible) shown = SHOWN
      draw()
    },
  }
}
