import { de, type Key } from './de.ts'
import { en } from './en.ts'
import { timeText } from './times.ts'

export type { Key } from './de.ts'
export type Locale = 'de' | 'en'

const LANGUAGES: Readonly<Record<Locale, Readonly<Record<Key, string>>>> = { de, en }

/** Keys that have a form for one and a form for others. */
export type CountKey = Key extends infer K ? (K extends `${infer Base}.one` ? Base : never) : never

export interface Words {
  readonly locale: Locale
  /** The text of a key, with `{name}` filled in. */
  readonly t: (key: Key, values?: Readonly<Record<string, string | number>>) => string
  /** The text for a number of things. */
  readonly count: (key: CountKey, n: number, values?: Readonly<Record<string, string | number>>) => string
  /** A number as the language writes it. */
  readonly number: (n: number) => string
  /** A TIMEX3 date as a reader knows it; what is none stays as it is. */
  readonly time: (value: string) => string
  /** The label of something that has one in German and perhaps one in English. */
  readonly label: (label: { readonly de: string; readonly en?: string }) => string
}

export function wordsOf(locale: Locale): Words {
  const texts = LANGUAGES[locale]
  const format = new Intl.NumberFormat(locale)
  const t: Words['t'] = (key, values = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      return typeof value === 'number' ? format.format(value) : (value ?? '')
    })
  return {
    locale,
    t,
    count: (key, n, values = {}) => t(`${key}.${n === 1 ? 'one' : 'other'}` as Key, { n, ...values }),
    number: (n) => format.format(n),
    time: (value) => timeText(locale, t, value),
    label: (label) => (locale === 'en' ? (label.en ?? label.de) : label.de),
  }
}

/** The language that the reader asks for; German unless the browser wants another. */
export const preferredLocale = (languages: readonly string[]): Locale =>
  (languages[0] ?? 'de').toLowerCase().startsWith('de') ? 'de' : 'en'
