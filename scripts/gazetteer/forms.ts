import { unique } from './sources.ts'

/** Inflected forms of an inhabitant's name; after a slash its class. */
export function inflectDemonym(demonym: string, endings: readonly string[][]): string[] {
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
export function inflectName(name: string, endings: readonly string[]): string[] {
  const words = name.split(' ')
  const noun = words.findIndex((word, i) => i === words.length - 1 || !/^\p{Lu}.*(e|er|es)$/u.test(word))
  if (noun <= 0) return []
  return endings.map((ending) =>
    words.map((word, i) => (i < noun ? word.replace(/(e|er|es)$/, ending) : word)).join(' '),
  )
}

/** Collects which forms stand for which places. */
export class Forms {
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
    out += rule ? (rule[1] === '_' ? '' : rule[1]) : name[at]
    at += rule ? (rule[0]?.length ?? 1) : 1
  }
  return out
}

/** A name without the marks above and below its letters (*Łódź* → *Lodz*). */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ŁłØøĐđıʻ‘’ʼ]/g, (letter) => PLAIN[letter] ?? '')
    .normalize('NFC')

const PLAIN: Readonly<Record<string, string>> = { Ł: 'L', ł: 'l', Ø: 'O', ø: 'o', Đ: 'D', đ: 'd', ı: 'i' }

/** The name that a place goes by without what tells it from its namesakes (*Weil am Rhein* → *Weil*), or null. */
export function withoutAddition(name: string, additions: readonly string[]): string | null {
  const words = name.split(' ')
  const at = words.findIndex(
    (word, i) => i > 0 && additions.some((one) => word === one || (one === '(' && word.startsWith('('))),
  )
  return at < 0 ? null : words.slice(0, at).join(' ')
}
