import { beforeAll, describe, expect, it } from 'vitest'
import type { Word } from '../../../src/core/document.ts'
import { type Lexicon, lexiconResource } from '../../../src/lexicon/index.ts'
import { nodeResources } from '../../../src/node/resources.ts'
import { mendedWords } from '../../../src/stages/relations/readings.ts'
import { sentence } from '../../support/sentence.ts'

let lexicon: Lexicon
beforeAll(async () => {
  lexicon = await nodeResources().use(lexiconResource)
})

const mended = (words: readonly Word[], form: string): Word =>
  mendedWords({ words, names: [] } as never, lexicon, new Set(['werden', 'sein'])).find((word) => word.form === form)!

describe('mendedWords', () => {
  it('takes a noun that is in no name for a noun', () => {
    const words = sentence('Hans PROPN 2 nsubj', 'wurde AUX 2 cop', 'Olympiasieger PROPN -1 root')
    expect(mended(words, 'Olympiasieger').upos).toBe('NOUN')
  })

  it('takes an auxiliary on a noun for the copula', () => {
    const words = sentence('Hans PROPN 2 nsubj', 'werden AUX 2 aux:pass', 'Minister NOUN -1 root')
    expect(mended(words, 'werden').deprel).toBe('cop')
  })

  it('takes the infinitive on an adjective for the copula', () => {
    const words = sentence(
      'Druck NOUN 1 nsubj',
      'höher ADJ -1 root',
      'werden AUX 1 aux:pass',
      'wird AUX 1 aux VerbForm=Fin',
    )
    expect(mended(words, 'werden').deprel).toBe('cop')
    expect(mended(words, 'wird').deprel).toBe('aux')
  })

  it('gives a noun a case that its article can be of', () => {
    const words = sentence(
      'Sie PRON 1 nsubj',
      'warfen VERB -1 root',
      'der DET 3 det',
      'Regierung NOUN 1 obj Case=Acc|Gender=Fem|Number=Sing',
    )
    expect(mended(words, 'Regierung').feats.Case).toBe('Dat')
  })

  it('leaves given words alone', () => {
    const words = sentence('Hans PROPN 1 nsubj', 'Olympiasieger PROPN -1 root').map((w) => ({ ...w, confidence: 1 }))
    expect(mended(words, 'Olympiasieger').upos).toBe('PROPN')
  })
})
