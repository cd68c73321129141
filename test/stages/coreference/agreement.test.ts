import { describe, expect, it } from 'vitest'
import {
  ANY,
  agreementOf,
  FEMININE,
  MASCULINE,
  NEUTER,
  PLURAL,
  readAgreement,
  SINGULAR,
} from '../../../src/stages/coreference/agreement.ts'

describe('readAgreement', () => {
  it('reads alternatives', () => {
    expect(readAgreement('Masc.Sing')).toBe(MASCULINE)
    expect(readAgreement('Masc.Sing|Neut.Sing')).toBe(MASCULINE | NEUTER)
    expect(readAgreement('Fem.Sing|Any.Plur')).toBe(FEMININE | PLURAL)
  })

  it('leaves open what is Any', () => {
    expect(readAgreement('Any.Sing')).toBe(SINGULAR)
    expect(readAgreement('Any.Any')).toBe(ANY)
  })
})

describe('agreementOf', () => {
  it('takes gender in the singular only', () => {
    expect(agreementOf({ Gender: 'Fem', Number: 'Sing' })).toBe(FEMININE)
    expect(agreementOf({ Gender: 'Fem', Number: 'Plur' })).toBe(PLURAL)
  })

  it('leaves open what the features leave out', () => {
    expect(agreementOf({})).toBe(ANY)
    expect(agreementOf({ Number: 'Sing' })).toBe(SINGULAR)
    expect(agreementOf({ Gender: 'Masc,Neut', Number: 'Sing' })).toBe(MASCULINE | NEUTER)
  })
})
