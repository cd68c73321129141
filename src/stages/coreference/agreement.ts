import type { Features } from '../../core/document.ts'

/** Genders in the singular, and the plural, that a phrase has or may have: a set of bits. */
export type Agreement = number

export const MASCULINE: Agreement = 1
export const FEMININE: Agreement = 2
export const NEUTER: Agreement = 4
export const PLURAL: Agreement = 8
export const SINGULAR: Agreement = MASCULINE | FEMININE | NEUTER
export const ANY: Agreement = SINGULAR | PLURAL

const GENDERS: Readonly<Record<string, Agreement>> = { Masc: MASCULINE, Fem: FEMININE, Neut: NEUTER }

/** Reads `Masc.Sing|Any.Plur`: alternatives of gender and number, of which `Any` leaves one open. */
export function readAgreement(text: string): Agreement {
  let agreement = 0
  for (const alternative of text.split('|')) {
    const [gender = 'Any', number = 'Any'] = alternative.split('.')
    if (number !== 'Plur') agreement |= GENDERS[gender] ?? SINGULAR
    if (number !== 'Sing') agreement |= PLURAL
  }
  return agreement
}

/** What Universal features say of gender and number; what they leave out stays open. */
export function agreementOf(features: Features): Agreement {
  const gender = features.Gender
    ? features.Gender.split(',').reduce((bits, name) => bits | (GENDERS[name] ?? 0), 0) || SINGULAR
    : SINGULAR
  if (features.Number === 'Plur') return PLURAL
  return features.Number === 'Sing' ? gender : gender | PLURAL
}
