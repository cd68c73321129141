import { describe, expect, it } from 'vitest'
import { fold, foldTransliterated } from '../../../viewer/src/data/fold.ts'

describe('fold', () => {
  it.each([
    ['Djatschkow', 'djatschkow'],
    ['Südkorea', 'sudkorea'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['Nguyễn', 'nguyen'],
    ['Кремль', 'кремль'],
  ])('%s is found as %s', (text, folded) => expect(fold(text)).toBe(folded))

  it('also knows umlauts written with e', () => expect(foldTransliterated('Südkorea')).toBe('suedkorea'))
})
