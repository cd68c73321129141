import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/conllu/index.ts'
import { writeConllu } from '../../src/conllu/write.ts'
import type { Document, Word } from '../../src/core/document.ts'
import { InputError } from '../../src/core/errors.ts'

/** Sentence n01001011 of UD German PUD (CC BY-SA 3.0), shortened. */
const SAMPLE = `# sent_id = n01001011
# text = „Ja“, schrieb Kori am Montag.
1\t„\t„\tPUNCT\t\`\`\t_\t2\tpunct\t_\tSpaceAfter=No
2\tJa\tja\tINTJ\t_\t_\t5\tccomp\t_\tSpaceAfter=No
3\t“\t“\tPUNCT\t''\t_\t2\tpunct\t_\tSpaceAfter=No
4\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_
5\tschrieb\tschreiben\tVERB\tVBC\tMood=Ind|Number=Sing|Person=3|Tense=Past\t0\troot\t_\t_
6\tKori\tKori\tPROPN\tNNP\tCase=Nom|Gender=Fem|Number=Sing\t5\tnsubj\t_\tProper=True
7-8\tam\t_\t_\t_\t_\t_\t_\t_\t_
7\tan\tan\tADP\tAPPR\t_\t9\tcase\t_\t_
8\tdem\tder\tDET\tART\tCase=Dat|Definite=Def\t9\tdet\t_\t_
9\tMontag\tMontag\tNOUN\tNN\tCase=Dat\t5\tobl\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# text = Nein  !
1\tNein\t_\t_\t_\t_\t_\t_\t_\t_
2\t!\t_\t_\t_\t_\t_\t_\t_\t_

`

const metadata = { id: 'x', title: null, date: null, language: 'de', author: null, publisher: null, source: null }

/** As if every given column were the pipeline's answer. */
function asWords(source: string): Document<'sentences' | 'words'> {
  const read = readConllu(source, 'x.conllu')
  const words = read.tokens.map(
    (token, index): Word => ({
      ...token,
      index,
      lemma: read.given?.lemma[index] ?? '',
      upos: read.given?.upos[index] ?? 'X',
      feats: read.given?.feats[index] ?? {},
      head: read.given?.head[index] ?? -1,
      deprel: read.given?.deprel[index] ?? 'dep',
      confidence: 1,
    }),
  )
  return { ...read, metadata, words }
}

describe('readConllu', () => {
  it('keeps sentences, words, contractions and columns', () => {
    const { text, sentences, tokens, given, unrelatedSentences } = readConllu(SAMPLE, 'x.conllu')
    expect(text).toBe('„Ja“, schrieb Kori am Montag.\nNein  !\n')
    expect(unrelatedSentences).toBe(true)
    expect(sentences.map(({ start, end, first, last }) => [start, end, first, last])).toEqual([
      [0, 29, 0, 10],
      [30, 37, 10, 12],
    ])
    expect(tokens[6]).toMatchObject({ form: 'an', start: 19, end: 21, contraction: { form: 'am', place: 0 } })
    expect(tokens[7]).toMatchObject({ form: 'dem', start: 19, end: 21, spaceBefore: false })
    expect(tokens.map(({ spaceBefore }) => spaceBefore)).toEqual([
      true,
      false,
      false,
      false,
      true,
      true,
      true,
      false,
      true,
      false,
      true,
      true,
    ])
    expect(given?.head.slice(3, 6)).toEqual([4, -1, 4])
    expect(given?.head[10]).toBeNull()
    expect(given?.feats[5]).toEqual({ Case: 'Nom', Gender: 'Fem', Number: 'Sing' })
  })

  it('writes again what it read', () => {
    const words = SAMPLE.slice(0, SAMPLE.indexOf('# text = Nein'))
    expect(writeConllu(asWords(words))).toBe(words)
  })

  it.each([
    ['1\tJa\t_\t_\n', 'line 1: 4 columns'],
    ['2\tJa\t_\t_\t_\t_\t_\t_\t_\t_\n', 'line 1: the word number "2"'],
    ['1\tJa\t_\tFOO\t_\t_\t_\t_\t_\t_\n', '"FOO" is no universal part of speech'],
    ['1\tJa\t_\t_\t_\t_\t7\t_\t_\t_\n', 'the head "7"'],
    ['1\tJa\t_\t_\t_\t_\t2\t_\t_\t_\n2\tJa\t_\t_\t_\t_\t1\t_\t_\t_\n', 'in a circle'],
    ['1-2\tim\t_\t_\t_\t_\t_\t_\t_\t_\n1\tin\t_\t_\t_\t_\t_\t_\t_\t_\n', 'not all there'],
    ['# only a comment\n', 'no sentence'],
  ])('says what is wrong with %j', (source, message) => {
    expect(() => readConllu(source, 'x.conllu')).toThrow(InputError)
    expect(() => readConllu(source, 'x.conllu')).toThrow(message)
  })

  it('gives back any forms at their offsets', () => {
    const form = fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }).map((s) => s.replace(/\s/g, '_'))
    fc.assert(
      fc.property(fc.array(fc.tuple(form, fc.boolean()), { minLength: 1, maxLength: 8 }), (words) => {
        const source = words
          .map(([form, glued], i) =>
            [i + 1, form, '_', '_', '_', '_', '_', '_', '_', glued ? 'SpaceAfter=No' : '_'].join('\t'),
          )
          .join('\n')
        const { text, tokens } = readConllu(`${source}\n`, 'x.conllu')
        expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(words.map(([form]) => form))
      }),
    )
  })
})
