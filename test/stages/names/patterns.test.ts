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

  it('finds what everybody knows by its name: inflected, in place of a compound with a name, but not what only shares a word', async () => {
    const found = async (conllu: string, drafts: Draft[] = []) => {
      const words = (await wordsOf(conllu)).map((word) =>
        /^(-|Senat)$/.test(word.form) ? { ...word, spaceBefore: false } : word,
      )
      return (await new Patterns(words, await lists(), drafts).find()).map(({ first, last, type }) => [
        first,
        last,
        type,
      ])
    }
    expect(await found('der DET 3 det\nEuropäischen ADJ 3 amod\nKommission NOUN 0 root')).toEqual([[1, 3, 'ORG']])
    expect(await found('des DET 2 det\nNationalrats NOUN 0 root')).toEqual([[1, 2, 'ORG']])
    expect(await found('der DET 2 det\nKommission NOUN 0 root')).toEqual([])
    expect(await found('Grüne ADJ 2 amod\nEnergie NOUN 0 root')).toEqual([])
    const part: Draft = { ...draft(0, 3, 'LOC'), form: 'part' }
    expect(await found('US PROPN 3 compound\n- PUNCT 1 punct\nSenat NOUN 0 root', [part])).toEqual([[0, 3, 'ORG']])
    const sure = draft(0, 3, 'PER')
    expect(await found('US PROPN 3 compound\n- PUNCT 1 punct\nSenat NOUN 0 root', [sure])).toEqual([])
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
