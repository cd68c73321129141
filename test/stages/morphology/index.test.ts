import { describe, expect, it } from 'vitest'
import type { Features } from '../../../src/core/document.ts'
import { morphology } from '../../../src/stages/morphology/index.ts'
import { testResources } from '../../support/pipeline.ts'
import { featsOf, treeDocument, wordsOf } from '../../support/trees.ts'

const INDIRECT = `
Die DET 2 det
Regierung NOUN 3 nsubj
hoffe VERB 0 root
auf ADP 6 case
baldige ADJ 6 amod
Verhandlungen NOUN 3 obl
, PUNCT 11 punct
die PRON 11 nsubj
in ADP 10 case
Wien PROPN 11 obl
stattfänden VERB 6 acl:relcl`

describe('morphology', () => {
  it('gives lemmas and features by lexicon and tree', async () => {
    const words = await wordsOf(INDIRECT)
    expect(words.map(({ lemma }) => lemma).join(' ')).toBe(
      'der Regierung hoffen auf baldig Verhandlung , der in Wien stattfinden',
    )
    expect(featsOf(words, 'hoffe')).toEqual({
      Mood: 'Sub',
      Number: 'Sing',
      Person: '3',
      Tense: 'Pres',
      VerbForm: 'Fin',
    })
    expect(featsOf(words, 'stattfänden')).toMatchObject({ Mood: 'Sub', Number: 'Plur', Tense: 'Past' })
    expect(featsOf(words, 'Regierung')).toEqual({ Case: 'Nom', Gender: 'Fem', Number: 'Sing' })
    expect(featsOf(words, 'Verhandlungen')).toEqual({ Case: 'Acc', Gender: 'Fem', Number: 'Plur' })
    expect(featsOf(words, 'baldige')).toEqual({ Case: 'Acc', Degree: 'Pos', Gender: 'Fem', Number: 'Plur' })
    expect(featsOf(words, 'die')).toMatchObject({ Case: 'Nom', Number: 'Plur' })
  })

  it('keeps every column that is given', async () => {
    const words = await wordsOf('Haus NOUN 2 nsubj\nsteht VERB 0 root', {
      lemma: ['Bau', null],
      upos: [null, 'AUX'],
      feats: [null, { Mood: 'Imp' }],
      head: [null, null],
      deprel: ['obj', null],
    })
    expect(words[0]).toMatchObject({ lemma: 'Bau', upos: 'NOUN', deprel: 'obj', feats: { Gender: 'Neut' } })
    expect(words[1]).toMatchObject({ lemma: 'stehen', upos: 'AUX', feats: { Mood: 'Imp' } })
    expect(words[0]?.confidence).toBeCloseTo(0.9)
  })

  it('lets the model decide what lexicon and tree leave open, and nothing else', async () => {
    const read = async (table: string, form: string, hint: Features): Promise<Features> => {
      const document = treeDocument(table)
      const feats = document.tokens.map((token) => (token.form === form ? hint : {}))
      const { words } = await morphology.run(
        { ...document, analysis: { ...document.analysis, feats } },
        testResources(),
      )
      return featsOf(words, form)
    }
    const reports = 'Sie PRON 2 nsubj\nkommen VERB 0 root'
    expect(await read(reports, 'kommen', {})).toMatchObject({ Mood: 'Ind' })
    expect(await read(reports, 'kommen', { Mood: 'Sub', Tense: 'Pres' })).toMatchObject({ Mood: 'Sub', Tense: 'Pres' })
    const came = 'Sie PRON 2 nsubj\nkamen VERB 0 root'
    expect(await read(came, 'kamen', { Mood: 'Sub', Tense: 'Pres' })).toMatchObject({ Mood: 'Ind', Tense: 'Past' })
    const teachers = 'Für ADP 2 case\nLehrer NOUN 3 obl\nreicht VERB 0 root'
    expect(await read(teachers, 'Lehrer', { Number: 'Sing' })).toMatchObject({ Case: 'Acc', Number: 'Sing' })
    expect(await read(teachers, 'Lehrer', { Number: 'Plur' })).toMatchObject({ Case: 'Acc', Number: 'Plur' })
    expect(await read(teachers, 'Lehrer', { Case: 'Voc', Gender: 'Fem' })).toMatchObject({ Gender: 'Masc' })
  })

  it('takes no clause of purpose for an object', async () => {
    const table =
      'Sie PRON 2 nsubj\nkam VERB 0 root\num SCONJ 6 mark\nKim PROPN 6 obj\nzu PART 6 mark\ntreffen VERB 2 xcomp'
    expect((await wordsOf(table))[5]?.deprel).toBe('advcl')
    expect((await wordsOf(table.replace('um SCONJ', 'dass SCONJ')))[5]?.deprel).toBe('xcomp')
    const given = { deprel: [null, null, null, null, null, 'xcomp'] }
    expect((await wordsOf(table, given))[5]?.deprel).toBe('xcomp')
  })

  it('is sure of trees that are given', async () => {
    const words = await wordsOf('Haus NOUN 2 nsubj\nsteht VERB 0 root', { head: [1, -1], deprel: ['nsubj', 'root'] })
    expect(words.map(({ confidence }) => confidence)).toEqual([1, 1])
  })

  it('reads participles by what they are in the sentence', async () => {
    const predicate = await wordsOf('Er PRON 3 nsubj\nist AUX 3 cop\neingeladen ADJ 0 root')
    expect(predicate[2]?.lemma).toBe('einladen')
    const attribute = await wordsOf('der DET 3 det\neingeladene ADJ 3 amod\nGast NOUN 0 root')
    expect(attribute[1]?.lemma).toBe('eingeladen')
    const adjective = await wordsOf('Er PRON 3 nsubj\nist AUX 3 cop\nbekannt ADJ 0 root')
    expect(adjective[2]?.lemma).toBe('bekannt')
  })

  it('tells the polite pronoun from the one that begins a sentence', async () => {
    const first = await wordsOf('Sie PRON 2 nsubj\nkommt VERB 0 root')
    expect(first[0]).toMatchObject({ lemma: 'sie', feats: { Person: '3', Number: 'Sing' } })
    const inside = await wordsOf('Kommen VERB 0 root\nSie PRON 1 nsubj')
    expect(inside[1]?.lemma).toBe('Sie')
  })

  it('works on nothing, on cycles and on deep trees', async () => {
    const empty = treeDocument('x X 0 root')
    const none = {
      ...empty,
      sentences: [],
      tokens: [],
      analysis: { ...empty.analysis, upos: [], heads: new Int32Array(0), deprels: [], nameTags: [] },
    }
    expect((await morphology.run(none, testResources())).words).toEqual([])
    expect(await wordsOf('Haus NOUN 2 nmod\nHaus NOUN 1 nmod')).toHaveLength(2)
    expect(await wordsOf('Kims PROPN 2 flat\nKims PROPN 1 flat')).toHaveLength(2)
    expect(await wordsOf('lacht VERB 2 conj\nlacht VERB 1 conj')).toHaveLength(2)
    const chain = Array.from({ length: 20_000 }, (_, at) => `Haus NOUN ${at + 2} nmod`)
    expect(await wordsOf([...chain, 'Haus NOUN 0 root'].join('\n'))).toHaveLength(20_001)
  })
})
