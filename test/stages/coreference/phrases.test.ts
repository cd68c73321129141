import { describe, expect, it } from 'vitest'
import { analyzed } from '../../support/pipeline.ts'

/** Mentions in words, derivations left out. */
async function mentions(text: string): Promise<string[]> {
  const { coreference } = await analyzed(text)
  return coreference.mentions
    .filter((mention) => mention.kind !== 'derivation')
    .map((mention) => text.slice(mention.start, mention.end))
}

describe('findPhrases', () => {
  it('spans article, adjectives, genitives and prepositional attributes', async () => {
    expect(await mentions('Er las den neuen Bericht der Regierung über Libyen.')).toContain(
      'den neuen Bericht der Regierung über Libyen',
    )
  })

  it('begins after the article that a contraction hides', async () => {
    const found = await mentions('Er wohnt im alten Haus.')
    expect(found).toContain('alten Haus')
    expect(found).not.toContain('im alten Haus')
  })

  it('takes a title and its name for one mention', async () => {
    const found = await mentions('Russlands Präsident Wladimir Putin schwieg.')
    expect(found).toContain('Russlands Präsident Wladimir Putin')
    expect(found).not.toContain('Wladimir Putin')
    expect(found).toContain('Russlands')
  })

  it('takes a truncated compound and its fellow for one, but not two names', async () => {
    expect(await mentions('Er prüft die Luft- und Seefahrzeuge.')).toContain('die Luft- und Seefahrzeuge')
    expect(await mentions('Nordkorea schweigt. Er kennt Nord- und Südkorea.')).toContain('Südkorea')
  })

  it('leaves out relative clauses, appositions after commas, reflexives and fixed phrases', async () => {
    const found = await mentions('Der Mann, der sich irrte, kam zum Beispiel aus Bonn.')
    expect(found).toContain('Der Mann')
    expect(found).not.toContain('sich')
    expect(found).not.toContain('Beispiel')
  })
})
