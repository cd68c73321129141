import { describe, expect, it } from 'vitest'
import { headedClauses } from '../../../src/stages/relations/clauses.ts'
import { sentence } from '../../support/sentence.ts'

describe('headedClauses', () => {
  const vanished = sentence(
    'Er PRON 1 nsubj',
    'ist AUX -1 root VerbForm=Fin',
    'gestern ADV 1 advmod',
    'verschwunden VERB 1 xcomp VerbForm=Part',
  )

  it('puts a participle in the place of its auxiliary', () => {
    const words = headedClauses(vanished)
    expect(words.map(({ head, deprel }) => `${deprel} ${head}`)).toEqual(['nsubj 3', 'aux 3', 'advmod 3', 'root -1'])
  })

  it('leaves trees that were given as they are', () => {
    const given = vanished.map((word) => ({ ...word, confidence: 1 }))
    expect(headedClauses(given)).toBe(given)
  })
})
