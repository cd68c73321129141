import type { EntityType, Modality, Polarity } from '../../core/document.ts'
import { PressgraphError } from '../../core/errors.ts'
import { ENTITY_TYPES } from '../../rdf/relation.ts'

export type Construction = 'verb' | 'noun' | 'role' | 'pred'

/** One place where a subject or object may stand: a role (`subj`, `gen`, a preposition), perhaps with a case, perhaps only an amount. */
export interface Slot {
  readonly role: string
  /** Of `gen>gen`: the role that the noun in the first place fills in turn. */
  readonly inner?: string
  readonly case?: 'Acc' | 'Dat'
  readonly amount: boolean
}

/** One wording of one relation, as a line of the lexicon says it. */
export interface Frame {
  /** Local name of the relation. */
  readonly relation: string
  readonly construction: Construction
  /** Lemma without *sich* and without the phrase of a support verb. */
  readonly lemma: string
  readonly reflexive: boolean
  /** The phrase that a support verb makes one expression with (*ums Leben* kommen): its preposition and noun. */
  readonly phrase?: { readonly role: string; readonly noun: string }
  readonly subject: readonly Slot[]
  readonly object: readonly Slot[]
  /** Whether, where the object is missing, each two of several subjects are meant. */
  readonly pairs: boolean
  /** Whether compounds that end with the lemma mean something else (*Landsfrau* is no *Frau* of somebody). */
  readonly whole: boolean
  readonly subjectTypes: readonly EntityType[] | null
  readonly objectTypes: readonly EntityType[] | null
  readonly polarity?: Polarity
  readonly modality?: Modality
}

const CONSTRUCTIONS: readonly string[] = ['verb', 'noun', 'role', 'pred']
const MODALITIES: readonly string[] = ['future', 'possible', 'desired', 'conditional']

function parseSlot(text: string): Slot {
  const [path = '', mark] = text.split(/[:+]/)
  const [role = '', inner] = path.split('>')
  if (inner !== undefined) return { role, inner, amount: false }
  const amount = role === 'amount' || mark === 'amount'
  return mark === 'Acc' || mark === 'Dat' ? { role, case: mark, amount } : { role, amount }
}

function parseTypes(option: string, fail: (problem: string) => never): readonly EntityType[] {
  const types = option.slice(option.indexOf(':') + 1).split('/')
  for (const type of types)
    if (!(ENTITY_TYPES as readonly string[]).includes(type))
      fail(`unknown type "${type}"; there are ${ENTITY_TYPES.join(', ')}`)
  return types as EntityType[]
}

/**
 * Reads a lexicon of wordings: a tab-separated table with the columns relation, construction, lemma, subject, object, options, example;
 * its own first comment explains them. Lines that begin with `#` and empty lines are left out, the first other line is the header.
 * @throws PressgraphError naming `file` and line if a line is not of that form.
 */
export function parseFrames(text: string, file: string): Frame[] {
  const frames: Frame[] = []
  let header = true
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return
    if (header) {
      header = false
      return
    }
    const fail = (problem: string): never => {
      throw new PressgraphError(`${file}, line ${at + 1}: ${problem}`, {
        hint: 'A line has seven cells parted by tabs: relation, construction, lemma, subject, object, options, example.',
      })
    }
    const [relation = '', construction = '', lemma = '', subject = '', object = '', options = '-'] = line
      .split('\t')
      .map((cell) => cell.trim())
    if (!object) fail(`has ${line.split('\t').length} cells`)
    if (!CONSTRUCTIONS.includes(construction)) fail(`unknown construction "${construction}"`)
    let pairs = false
    let whole = false
    let subjectTypes: readonly EntityType[] | null = null
    let objectTypes: readonly EntityType[] | null = null
    let polarity: Polarity | undefined
    let modality: Modality | undefined
    for (const option of options.split(/\s+/)) {
      if (option === '' || option === '-') continue
      if (option === 'pairs') pairs = true
      else if (option === 'whole') whole = true
      else if (option === 'negative') polarity = 'negative'
      else if (MODALITIES.includes(option)) modality = option as Modality
      else if (option.startsWith('subject:')) subjectTypes = parseTypes(option, fail)
      else if (option.startsWith('object:')) objectTypes = parseTypes(option, fail)
      else fail(`unknown option "${option}"`)
    }
    for (const written of lemma.split('|')) {
      const reflexive = written.startsWith('sich ')
      const words = (reflexive ? written.slice(5) : written).split(' ')
      const [role = '', noun = ''] = words
      if (words.length !== 1 && words.length !== 3)
        fail(`"${written}" is neither one word nor preposition, noun and verb`)
      frames.push({
        relation,
        construction: construction as Construction,
        lemma: words.at(-1)!,
        reflexive,
        ...(words.length === 3 ? { phrase: { role, noun } } : {}),
        subject: subject.split('|').map(parseSlot),
        object: object.split('|').map(parseSlot),
        pairs,
        whole,
        subjectTypes,
        objectTypes,
        ...(polarity ? { polarity } : {}),
        ...(modality ? { modality } : {}),
      })
    }
  })
  return frames
}

/** Nouns are compared without regard to case and to the old spelling of *ss* (*Beschluß*). */
const folded = (lemma: string): string => lemma.toLowerCase().replaceAll('ß', 'ss')

/** Wordings by construction and lemma; nouns are found by their last part as well (*Gipfeltreffen* → *Treffen*). */
export class FrameLexicon {
  readonly #byLemma = new Map<string, Frame[]>()
  readonly #nounLengths: readonly number[]
  readonly #feminine: readonly string[]

  /** @param feminine endings that make a woman's word of a man's (*Kanzlerin*) */
  constructor(frames: readonly Frame[], feminine: readonly string[] = []) {
    this.#feminine = feminine
    const lengths = new Set<number>()
    for (const frame of frames) {
      const key = `${frame.construction} ${frame.construction === 'verb' ? frame.lemma : folded(frame.lemma)}`
      const list = this.#byLemma.get(key)
      if (list) list.push(frame)
      else this.#byLemma.set(key, [frame])
      if (frame.construction !== 'verb') lengths.add(folded(frame.lemma).length)
    }
    this.#nounLengths = [...lengths].sort((a, b) => b - a)
  }

  verb(lemma: string): readonly Frame[] {
    return this.#byLemma.get(`verb ${lemma}`) ?? []
  }

  /** Frames of the longest lemma that the noun is, or ends with after at least two further letters; and that lemma's length. */
  noun(construction: Exclude<Construction, 'verb'>, lemma: string): { frames: readonly Frame[]; length: number } {
    const low = folded(lemma)
    const found = this.#longest(construction, low)
    if (found.length > 0) return found
    for (const ending of this.#feminine)
      if (low.endsWith(ending)) {
        const masculine = this.#longest(construction, low.slice(0, -ending.length))
        if (masculine.length > 0) return masculine
      }
    return found
  }

  #longest(construction: string, low: string): { frames: readonly Frame[]; length: number } {
    const whole = this.#byLemma.get(`${construction} ${low}`)
    if (whole) return { frames: whole, length: low.length }
    for (const length of this.#nounLengths) {
      if (length > low.length - 2 || length < 4) continue
      const frames = this.#byLemma.get(`${construction} ${low.slice(-length)}`)?.filter((frame) => !frame.whole)
      if (frames && frames.length > 0) return { frames, length }
    }
    return { frames: [], length: 0 }
  }
}
