import { describe, expect, it } from 'vitest'
import { claimsOfBundle, claimsOfNode, createModel, otherEnd } from '../../../viewer/src/data/model.ts'
import { STATUSES, statusOf } from '../../../viewer/src/data/status.ts'
import { articleModel, randomGraph } from '../../support/viewer-model.ts'

describe('createModel', () => {
  const model = articleModel()

  it('knows the claims of a node, and the other end of each', () => {
    const rajin = model.nodeIndex.get('Rajin')!
    const ends = [...claimsOfNode(model, rajin)].map((claim) => model.nodes[otherEnd(model, claim, rajin)]!.id)
    expect(ends).toEqual(['Chassan', 'Nordkorea', 'Hafen_von_Rajin'])
  })

  it('bundles claims between the same nodes in the same direction', () => {
    const [kim, putin] = [model.nodeIndex.get('Kim_Jong_Un')!, model.nodeIndex.get('Wladimir_Putin')!]
    const { bundles } = model
    const between = [...bundles.source.keys()].filter((b) => bundles.source[b] === kim && bundles.target[b] === putin)
    expect(between).toHaveLength(1)
    expect(claimsOfBundle(model, between[0]!)).toHaveLength(2)
    expect(bundles.paired[between[0]!]).toBe(1)
  })

  it('loses no claim of a large graph', () => {
    const large = createModel(randomGraph(500, 3000))
    expect([...large.bundles.claims].sort((a, b) => a - b)).toEqual([...large.subject.keys()])
    expect(large.incident.length).toBe(6000)
    for (let claim = 0; claim < 3000; claim++) {
      const bundle = large.bundles.of[claim]!
      expect([large.bundles.source[bundle], large.bundles.target[bundle]]).toEqual([
        large.subject[claim],
        large.object[claim],
      ])
    }
  })
})

describe('statusOf', () => {
  it.each([
    [0, 0, -1, 'fact'],
    [0, 0, 3, 'reported'],
    [0, 1, 3, 'intended'],
    [0, 3, -1, 'intended'],
    [0, 2, -1, 'possible'],
    [0, 4, 2, 'possible'],
    [1, 0, -1, 'denied'],
    [1, 3, 2, 'denied'],
  ])('polarity %i, modality %i, speaker %i: %s', (polarity, modality, speaker, expected) => {
    expect(STATUSES[statusOf(polarity, modality, speaker)]).toBe(expected)
  })
})
