import { describe, expect, it } from 'vitest'
import { HEAD_CLASSES, headClass, RareStructures } from '../../src/ml/rare-structures.ts'

const LABELS = ['root', 'nsubj', 'nsubj:pass', 'obl', 'det', 'cc']
const label = (name: string) => LABELS.indexOf(name)
const noun = HEAD_CLASSES.indexOf('noun')

describe('rare structures', () => {
  const rare = new RareStructures(
    [
      ['repeated', 'nsubj', '-', '8.4'],
      ['repeated', 'obl', '-', '1.2'],
      ['under', 'cc', 'obl', '2.5'],
      ['after', 'det', 'noun', '7'],
      ['under', 'unheard', 'obl', '9'],
      ['under', 'cc', 'det', 'much'],
    ],
    LABELS,
  )

  it('count without subtypes, beyond what is no sign of a mistake', () => {
    expect(rare.repeated(label('nsubj:pass'))).toBeCloseTo(6.4)
    expect(rare.repeated(label('obl'))).toBe(0)
    expect(rare.under(label('cc'), label('obl'))).toBeCloseTo(0.5)
    expect(rare.under(label('cc'), label('det'))).toBe(0)
    expect(rare.beside(label('det'), noun, false)).toBeCloseTo(5)
    expect(rare.beside(label('det'), noun, true)).toBe(0)
    expect(rare.same(label('nsubj'), label('nsubj:pass'))).toBe(true)
    expect(rare.same(label('nsubj'), label('obl'))).toBe(false)
  })

  it('know verbs, nouns and the rest', () => {
    expect((['AUX', 'VERB', 'PROPN', 'ADJ'] as const).map((upos) => HEAD_CLASSES[headClass(upos)])).toEqual([
      'verb',
      'verb',
      'noun',
      'other',
    ])
  })
})
