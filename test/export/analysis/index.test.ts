import { describe, expect, it } from 'vitest'
import type { Word } from '../../../src/core/document.ts'
import { ANALYSIS_FORMATS, type Analysed } from '../../../src/export/analysis/index.ts'

const word = (index: number, form: string, start: number, end: number, more: Partial<Word> = {}): Word => ({
  index,
  sentence: 0,
  form,
  start,
  end,
  spaceBefore: true,
  lemma: form,
  upos: 'NOUN',
  feats: {},
  head: -1,
  deprel: 'root',
  confidence: 1,
  ...more,
})

const document: Analysed = {
  text: 'Im Haus Müller',
  metadata: { id: 'x', title: null, date: '2019-04', language: 'de', author: null, publisher: null, source: null },
  sentences: [{ start: 0, end: 14, first: 0, last: 4, paragraph: 0, kind: 'headline' }],
  words: [
    word(0, 'In', 0, 2, { contraction: { form: 'Im', place: 0 }, upos: 'ADP', head: 2, deprel: 'case' }),
    word(1, 'dem', 0, 2, {
      contraction: { form: 'Im', place: 1 },
      spaceBefore: false,
      head: 2,
      deprel: 'det',
      feats: { Definite: 'Def', Case: 'Dat' },
    }),
    word(2, 'Haus', 3, 7),
    word(3, 'Müller', 8, 14, { head: 2, deprel: 'appos', upos: 'PROPN' }),
  ],
  names: [
    { first: 3, last: 4, start: 8, end: 14, type: 'PER', form: 'name', confidence: 1 },
    { first: 2, last: 3, start: 3, end: 7, type: 'LOC', form: 'derivation', confidence: 1 },
  ],
  times: [],
  quotes: [],
  coreference: {
    mentions: [{ first: 3, last: 4, start: 8, end: 14, head: 3, kind: 'name', entity: 0 }],
    entities: [{ type: 'Person', named: true, label: 'Müller', names: ['Müller'], mentions: [0], members: [] }],
  },
}

describe('formats of an analysis', () => {
  it('prints JSON on one line', () => {
    const line = ANALYSIS_FORMATS.json(document)
    expect(line.endsWith('}\n')).toBe(true)
    const json = JSON.parse(line)
    expect(json.tokens[1]).toEqual({
      sentence: 0,
      start: 0,
      end: 2,
      form: 'dem',
      lemma: 'dem',
      upos: 'NOUN',
      feats: 'Case=Dat|Definite=Def',
      head: 3,
      deprel: 'det',
    })
    expect(json.names).toEqual([{ start: 8, end: 14, type: 'PER' }])
    expect(json.mentions).toEqual([{ start: 8, end: 14, entity: 'e1' }])
    expect(json.document.date).toBe('2019-04')
  })

  it('prints names for the words as written', () => {
    expect(ANALYSIS_FORMATS.bio(document)).toBe('Im\tO\nHaus\tO\nMüller\tB-PER\n\n')
  })

  it('prints CoNLL-U', () => {
    const lines = ANALYSIS_FORMATS.conllu(document).split('\n')
    expect(lines.slice(0, 6)).toEqual([
      '# newdoc id = x',
      '# newpar id = x-p1',
      '# sent_id = x-1',
      '# text = Im Haus Müller',
      '1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_',
      '1\tIn\tIn\tADP\t_\t_\t3\tcase\t_\t_',
    ])
  })
})
