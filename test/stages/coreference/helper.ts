import type { Entity } from '../../../src/core/document.ts'
import { analyzed } from '../../support/pipeline.ts'

/** The entities that a text speaks of. */
export const entities = async (text: string): Promise<readonly Entity[]> => (await analyzed(text)).coreference.entities

/** Every entity with several mentions, in words: `label: mention | mention`; derivations left out. */
export async function chains(text: string): Promise<string[]> {
  const { mentions, entities: all } = (await analyzed(text)).coreference
  return all.flatMap((entity, index) => {
    const own = mentions.filter((mention) => mention.entity === index && mention.kind !== 'derivation')
    if (own.length < 2) return []
    return `${entity.label}: ${own.map((mention) => text.slice(mention.start, mention.end)).join(' | ')}`
  })
}
