import { expect, it } from 'vitest'
import { INFINITIVE, PAST_PARTICIPLE } from '../../../src/lexicon/cells.ts'
import { grammarResource } from '../../../src/stages/morphology/grammar.ts'
import { testResources } from '../../support/pipeline.ts'

it('grammarResource reads the tables', async () => {
  const grammar = await testResources().use(grammarResource)
  expect(grammar.prepositions.get('mit')).toEqual([2])
  expect(grammar.prepositions.get('in')).toEqual([2, 3])
  expect(grammar.ofPlace.has('nach')).toBe(true)
  expect(grammar.auxiliaries.get('wollen')).toBe(INFINITIVE)
  expect(grammar.auxiliaries.get('haben')).toBe(PAST_PARTICIPLE)
  expect(grammar.namesInS.has('Paris')).toBe(true)
  expect(grammar.strongEndings[0]?.[0].length).toBe(2)
})
