import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../src/stages/names/draft.ts'
import { extend, isNoName, trim } from '../../../src/stages/names/edges.ts'
import { knownType, nameListsResource } from '../../../src/stages/names/lists.ts'
import { testResources } from '../../support/pipeline.ts'
import { wordsOf } from '../../support/trees.ts'

const lists = () => testResources().use(nameListsResource)

describe('edges of names', () => {
  it('leave nothing of a span without a name', async () => {
    const words = await wordsOf('„ PUNCT 0 root\n, PUNCT 1 punct')
    const draft: Draft = { first: 0, last: 2, type: 'ORG', form: 'name', confidence: 0.5 }
    trim(draft, words, await lists())
    expect(draft.first).toBe(draft.last)
    extend(draft, words, await lists())
    expect(draft.first).toBe(draft.last)
  })

  it('take in the second field of an institution', async () => {
    const words = await wordsOf(
      'Institut NOUN 0 root\nfür ADP 3 case\nPhysik NOUN 1 nmod\nund CCONJ 5 cc\nChemie NOUN 3 conj',
    )
    const draft: Draft = { first: 0, last: 3, type: 'ORG', form: 'name', confidence: 0.5 }
    extend(draft, words, await lists())
    expect([draft.first, draft.last]).toEqual([0, 5])
  })

  it('keep nouns that belong to a name', async () => {
    const words = await wordsOf('Landesbank NOUN 0 root\nBaden PROPN 1 flat')
    const draft: Draft = { first: 0, last: 2, type: 'ORG', form: 'name', confidence: 0.5 }
    trim(draft, words, await lists())
    expect([draft.first, draft.last]).toEqual([0, 2])
  })
})

it('isNoName and knownType ask the lists', async () => {
  const words = await wordsOf("Dollar NOUN 0 root\nKremls PROPN 0 root\nInterfax' PROPN 0 root")
  const draft = (at: number, type: Draft['type'], confidence: number): Draft => ({
    first: at,
    last: at + 1,
    type,
    form: 'name',
    confidence,
  })
  expect(isNoName(draft(0, 'OTH', 0.99), words, await lists())).toBe(true)
  expect(isNoName(draft(0, 'LOC', 0.99), words, await lists())).toBe(false)
  expect(knownType(await lists(), words, 1, 2)).toBe('ORG')
  expect(knownType(await lists(), words, 2, 3)).toBe('ORG')
  expect(knownType(await lists(), words, 0, 1)).toBeUndefined()
})
