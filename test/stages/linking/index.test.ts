import { beforeAll, describe, expect, it } from 'vitest'
import { compileGazetteer } from '../../../scripts/compile-gazetteer.ts'
import type { Document, Entity, EntityType, Name, Upos, Word } from '../../../src/core/document.ts'
import { createResources, type Resources } from '../../../src/core/resources.ts'
import { packageRoot } from '../../../src/node/resources.ts'
import { linking } from '../../../src/stages/linking/index.ts'

let resources: Resources

beforeAll(async () => {
  const files = await compileGazetteer(packageRoot())
  resources = createResources(
    async (name) => files.get(name) as Uint8Array,
    async () => {
      throw new Error('no model is needed')
    },
  )
}, 120_000)

/** A document of words (`form/UPOS`, a name's with `*`) and entities (`Type:name|name`). */
function documentOf(words: string, ...entities: string[]): Document<'words' | 'names' | 'coreference'> {
  const names: Name[] = []
  let text = ''
  const made = words.split(' ').map((item, index): Word => {
    const [form = '', tag = ''] = item.split('/')
    const start = text === '' ? 0 : text.length + 1
    text = text === '' ? form : `${text} ${form}`
    const end = text.length
    if (tag.endsWith('*'))
      names.push({ start, end, first: index, last: index + 1, type: 'LOC', form: 'name', confidence: 1 })
    const upos = tag.replace('*', '') as Upos
    return {
      start,
      end,
      index,
      form,
      lemma: form,
      upos,
      feats: {},
      head: -1,
      deprel: 'dep',
      confidence: 1,
      sentence: 0,
      spaceBefore: true,
    }
  })
  return {
    text,
    metadata: { id: '0', title: null, date: null, language: 'de', author: null, publisher: null, source: null },
    words: made,
    names,
    coreference: {
      mentions: [],
      entities: entities.map((item): Entity => {
        const [type, label = ''] = item.split(':') as [EntityType, string]
        return {
          type,
          named: true,
          label: label.split('|')[0] ?? '',
          names: label.split('|'),
          mentions: [],
          members: [],
        }
      }),
    },
  }
}

const links = async (words: string, ...entities: string[]) =>
  (await linking.run(documentOf(words, ...entities), resources)).links

describe('linking', () => {
  it('links countries, regions and cities', async () => {
    expect(await links('in/ADP Russland/PROPN*', 'Place:Russland', 'Place:Moskau', 'Place:Europa')).toEqual([
      { sameAs: ['http://www.wikidata.org/entity/Q159'], labelEn: 'Russia' },
      { sameAs: ['https://sws.geonames.org/524901/'], labelEn: 'Moscow' },
      { sameAs: ['http://www.wikidata.org/entity/Q46'], labelEn: 'Europe' },
    ])
  })

  it('tries each name of the entity', async () => {
    expect(await links('x/X', 'Place:Stadt Peking|Pekings')).toEqual([
      { sameAs: ['https://sws.geonames.org/1816670/'], labelEn: 'Beijing' },
    ])
  })

  it('never takes a team, a government or a person for the place', async () => {
    expect(await links('x/X', 'Organization:Deutschland', 'Person:Paris', 'Event:Moskau')).toEqual([
      { sameAs: [] },
      { sameAs: [] },
      { sameAs: [] },
    ])
  })

  it('links unions of states', async () => {
    expect(await links('x/X', 'Organization:EU')).toEqual([
      { sameAs: ['http://www.wikidata.org/entity/Q458'], labelEn: 'European Union' },
    ])
  })

  it('chooses among namesakes by the countries that the text speaks of', async () => {
    expect(await links('x/X', 'Place:Birmingham')).toMatchObject([{ sameAs: ['https://sws.geonames.org/2655603/'] }])
    expect(await links('der/DET amerikanische/ADJ', 'Place:Birmingham')).toMatchObject([
      { sameAs: ['https://sws.geonames.org/4049979/'] },
    ])
    expect(await links('x/X', 'Place:Springfield')).toEqual([{ sameAs: [] }])
  })
})
