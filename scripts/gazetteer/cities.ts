import type { CityRow } from '../../src/gazetteer/format.ts'
import { plain, transliterate, withoutAddition } from './forms.ts'
import { clean, exemplarCities, fold, type GeoCity, list, readCities, table } from './sources.ts'

/** Smaller places of other countries are left out, but for capitals and seats of government. */
const SMALLEST = 1000
/** From so many inhabitants on a city is also found without the marks on its letters. */
const KNOWN = 15_000
/** From so many inhabitants on a city has its full name as label where the text has a short one. */
const LABELLED = 5000

export interface Cities {
  readonly rows: readonly CityRow[]
  /** GeoNames id → German and English label. */
  readonly labels: ReadonlyMap<number, readonly [string, string]>
  /** Adjectives that follow no rule → city. */
  readonly adjectives: Readonly<Record<string, string>>
  /** ISO code → German name of the capital. */
  readonly capitals: ReadonlyMap<string, string>
}

/** GeoNames' city of this name: the largest, if it is a capital or far larger than its namesakes, or the largest of a country that is given. */
function findCity(
  byName: ReadonlyMap<string, readonly GeoCity[]>,
  name: string,
  country?: string,
): GeoCity | undefined {
  const found = (byName.get(fold(name)) ?? []).filter((city) => !country || city.country === country)
  const exact = found.filter((city) => clean(city.name) === name)
  const [first, second] = exact.length > 0 ? exact : found
  if (!first || country || !second || first.featureCode === 'PPLC') return first
  return first.population >= 10 * second.population ? first : undefined
}

/**
 * Cities by all their names: GeoNames', German ones (by table, CLDR, romanisation), short ones, and those without marks.
 * @throws Error if the table of German names has a city that GeoNames has not.
 */
export function compileCities(dataDir: string, home: readonly string[]): Cities {
  const geoCities = readCities()
  const byName = new Map<string, GeoCity[]>()
  for (const city of geoCities) {
    const key = fold(clean(city.name))
    const known = byName.get(key)
    if (known) known.push(city)
    else byName.set(key, [city])
  }
  const unwanted = new Set(table(dataDir, 'not-cities.tsv').map(([name]) => name))
  const rows = new Map<string, CityRow>()
  const labels = new Map<number, readonly [string, string]>()
  const add = (name: string, city: GeoCity, listed: boolean): void => {
    if (unwanted.has(name)) return
    const key = `${name}\t${city.cityId}`
    const known = rows.get(key)
    if (known && (known.listed || !listed)) return
    const { cityId: geonames, country, population, featureCode } = city
    rows.set(key, { name, geonames, country, population, capital: featureCode === 'PPLC', listed })
  }
  const label = (city: GeoCity, german: string, english = clean(city.name)): void => {
    if (labels.has(city.cityId)) return
    labels.set(city.cityId, [german, english])
    add(german, city, false)
    add(english, city, false)
  }

  const adjectives: Record<string, string> = {}
  const named = new Set<string>()
  for (const [names, source = '', country = '', adjectiveCell, english = '-'] of table(dataDir, 'cities.tsv')) {
    const city = findCity(byName, source, country)
    if (!city) throw new Error(`cities.tsv: GeoNames has no city "${source}" in ${country}`)
    const [german = source, ...others] = list(names)
    label(city, german, english === '-' ? undefined : english)
    for (const name of [german, ...others]) {
      add(name, city, true)
      named.add(name)
    }
    for (const adjective of list(adjectiveCell)) adjectives[adjective] = german
  }
  for (const [german, english] of exemplarCities()) {
    const city = findCity(byName, english)
    if (!city || named.has(german) || clean(city.name) === german) continue
    label(city, german)
    add(german, city, true)
  }

  const cyrillic = new Set(table(dataDir, 'cyrillic-countries.tsv').map(([iso]) => iso))
  const rules = table(dataDir, 'transliteration.tsv')
  const additions = table(dataDir, 'name-additions.tsv').map(([word]) => word as string)
  for (const city of geoCities) {
    const name = clean(city.name)
    const isHome = home.includes(city.country)
    const seat = city.featureCode === 'PPLC' || city.featureCode === 'PPLA'
    if (city.population < SMALLEST && !seat && !isHome) continue
    if (cyrillic.has(city.country)) {
      const german = transliterate(name, rules)
      if (german !== name) label(city, german)
      add(labels.get(city.cityId)?.[0] ?? german, city, false)
    }
    add(name, city, false)
    const short = isHome ? withoutAddition(name, additions) : null
    if (short !== null) {
      if (city.population >= LABELLED) label(city, name)
      add(short, city, false)
    }
    if (!isHome && city.population >= KNOWN) add(plain(name), city, false)
  }

  const capitals = new Map<string, string>()
  for (const city of geoCities)
    if (city.featureCode === 'PPLC') capitals.set(city.country, labels.get(city.cityId)?.[0] ?? clean(city.name))
  return { rows: [...rows.values()], labels, adjectives, capitals }
}
