import { expect, it } from 'vitest'
import { endsInNoun, nameListsResource, typeByNoun } from '../../../src/stages/names/lists.ts'
import { testResources } from '../../support/pipeline.ts'

it('typeByNoun looks at the heads of compounds', async () => {
  const lists = await testResources().use(nameListsResource)
  expect(typeByNoun(lists, 'Präsident')).toBe('PER')
  expect(typeByNoun(lists, 'Kurznachrichtendienst')).toBe('ORG')
  expect(typeByNoun(lists, 'Bundeskanzlerin')).toBe('PER')
  expect(typeByNoun(lists, 'Wasser')).toBeUndefined()
})

it('endsInNoun looks at the heads of compounds', async () => {
  const lists = await testResources().use(nameListsResource)
  expect(endsInNoun(lists, 'Forschungsinstitut', lists.institutions)).toBe(true)
  expect(endsInNoun(lists, 'Regen', lists.institutions)).toBe(false)
})
