import { join } from 'node:path'
import { type CountryRow, encodeGazetteer, type RegionRow } from '../src/gazetteer/format.ts'
import { compileCities } from './gazetteer/cities.ts'
import { Forms, inflectDemonym, inflectName } from './gazetteer/forms.ts'
import { clean, json, list, readBorders, table, territories, unique } from './gazetteer/sources.ts'

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
  const features = await readBorders()
  const home = table(dataDir, 'home-countries.tsv').map(([iso]) => iso as string)
  const cities = compileCities(dataDir, home)
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
      capital: cities.capitals.get(iso) ?? null,
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
      cityAdjectives: cities.adjectives,
      cityAdjectiveEndings: table(dataDir, 'city-adjectives.tsv').map(([name = '', adjective = '']) => [
        name === '-' ? '' : name,
        adjective,
      ]),
      nameEndings: table(dataDir, 'name-endings.tsv').map(([ending = '', of = '']) => [ending, of === 'all']),
      cityCountries: unique(cities.rows.map((city) => city.country)).sort(),
      home,
    },
    cities: cities.rows,
    labels: cities.labels,
  })
  return new Map([['lang/de/gazetteer.bin', bytes]])
}
