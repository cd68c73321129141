import { describe, expect, it } from 'vitest'
import { chains } from './helper.ts'

describe('ages', () => {
  it('takes the one of that age, by whom it was told', async () => {
    const text =
      'Monika Prünster (30) wurde Torhüterin des Jahres. Anika Niederwieser war die beste Spielerin. Die 22-Jährige wurde schon im Juli geehrt.'
    expect(await chains(text)).toContain('Anika Niederwieser: Anika Niederwieser | Die 22-Jährige')
  })

  it('takes someone without a name by the same age', async () => {
    const text =
      'Er fuhr auf das Auto einer 28-jährigen Frau auf. Eine 47-jährige Frau half. Die 28-Jährige wurde verletzt.'
    expect(await chains(text)).toContainEqual(expect.stringMatching(/einer 28-jährigen Frau \| Die 28-Jährige$/))
  })

  it('tells ages in words apart', async () => {
    const text =
      'Eine 41-jährige Beraterin wurde überfallen. Das Kind wurde entführt. Am Abend wurde die Vierjährige entdeckt.'
    expect((await chains(text)).join()).not.toContain('die Vierjährige')
  })
})
