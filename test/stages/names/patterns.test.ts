import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../src/stages/names/draft.ts'
import { nameListsResource } from '../../../src/stages/names/lists.ts'
import { Patterns, reform } from '../../../src/stages/names/patterns.ts'
import { testResources } from '../../support/pipeline.ts'
import { wordsOf } from '../../support/trees.ts'

const lists = () => testResources().use(nameListsResource)
const draft = (first: number, last: number, type: Draft['type'], confidence = 0.9): Draft => ({
  first,
  last,
  type,
  form: 'name',
  confidence,
})

describe('Patterns', () => {
  it('does not reach over the end of a sentence', async () => {
    const words = await wordsOf('Studio NOUN 0 root\n\nMoskau PROPN 0 root')
    expect(new Patterns(words, await lists(), [draft(1, 2, 'LOC')]).find()).toEqual([])
  })

  it('lets a doubtful name have the type that its noun says', async () => {
    const words = await wordsOf('die DET 2 det\nAgentur NOUN 0 root\nRIA PROPN 2 appos')
    const doubtful = draft(2, 3, 'LOC', 0.4)
    new Patterns(words, await lists(), [doubtful]).find()
    expect(doubtful.type).toBe('ORG')
    const sure = draft(2, 3, 'LOC', 0.95)
    new Patterns(words, await lists(), [sure]).find()
    expect(sure.type).toBe('LOC')
  })

  it('needs a known country for a country', async () => {
    const words = await wordsOf('Island PROPN 0 root\nXyland PROPN 0 root')
    expect((await new Patterns(words, await lists(), []).find()).map(({ first, type }) => [first, type])).toEqual([
      [0, 'LOC'],
    ])
  })
})

it('reform drops half a word', async () => {
  const words = (await wordsOf('Nord PROPN 0 root\n- PUNCT 1 punct\nund CCONJ 4 cc\nSüdkorea PROPN 1 conj')).map(
    (word) => (word.form === '-' ? { ...word, spaceBefore: false } : word),
  )
  const half = draft(0, 1, 'ORG')
  reform(half, words, await lists())
  expect(half.first).toBe(half.last)
})
