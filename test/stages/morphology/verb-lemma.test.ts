import { describe, expect, it } from 'vitest'
import { treesOf } from '../../../src/core/tree.ts'
import { verbLemma } from '../../../src/stages/morphology/verb-lemma.ts'
import { wordsOf } from '../../support/trees.ts'

const lemma = async (table: string, index: number): Promise<string> => verbLemma(treesOf(await wordsOf(table)), index)

describe('verbLemma', () => {
  it('joins a separated prefix', async () => {
    expect(await lemma('Kim PROPN 2 nsubj\nreist VERB 0 root\nheute ADV 2 advmod\nab ADP 2 compound:prt', 1)).toBe(
      'abreisen',
    )
  })

  it('leaves other verbs alone', async () => {
    expect(await lemma('Kim PROPN 2 nsubj\nreist VERB 0 root', 1)).toBe('reisen')
    expect(await lemma('Kim PROPN 3 nsubj\nist AUX 3 aux\neingetroffen VERB 0 root', 2)).toBe('eintreffen')
    expect(await lemma('um SCONJ 2 mark\neinzurichten VERB 0 root', 1)).toBe('einrichten')
  })
})
