import { beforeAll, describe, expect, it } from 'vitest'
import { type Lexicon, lexiconResource } from '../../src/lexicon/index.ts'
import { nodeResources } from '../../src/node/resources.ts'

let lexicon: Lexicon
beforeAll(async () => {
  lexicon = await nodeResources().use(lexiconResource)
})

describe('splitCompound', () => {
  it.each([
    ['Atomverhandlungen', 'Atom', 'Verhandlung'],
    ['US-Präsident', 'US', 'Präsident'],
    ['Nordkorea-Experte', 'Nordkorea', 'Experte'],
    ['Gipfeltreffen', 'Gipfel', 'Treffen'],
    ['Friedensnobelpreisträger', 'Friedens', 'Nobelpreisträger'],
    ['Kremlchef', 'Kreml', 'Chef'],
    ['Regierungsbeamten', 'Regierungs', 'Beamte'],
    ['UN-Sicherheitsrates', 'UN', 'Sicherheitsrat'],
  ])('%s ends in a noun', (word, modifier, head) => {
    expect(lexicon.splitCompound(word)).toMatchObject({ modifier, headLemma: head })
  })

  it('gives the lemma of the whole', () => {
    expect(lexicon.splitCompound('US-Präsidenten')?.readings[0]?.lemma).toBe('US-Präsident')
    expect(lexicon.splitCompound('Atomverhandlungen')?.readings[0]?.lemma).toBe('Atomverhandlung')
  })

  it('leads from head to head', () => {
    expect(lexicon.heads('Friedensnobelpreisträgerinnen')).toEqual(['Nobelpreisträgerin', 'Preisträgerin', 'Trägerin'])
    expect(lexicon.heads('Außenminister')).toEqual(['Minister'])
    expect(lexicon.heads('Treffen')).toEqual([])
  })

  it('leaves simple and unreadable words whole', () => {
    for (const word of ['Xyz', '', '-', 'A-', '-B', 'x'.repeat(1000)]) expect(lexicon.splitCompound(word)).toBeNull()
  })
})
