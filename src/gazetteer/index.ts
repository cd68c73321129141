import type { Resource } from '../core/resources.ts'
import { type CityRow, CityTable, type CountryRow, type RegionRow, type UnionRow } from './format.ts'

/** A country or a territory that has an ISO 3166-1 code (and Kosovo, XK). */
export interface Country {
  readonly kind: 'country'
  readonly iso: string
  /** German name. */
  readonly label: string
  readonly labelEn: string
  /** All German names, the label first. */
  readonly names: readonly string[]
  /** German name of the capital, or null. */
  readonly capital: string | null
  /** Wikidata IRI, or null. */
  readonly iri: string | null
}

/** A continent, a part of one, a part of a country, or a country of the past. */
export interface Region {
  readonly kind: 'region'
  readonly label: string
  readonly labelEn: string
  readonly names: readonly string[]
  readonly iri: string | null
}

export interface City {
  readonly kind: 'city'
  readonly label: string
  readonly labelEn: string
  /** ISO code of its country. */
  readonly country: string
  readonly population: number
  readonly capital: boolean
  /** GeoNames IRI. */
  readonly iri: string
}

/** An organisation of states. */
export interface Union {
  readonly kind: 'union'
  readonly label: string
  readonly labelEn: string
  readonly names: readonly string[]
  readonly iri: string | null
}

export type Place = Country | Region | City

/** What an adjective or an inhabitant's name is made of. */
export interface PlaceReference {
  /** German name of the place, for example `Russland`. */
  readonly place: string
  readonly kind: Place['kind']
  readonly iso?: string
}

/** What else is known where a name stands. */
export interface PlaceContext {
  /** ISO codes of the countries that the document speaks of. */
  readonly countries: ReadonlySet<string>
}

/** A city is told from its namesakes by its size alone if it is so many times larger than the next one … */
const DOMINANCE = 10
/** … and has at least so many inhabitants. */
const LARGE = 100_000
/** A city without namesakes is taken for the one meant, without further evidence, from so many inhabitants on. */
const KNOWN = 15_000

const wikidataIri = (id: string | null): string | null => (id === null ? null : `http://www.wikidata.org/entity/${id}`)

const normalise = (name: string): string => name.normalize('NFC').replaceAll('’', "'")

/**
 * Countries, regions and cities by their German names, with identifiers from Wikidata and GeoNames. Names are compared as NFC; a name that is
 * not found as it stands is tried without an ending (*Russlands*), and, if all in capitals, as a common name (*BERLIN*).
 */
export class Gazetteer {
  readonly #cities: CityTable
  readonly #countries = new Map<string, Country>()
  readonly #regions = new Map<string, Region>()
  readonly #unions = new Map<string, Union>()
  readonly #byIso = new Map<string, Country>()
  readonly #adjectives: ReadonlyMap<string, readonly string[]>
  readonly #demonyms: ReadonlyMap<string, readonly string[]>
  readonly #cityAdjectives: ReadonlyMap<string, string>
  readonly #home: ReadonlySet<string>

