import { beforeAll, describe, expect, it } from 'vitest'
import type { Upos } from '../../src/core/document.ts'
import { finiteCell, INFINITIVE, nominalCell, PAST_PARTICIPLE, PLURAL, ZU_INFINITIVE } from '../../src/lexicon/cells.ts'
import { type Lexicon, lexiconResource } from '../../src/lexicon/index.ts'
import { nodeResources } from '../../src/node/resources.ts'

let lexicon: Lexicon
beforeAll(async () => {
  lexicon = await nodeResources().use(lexiconResource)
})

const lemmas = (form: string, upos: Upos): string[] => [
  ...new Set(lexicon.readings(form, upos).map(({ lemma }) => lemma)),
]
const cells = (form: string, upos: Upos): number =>
  lexicon.readings(form, upos).reduce((mask, one) => mask | one.cells, 0)

describe('Lexicon', () => {
  it('knows full forms', () => {
    expect(lemmas('Verhandlungen', 'NOUN')).toEqual(['Verhandlung'])
    expect(lemmas('Bäume', 'NOUN')).toEqual(['Baum'])
    expect(lemmas('russischen', 'ADJ')).toEqual(['russisch'])
    expect(lemmas('war', 'AUX')).toEqual(['sein'])
    expect(lemmas('dem', 'DET')).toEqual(['der'])
    expect(lemmas('ihm', 'PRON')).toContain('er')
    expect(cells('Tag', 'NOUN') & nominalCell(0, 0, 0)).not.toBe(0)
    expect(cells('werde', 'AUX') & finiteCell(2, 0, 3)).not.toBe(0)
  })

  it('does not care for capitals where a sentence begins, nor for the old ß', () => {
    expect(lemmas('Schnell', 'ADJ')).toEqual(['schnell'])
    expect(lemmas('mußte', 'VERB')).toEqual(['müssen'])
    expect(lemmas('VERHANDLUNG', 'NOUN')).toEqual(['Verhandlung'])
  })

  it('knows separable verbs in one word', () => {
    expect(lexicon.readings('eingetroffen', 'VERB')[0]).toMatchObject({ lemma: 'eintreffen', prefix: 'ein' })
    expect(cells('einzurichten', 'VERB') & ZU_INFINITIVE).not.toBe(0)
    expect(lemmas('einzurichten', 'VERB')).toEqual(['einrichten'])
    expect(lemmas('abreist', 'VERB')).toEqual(['abreisen'])
  })

  it('reads unknown verbs by their parts and endings', () => {
    expect(lemmas('weiterverhandelte', 'VERB')).toEqual(['weiterverhandeln'])
    expect(cells('voranzutreiben', 'VERB') & ZU_INFINITIVE).not.toBe(0)
    expect(lemmas('twitterten', 'VERB')).toEqual(['twittern'])
    expect(cells('gegoogelt', 'VERB') & PAST_PARTICIPLE).not.toBe(0)
    expect(lemmas('erstochen', 'VERB')).toEqual(['erstechen'])
    expect(lemmas('hab', 'AUX')).toEqual(['haben'])
    expect(cells('durchregieren', 'VERB') & INFINITIVE).not.toBe(0)
  })

  it('reads unknown nouns as compounds, adjectives or by their endings', () => {
    expect(lemmas('Atomverhandlungen', 'NOUN')).toEqual(['Atomverhandlung'])
    expect(cells('Atomverhandlungen', 'NOUN') & ~PLURAL).toBe(0)
    expect(lemmas('Bundestagsabgeordneten', 'NOUN')).toEqual(['Bundestagsabgeordnete'])
    expect(lemmas('Geflüchteten', 'NOUN')).toEqual(['Geflüchtete'])
    expect(lemmas('Blockchainisierungen', 'NOUN')).toEqual(['Blockchainisierung'])
    expect(lemmas('Emittenten', 'NOUN')).toEqual(['Emittent'])
    expect(lemmas('Xyzqrst', 'NOUN')).toEqual([])
  })

  it('reads unknown adjectives by degree, parts and endings', () => {
    expect(lexicon.readings('wichtigsten', 'ADJ')[0]).toMatchObject({ lemma: 'wichtig', feats: { Degree: 'Sup' } })
    expect(lexicon.readings('größere', 'ADJ')[0]).toMatchObject({ lemma: 'groß', feats: { Degree: 'Cmp' } })
    expect(lemmas('regierungskritischen', 'ADJ')).toEqual(['regierungskritisch'])
    expect(lemmas('Kölner', 'ADJ')).toEqual(['Kölner'])
    expect(lemmas('Royal', 'ADJ')).toEqual(['Royal'])
    expect(lemmas('super', 'ADJ')).toEqual(['super'])
  })

  it('stands hostile words', () => {
    for (const upos of ['NOUN', 'VERB', 'ADJ', 'DET', 'X'] as const)
      for (const form of ['', '-', '---', '\u0000', 'A'.repeat(100_000), '\ud800', '__proto__'])
        expect(() => lexicon.readings(form, upos)).not.toThrow()
  })
})
