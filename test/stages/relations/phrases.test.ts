import { describe, expect, it } from 'vitest'
import type { Word } from '../../../src/core/document.ts'
import { repairedPhrases } from '../../../src/stages/relations/phrases.ts'
import { sentence } from '../../support/sentence.ts'

const edgeOf = (words: readonly Word[], form: string): string => {
  const word = repairedPhrases(words).find((one) => one.form === form)!
  return `${word.deprel} ${word.head < 0 ? 'root' : words[word.head]!.form}`
}

describe('repairedPhrases', () => {
  const pressure = (unter: number, durch: number) =>
    sentence(
      'Banken NOUN 1 nsubj',
      'gerieten VERB -1 root',
      `unter ADP ${unter} case`,
      'Druck NOUN 1 obl',
      `durch ADP ${durch} case`,
      'Preise NOUN 1 obl',
    )

  it('gives a preposition that jumps over its noun to that noun', () => {
    expect(edgeOf(pressure(5, 5), 'unter')).toBe('case Druck')
    expect(edgeOf(pressure(5, 5), 'durch')).toBe('case Preise')
  })

  it('leaves a right tree, and one that was given, as it is', () => {
    const right = pressure(3, 5)
    expect(repairedPhrases(right)).toBe(right)
    const given = pressure(5, 5).map((word) => ({ ...word, confidence: 1 }))
    expect(repairedPhrases(given)).toBe(given)
  })

  it('coordinates two appositions with a conjunction between them', () => {
    const words = sentence(
      'Die DET 1 det',
      'Spieler NOUN 5 nsubj',
      'Horvat PROPN 1 appos',
      'und CCONJ 4 cc',
      'Weber PROPN 1 appos',
      'trafen VERB -1 root',
    )
    expect(edgeOf(words, 'Weber')).toBe('conj Horvat')
  })
})
