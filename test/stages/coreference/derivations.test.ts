import { describe, expect, it } from 'vitest'
import { analyzed } from '../../support/pipeline.ts'

/** Derivations in words: `word → label`. */
async function derivations(text: string): Promise<string[]> {
  const { mentions, entities } = (await analyzed(text)).coreference
  return mentions
    .filter((mention) => mention.kind === 'derivation')
    .map((mention) => `${text.slice(mention.start, mention.end)} → ${entities[mention.entity]?.label}`)
}

describe('addDerivations', () => {
  it('finds the place of an adjective, named elsewhere or not', async () => {
    expect(await derivations('Der russische Außenminister reiste in die USA.')).toEqual(['russische → Russland'])
  })

  it('finds the first part of a compound under any of its names', async () => {
    const found = await derivations('Die Vereinten Nationen tagen. Der UN-Sicherheitsrat schwieg.')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^UN → Verein/)
  })

  it('finds nothing in the parts of a name', async () => {
    expect(await derivations('Muammar al-Gaddafi drohte.')).toEqual([])
    expect(await derivations('Das Robert-Koch-Institut warnt.')).toEqual([])
  })

  it('takes no adjective for a city', async () => {
    expect(await derivations('Bester Werfer war Robert Weber.')).toEqual([])
  })

  it('keeps mentions in text order', async () => {
    const { mentions, entities } = (
      await analyzed('Der russische Präsident Putin traf in Russland den US-Präsidenten.')
    ).coreference
    expect([...mentions].sort((a, b) => a.first - b.first || b.last - a.last)).toEqual(mentions)
    for (const entity of entities)
      for (const mention of entity.mentions) expect(entities[mentions[mention]?.entity ?? -1]).toBe(entity)
  })
})
