import {
  ALL_FINITE,
  finiteCell,
  genderCells,
  IMPERATIVE,
  INFINITIVE,
  PAST_PARTICIPLE,
  PRESENT_PARTICIPLE,
  SINGULAR,
  ZU_INFINITIVE,
} from './cells.ts'
import { type Compound, capitalise } from './compound.ts'
import type { Reading } from './reading.ts'
import type { FormationRules, SuffixRule } from './rules.ts'

/** What the guesser asks of the lexicon. */
export interface Known {
  /** Readings of exactly this form. */
  readonly exact: (form: string) => readonly Reading[]
  readonly split: (word: string) => Compound | null
  /** Separable prefixes, longest first. */
  readonly prefixes: readonly string[]
}

const FIRST_PERSON = finiteCell(0, 0, 1)
const NEUTER_SINGULAR = genderCells(2) & SINGULAR
const SHORTEST_STEM = 2
const SHORTEST_ADJECTIVE_HEAD = 4
/** A suffix of so many letters tells more than a compound whose first part is unknown (*Emittenten* is no *Ente*). */
const TELLING_SUFFIX = 4

const reading = (lemma: string, upos: Reading['upos'], cells: number, feats = {}, prefix = ''): Reading => ({
  lemma,
  upos,
  cells,
  feats,
  prefix,
})

const applies = (rule: SuffixRule, form: string): boolean =>
  form.length >= rule.prefix.length + rule.suffix.length + SHORTEST_STEM &&
  form.endsWith(rule.suffix) &&
  form.startsWith(rule.prefix)

const lemmaBy = (rule: SuffixRule, form: string): string =>
  form.slice(rule.prefix.length, form.length - rule.suffix.length) + rule.lemma

const adjectivesAmong = (readings: readonly Reading[]): Reading[] => readings.filter(({ upos }) => upos === 'ADJ')

/** Readings of an adjective that the lexicon does not have: degrees, compounds, participles of known verbs, or its ending alone. */
export function guessAdjective(written: string, known: Known, rules: FormationRules): Reading[] {
  const form = written.toLowerCase()
  const degree = guessDegree(form, known, rules)
  if (degree.length > 0) return degree
  for (let at = 2; at <= form.length - SHORTEST_ADJECTIVE_HEAD; at++) {
    const head = form.slice(at)
    const found = adjectivesAmong(known.exact(head))
    if (found.length > 0) return found.map((one) => ({ ...one, lemma: form.slice(0, at) + one.lemma }))
    const compared = guessDegree(head, known, rules)
    if (compared.length > 0 && head.length > 6)
      return compared.map((one) => ({ ...one, lemma: form.slice(0, at) + one.lemma }))
  }
  if (known.exact(form + rules.nominalised).some(({ upos }) => upos === 'ADJ'))
    return [reading(form, 'ADJ', 0, { Degree: 'Pos' })]
  const rule = rules.adjectiveEndings.find((ending) => applies(ending, form))
  const derived = rules.adjectiveSuffixes.some((suffix) => form.endsWith(suffix + (rule?.suffix ?? '')))
  if (written !== form && !derived) return [reading(written, 'ADJ', 0, { Degree: 'Pos' })]
  if (rule) return [reading(lemmaBy(rule, form), 'ADJ', rule.cells, { Degree: 'Pos' })]
  return [reading(form, 'ADJ', 0, { Degree: 'Pos' })]
}

/** Comparative and superlative: a known inflected stem, the degree's ending, an adjective ending or none. */
function guessDegree(form: string, known: Known, rules: FormationRules): Reading[] {
  const bare: SuffixRule = { prefix: '', suffix: '', lemma: '', cells: 0 }
  const out: Reading[] = []
  for (const ending of [...rules.adjectiveEndings, bare]) {
    if (!applies(ending, form)) continue
    const stem = form.slice(0, form.length - ending.suffix.length)
    for (const [degree, marks] of [
      ['Cmp', rules.comparatives],
      ['Sup', rules.superlatives],
    ] as const)
      for (const mark of marks) {
        if (!stem.endsWith(mark) || stem.length < mark.length + SHORTEST_STEM) continue
        const base = stem.slice(0, stem.length - mark.length)
        const positive =
          adjectivesAmong(known.exact(`${base}e`)).find((one) => one.feats.Degree === 'Pos') ??
          adjectivesAmong(known.exact(base)).find((one) => one.feats.Degree === 'Pos' && one.cells === 0)
        if (positive && !out.some((one) => one.feats.Degree === degree && one.cells === ending.cells))
          out.push(reading(positive.lemma, 'ADJ', ending.cells, { Degree: degree }))
      }
  }
  return out
}

