import { describe, expect, it } from 'vitest'
import type { Word } from '../../../src/core/document.ts'
import { wordsOf } from '../../support/trees.ts'

const relation = (words: readonly Word[], form: string): string => {
  const word = words.find((other) => other.form === form) as Word
  return `${word.deprel} ${words[word.head]?.form ?? 0}`
}

describe('repaired trees', () => {
  it('joins the members of a pair', async () => {
    const table = `
das DET 2 det
Treffen NOUN 0 root
zwischen ADP 4 case
Putin PROPN 2 nmod
und CCONJ 7 cc
dem DET 7 det
Machthaber NOUN 2 conj`
    expect(relation(await wordsOf(table), 'Machthaber')).toBe('conj Putin')
    const turned = `
Annäherung NOUN 0 root
zwischen ADP 3 case
Müller PROPN 6 nmod
und CCONJ 5 cc
Frankreichs PROPN 6 nmod
Minister NOUN 1 nmod`
    const words = await wordsOf(turned)
    expect(relation(words, 'Müller')).toBe('nmod Annäherung')
    expect(relation(words, 'Minister')).toBe('conj Müller')
    expect(relation(words, 'und')).toBe('cc Minister')
  })

  it('leaves a pair that is joined already, and given heads', async () => {
    const table = `
Treffen NOUN 0 root
zwischen ADP 3 case
Frauen NOUN 1 nmod
und CCONJ 5 cc
Männern NOUN 3 conj`
    expect(relation(await wordsOf(table), 'Männern')).toBe('conj Frauen')
    const empty = [null, null, null, null, null]
    const given = { head: [null, null, null, null, 0], deprel: [null, null, null, null, 'conj'] }
    const words = await wordsOf(table, { ...given, lemma: empty, upos: empty, feats: empty })
    expect(relation(words, 'Männern')).toBe('conj Treffen')
  })

  it('reads an adjective with a capital as one', async () => {
    const table = 'des DET 3 det\nStaatlichen NOUN 3 nmod\nInstituts NOUN 0 root'
    const [, adjective] = await wordsOf(table)
    expect(adjective).toMatchObject({ upos: 'ADJ', deprel: 'amod', lemma: 'staatlich' })
    const [, owner] = await wordsOf('die DET 3 det\nPutins PROPN 3 nmod\nReise NOUN 0 root')
    expect(owner).toMatchObject({ upos: 'PROPN', deprel: 'nmod' })
  })

  it('makes a name after its noun an apposition', async () => {
    const table = 'ist AUX 3 cop\nder DET 3 det\nGolfstaat NOUN 0 root\nKatar PROPN 3 nsubj'
    expect(relation(await wordsOf(table), 'Katar')).toBe('appos Golfstaat')
  })

  it('gives a genitive to the noun before it', async () => {
    const table = `
das DET 2 det
Verhältnis NOUN 3 nsubj
litt VERB 0 root
unter ADP 6 case
der DET 6 det
Uneinigkeit NOUN 3 obl
der DET 8 det
Minister NOUN 2 nmod`
    expect(relation(await wordsOf(table), 'Minister')).toBe('nmod Uneinigkeit')
  })

  it('gives a relative clause to the nearest noun that agrees', async () => {
    const table = `
Dann ADV 6 advmod
kann AUX 6 aux
der DET 4 det
Handel NOUN 6 nsubj
mit ADP 7 case
wachsen VERB 0 root
Firmen NOUN 6 obl
, PUNCT 12 punct
der PRON 12 nsubj
derzeit ADV 12 advmod
dort ADV 12 advmod
liegt VERB 6 advcl`
    expect(relation(await wordsOf(table), 'liegt')).toBe('acl:relcl Handel')
    expect(relation(await wordsOf(table.replace('advcl', 'ccomp')), 'liegt')).toBe('acl:relcl Handel')
    const main = `
Er PRON 2 nsubj
spielt VERB 0 root
, PUNCT 5 punct
das PRON 5 nsubj
gelingt VERB 2 advcl
heute ADV 5 advmod`
    expect(relation(await wordsOf(main), 'gelingt')).toBe('advcl spielt')
  })

  it('finds the subject by its case', async () => {
    const only = 'Das PRON 2 nsubj\nsah VERB 0 root\nder DET 4 det\nMann NOUN 2 iobj'
    const words = await wordsOf(only)
    expect([relation(words, 'Das'), relation(words, 'Mann')]).toEqual(['obj sah', 'nsubj sah'])
    const both = 'Die DET 2 det\nFrau NOUN 3 nsubj\nsah VERB 0 root\ndas DET 5 det\nKind NOUN 3 obj'
    expect(relation(await wordsOf(both), 'Kind')).toBe('obj sah')
  })

  it('makes an apposition of a nominal after a comma', async () => {
    const table = `
mit ADP 3 case
ihrem DET 3 det
Mann NOUN 0 root
, PUNCT 6 punct
dem DET 6 det
Schriftsteller NOUN 3 nmod`
    expect(relation(await wordsOf(table), 'Schriftsteller')).toBe('appos Mann')
  })
})
