import { describe, expect, it } from 'vitest'
import { repairedWords } from '../../../src/stages/morphology/positions.ts'
import { measures } from '../../../src/stages/relations/measures.ts'
import { sentence } from '../../support/sentence.ts'

describe('measures', () => {
  it('hangs what is measured on the measure', () => {
    const words = sentence(
      'Er PRON 6 nsubj:pass',
      'wurde AUX 6 aux:pass VerbForm=Fin',
      'zu ADP 4 case',
      'acht NUM 4 nummod',
      'Jahren NOUN 6 obl',
      'Haft NOUN 6 obj',
      'verurteilt VERB -1 root VerbForm=Part',
    )
    const mended = repairedWords(words, [measures((trees, noun) => trees.word(noun).form === 'Jahren')])
    expect(mended[5]).toMatchObject({ head: 4, deprel: 'nmod' })
    expect(repairedWords(words, [measures(() => false)])).toBe(words)
  })
})
