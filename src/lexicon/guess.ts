import {
  ALL_FINITE,
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

const NEUTER_SINGULAR = genderCells(2) & SINGULAR
const SHORTEST_STEM = 2
const SHORTEST_ADJECTIVE_HEAD = 4

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
export function guessAdjective(form: string, known: Known, rules: FormationRules): Reading[] {
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
  const rule = rules.adjectiveEndings.find((ending) => applies(ending, form))
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

/** Readings of a noun that the lexicon does not have: compound, adjective or infinitive used as a noun, or its ending alone. */
export function guessNoun(form: string, known: Known, rules: FormationRules): Reading[] {
  const lower = form.charAt(0).toLowerCase() + form.slice(1)
  const exact = known.exact(lower)
  const infinitive = exact.find((one) => one.cells & INFINITIVE && one.upos === 'VERB')
  if (infinitive) return [reading(form, 'NOUN', NEUTER_SINGULAR)]
  const inflected = [...adjectivesAmong(exact), ...guessDegree(lower, known, rules)].filter(({ cells }) => cells !== 0)
  if (inflected.length > 0)
    return inflected.map((one) => {
      const ending = rules.adjectiveEndings.find(({ suffix, cells }) => cells === one.cells && lower.endsWith(suffix))
      const stem = ending ? form.slice(0, form.length - ending.suffix.length) : form
      return reading(stem + rules.nominalised, 'NOUN', one.cells)
    })
  const compound = known.split(form)
  if (compound && compound.readings.length > 0) return [...compound.readings]
  const rule = rules.nounSuffixes.find((suffix) => applies(suffix, form))
  return rule ? [reading(lemmaBy(rule, form), 'NOUN', rule.cells)] : []
}

/** Readings of a verb that the lexicon does not have: a separable prefix before a known verb, or its ending alone. */
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
  return rules.verbSuffixes
    .filter((rule) => applies(rule, form))
    .slice(0, 1)
    .map((rule) => reading(lemmaBy(rule, form), 'VERB', rule.cells))
}

const verbs = (readings: readonly Reading[], cells: number): Reading[] =>
  readings.filter((one) => one.upos === 'VERB' && one.prefix === '' && (one.cells & cells) !== 0)

export const capitalised = (form: string): boolean => form !== '' && form === capitalise(form)
