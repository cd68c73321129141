/**
 * The file that the gazetteer is read from: a header of JSON, then cities as parallel arrays sorted by name, searched without unpacking.
 * Layout (little endian): magic, byte length of the header, number of cities, number of labels, byte length of the names (all uint32), header;
 * then, each at a multiple of four bytes: name offsets (number + 1), GeoNames ids, populations, of each label the GeoNames id, the city that
 * bears the German name and the one that bears the English name (all uint32), country and flags of each city (uint8), names (UTF-8).
 */
export interface GazetteerData {
  readonly header: GazetteerHeader
  /** In any order; several of one name are ordered by population when written. */
  readonly cities: readonly CityRow[]
  /** GeoNames id → German and English label, both among the names of the city; of cities whose name is not both. */
  readonly labels: ReadonlyMap<number, readonly [german: string, english: string]>
}

export interface GazetteerHeader {
  readonly countries: readonly CountryRow[]
  readonly regions: readonly RegionRow[]
  readonly unions: readonly UnionRow[]
  /** Inflected adjectives → labels of places, the likeliest first. */
  readonly adjectives: Readonly<Record<string, readonly string[]>>
  /** Inflected names of inhabitants → labels of places, the likeliest first. */
  readonly demonyms: Readonly<Record<string, readonly string[]>>
  /** Adjectives of cities that follow no rule → the city's name. */
  readonly cityAdjectives: Readonly<Record<string, string>>
  /** How the end of a city's name turns into that of its adjective: [name, adjective]. */
  readonly cityAdjectiveEndings: readonly (readonly [string, string])[]
  /** Endings that a name may bear in a sentence, and whether a city's may too. */
  readonly nameEndings: readonly (readonly [ending: string, ofCities: boolean])[]
  /** ISO codes that the cities' country numbers index. */
  readonly cityCountries: readonly string[]
  /** ISO codes of the countries whose cities need no further evidence than their name. */
  readonly home: readonly string[]
}

export interface CountryRow {
  readonly iso: string
  readonly label: string
  readonly labelEn: string
  readonly names: readonly string[]
  /** Inflected forms of the names. */
  readonly forms: readonly string[]
  /** Wikidata id, or null. */
  readonly wikidata: string | null
  /** German name of the capital, or null. */
  readonly capital: string | null
}

export interface RegionRow {
  readonly label: string
  readonly labelEn: string
  readonly names: readonly string[]
  readonly forms: readonly string[]
  readonly wikidata: string | null
}

export interface UnionRow extends RegionRow {}

export interface CityRow {
  readonly name: string
  readonly geonames: number
  readonly country: string
  readonly population: number
  readonly capital: boolean
  /** Whether `name` means this city, among its namesakes, when nothing says otherwise. */
  readonly listed: boolean
}

const MAGIC = 0x32474750
const CAPITAL = 1
const LISTED = 2
const align = (offset: number): number => (offset + 3) & ~3

const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number)
  return a.length - b.length
}

/** Where the parts of a file lie, in bytes from its beginning. */
interface Layout {
  readonly offsets: number
  readonly ids: number
  readonly populations: number
  readonly labels: number
  readonly countries: number
  readonly flags: number
  readonly names: number
  readonly end: number
}

const HEAD = 20

function layoutOf(header: number, cities: number, labels: number, names: number): Layout {
  const offsets = align(HEAD + header)
  const ids = offsets + 4 * (cities + 1)
  const populations = ids + 4 * cities
  const labelled = populations + 4 * cities
  const countries = labelled + 12 * labels
  const flags = countries + cities
  const text = align(flags + cities)
  return { offsets, ids, populations, labels: labelled, countries, flags, names: text, end: text + names }
}

/**
 * Bytes of a gazetteer; the same data give the same bytes in whatever order the cities come.
 * @throws RangeError if a city's country is not in the header, or a label is no name of its city.
 */
