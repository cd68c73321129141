import { describe, expect, it } from 'vitest'
import { languagePack, languages } from '../../src/lang/index.ts'

describe('languagePack', () => {
  it('finds a language with or without region', () => {
    expect(languagePack('de')?.label).toBe('Deutsch')
    expect(languagePack('de-AT')?.code).toBe('de')
    expect(languagePack('DE')?.code).toBe('de')
  })

  it('knows which languages it does not have', () => {
    expect(languagePack('fr')).toBeNull()
    expect(languagePack('')).toBeNull()
    expect(languages).toEqual(['de'])
  })
})
