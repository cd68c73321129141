import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EditScripts } from '../../src/ml/edit-scripts.ts'

const lemma = (script: string, form: string) => new EditScripts([script]).apply(0, form)

describe('EditScripts', () => {
  it.each([
    ['Häuser', '↑;→-+a;--', 'Haus'],
    ['lobte', '↓;;-→+n', 'loben'],
    ['gereist', '↓;--;-+e+n', 'reisen'],
    ['Die', '↓;;-→+r', 'der'],
    ['Gut', '↓;;', 'gut'],
    ['nato', '⇑;;', 'NATO'],
    ['iPhones', ';;-', 'iPhone'],
    ['war', '=sein', 'sein'],
    ['ab', '↓;+;+→;', ';→ab'],
    ['𝔘𝔟s', ';-;-', '𝔟'],
    ['ǆ', '⇑;;', 'Ǆ'],
  ])('reads %s by %s as %s', (form, script, expected) => {
    expect(lemma(script, form)).toBe(expected)
  })

  it('does not apply to a form that is too short', () => {
    expect(lemma('↓;--;--', 'ging')).toBeNull()
    expect(lemma('↓;;-', '')).toBeNull()
  })

  it.each(['', 'x;;', '↓', '↓;', '↓;;;', '↓;+;', '↓;a;', '='])('says that "%s" is no script', (script) => {
    expect(() => new EditScripts([script])).toThrow(SyntaxError)
  })

  it('takes the best script that can be applied', () => {
    const scripts = new EditScripts(['↓;;---', '↓;;-', '↓;;'])
    expect(scripts.best([0, 9, 8, 7], 1, 'gute')).toBe('g')
    expect(scripts.best([0, 9, 8, 7], 1, 'ab')).toBe('a')
    expect(new EditScripts(['↓;;---']).best([1], 0, 'ab')).toBe('ab')
  })

  it('makes a lemma of any form, or none', () => {
    const scripts = ['↓;→-+a;--', '↑;;-', '⇑;-;+x', ';→;→', '=und']
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        (form, scores) => {
          expect(typeof new EditScripts(scripts).best(scores, 0, form)).toBe('string')
        },
      ),
    )
  })
})
