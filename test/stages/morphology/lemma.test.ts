import { describe, expect, it } from 'vitest'
import { nominalCell } from '../../../src/lexicon/cells.ts'
import type { Reading } from '../../../src/lexicon/index.ts'
import { NOMINAL_CELLS } from '../../../src/stages/morphology/features.ts'
import { readingFor } from '../../../src/stages/morphology/lemma.ts'
import { wordsOf } from '../../support/trees.ts'

const lemmaOf = async (table: string, index: number): Promise<string | undefined> =>
  (await wordsOf(table))[index]?.lemma

describe('lemmas of names', () => {
  it('lose the ending of the genitive', async () => {
    expect(await lemmaOf('Obamas PROPN 2 nmod:poss\nBeraterin NOUN 0 root', 0)).toBe('Obama')
    expect(await lemmaOf('Präsident NOUN 0 root\nNordkoreas PROPN 1 nmod', 1)).toBe('Nordkorea')
    expect(await lemmaOf('Beraterin NOUN 0 root\nDonald PROPN 1 nmod\nTrumps PROPN 2 flat:name', 2)).toBe('Trump')
  })

  it('keep an s that is their own', async () => {
    expect(await lemmaOf('Paris PROPN 2 nmod:poss\nBürgermeisterin NOUN 0 root', 0)).toBe('Paris')
    expect(await lemmaOf('Kims PROPN 2 nsubj\nlacht VERB 0 root', 0)).toBe('Kims')
    expect(await lemmaOf('Bericht NOUN 0 root\nvon ADP 3 case\nRogers PROPN 1 nmod', 2)).toBe('Rogers')
    expect(await lemmaOf('Chef NOUN 0 root\nHERMES PROPN 1 nmod', 1)).toBe('HERMES')
  })
})

it('readingFor prefers the reading with the chosen cell', () => {
  const reading = (lemma: string, cells: number): Reading => ({ lemma, cells, upos: 'NOUN', feats: {}, prefix: '' })
  const cell = NOMINAL_CELLS.find(({ bit }) => bit === nominalCell(0, 1, 1)) ?? null
  const readings = [reading('Fragen', nominalCell(0, 0, 2)), reading('Frage', nominalCell(0, 1, 1))]
  expect(readingFor(readings, cell)?.lemma).toBe('Frage')
  expect(readingFor(readings, null)?.lemma).toBe('Fragen')
  expect(readingFor([], cell)).toBeUndefined()
})
