import { describe, expect, it } from 'vitest'
import type { Document, Word } from '../../src/core/document.ts'
import { type Analyser, evaluateUd, formatScores } from '../../src/evaluate/index.ts'
import { nodeResources } from '../../src/node/resources.ts'
import { segment } from '../../src/stages/segment/index.ts'

const rows = (...cells: string[]) =>
  `${cells.map((cell) => cell.replace(/ /g, '\t').replace(/~/g, '_')).join('\n')}\n\n`

const GOLD = rows(
  '1 Er er PRON ~ Case=Nom 2 nsubj ~ ~',
  '2 geht gehen VERB ~ ~ 0 root ~ ~',
  '3-4 ins ~ ~ ~ ~ ~ ~ ~ ~',
  '3 in in ADP ~ ~ 5 case ~ ~',
  '4 das der DET ~ Case=Acc 5 det ~ ~',
  '5 Haus Haus NOUN ~ Case=Acc 2 obl:arg ~ SpaceAfter=No',
  '6 . . PUNCT ~ ~ 2 punct ~ ~',
)

/** The analysis of somebody who takes every word for a noun that hangs from the one before. */
const chain: Analyser = async (document) => {
  const { sentences, tokens } = document as Document<'sentences' | 'tokens'>
  const words = tokens.map(
    (token, index): Word => ({
      ...token,
      index,
      lemma: token.form,
      upos: 'NOUN',
      feats: {},
      head: sentences[token.sentence]?.first === index ? -1 : index - 1,
      deprel: 'obl',
      confidence: 1,
    }),
  )
  return { ...(document as Document<'sentences' | 'tokens'>), words }
}

describe('evaluateUd', () => {
  it('scores an analysis of the words given', async () => {
    const scores = await evaluateUd(GOLD, { mode: 'gold tokens', analyse: chain }, { input: 'gold' })
    expect(scores.tokens.f1).toBe(1)
    expect(scores.upos.correct).toBe(1)
    expect(scores.lemma.correct).toBe(3)
    expect(scores.feats.correct).toBe(3)
    expect(scores.uas.correct).toBe(0)
    expect(scores.las.correct).toBe(0)
  })

  it('scores the whole way from raw text, contractions included', async () => {
    const resources = nodeResources()
    const analyse: Analyser = async (document) => chain(await segment.run(document, resources))
    const scores = await evaluateUd(`${GOLD}${GOLD}`, { mode: 'raw text', analyse }, { input: 'gold' })
    expect([scores.tokens.f1, scores.sentences.f1, scores.words.f1]).toEqual([1, 1, 1])
    expect(scores.words.gold).toBe(12)
    expect(scores.tokens.gold).toBe(10)
  })

  it('scores another system’s file, whose words may differ', async () => {
    const predicted = rows(
      '1 Er er PRON ~ Case=Nom 2 nsubj ~ ~',
      '2 geht gehen VERB ~ ~ 0 root ~ ~',
      '3 ins ins ADP ~ ~ 4 case ~ ~',
      '4 Haus Haus NOUN ~ Case=Acc 2 obl ~ SpaceAfter=No',
      '5 . . PUNCT ~ ~ 2 punct ~ ~',
    )
    const scores = await evaluateUd(GOLD, { predicted }, { input: 'gold' })
    expect(scores.tokens.f1).toBe(1)
    expect(scores.words).toMatchObject({ gold: 6, system: 5, correct: 4 })
    expect(scores.las.correct).toBe(3)
    expect(scores['las without subtypes'].correct).toBe(4)
  })

  it('takes part of a file', async () => {
    const other = rows('1 Ja ja INTJ ~ ~ 0 root ~ ~')
    const scores = await evaluateUd(
      `${GOLD}${other}`,
      { mode: 'gold tokens', analyse: chain },
      { input: 'x', range: [2, 2] },
    )
    expect(scores.words.gold).toBe(1)
  })

  it('refuses a file with another text', async () => {
    const predicted = rows('1 Ja ja INTJ ~ ~ 0 root ~ ~')
    await expect(evaluateUd(GOLD, { predicted }, { input: 'gold' })).rejects.toThrow('not the text of the gold file')
  })

  it('prints a table', async () => {
    const scores = await evaluateUd(GOLD, { mode: 'gold tokens', analyse: chain }, { input: 'gold' })
    const lines = formatScores(scores).split('\n')
    expect(lines[0]?.trim()).toBe('precision  recall      F1  gold  system  correct')
    expect(lines[1]).toMatch(/^tokens {2,}1\.0000 {2}1\.0000 {2}1\.0000 {5}5 {7}5 {8}5$/)
  })
})