  /** @throws RangeError if the bytes are no gazetteer. */
  constructor(bytes: Uint8Array) {
    this.#cities = new CityTable(bytes)
    const { header } = this.#cities
    for (const row of header.countries) {
      const country = countryOf(row)
      this.#byIso.set(row.iso, country)
      enter(this.#countries, country, row.forms)
    }
    for (const row of header.regions) enter(this.#regions, { kind: 'region', ...regionOf(row) }, row.forms)
    for (const row of header.unions) enter(this.#unions, { kind: 'union', ...regionOf(row) }, row.forms)
    this.#adjectives = new Map(Object.entries(header.adjectives))
    this.#demonyms = new Map(Object.entries(header.demonyms))
    this.#cityAdjectives = new Map(Object.entries(header.cityAdjectives))
    this.#home = new Set(header.home)
  }

  /** A country by one of its names. */
  country(name: string): Country | null {
    return this.#variants(name, false, (variant) => this.#countries.get(variant) ?? null)
  }

  /** A country by its ISO 3166-1 alpha-2 code. */
  countryByIso(iso: string): Country | null {
    return this.#byIso.get(iso) ?? null
  }

  /** A continent or other region by one of its names. */
  region(name: string): Region | null {
    return this.#variants(name, false, (variant) => this.#regions.get(variant) ?? null)
  }

  /** An organisation of states by one of its names. */
  union(name: string): Union | null {
    return this.#variants(name, false, (variant) => this.#unions.get(variant) ?? null)
  }

  /** Whether any city bears the name. */
  isCity(name: string): boolean {
    return this.#variants(name, true, (variant) => this.#cities.find(variant)[0] ?? null) !== null
  }

  /** The city that the name means, or null if none bears it or nothing tells which of several is meant. */
  city(name: string, context?: PlaceContext): City | null {
    return this.#variants(name, true, (variant) => this.#choose(this.#cities.find(variant), context))
  }

  /** A country, a region or a city, in this order. */
  place(name: string, context?: PlaceContext): Place | null {
    return this.country(name) ?? this.region(name) ?? this.city(name, context)
  }

  /**
   * The place that an adjective is made of (*russischen*, *Moskauer*), or null. Only a word that is known to be an adjective should be asked for:
   * *Hammer* is made of Hamm, and a tool.
   */
  adjective(form: string): PlaceReference | null {
    const key = normalise(form)
    const labels = this.#adjectives.get(key) ?? this.#adjectives.get(lowerFirst(key))
    return (labels ? this.#reference(labels) : null) ?? this.#cityAdjective(key)
  }

  /** The place whose inhabitant is called so (*Nordkoreaner*, *Russin*), or null. */
  demonym(form: string): PlaceReference | null {
    const key = normalise(form)
    const labels = this.#demonyms.get(key)
    return labels ? this.#reference(labels) : null
  }

  #reference(labels: readonly string[]): PlaceReference | null {
    for (const label of labels) {
      const country = this.#countries.get(label)
      if (country) return { place: country.label, kind: 'country', iso: country.iso }
      const region = this.#regions.get(label)
      if (region) return { place: region.label, kind: 'region' }
    }
    return null
  }

  #cityAdjective(form: string): PlaceReference | null {
    const irregular = this.#cityAdjectives.get(form)
    if (irregular) {
      const city = this.city(irregular)
      return city ? { place: city.label, kind: 'city', iso: city.country } : null
    }
    if (!/^\p{Lu}/u.test(form)) return null
    for (const [name, adjective] of this.#cities.header.cityAdjectiveEndings) {
      if (!form.endsWith(adjective) || form.length <= adjective.length + 1) continue
      const candidates = this.#cities.find(form.slice(0, -adjective.length) + name)
      const city = this.#choose(candidates, undefined)
      if (!city) continue
      const usual = city.capital || this.#home.has(city.country) || candidates.some((row) => row.listed)
      const enough = usual ? city.population >= KNOWN : name === '' && city.population >= LARGE
      if (city.capital || enough) return { place: city.label, kind: 'city', iso: city.country }
    }
    return null
  }

  #choose(candidates: readonly CityRow[], context: PlaceContext | undefined): City | null {
    const [first, second] = candidates
    if (!first) return null
    if (!second || first.geonames === second.geonames) {
      const known = first.capital || first.listed || first.population >= KNOWN || this.#home.has(first.country)
      return known || context?.countries.has(first.country) ? this.#cityOf(first) : null
    }
    if (first.population >= LARGE && first.population >= DOMINANCE * second.population) return this.#cityOf(first)
    const groups = [
      context ? candidates.filter((city) => context.countries.has(city.country)) : [],
      candidates.filter((city) => city.listed),
      candidates.filter((city) => this.#home.has(city.country)),
      candidates.filter((city) => city.capital),
      candidates,
    ]
    for (const group of groups) {
      const [largest, next] = group
      if (!largest) continue
      const alone = !next || (largest.population >= KNOWN && largest.population >= DOMINANCE * next.population)
      if (alone) return this.#cityOf(largest)
    }
    return null
  }

  #cityOf(row: CityRow): City {
    const labels = this.#cities.labels(row.geonames)
    return {
      kind: 'city',
      label: labels?.[0] ?? row.name,
      labelEn: labels?.[1] ?? row.name,
      country: row.country,
      population: row.population,
      capital: row.capital,
      iri: `https://sws.geonames.org/${row.geonames}/`,
    }
  }

  #variants<T>(name: string, ofCity: boolean, find: (variant: string) => T | null): T | null {
    const exact = normalise(name)
    const found = find(exact)
    if (found) return found
    for (const [ending, ofCities] of this.#cities.header.nameEndings) {
      if ((ofCity && !ofCities) || exact.length <= ending.length + 2 || !exact.endsWith(ending)) continue
      const stripped = find(exact.slice(0, -ending.length))
      if (stripped) return stripped
    }
    if (exact.length > 3 && exact === exact.toUpperCase()) return find(capitalise(exact))
    return null
  }
}

function enter<T extends { readonly names: readonly string[] }>(
  map: Map<string, T>,
  place: T,
  forms: readonly string[],
): void {
  for (const name of [...place.names, ...forms]) {
    const key = normalise(name)
    if (!map.has(key)) map.set(key, place)
  }
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

const capitalise = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[\s-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

const countryOf = ({ wikidata, forms: _, ...row }: CountryRow): Country => ({
  kind: 'country',
  ...row,
  iri: wikidataIri(wikidata),
})

const regionOf = ({ wikidata, forms: _, ...row }: RegionRow | UnionRow): Omit<Region, 'kind'> => ({
  ...row,
  iri: wikidataIri(wikidata),
})

/** The German gazetteer. */
export const gazetteerResource: Resource<Gazetteer> = {
  id: 'gazetteer',
  load: async (resources) => new Gazetteer(await resources.read('lang/de/gazetteer.bin')),
}
