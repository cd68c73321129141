import { describe, expect, it } from 'vitest'
import { isPlain, SURE, SURE_OPEN } from '../../src/rdf/plain.ts'
import { openRelation, predicate, relation } from '../../src/rdf/vocabulary.ts'

const claim = { polarity: 'positive', modality: 'actual', attributedTo: null, confidence: SURE } as const

describe('isPlain', () => {
  const meets = predicate(relation('meets'), 'treffen')
  const open = openRelation('warten', 'auf')

  it('takes facts by relations of the ontology where the reading is likely', () => {
    expect(isPlain({ ...claim, predicate: meets })).toBe(true)
    expect(isPlain({ ...claim, predicate: meets, confidence: SURE - 0.01 })).toBe(false)
  })

  it('takes open relations only where the reading is sure', () => {
    expect(isPlain({ ...claim, predicate: open })).toBe(false)
    expect(isPlain({ ...claim, predicate: open, confidence: SURE_OPEN })).toBe(true)
  })

  it.each([{ polarity: 'negative' as const }, { modality: 'desired' as const }, { attributedTo: 'x/Kim' }])(
    'never takes what is not stated as a fact: %j',
    (status) => {
      expect(isPlain({ ...claim, predicate: meets, confidence: 1, ...status })).toBe(false)
    },
  )
})
