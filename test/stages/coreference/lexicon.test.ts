import { beforeAll, describe, expect, it } from 'vitest'
import { type CoreferenceLexicon, coreferenceLexicon } from '../../../src/stages/coreference/lexicon.ts'
import { testResources } from '../../support/pipeline.ts'

let lexicon: CoreferenceLexicon

beforeAll(async () => {
  lexicon = await testResources().use(coreferenceLexicon)
})

describe('CoreferenceLexicon', () => {
  it.each([
    ['Präsident', 'Person'],
    ['US-Präsident', 'Person'],
    ['Gipfeltreffen', 'Event'],
    ['Seidenstraßen-Gipfel', 'Event'],
    ['Sportwagenbauer', 'Organization'],
    ['Metro-Haltestelle', 'Facility'],
    ['Beispiel', 'Topic'],
    ['Xylophon', undefined],
  ])('gives %s the type %s', (noun, type) => {
    expect(lexicon.typeOf(noun)).toBe(type)
  })

  it('finds nouns that are inflected like adjectives, and takes no others for them', () => {
    expect(lexicon.typeOf('Verletzte', 'Verletzten')).toBe('Person')
    expect(lexicon.typeOf('Sprechen', 'Sprechen')).not.toBe('Person')
  })

  it('takes only listed nouns for ones that stand for anyone of their kind', () => {
    expect(lexicon.generic('Unternehmen')).toBe('organization')
    expect(lexicon.generic('Staatsunternehmen')).toBeUndefined()
    expect(lexicon.generic('Spiel', 'Spiele')).toBeUndefined()
  })

  it('knows synonyms, of compounds too', () => {
    expect(lexicon.areSynonyms('Gipfel', 'Treffen')).toBe(true)
    expect(lexicon.areSynonyms('Gipfel', 'Atomgipfeltreffen')).toBe(true)
    expect(lexicon.areSynonyms('Gipfel', 'Bombe')).toBe(false)
  })

  it('knows aliases, inflected too', () => {
    expect(lexicon.alias('Vereinten Nationen')).toBe(lexicon.alias('UNO'))
    expect(lexicon.alias('UNO')).not.toBe(lexicon.alias('USA'))
    expect(lexicon.alias('Wladiwostok')).toBeUndefined()
  })

  it('tells the number of nouns that are inflected like adjectives by article and ending', () => {
    expect(lexicon.adjectivalAgreement('Verletzten', 'die')).toBe(8)
    expect(lexicon.adjectivalAgreement('Verletzte', 'die')).toBe(2)
    expect(lexicon.adjectivalAgreement('Verletzte', undefined)).toBe(8)
    expect(lexicon.adjectivalAgreement('Bombe', 'die')).toBeUndefined()
  })
})
