import { describe, expect, it } from 'vitest'
import type { NameType, Word } from '../../../src/core/document.ts'
import { Consistency } from '../../../src/stages/names/consistency.ts'
import type { Draft } from '../../../src/stages/names/draft.ts'
import { nameListsResource } from '../../../src/stages/names/lists.ts'
import { testResources } from '../../support/pipeline.ts'
import { wordsOf } from '../../support/trees.ts'

const draft = (first: number, last: number, type: NameType, confidence = 0.9, form: Draft['form'] = 'name'): Draft => ({
  first,
  last,
  type,
  form,
  confidence,
})
const run = async (words: readonly Word[], drafts: Draft[]): Promise<string[]> =>
  new Consistency(words, await testResources().use(nameListsResource), drafts)
    .apply(drafts)
    .sort((a, b) => a.first - b.first)
    .map(
      ({ first, last, type, form }) =>
        `${words
          .slice(first, last)
          .map((word) => word.form)
          .join(' ')}/${type}${form === 'name' ? '' : `/${form}`}`,
    )

describe('Consistency', () => {
  it('lets the majority decide', async () => {
    const words = await wordsOf('Audi PROPN 0 root\nAudi PROPN 0 root\nAudi PROPN 0 root')
    expect(await run(words, [draft(0, 1, 'ORG'), draft(1, 2, 'ORG'), draft(2, 3, 'PER')])).toEqual([
      'Audi/ORG',
      'Audi/ORG',
      'Audi/ORG',
    ])
  })

  it('knows a company without its legal form', async () => {
    const words = await wordsOf('Steilmann PROPN 0 root\nSE PROPN 1 flat\nSteilmann PROPN 0 root')
    expect(await run(words, [draft(0, 2, 'ORG'), draft(2, 3, 'PER')])).toEqual(['Steilmann SE/ORG', 'Steilmann/ORG'])
  })

  it('takes countries for places', async () => {
    const words = await wordsOf('Deutschland PROPN 0 root\nDeutschlands PROPN 0 root')
    expect(await run(words, [draft(0, 1, 'ORG', 0.9), draft(1, 2, 'LOC', 0.3)])).toEqual([
      'Deutschland/LOC',
      'Deutschlands/LOC',
    ])
  })

  it('takes a genitive that is tagged as derivation for the name', async () => {
    const words = await wordsOf('Chassan PROPN 0 root\nChassans PROPN 0 root')
    expect(await run(words, [draft(0, 1, 'LOC'), draft(1, 2, 'LOC', 0.5, 'derivation')])).toEqual([
      'Chassan/LOC',
      'Chassans/LOC',
    ])
  })

  it('does not make names of common nouns', async () => {
    const words = await wordsOf('Michael PROPN 0 root\nMacht PROPN 1 flat\nMacht NOUN 0 root')
    expect(await run(words, [draft(0, 2, 'PER')])).toEqual(['Michael Macht/PER'])
  })
})
