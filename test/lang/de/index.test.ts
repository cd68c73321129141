import { describe, expect, it } from 'vitest'
import { german } from '../../../src/lang/de/index.ts'
import { nodeResources } from '../../../src/node/resources.ts'

describe('german', () => {
  it('brings its words and its places', async () => {
    const resources = nodeResources()
    expect((await resources.use(german.lexicon)).has('Haus')).toBe(true)
    expect((await resources.use(german.gazetteer)).country('Österreich')?.iso).toBe('AT')
  })
})