/** Readings of an adjective or participle that is used as a noun (*Abgeordneten*), or none. */
export function guessNominalised(form: string, known: Known, rules: FormationRules): Reading[] {
  const lower = form.charAt(0).toLowerCase() + form.slice(1)
  return [...adjectivesAmong(known.exact(lower)), ...guessDegree(lower, known, rules)]
    .filter(({ cells }) => cells !== 0)
    .map((one) => {
      const ending = rules.adjectiveEndings.find(({ suffix, cells }) => cells === one.cells && lower.endsWith(suffix))
      const stem = ending ? form.slice(0, form.length - ending.suffix.length) : form
      return reading(stem + rules.nominalised, 'NOUN', one.cells)
    })
}

/** Readings of a noun that the lexicon does not have: infinitive or adjective used as a noun, compound, or its ending alone. */
export function guessNoun(form: string, known: Known, rules: FormationRules): Reading[] {
  const lower = form.charAt(0).toLowerCase() + form.slice(1)
  if (known.exact(lower).some(({ upos, cells }) => upos === 'VERB' && (cells & INFINITIVE) !== 0))
    return [reading(form, 'NOUN', NEUTER_SINGULAR)]
  const nominalised = guessNominalised(form, known, rules)
  if (nominalised.length > 0) return nominalised
  const compound = known.split(form)
  const rule = rules.nounSuffixes.find((suffix) => applies(suffix, form))
  const telling = rule !== undefined && rule.suffix.length >= TELLING_SUFFIX
  if (compound && compound.readings.length > 0 && (compound.known || !telling)) return [...compound.readings]
  return rule ? [reading(lemmaBy(rule, form), 'NOUN', rule.cells)] : []
}

/**
 * Readings of a verb that the lexicon does not have: a prefix before a known verb, a first person without its ending, or the form's
 * ending alone; a word that is known as an adjective is not bent into a verb.
 */
export function guessVerb(form: string, known: Known, rules: FormationRules): Reading[] {
  for (const prefix of known.prefixes) {
    if (!form.startsWith(prefix)) continue
    const rest = form.slice(prefix.length)
    const marker = rules.infinitiveMarkers.find((mark) => rest.startsWith(mark))
    const infinitives = marker ? verbs(known.exact(rest.slice(marker.length)), INFINITIVE) : []
    if (infinitives.length > 0)
      return infinitives.map((one) => reading(prefix + one.lemma, 'VERB', ZU_INFINITIVE, {}, prefix))
    const base = verbs(known.exact(rest), ALL_FINITE | IMPERATIVE | INFINITIVE | PAST_PARTICIPLE | PRESENT_PARTICIPLE)
    if (base.length > 0) return base.map((one) => ({ ...one, lemma: prefix + one.lemma, prefix }))
  }
  for (const prefix of rules.inseparablePrefixes) {
    const rest = form.slice(prefix.length)
    if (!form.startsWith(prefix) || rest.length <= SHORTEST_STEM) continue
    const participles = rules.participlePrefixes.flatMap((mark) => verbs(known.exact(mark + rest), PAST_PARTICIPLE))
    const base = verbs(known.exact(rest), ALL_FINITE | IMPERATIVE | INFINITIVE)
    if (participles.length + base.length > 0)
      return [...participles, ...base].map((one) => ({ ...one, lemma: prefix + one.lemma }))
  }
  const first = verbs(known.exact(form + rules.firstPerson), FIRST_PERSON)
  if (first.length > 0) return first.map((one) => ({ ...one, cells: one.cells & (FIRST_PERSON | IMPERATIVE) }))
  if (known.exact(form).some(({ upos, cells }) => upos === 'ADJ' && cells === 0)) return [reading(form, 'VERB', 0)]
  return rules.verbSuffixes
    .filter((rule) => applies(rule, form))
    .slice(0, 1)
    .map((rule) => reading(lemmaBy(rule, form), 'VERB', rule.cells))
}

const verbs = (readings: readonly Reading[], cells: number): Reading[] =>
  readings.filter((one) => one.upos === 'VERB' && one.prefix === '' && (one.cells & cells) !== 0)

export const capitalised = (form: string): boolean => form !== '' && form === capitalise(form)
