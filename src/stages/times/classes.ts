import type { Upos, Word } from '../../core/document.ts'
import { type Resource, readTable } from '../../core/resources.ts'
import { readNumerals } from './numerals.ts'

/** The classes of a token and the value that each gives it: `MONTH` → `4`. */
export type Classes = ReadonlyMap<string, string>

interface Entry {
  readonly class: string
  readonly value: string
  /** Whether the token must begin with a capital letter. */
  readonly capital: boolean
}

interface Shape {
  readonly pattern: RegExp
  readonly class: string
  readonly value: string
}

interface Compound {
  readonly first: readonly [form: string, value: string][]
  readonly second: ReadonlyMap<string, string>
  /** What may stand between the parts. */
  readonly link: string
  readonly class: string
}

interface Phrase {
  readonly forms: readonly string[]
  readonly class: string
  readonly value: string
}

const ADJECTIVE_ENDINGS = /~$/
/** Between a number and what it counts stands none of these. */
const PARTS_PHRASES: ReadonlySet<Upos> = new Set<Upos>(['ADP', 'DET', 'PRON', 'VERB', 'AUX', 'PUNCT'])
const HYPHEN = /^[-‐‑]$/
const HAS_DIGIT = /\d/
const CAPITAL = /^\p{Lu}/u

/** Tells which words time expressions can be made of. */
export class Classifier {
  readonly #entries: ReadonlyMap<string, readonly Entry[]>
  readonly #shapes: readonly Shape[]
  readonly #compounds: readonly Compound[]
  readonly #phrases: ReadonlyMap<string, readonly Phrase[]>
  readonly #numeral: (form: string) => string | null

  constructor(
    entries: ReadonlyMap<string, readonly Entry[]>,
    shapes: readonly Shape[],
    compounds: readonly Compound[],
    phrases: ReadonlyMap<string, readonly Phrase[]>,
    numeral: (form: string) => string | null,
  ) {
    this.#phrases = phrases
    this.#entries = entries
    this.#shapes = shapes
    this.#compounds = compounds
    this.#numeral = numeral
  }

  /** Classes of each word of a sentence; a name of several words (*Heiligen Abend*) has its class at the first, the others `…_REST`. */
  classifySentence(words: readonly Word[]): Classes[] {
    const classes = words.map((word, at) => this.#classify(word, countsNext(words, at)))
    words.forEach((word, at) => {
      if (isCompoundHead(words, classes, at) || isPartOfName(words, classes, at))
        classes[at] = new Map([[word.upos, word.form]])
    })
    words.forEach((word, at) => {
      for (const { forms, class: name, value } of this.#phrases.get(word.form.toLowerCase()) ?? []) {
        if (!forms.every((form, i) => words[at + i]?.form.toLowerCase() === form)) continue
        forms.forEach((_, i) => {
          classes[at + i] = new Map([[i === 0 ? name : `${name}_REST`, value]])
        })
        break
      }
    })
    return classes
  }

  /**
   * Classes of a word. The article in a contraction (*im*) is none that a time expression could contain: it has the class `CONTRACTED` alone.
   * Every word also has its part of speech as a class, if it is one that a pattern may ask for.
   */
  #classify(word: Word, counts: boolean): Classes {
    const classes = new Map<string, string>()
    if (word.contraction && word.contraction.place > 0) return classes.set('CONTRACTED', word.form)
    const { form } = word
    const capital = CAPITAL.test(form)
    for (const entry of this.#entries.get(form.toLowerCase()) ?? [])
      if (capital || !entry.capital) setOnce(classes, entry.class, entry.value)
    if (HAS_DIGIT.test(form)) {
      for (const shape of this.#shapes) {
        const match = shape.pattern.exec(form)
        if (match && !(counts && shape.class.endsWith('YEAR')))
          setOnce(
            classes,
            shape.class,
            shape.value.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? ''),
          )
      }
    } else {
      const number = this.#numeral(form.toLowerCase())
      if (number !== null) setOnce(classes, 'NUM', number)
    }
    if (capital && classes.size === 0) this.#compound(form.toLowerCase(), classes)
    if (word.upos === 'ADJ' || word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'VERB')
      setOnce(classes, word.upos, form)
    return classes
  }

