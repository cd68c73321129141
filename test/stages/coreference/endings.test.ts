import { describe, expect, it } from 'vitest'
import { Endings } from '../../../src/stages/coreference/endings.ts'

const endings = new Endings([
  ['adjective', 'en'],
  ['adjective', 'e'],
  ['adjective', 'er'],
  ['strong', 'er', 'Masc'],
  ['strong', 'e', 'Plur'],
  ['name', 'en'],
  ['name', 's'],
  ['genitive', 's'],
  ['genitive', 'es'],
  ['owner', 's'],
  ['owner', 'x'],
  ['dative', 'n'],
])

describe('Endings', () => {
  it('takes the longest ending of an adjective', () => {
    expect(endings.ofAdjective('großen')).toBe('en')
    expect(endings.stemOfAdjective('große')).toBe('groß')
    expect(endings.ofAdjective('prima')).toBeUndefined()
  })

  it('tells a genitive before its noun and the dative plural', () => {
    expect(['Putins', 'Marx’', 'Merkel'].map((form) => endings.endsAsOwner(form))).toEqual([true, true, false])
    expect(endings.withoutDative('Räten')).toBe('Räte')
    expect(endings.withoutDative('Räte')).toBeUndefined()
  })

  it('gives the strong ending by gender and number', () => {
    expect(endings.strong({ Gender: 'Masc', Number: 'Sing' })).toBe('er')
    expect(endings.strong({ Gender: 'Masc', Number: 'Plur' })).toBe('e')
    expect(endings.strong({})).toBeUndefined()
  })

  it('lists nouns that are inflected like adjectives by the masculine', () => {
    expect(endings.masculine('Verletzten')).toBe('Verletzter')
    expect(endings.masculine('Spiel')).toBe('Spiel')
  })

  it('rubs off endings of long words of a name', () => {
    expect(endings.stemOfName('Vereinigten Staaten')).toBe('vereinigt staat')
    expect(endings.stemOfName('Kims')).toBe('kims')
  })

  it('offers every form that a genitive could be of', () => {
    expect(endings.withoutGenitive('Gerichtes')).toEqual(['Gerichte', 'Gericht'])
    expect(endings.withoutGenitive('Kim')).toEqual([])
  })
})
