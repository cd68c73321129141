import { describe, expect, it } from 'vitest'
import { evaluateRelations } from '../../src/evaluate/index.ts'
import { pipelineFor } from '../../src/pipeline/index.ts'
import { stages } from '../../src/stages/collection.ts'
import { testResources } from '../support/pipeline.ts'

const row = (id: number, form: string, lemma: string, upos: string, feats: string, head: number, deprel: string) =>
  [id, form, lemma, upos, '_', feats, head, deprel, '_', '_'].join('\t')

const trees = (subject: string, object: string) =>
  `${[
    '# text = Merkel besucht Polen .',
    row(1, 'Merkel', 'Merkel', 'PROPN', 'Case=Nom|Number=Sing', 2, subject),
    row(2, 'besucht', 'besuchen', 'VERB', 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin', 0, 'root'),
    row(3, 'Polen', 'Polen', 'PROPN', 'Case=Acc|Number=Sing', 2, object),
    row(4, '.', '.', 'PUNCT', '_', 2, 'punct'),
  ].join('\n')}\n\n`

const find = pipelineFor(stages, ['relations'])
const score = (predicted?: string) =>
  evaluateRelations(
    trees('nsubj', 'obj'),
    (document) => find.run(document, testResources()),
    { input: 'gold' },
    predicted,
  )

describe('evaluateRelations', () => {
  it('finds the relations of gold trees in predicted ones', async () => {
    const { all, rules, differences } = await score()
    expect(all).toMatchObject({ gold: 1, system: 1, correct: 1, f1: 1 })
    expect(Object.keys(rules)).toEqual(['verb-frame'])
    expect(differences).toEqual([])
  })

  it('counts what a wrong tree loses and adds, by rule', async () => {
    const { rules, differences } = await score(trees('obj', 'nsubj'))
    expect(rules['verb-frame']).toMatchObject({ gold: 1, correct: 0 })
    expect(differences[0]).toBe('gold\tverb-frame\tMerkel\tvisits\tPolen\tMerkel besucht Polen .')
  })

  it('refuses other words and trees without heads', async () => {
    await expect(score(trees('nsubj', 'obj').replaceAll('Polen', 'Rom'))).rejects.toThrow('prediction: its words')
    const headless = trees('nsubj', 'obj').replace(/\t\d\t(?=nsubj|obj|root|punct)/g, '\t_\t')
    await expect(
      evaluateRelations(headless, (document) => find.run(document, testResources()), { input: 'gold' }),
    ).rejects.toThrow('gold: ')
  })
})
