import { describe, expect, it } from 'vitest'
import { chains, entities } from './helper.ts'

const SPORT =
  'Deutschland gewann das Spiel gegen Spanien. Der Trainer lobte die deutsche Mannschaft vor dem Halbfinale der Europameisterschaft.'

describe('joinTeams', () => {
  it('takes a country that plays for its team', async () => {
    const found = await entities(SPORT)
    expect(found.find((entity) => entity.label === 'Deutschland')?.type).toBe('Organization')
    expect(found.find((entity) => entity.label === 'Spanien')?.type).toBe('Organization')
    expect(await chains(SPORT)).toContain('Deutschland: Deutschland | die deutsche Mannschaft')
  })

  it('leaves countries alone where nothing speaks of sport', async () => {
    const found = await entities('Deutschland gewann die Abstimmung gegen Spanien.')
    expect(found.find((entity) => entity.label === 'Deutschland')?.type).toBe('Place')
  })
})
