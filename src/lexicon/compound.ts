import type { Reading } from './reading.ts'

/** A noun made of others: *Atomverhandlungen* = *Atom* + *Verhandlungen*. */
export interface Compound {
  /** What stands before the head, as written, without the hyphen (*Atom*, *US*, *Friedens*). */
  readonly modifier: string
  /** The head in the form it has here, capitalised (*Verhandlungen*). */
  readonly head: string
  /** The head's lemma (*Verhandlung*); the form itself if the head is not in the lexicon. */
  readonly headLemma: string
  /** Readings of the whole word: lemma of the compound, cells of the head. */
  readonly readings: readonly Reading[]
  /** Whether all its parts are words of the lexicon. */
  readonly known: boolean
}

/** What the splitter asks of the lexicon. */
export interface CompoundParts {
  /** Noun readings of exactly this form. */
  readonly nouns: (form: string) => readonly Reading[]
  /** Noun readings of a form that is an adjective used as a noun. */
  readonly nominalised: (form: string) => readonly Reading[]
  /** Whether the word may stand before another, itself or without a linking element. */
  readonly isModifier: (part: string) => boolean
}

export const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const SHORTEST_HEAD = 3
const SHORTEST_MODIFIER = 2
const SHORTEST_HEAD_ALONE = 5
const LONGEST = 80
/** In a word that the lexicon has as it is, a head shorter than this is believed only after a first part of at least the same length. */
const SHORTEST_HEAD_INSIDE = 5

function compound(
  modifier: string,
  joint: string,
  head: string,
  nouns: readonly Reading[],
  written: string,
  known: boolean,
): Compound {
  const prefix = modifier + joint
  const lower = joint === '' && written === written.toLowerCase()
  const join = (lemma: string): string => prefix + (lower ? lemma.charAt(0).toLowerCase() + lemma.slice(1) : lemma)
  return {
    modifier,
    head,
    headLemma: nouns[0]?.lemma ?? head,
    readings: nouns.map((reading) => ({ ...reading, lemma: join(reading.lemma) })),
    known,
  }
}

/**
 * Splits a noun before its head. After a hyphen the head is what follows it; else the longest noun of the lexicon that the word ends in
 * and whose rest is a word too, or, if no rest is known, the longest noun of five letters or more.
 */
export function splitNoun(word: string, parts: CompoundParts): Compound | null {
  if (word.length > LONGEST) return null
  const hyphen = word.lastIndexOf('-')
  if (hyphen > 0 && hyphen < word.length - 1) {
    const written = word.slice(hyphen + 1)
    const head = capitalise(written)
    const inner = splitNoun(head, parts)
    const nouns = parts.nouns(head)
    return compound(
      word.slice(0, hyphen),
      '-',
      head,
      nouns.length > 0 ? nouns : (inner?.readings ?? []),
      written,
      nouns.length > 0,
    )
  }
  const whole = parts.nouns(word).length > 0
  let alone: Compound | null = null
  for (const nounsOf of [parts.nouns, parts.nominalised]) {
    for (let at = SHORTEST_MODIFIER; at <= word.length - SHORTEST_HEAD; at++) {
      const written = word.slice(at)
      if (written !== written.toLowerCase()) continue
      const head = capitalise(written)
      const nouns = nounsOf(head)
      if (nouns.length === 0) continue
      const modifier = word.slice(0, at)
      if (whole && head.length < SHORTEST_HEAD_INSIDE && modifier.length < SHORTEST_HEAD_INSIDE) continue
      if (parts.isModifier(modifier)) return compound(modifier, '', head, nouns, written, true)
      if (head.length >= SHORTEST_HEAD_ALONE && modifier.length > SHORTEST_MODIFIER)
        alone ??= compound(modifier, '', head, nouns, written, false)
    }
    if (alone) return alone
  }
  return null
}
