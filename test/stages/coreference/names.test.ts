import { describe, expect, it } from 'vitest'
import { isAcronym } from '../../../src/stages/coreference/names.ts'
import { chains, entities } from './helper.ts'

describe('isAcronym', () => {
  it.each([
    ['WHO', 'World Health Organization'],
    ['BVerwG', 'Bundesverwaltungsgericht'],
    ['BKA', 'Bundeskriminalamt'],
  ])('%s is one of %s', (short, name) => {
    expect(isAcronym(short, name)).toBe(true)
  })

  it.each([
    ['SPD', 'Klaus Wowereit'],
    ['CSU', 'Edmund Stoiber'],
    ['Genf', 'Gesundheitsnotfall'],
    ['B', 'Bundesbank'],
  ])('%s is none of %s', (short, name) => {
    expect(isAcronym(short, name)).toBe(false)
  })
})

describe('names', () => {
  it('joins a person with the surname, inflected or after a title', async () => {
    const text = 'Angela Merkel reiste nach Paris. Merkels Besuch war kurz. Bundeskanzlerin Merkel schwieg.'
    expect(await chains(text)).toContain('Angela Merkel: Angela Merkel | Merkels | Bundeskanzlerin Merkel')
  })

  it('keeps two bearers of a surname apart', async () => {
    const found = await entities('George Bush lobte Barbara Bush. Später sprach George Bush.')
    expect(found.filter((entity) => entity.label.endsWith('Bush')).map((entity) => entity.label)).toEqual([
      'George Bush',
      'Barbara Bush',
    ])
  })

  it('joins an organisation with its legal form, its compound and its known alias', async () => {
    const text = 'Die Volkswagen AG baut Autos. Volkswagen wächst. Der VW-Konzern schwieg.'
    expect(await chains(text)).toContain('Volkswagen AG: Die Volkswagen AG | Volkswagen | Der VW-Konzern')
  })

  it('joins an acronym in brackets with what it stands for', async () => {
    const text = 'Das Bundeskriminalamt (BKA) ermittelt. Das BKA schwieg.'
    expect(await chains(text)).toContainEqual(expect.stringMatching(/^Bundeskriminalamt: .*Das BKA$/))
  })

  it('never takes a party in brackets for the person before it', async () => {
    const found = await entities('Edmund Stoiber (CSU) reiste nach Berlin. Die CSU schwieg.')
    expect(found.find((entity) => entity.names.includes('CSU'))?.names).not.toContain('Edmund Stoiber')
  })

  it('strips the genitive of a place that is named once', async () => {
    const labels = (await entities('Bayerns Umweltminister Werner Schnappauf schwieg.')).map((entity) => entity.label)
    expect(labels).toContain('Bayern')
    expect(labels).toContain('Werner Schnappauf')
  })
})

describe('names with a noun', () => {
  it('keeps a court or an airport apart from the city that it is called by', async () => {
    const found = await entities('Das Landgericht Bremen tagt. Bremen liegt an der Weser.')
    expect(found.find((entity) => entity.names.includes('Bremen'))?.label).toBe('Bremen')
    expect(found.find((entity) => entity.label === 'Landgericht Bremen')?.type).toBe('Organization')
  })

  it('takes a city and its noun for one', async () => {
    const text = 'Die Stadt Bremen klagt. Bremen liegt an der Weser.'
    expect(await chains(text)).toContain('Bremen: Die Stadt Bremen | Bremen')
  })

  it('joins names whose hyphens are written apart', async () => {
    const text = 'Boeing 737-500 abgestürzt. Eine Boeing 737 - 500 ist am Samstag abgestürzt.'
    expect(await chains(text)).toContainEqual(
      expect.stringMatching(/^Boeing 737-500: Boeing 737-500 \| Eine Boeing 737 - 500$/),
    )
  })
})