  #compound(form: string, classes: Map<string, string>): void {
    for (const compound of this.#compounds)
      for (const [first, value] of compound.first) {
        if (!form.startsWith(first)) continue
        const rest = form.slice(first.length)
        const second =
          compound.second.get(rest) ??
          (rest.startsWith(compound.link) ? compound.second.get(rest.slice(compound.link.length)) : undefined)
        if (second !== undefined) setOnce(classes, compound.class, `${value}:${second}`)
      }
  }
}

/** Whether a word is a further part of a name (*Chiang Mai*). */
function isPartOfName(words: readonly Word[], classes: readonly Classes[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (before?.upos !== 'PROPN' || !word?.deprel.startsWith('flat')) return false
  return [...(classes[at - 1]?.keys() ?? [])].every((name) => name === before.upos)
}

/** Whether a number counts what follows it (*2079 Dollar*), so that it is no year. */
function countsNext(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word
  if (!word.deprel.startsWith('nummod')) return false
  const counted = words.findIndex(({ index }) => index === word.head)
  return (
    counted > at &&
    counted <= at + 3 &&
    words.slice(at + 1, counted).every((word) => !PARTS_PHRASES.has(word.upos) || HYPHEN.test(word.form))
  )
}

/** Whether a word is the last part of a hyphenated compound whose first part says nothing of time (*MIP-Montag*): a name, no time. */
function isCompoundHead(words: readonly Word[], classes: readonly Classes[], at: number): boolean {
  const [before, hyphen, word] = [words[at - 2], words[at - 1], words[at]]
  if (!before || !hyphen || !word || !HYPHEN.test(hyphen.form)) return false
  if (hyphen.start !== before.end || word.start !== hyphen.end || !CAPITAL.test(word.form)) return false
  return [...(classes[at - 2]?.keys() ?? [])].every((name) => name === before.upos)
}

function setOnce(classes: Map<string, string>, name: string, value: string): void {
  if (!classes.has(name)) classes.set(name, value)
}

/** The German classifier, from the tables in `lang/de/times`. */
export const classifierResource: Resource<Classifier> = {
  id: 'times/classifier',
  load: async (resources) => {
    const table = (name: string) => readTable(resources, `lang/de/times/${name}.tsv`)
    const [words, shapes, compounds, numerals, holidays, endings] = await Promise.all([
      table('words'),
      table('shapes'),
      table('compounds'),
      table('numbers'),
      table('holidays'),
      table('adjective-endings'),
    ])
    const entries = new Map<string, Entry[]>()
    const enter = (form: string, name: string, value: string): void => {
      const key = form.toLowerCase()
      entries.set(key, [...(entries.get(key) ?? []), { class: name, value, capital: CAPITAL.test(form) }])
    }
    const phrases = new Map<string, Phrase[]>()
    const adjective = endings.map(([ending = '']) => (ending === '-' ? '' : ending))
    for (const [forms = '', name = '', value = ''] of words)
      for (const form of forms.split('|')) {
        if (!ADJECTIVE_ENDINGS.test(form)) enter(form, name, value)
        else for (const ending of adjective) enter(form.slice(0, -1) + ending, name, value)
      }
    for (const [forms = '', value = ''] of holidays)
      for (const form of forms.split('|')) {
        const parts = form.toLowerCase().split(' ')
        const [head = ''] = parts
        if (parts.length === 1) enter(form, 'HOLIDAY', value)
        else phrases.set(head, [...(phrases.get(head) ?? []), { forms: parts, class: 'HOLIDAY', value }])
      }
    return new Classifier(
      entries,
      shapes.map(([pattern = '', name = '', value = '']) => ({
        pattern: new RegExp(`^(?:${pattern})$`, 'u'),
        class: name,
        value,
      })),
      compounds.map(([first = '', second = '', link = '-', name = '']) => ({
        first: formsOf([...words, ...holidays.map(([forms = '', value = '']) => [forms, 'HOLIDAY', value])], first),
        second: new Map(formsOf(words, second)),
        link: link === '-' ? '' : link,
        class: name,
      })),
      phrases,
      readNumerals(numerals),
    )
  },
}

const formsOf = (words: readonly string[][], name: string): [form: string, value: string][] =>
  words
    .filter(([, found]) => found === name)
    .flatMap(([forms = '', , value = '']) =>
      forms.split('|').map((form): [string, string] => [form.toLowerCase(), value]),
    )