export function encodeGazetteer({ header, cities, labels }: GazetteerData): Uint8Array {
  const utf8 = new TextEncoder()
  const rows = cities
    .map((city) => ({ city, key: utf8.encode(city.name) }))
    .sort(
      (a, b) =>
        compareBytes(a.key, b.key) || b.city.population - a.city.population || a.city.geonames - b.city.geonames,
    )
  const json = utf8.encode(JSON.stringify(header))
  const nameBytes = rows.reduce((sum, row) => sum + row.key.length, 0)
  const at = layoutOf(json.length, rows.length, labels.size, nameBytes)
  const bytes = new Uint8Array(at.end)
  const view = new DataView(bytes.buffer)
  ;[MAGIC, json.length, rows.length, labels.size, nameBytes].forEach((value, i) => {
    view.setUint32(4 * i, value, true)
  })
  bytes.set(json, HEAD)
  const rowOf = new Map<string, number>()
  let offset = 0
  rows.forEach(({ city, key }, i) => {
    const country = header.cityCountries.indexOf(city.country)
    if (country < 0 || country > 255) throw new RangeError(`encodeGazetteer: unknown country ${city.country}`)
    rowOf.set(`${city.geonames} ${city.name}`, i)
    view.setUint32(at.offsets + 4 * i, offset, true)
    view.setUint32(at.ids + 4 * i, city.geonames, true)
    view.setUint32(at.populations + 4 * i, city.population, true)
    bytes[at.countries + i] = country
    bytes[at.flags + i] = (city.capital ? CAPITAL : 0) | (city.listed ? LISTED : 0)
    bytes.set(key, at.names + offset)
    offset += key.length
  })
  view.setUint32(at.offsets + 4 * rows.length, offset, true)
  ;[...labels]
    .sort(([a], [b]) => a - b)
    .forEach(([id, names], i) => {
      view.setUint32(at.labels + 12 * i, id, true)
      names.forEach((name, place) => {
        const row = rowOf.get(`${id} ${name}`)
        if (row === undefined) throw new RangeError(`encodeGazetteer: label ${name} is no name of city ${id}`)
        view.setUint32(at.labels + 12 * i + 4 * (place + 1), row, true)
      })
    })
  return bytes
}

/** The cities of a gazetteer's file, looked up by name where they lie. */
export class CityTable {
  readonly header: GazetteerHeader
  readonly size: number
  readonly #view: DataView
  readonly #bytes: Uint8Array
  readonly #at: Layout
  readonly #labels: number

  /** @throws RangeError if the bytes are no gazetteer. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < HEAD || view.getUint32(0, true) !== MAGIC) throw new RangeError('not a gazetteer file')
    const [json, cities, labels, names] = [4, 8, 12, 16].map((offset) => view.getUint32(offset, true)) as [
      number,
      number,
      number,
      number,
    ]
    this.size = cities
    this.#labels = labels
    this.#view = view
    this.#bytes = bytes
    this.#at = layoutOf(json, cities, labels, names)
    if (this.#at.end !== bytes.length) throw new RangeError('truncated gazetteer file')
    this.header = JSON.parse(decoder.decode(bytes.subarray(HEAD, HEAD + json))) as GazetteerHeader
  }

  /** Cities of exactly this name, by falling population. */
  find(name: string): CityRow[] {
    const key = new TextEncoder().encode(name)
    const first = lowerBound(this.size, (row) => compareBytes(this.#key(row), key) < 0)
    const found: CityRow[] = []
    for (let row = first; row < this.size && compareBytes(this.#key(row), key) === 0; row++)
      found.push(this.#row(row, name))
    return found
  }

  /** German and English label of a city by its GeoNames id, or null if its name is both. */
  labels(geonames: number): readonly [german: string, english: string] | null {
    const at = (label: number, column: number): number =>
      this.#view.getUint32(this.#at.labels + 12 * label + 4 * column, true)
    const label = lowerBound(this.#labels, (one) => at(one, 0) < geonames)
    if (label === this.#labels || at(label, 0) !== geonames) return null
    return [decoder.decode(this.#key(at(label, 1))), decoder.decode(this.#key(at(label, 2)))]
  }

  #key(row: number): Uint8Array {
    const at = this.#at.offsets + 4 * row
    const { names } = this.#at
    return this.#bytes.subarray(names + this.#view.getUint32(at, true), names + this.#view.getUint32(at + 4, true))
  }

  #row(row: number, name: string): CityRow {
    const { ids, populations, countries, flags } = this.#at
    const flag = this.#bytes[flags + row] as number
    return {
      name,
      geonames: this.#view.getUint32(ids + 4 * row, true),
      population: this.#view.getUint32(populations + 4 * row, true),
      country: this.header.cityCountries[this.#bytes[countries + row] as number] as string,
      capital: (flag & CAPITAL) !== 0,
      listed: (flag & LISTED) !== 0,
    }
  }
}

/** The first of `size` places that does not lie before what is sought. */
function lowerBound(size: number, liesBefore: (place: number) => boolean): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >> 1
    if (liesBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

const decoder = new TextDecoder()
