import { describe, expect, it } from 'vitest'
import { createModel, type Model } from '../../../viewer/src/data/model.ts'
import { atOnce } from '../../../viewer/src/data/pause.ts'
import { spiral } from '../../../viewer/src/layouts/static.ts'
import { graphOf, isLarge, thicknessOf } from '../../../viewer/src/sigma/graph.ts'
import type { Picture } from '../../../viewer/src/sigma/picture.ts'
import { applyFilters } from '../../../viewer/src/state/filters.ts'
import { degreesOf, radiiOf } from '../../../viewer/src/state/measures.ts'
import { THEMES } from '../../../viewer/src/state/palette.ts'
import { INITIAL_VIEW } from '../../../viewer/src/state/view.ts'
import { articleModel, randomGraph } from '../../support/viewer-model.ts'

function pictureOf(model: Model): Picture {
  const { nodes, bundleSizes, bundleStatus } = applyFilters(model, INITIAL_VIEW)
  return {
    nodes,
    bundleSizes,
    bundleStatus,
    radii: radiiOf(degreesOf(model)),
    colours: model.nodes.map(() => '#000000'),
    bundleLabel: () => '',
    labelledLines: false,
  }
}

const made = (model: Model) => graphOf(model, pictureOf(model), spiral(model.nodes.length), THEMES.light)

describe('graphOf', () => {
  it('has a node for each node and a line for each bundle of a small graph', () => {
    const model = articleModel()
    const graph = atOnce(made(model))
    expect(isLarge(model)).toBe(false)
    expect(graph.order).toBe(model.nodes.length)
    expect(graph.size).toBe(model.bundles.count)
    expect(graph.nodes()).toEqual(model.nodes.map((_, node) => String(node)))
    expect(graph.getNodeAttribute('0', 'label')).toBe(model.nodes[0]!.label)
    for (let bundle = 0; bundle < model.bundles.count; bundle++)
      expect(graph.extremities(String(bundle))).toEqual([
        String(model.bundles.source[bundle]),
        String(model.bundles.target[bundle]),
      ])
  })

  it('leaves the lines of a large graph to their own layer, and pauses', () => {
    const model = createModel(randomGraph(10_000, 20_000))
    const work = made(model)
    let pauses = 0
    let step = work.next()
    while (!step.done) {
      pauses++
      step = work.next()
    }
    expect(isLarge(model)).toBe(true)
    expect(pauses).toBe(2)
    expect(step.value.order).toBe(10_000)
    expect(step.value.size).toBe(0)
  })
})

describe('thicknessOf', () => {
  it('grows with the claims, up to a limit', () => {
    expect(thicknessOf(2)).toBeGreaterThan(thicknessOf(1))
    expect(thicknessOf(1e9)).toBeCloseTo(5.1)
  })
})
