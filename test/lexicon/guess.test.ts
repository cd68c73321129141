import { beforeAll, describe, expect, it } from 'vitest'
import { finiteCell, INFINITIVE, parseCells } from '../../src/lexicon/cells.ts'
import { guessAdjective, guessNominalised, guessNoun, guessVerb, type Known } from '../../src/lexicon/guess.ts'
import type { Reading } from '../../src/lexicon/reading.ts'
import { type FormationRules, loadFormationRules } from '../../src/lexicon/rules.ts'
import { nodeResources } from '../../src/node/resources.ts'

const reading = (lemma: string, upos: Reading['upos'], cells: number): Reading => ({
  lemma,
  upos,
  cells,
  feats: upos === 'ADJ' ? { Degree: 'Pos' } : {},
  prefix: '',
})

/** A lexicon of four words, so that only the rules speak. */
const WORDS: Readonly<Record<string, Reading[]>> = {
  klein: [reading('klein', 'ADJ', 0)],
  kleine: [reading('klein', 'ADJ', parseCells('Nom:mfnp Acc:fnp'))],
  lachen: [reading('lachen', 'VERB', INFINITIVE)],
  lacht: [reading('lachen', 'VERB', finiteCell(0, 0, 3))],
}
const known: Known = { exact: (form) => WORDS[form] ?? [], split: () => null, prefixes: ['vorbei', 'an'] }
let rules: FormationRules
beforeAll(async () => {
  rules = await loadFormationRules(nodeResources(), 'de')
})

describe('guesses', () => {
  it('for adjectives', () => {
    expect(guessAdjective('kleinsten', known, rules)[0]).toMatchObject({ lemma: 'klein', feats: { Degree: 'Sup' } })
    expect(guessAdjective('winzigkleine', known, rules)[0]?.lemma).toBe('winzigklein')
    expect(guessAdjective('unbekanntem', known, rules)[0]?.lemma).toBe('unbekannt')
    expect(guessAdjective('Mexikanischen', known, rules)[0]?.lemma).toBe('mexikanisch')
    expect(guessAdjective('Open', known, rules)[0]?.lemma).toBe('Open')
  })

  it('for nouns', () => {
    expect(guessNoun('Lachen', known, rules)).toEqual([
      reading('Lachen', 'NOUN', parseCells('Nom:n Gen:n Dat:n Acc:n')),
    ])
    expect(guessNoun('Zwergungen', known, rules)[0]?.lemma).toBe('Zwergung')
    expect(guessNominalised('Kleine', known, rules)[0]?.lemma).toBe('Kleine')
    expect(guessNoun('Qqq', known, rules)).toEqual([])
  })

  it('for verbs', () => {
    expect(guessVerb('vorbeilacht', known, rules)[0]).toMatchObject({ lemma: 'vorbeilachen', prefix: 'vorbei' })
    expect(guessVerb('anzulachen', known, rules)[0]?.lemma).toBe('anlachen')
    expect(guessVerb('belacht', known, rules)[0]?.lemma).toBe('belachen')
    expect(guessVerb('qualifiziert', known, rules)[0]?.lemma).toBe('qualifizieren')
    expect(guessVerb('klein', known, rules)[0]?.lemma).toBe('klein')
  })
})
