import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileGazetteer } from '../../scripts/compile-gazetteer.ts'
import { plain, transliterate, withoutAddition } from '../../scripts/gazetteer/forms.ts'
import { type CityRow, CityTable, encodeGazetteer, type GazetteerHeader } from '../../src/gazetteer/format.ts'
import { Gazetteer } from '../../src/gazetteer/index.ts'
import { packageRoot } from '../../src/node/resources.ts'

const table = (name: string): string[][] =>
  readFileSync(join(packageRoot(), 'data/lang/de/gazetteer', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))

let bytes: Uint8Array
let gazetteer: Gazetteer

beforeAll(async () => {
  bytes = (await compileGazetteer(packageRoot())).get('lang/de/gazetteer.bin') as Uint8Array
  gazetteer = new Gazetteer(bytes)
}, 120_000)

describe('countries', () => {
  it.each([
    ['Russland', 'RU', 'http://www.wikidata.org/entity/Q159'],
    ['Russlands', 'RU', 'http://www.wikidata.org/entity/Q159'],
    ['USA', 'US', 'http://www.wikidata.org/entity/Q30'],
    ['Vereinigten Staaten', 'US', 'http://www.wikidata.org/entity/Q30'],
    ['Großbritannien', 'GB', 'http://www.wikidata.org/entity/Q145'],
    ['Weißrussland', 'BY', 'http://www.wikidata.org/entity/Q184'],
    ['Tschechische Republik', 'CZ', 'http://www.wikidata.org/entity/Q213'],
    ['Nordkorea', 'KP', 'http://www.wikidata.org/entity/Q423'],
    ['Niederlanden', 'NL', 'http://www.wikidata.org/entity/Q55'],
    ['Vereinigten Arabischen Emiraten', 'AE', 'http://www.wikidata.org/entity/Q878'],
    ['Dänemark', 'DK', 'http://www.wikidata.org/entity/Q35'],
    ['Niederlande', 'NL', 'http://www.wikidata.org/entity/Q55'],
  ])('knows %s', (name, iso, iri) => {
    expect(gazetteer.country(name)).toMatchObject({ iso, iri })
  })

  it('names country, capital and English name', () => {
    expect(gazetteer.countryByIso('RU')).toMatchObject({ label: 'Russland', labelEn: 'Russia', capital: 'Moskau' })
    expect(gazetteer.country('DR Kongo')?.labelEn).toBe('Democratic Republic of the Congo')
  })

  it('compares as NFC', () => {
    expect(gazetteer.country('Österreich'.normalize('NFD'))?.iso).toBe('AT')
  })

  it('has an adjective and an inhabitant for each member of the United Nations but the smallest', () => {
    const require = createRequire(import.meta.url)
    const world = require('world-countries') as { cca2: string; unMember: boolean }[]
    const rows = new Map(table('countries.tsv').map((row) => [row[0], row]))
    const lacking = world.filter(({ cca2, unMember }) => unMember && (rows.get(cca2)?.[2] ?? '-') === '-')
    expect(lacking.map(({ cca2 }) => cca2).sort()).toEqual(['CG', 'KN', 'LC', 'TT', 'VC'])
  })

  it('names each region once', () => {
    const labels = table('regions.tsv').map(([label]) => label)
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([])
  })

  it('has only codes of ISO 3166-1 (and Kosovo), each once', () => {
    const codes = table('countries.tsv').map(([iso]) => iso as string)
    expect(new Set(codes).size).toBe(codes.length)
    for (const iso of codes)
      expect(gazetteer.countryByIso(iso)?.iri).toMatch(/^http:\/\/www\.wikidata\.org\/entity\/Q\d+$/)
  })
})

describe('adjectives and inhabitants', () => {
  it.each([
    ['russischen', 'Russland', 'country'],
    ['Nordkoreanische', 'Nordkorea', 'country'],
    ['US-amerikanischer', 'USA', 'country'],
    ['Schweizer', 'Schweiz', 'country'],
    ['europäische', 'Europa', 'region'],
    ['bayerischen', 'Bayern', 'region'],
    ['Moskauer', 'Moskau', 'city'],
    ['Wiener', 'Wien', 'city'],
    ['Bremer', 'Bremen', 'city'],
    ['Dresdner', 'Dresden', 'city'],
    ['Haager', 'Den Haag', 'city'],
  ])('%s is made of %s', (form, place, kind) => {
    expect(gazetteer.adjective(form)).toMatchObject({ place, kind })
  })

  it.each(['Lehrer', 'Leider', 'Uber', 'großen', 'Wasser', '', 'er', 'constructor', '__proto__'])(
    '%s is not',
    (form) => {
      expect(gazetteer.adjective(form)).toBeNull()
      expect(gazetteer.demonym(form)).toBeNull()
    },
  )

  it.each([
    ['Nordkoreaner', 'Nordkorea'],
    ['Russin', 'Russland'],
    ['Deutscher', 'Deutschland'],
    ['Ungarn', 'Ungarn'],
    ['Israelis', 'Israel'],
    ['Jemeniten', 'Jemen'],
  ])('%s live in %s', (form, place) => {
    expect(gazetteer.demonym(form)?.place).toBe(place)
  })
})

