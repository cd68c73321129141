import { describe, expect, it } from 'vitest'
import { entities } from './helper.ts'

/** The labels of the entities of a text. */
const labels = async (text: string): Promise<string[]> => (await entities(text)).map((entity) => entity.label)

describe('labels in the nominative', () => {
  it.each([
    ['Er sprach mit den verletzten Personen.', 'verletzte Personen'],
    ['Er sprach mit den Aufsichtsräten.', 'Aufsichtsräte'],
    ['Er sprach mit den Präsidenten.', 'Präsidenten'],
    ['Er half einem Verletzten.', 'Verletzter'],
    ['Der Rat der Vereinten Nationen tagt.', 'Vereinte Nationen'],
    ['Er reiste auf die koreanische Halbinsel.', 'koreanische Halbinsel'],
    ['Weitere Maßnahmen folgten.', 'weitere Maßnahmen'],
  ])('%s → %s', async (text, label) => {
    expect(await labels(text)).toContain(label)
  })
})
