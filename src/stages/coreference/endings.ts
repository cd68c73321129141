import type { Features } from '../../core/document.ts'

/** Words of a name that are this short keep their ending when compared. */
const SHORT = 4

/** Endings of inflection, from `data/lang/de/coreference/endings.tsv`. */
export class Endings {
  readonly #adjective: readonly string[]
  readonly #name: readonly string[]
  readonly #genitive: readonly string[]
  readonly #owner: readonly string[]
  readonly #dative: readonly string[]
  readonly #feminine: readonly string[]
  readonly #strong = new Map<string, string>()

  constructor(rows: readonly string[][]) {
    const longestFirst = (use: string): string[] =>
      rows
        .flatMap(([kind, ending]) => (kind === use && ending ? [ending] : []))
        .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    this.#adjective = longestFirst('adjective')
    this.#name = longestFirst('name')
    this.#genitive = longestFirst('genitive').reverse()
    this.#owner = longestFirst('owner')
    this.#dative = longestFirst('dative')
    this.#feminine = longestFirst('feminine')
    for (const [use, ending, of] of rows) if (use === 'strong' && ending && of) this.#strong.set(of, ending)
  }

  /** The ending of an adjective's form, or undefined. */
  ofAdjective(form: string): string | undefined {
    return this.#adjective.find((ending) => form.endsWith(ending))
  }

  /** An adjective's form without its ending. */
  stemOfAdjective(form: string): string {
    return form.slice(0, form.length - (this.ofAdjective(form)?.length ?? 0))
  }

  /** The ending of an adjective in the nominative without article, for a noun of these features; undefined where they do not tell. */
  strong(features: Features): string | undefined {
    return this.#strong.get(features.Number === 'Plur' ? 'Plur' : (features.Gender ?? ''))
  }

  /** The masculine form by which nouns that are inflected like adjectives are listed (*Verletzten* → *Verletzter*); a form without ending as it is. */
  masculine(form: string): string {
    const ending = this.ofAdjective(form)
    return ending === undefined ? form : form.slice(0, -ending.length) + (this.#strong.get('Masc') ?? '')
  }

  /** A name to compare by: lower case, each word without its ending. */
  stemOfName(name: string): string {
    return name
      .toLowerCase()
      .split(/\s+/)
      .map((word) => {
        const ending = word.length > SHORT ? this.#name.find((other) => word.endsWith(other)) : undefined
        return ending === undefined ? word : word.slice(0, -ending.length)
      })
      .join(' ')
  }

  /** What a form would be without an ending of the genitive, the shortest ending first; empty where it has none. */
  withoutGenitive(form: string): string[] {
    return this.#genitive.flatMap((ending) =>
      form.endsWith(ending) && form.length > ending.length + 2 ? [form.slice(0, -ending.length)] : [],
    )
  }

  /** Whether a name may be a genitive before its noun (*Putins*, *Marx’*). */
  endsAsOwner(form: string): boolean {
    const bare = form.replace(/['’]$/, '')
    return this.#owner.some((ending) => bare.endsWith(ending))
  }

  /** A noun's form without the ending of the dative plural, or undefined where it has none. */
  withoutDative(form: string): string | undefined {
    const ending = this.#dative.find((other) => form.endsWith(other))
    return ending === undefined ? undefined : form.slice(0, -ending.length)
  }

  /** The noun for a man that a noun for a woman is made of (*Grazerin* → *Grazer*), or undefined. */
  withoutFeminine(form: string): string | undefined {
    const ending = this.#feminine.find((other) => form.endsWith(other) && form.length > other.length + 2)
    return ending === undefined ? undefined : form.slice(0, -ending.length)
  }
}