describe('cities', () => {
  it.each([
    ['Wladiwostok', 'Vladivostok', 2013348],
    ['Moskau', 'Moscow', 524901],
    ['Peking', 'Beijing', 1816670],
    ['St. Petersburg', 'Saint Petersburg', 498817],
    ['BERLIN', 'Berlin', 2950159],
    ['Paris', 'Paris', 2988507],
    ['Tscheljabinsk', 'Chelyabinsk', 1508291],
    ['Halle', 'Halle (Saale)', 2911522],
    ['Genf', 'Geneva', 2660646],
    ['Bad Neustadt', 'Bad Neustadt an der Saale', 2953389],
    ['Timisoara', 'Timişoara', 665087],
  ])('%s is %s', (name, labelEn, id) => {
    expect(gazetteer.city(name)).toMatchObject({ labelEn, iri: `https://sws.geonames.org/${id}/` })
  })

  it('does not choose among namesakes without evidence', () => {
    expect(gazetteer.isCity('Springfield')).toBe(true)
    expect(gazetteer.city('Springfield')).toBeNull()
    expect(gazetteer.city('Neustadt')).toBeNull()
    expect(gazetteer.city('Santa Ana')).toBeNull()
    expect(gazetteer.city('Weil')).toBeNull()
    expect(gazetteer.city('Osten')).toBeNull()
  })

  it('hears the countries that are spoken of', () => {
    expect(gazetteer.city('Strelna')).toBeNull()
    expect(gazetteer.city('Strelna', { countries: new Set(['RU']) })?.labelEn).toBe("Strel'na")
    expect(gazetteer.city('Birmingham')?.country).toBe('GB')
    expect(gazetteer.city('Birmingham', { countries: new Set(['US']) })?.country).toBe('US')
    expect(gazetteer.city('Paris', { countries: new Set(['US']) })?.country).toBe('FR')
  })
})

describe('unions and regions', () => {
  it('knows them in any case', () => {
    expect(gazetteer.union('Vereinten Nationen')?.iri).toBe('http://www.wikidata.org/entity/Q1065')
    expect(gazetteer.union('EU')?.labelEn).toBe('European Union')
    expect(gazetteer.place('Alpen')?.kind).toBe('region')
    expect(gazetteer.place('Mittelmeers')).toMatchObject({ labelEn: 'Mediterranean Sea', iri: null })
    expect(gazetteer.region('Nahen Osten')).toMatchObject({ label: 'Naher Osten', iri: null })
    expect(gazetteer.place('Europas')).toMatchObject({ kind: 'region', iri: 'http://www.wikidata.org/entity/Q46' })
  })
})

describe('transliterate', () => {
  it.each([
    ['Chelyabinsk', 'Tscheljabinsk'],
    ['Nizhniy Novgorod', 'Nischni Nowgorod'],
    ['Yekaterinburg', 'Jekaterinburg'],
    ['Khasan', 'Chassan'],
    ['Kharkiv', 'Charkiw'],
  ])('%s → %s', (english, german) => {
    expect(transliterate(english, table('transliteration.tsv'))).toBe(german)
  })
})

describe('plain', () => {
  it.each([
    ['Łódź', 'Lodz'],
    ['São Paulo', 'Sao Paulo'],
    ['Tromsø', 'Tromso'],
  ])('%s → %s', (name, without) => {
    expect(plain(name)).toBe(without)
  })
})

describe('withoutAddition', () => {
  it.each([
    ['Weil am Rhein', 'Weil'],
    ['Halle (Saale)', 'Halle'],
    ['Bad Neustadt an der Saale', 'Bad Neustadt'],
    ['Berlin', null],
  ])('%s → %s', (name, short) => {
    expect(
      withoutAddition(
        name,
        table('name-additions.tsv').map(([word]) => word as string),
      ),
    ).toBe(short)
  })
})

describe('format', () => {
  const header: GazetteerHeader = {
    countries: [],
    regions: [],
    unions: [],
    adjectives: {},
    demonyms: {},
    cityAdjectives: {},
    cityAdjectiveEndings: [],
    nameEndings: [],
    cityCountries: ['AA', 'BB'],
    home: [],
  }
  const city: fc.Arbitrary<CityRow> = fc.record({
    name: fc.string({ unit: 'grapheme', minLength: 1 }).map((name) => name.toWellFormed()),
    geonames: fc.nat(),
    country: fc.constantFrom('AA', 'BB'),
    population: fc.nat(),
    capital: fc.boolean(),
    listed: fc.boolean(),
  })

  it('gives back every city by its name, largest first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(city, { selector: (row) => row.geonames }), (cities) => {
        const labels = new Map(cities.map(({ geonames, name }) => [geonames, [name, name] as const]))
        const read = new CityTable(encodeGazetteer({ header, cities, labels }))
        for (const { name, geonames } of cities) {
          expect(read.labels(geonames)).toEqual([name, name])
          const same = cities.filter((other) => other.name === name)
          const found = read.find(name)
          expect(found).toHaveLength(same.length)
          expect(found).toEqual(expect.arrayContaining(same))
          for (let i = 1; i < found.length; i++)
            expect((found[i - 1] as CityRow).population).toBeGreaterThanOrEqual((found[i] as CityRow).population)
        }
        expect(read.find('no such city ')).toEqual([])
        expect(read.labels(4_000_000_000)).toBeNull()
      }),
    )
  })

  it('refuses a label that is no name of its city', () => {
    expect(() => encodeGazetteer({ header, cities: [], labels: new Map([[1, ['a', 'a']]]) })).toThrow(
      'encodeGazetteer: label a is no name of city 1',
    )
  })

  it('refuses other bytes', () => {
    expect(() => new CityTable(new Uint8Array(3))).toThrow('not a gazetteer file')
    expect(() => new CityTable(bytes.subarray(0, bytes.length - 1))).toThrow('truncated gazetteer file')
  })
})
