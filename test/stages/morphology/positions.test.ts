import { describe, expect, it } from 'vitest'
import type { Word } from '../../../src/core/document.ts'
import { repairedWords } from '../../../src/stages/morphology/positions.ts'
import { sentence } from '../../support/sentence.ts'

const edgeOf = (words: readonly Word[], form: string): string => {
  const word = repairedWords(words).find((one) => one.form === form)!
  return `${word.deprel} ${word.head < 0 ? 'root' : words[word.head]!.form}`
}

describe('repairedWords', () => {
  it('keeps what stands between auxiliary and participle with the participle', () => {
    const words = sentence(
      'Gaddafi PROPN 4 nsubj',
      'hatte AUX 4 aux VerbForm=Fin',
      'mit ADP 3 case',
      'Gewalt NOUN 8 obl',
      'gedroht VERB -1 root VerbForm=Part',
      ', PUNCT 8 punct',
      'sollte AUX 8 aux VerbForm=Fin',
      'sie PRON 8 nsubj',
      'beschließen VERB 4 advcl VerbForm=Inf',
    )
    expect(edgeOf(words, 'Gewalt')).toBe('obl gedroht')
  })

  it('hangs the parts of a hyphenated noun on its last one', () => {
    const words = sentence(
      'Kim PROPN 1 nsubj',
      'traf VERB -1 root VerbForm=Fin',
      'Nordkorea PROPN 6 compound',
      '- PUNCT 2 punct',
      'Experten NOUN 1 obj',
      'des DET 6 det',
      'Instituts NOUN 4 nmod',
    )
    const glued = words.map((word) => (word.index === 3 || word.index === 4 ? { ...word, spaceBefore: false } : word))
    expect(edgeOf(glued, 'Nordkorea')).toBe('compound Experten')
    expect(edgeOf(words, 'Nordkorea')).toBe('compound Instituts')
  })

  it('gives each of two prepositions a noun of its own', () => {
    const words = sentence(
      'Es PRON 5 nsubj',
      'geriet VERB -1 root VerbForm=Fin',
      'durch ADP 5 case',
      'Krisen NOUN 1 obl',
      'in ADP 5 case',
      'Not NOUN 1 obl',
    )
    expect(edgeOf(words, 'durch')).toBe('case Krisen')
    expect(edgeOf(words, 'in')).toBe('case Not')
  })

  it('coordinates nothing after a relative clause with a noun inside it', () => {
    const words = sentence(
      'Stadt NOUN -1 root Case=Dat|Gender=Fem|Number=Sing',
      ', PUNCT 4 punct',
      'die PRON 4 obj PronType=Rel|Gender=Fem|Number=Sing',
      'Kim PROPN 4 nsubj',
      'besuchte VERB 0 acl:relcl VerbForm=Fin|Number=Sing',
      ', PUNCT 7 punct',
      'und CCONJ 7 cc',
      'Hafenstadt NOUN 3 conj Case=Gen|Gender=Fem|Number=Sing',
    )
    expect(edgeOf(words, 'Hafenstadt')).toBe('conj Stadt')
  })

  it('hangs what follows a verb of saying on that verb', () => {
    const words = sentence(
      'Alle PRON 1 nsubj',
      'schwiegen VERB 3 ccomp VerbForm=Fin',
      ', PUNCT 1 punct',
      'berichtet VERB -1 root VerbForm=Fin',
      'Reuters PROPN 3 nsubj',
      'unter ADP 6 case',
      'Berufung NOUN 1 obl',
    )
    expect(edgeOf(words, 'Berufung')).toBe('obl berichtet')
  })

  it('gives a phrase between article and noun to the participle after it', () => {
    const words = sentence(
      'Die DET 6 det',
      'ebenfalls ADV 8 advmod',
      'in ADP 4 case',
      'der DET 4 det',
      'Garage NOUN 6 nmod',
      'abgestellten ADJ 6 amod',
      'Traktoren NOUN 8 nsubj:pass',
      'wurden AUX 8 aux:pass VerbForm=Fin',
      'gestohlen VERB -1 root VerbForm=Part',
    )
    expect(edgeOf(words, 'Garage')).toBe('obl abgestellten')
    const loose = words.map((word) => (word.form === 'Garage' ? { ...word, head: 8, deprel: 'obl' } : word))
    expect(edgeOf(loose, 'Garage')).toBe('obl abgestellten')
  })

  it('leaves what stands before the article to the clause', () => {
    const words = sentence(
      'Montag NOUN 4 obl',
      'ging VERB -1 root VerbForm=Fin',
      'die DET 5 det',
      'einst ADV 4 advmod',
      'geborene ADJ 5 amod',
      'Autorin NOUN 1 nsubj',
    )
    expect(edgeOf(words, 'Montag')).toBe('obl ging')
  })

  it('gives a name in brackets to the noun before them', () => {
    const words = sentence(
      'Teleskop NOUN 7 nsubj',
      'der DET 2 det',
      'Südsternwarte PROPN 0 nmod',
      '( PUNCT 4 punct',
      'ESO PROPN 0 appos',
      ') PUNCT 4 punct',
      'hier ADV 7 advmod',
      'steht VERB -1 root VerbForm=Fin',
    )
    expect(edgeOf(words, 'ESO')).toBe('appos Südsternwarte')
  })

  it('leaves sound trees as they are', () => {
    const words = sentence('Kim PROPN 1 nsubj', 'reist VERB -1 root VerbForm=Fin', 'nach ADP 3 case', 'Rom PROPN 1 obl')
    expect(repairedWords(words)).toBe(words)
  })
})
