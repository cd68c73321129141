import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/core/document.ts'
import { coreference } from '../../../src/stages/coreference/index.ts'
import { analyzed, documentOf, testResources } from '../../support/pipeline.ts'
import { chains, entities } from './helper.ts'

describe('coreference', () => {
  it('joins titles, appositions and roles with the person', async () => {
    const text =
      'Russlands Präsident Wladimir Putin traf den Machthaber Kim Jong Un. Der Machthaber lobte das Treffen. Ilja Djatschkow, Experte eines Moskauer Instituts, schwieg.'
    const found = await chains(text)
    expect(found).toContainEqual(expect.stringMatching(/^Kim Jong Un: den Machthaber Kim Jong Un \| Der Machthaber$/))
    expect(found).toContainEqual(expect.stringMatching(/^Ilja Djatschkow: Ilja Djatschkow \| Experte/))
  })

  it('takes a possessive for the subject and a pronoun for the one who agrees', async () => {
    const text = 'Angela Merkel reiste mit ihrem Sprecher nach Polen. Sie sprach mit dem Präsidenten.'
    expect(await chains(text)).toContain('Angela Merkel: Angela Merkel | ihrem | Sie')
  })

  it('joins a description with what the same noun or a synonym named before', async () => {
    const text = 'In Genf begann ein Treffen der Minister. Das Treffen dauert zwei Tage. Der Gipfel endet am Freitag.'
    expect(await chains(text)).toContainEqual(expect.stringMatching(/ein Treffen.* \| Das Treffen \| Der Gipfel$/))
  })

  it('keeps apart what an adjective or number sets apart', async () => {
    const text =
      'Ein Sprengsatz explodierte. Später fand die Polizei einen weiteren Sprengsatz. Der Sprengsatz enthielt Metall.'
    const all = (await chains(text)).join('\n')
    expect(all).not.toContain('Ein Sprengsatz | einen weiteren Sprengsatz')
  })

  it('takes die Stadt for a city and das Land for a country', async () => {
    const text = 'Putin reiste nach Wladiwostok in Russland. Die Stadt ist schön. Das Land ist groß.'
    const found = await chains(text)
    expect(found).toContain('Wladiwostok: Wladiwostok | Die Stadt')
    expect(found).toContain('Russland: Russland | Das Land')
  })

  it('never takes an institution for another that a general noun could mean', async () => {
    const text = 'Das Bundesverwaltungsgericht tagte in Leipzig. Die Bundesregierung schwieg.'
    const found = await entities(text)
    expect(found.find((entity) => entity.names.includes('Bundesregierung'))?.names ?? []).not.toContain(
      'Bundesverwaltungsgericht',
    )
  })

  it('gives a pair its members', async () => {
    const found = await entities('Angela Merkel und Emmanuel Macron trafen sich. Die beiden Politiker schwiegen.')
    const pair = found.find((entity) => entity.members.length === 2)
    expect(pair?.members.map((member) => found[member]?.label)).toEqual(['Angela Merkel', 'Emmanuel Macron'])
  })

  it('takes ich for the speaker', async () => {
    const text = '„Ich reise nach Berlin“, sagte Angela Merkel.'
    expect(await chains(text)).toContain('Angela Merkel: Ich | Angela Merkel')
  })

  it('takes countries for teams in sport', async () => {
    const text =
      'Deutschland gewann das Spiel gegen Spanien. Der Trainer lobte die deutsche Mannschaft vor dem Halbfinale der Europameisterschaft.'
    const found = await entities(text)
    expect(found.find((entity) => entity.label === 'Deutschland')?.type).toBe('Organization')
  })

  it('puts names first as labels and gives descriptions in the nominative', async () => {
    const labels = (await entities('Er sprach über das nordkoreanische Atomprogramm und mit den Zuschauern.')).map(
      (entity) => entity.label,
    )
    expect(labels).toContain('nordkoreanisches Atomprogramm')
    expect(labels).toContain('Zuschauer')
  })

  it('joins nothing across sentences that are unrelated', async () => {
    const document = await analyzed('Angela Merkel reiste nach Paris. Merkel schwieg. Sie lachte.')
    const { coreference: alone } = await coreference.run({ ...document, unrelatedSentences: true }, testResources())
    for (const entity of alone.entities) {
      const sentences = entity.mentions.map((mention) => document.words[alone.mentions[mention]?.head ?? 0]?.sentence)
      expect(new Set(sentences).size).toBeLessThan(2)
    }
  })

  it('is whole: every mention has its entity and lies in the text, in text order, whatever the words are', async () => {
    const pieces = fc.constantFrom(
      'Kim',
      'und',
      'Putin',
      'er',
      'der',
      'Stadt',
      ',',
      '„',
      '“',
      '(',
      ')',
      '-',
      'beide',
      'sein',
      '10',
      '.',
      'in',
      'dort',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 12 }), async (words) => {
        const document = await analyzed(words.join(' '))
        check(document)
      }),
      { numRuns: 25 },
    )
  })

  it('needs no text', async () => {
    const document = await analyzed('')
    expect(document.coreference).toEqual({ mentions: [], entities: [] })
    expect(documentOf('').text).toBe('')
  })
})

function check({ text, words, coreference: { mentions, entities: all } }: Document<'words' | 'coreference'>): void {
  mentions.forEach((mention, index) => {
    expect(mention.start).toBeLessThanOrEqual(mention.end)
    expect(mention.end).toBeLessThanOrEqual(text.length)
    expect(words[mention.first]?.start).toBe(mention.start)
    expect(mention.first).toBeLessThanOrEqual(mention.head)
    expect(mention.head).toBeLessThan(mention.last)
    expect(all[mention.entity]?.mentions).toContain(index)
  })
  for (const entity of all) {
    expect(entity.mentions.length).toBeGreaterThan(0)
    expect([...entity.mentions].sort((a, b) => a - b)).toEqual(entity.mentions)
    for (const member of entity.members) expect(all[member]).toBeDefined()
  }
}
