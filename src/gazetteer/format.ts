/**
 * The file that the gazetteer is read from: a header of JSON, then cities as parallel arrays sorted by name, searched without unpacking.
 * Layout (little endian): magic, byte length of the header, number of cities, byte length of the names; then, each at a multiple of four
 * bytes: header, name offsets (number + 1), GeoNames ids, populations (all uint32), country and flags of each (uint8), names (UTF-8).
 */
export interface GazetteerData {
  readonly header: GazetteerHeader
  /** In any order; several of one name are ordered by population when written. */
  readonly cities: readonly CityRow[]
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
  /** Endings that a name may bear in a sentence (genitive). */
  readonly nameEndings: readonly string[]
  /** GeoNames id → German and English label, where they are not the name itself. */
  readonly cityLabels: Readonly<Record<string, readonly [string, string]>>
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

const MAGIC = 0x31474750
const CAPITAL = 1
const LISTED = 2
const align = (offset: number): number => (offset + 3) & ~3

const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number)
  return a.length - b.length
}

/** Bytes of a gazetteer; the same data give the same bytes in whatever order the cities come. */
export function encodeGazetteer({ header, cities }: GazetteerData): Uint8Array {
  const utf8 = new TextEncoder()
  const rows = cities
    .map((city) => ({ city, key: utf8.encode(city.name) }))
    .sort(
      (a, b) =>
        compareBytes(a.key, b.key) || b.city.population - a.city.population || a.city.geonames - b.city.geonames,
    )
  const json = utf8.encode(JSON.stringify(header))
  const nameBytes = rows.reduce((sum, row) => sum + row.key.length, 0)
  const arrays = align(16 + json.length)
  const bytes = new Uint8Array(arrays + align(4 * (rows.length + 1) + 8 * rows.length + 2 * rows.length) + nameBytes)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, json.length, true)
  view.setUint32(8, rows.length, true)
  view.setUint32(12, nameBytes, true)
  bytes.set(json, 16)
  const ids = arrays + 4 * (rows.length + 1)
  const populations = ids + 4 * rows.length
  const countries = populations + 4 * rows.length
  const flags = countries + rows.length
  const names = arrays + align(4 * (rows.length + 1) + 10 * rows.length)
  let offset = 0
  rows.forEach(({ city, key }, i) => {
    const country = header.cityCountries.indexOf(city.country)
    if (country < 0 || country > 255) throw new RangeError(`encodeGazetteer: unknown country ${city.country}`)
    view.setUint32(arrays + 4 * i, offset, true)
    view.setUint32(ids + 4 * i, city.geonames, true)
    view.setUint32(populations + 4 * i, city.population, true)
    bytes[countries + i] = country
    bytes[flags + i] = (city.capital ? CAPITAL : 0) | (city.listed ? LISTED : 0)
    bytes.set(key, names + offset)
    offset += key.length
  })
  view.setUint32(arrays + 4 * rows.length, offset, true)
  return bytes
}

/** The cities of a gazetteer's file, looked up by name where they lie. */
export class CityTable {
  readonly header: GazetteerHeader
  readonly size: number
  readonly #view: DataView
  readonly #bytes: Uint8Array
  readonly #arrays: number
  readonly #names: number

  /** @throws RangeError if the bytes are no gazetteer. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < 16 || view.getUint32(0, true) !== MAGIC) throw new RangeError('not a gazetteer file')
    const jsonLength = view.getUint32(4, true)
    this.size = view.getUint32(8, true)
    this.#view = view
    this.#bytes = bytes
    this.#arrays = align(16 + jsonLength)
    this.#names = this.#arrays + align(4 * (this.size + 1) + 10 * this.size)
    if (this.#names + view.getUint32(12, true) !== bytes.length) throw new RangeError('truncated gazetteer file')
    this.header = JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + jsonLength))) as GazetteerHeader
  }

  /** Cities of exactly this name, by falling population. */
  find(name: string): CityRow[] {
    const key = new TextEncoder().encode(name)
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareBytes(this.#key(middle), key) < 0) low = middle + 1
      else high = middle
    }
    const found: CityRow[] = []
    for (let i = low; i < this.size && compareBytes(this.#key(i), key) === 0; i++) found.push(this.#row(i, name))
    return found
  }

  #key(index: number): Uint8Array {
    const at = this.#arrays + 4 * index
    return this.#bytes.subarray(
      this.#names + this.#view.getUint32(at, true),
      this.#names + this.#view.getUint32(at + 4, true),
    )
  }

  #row(index: number, name: string): CityRow {
    const ids = this.#arrays + 4 * (this.size + 1)
    const countries = ids + 8 * this.size
    const flags = this.#bytes[countries + this.size + index] as number
    return {
      name,
      geonames: this.#view.getUint32(ids + 4 * index, true),
      population: this.#view.getUint32(ids + 4 * this.size + 4 * index, true),
      country: this.header.cityCountries[this.#bytes[countries + index] as number] as string,
      capital: (flags & CAPITAL) !== 0,
      listed: (flags & LISTED) !== 0,
    }
  }
}
