import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyRule, lemmaRule } from '../../src/lexicon/reading.ts'

it('a rule makes the lemma of the form that it was made of', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 9 }),
      fc.string({ unit: 'binary', maxLength: 9 }),
      (form, lemma) => {
        expect(applyRule(lemmaRule(form, lemma), form)).toBe(lemma)
      },
    ),
  )
})

it('words that inflect alike share a rule', () => {
  expect(lemmaRule('Verhandlungen', 'Verhandlung')).toEqual(lemmaRule('Zeitungen', 'Zeitung'))
  expect(lemmaRule('gereist', 'reisen')).toEqual(lemmaRule('gesagt', 'sagen'))
  expect(applyRule(lemmaRule('abgereist', 'abreisen'), 'abgestellt')).toBe('abstellen')
})
