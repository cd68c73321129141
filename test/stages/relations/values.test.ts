import { describe, expect, it } from 'vitest'
import { extracted } from '../../support/pipeline.ts'

const amounts = async (text: string) =>
  (await extracted(text)).claims.flatMap((claim) => (claim.value?.datatype.endsWith('decimal') ? [claim.value] : []))

describe('amounts', () => {
  it.each([
    ['Der Schaden beträgt 34 Millionen Euro.', { text: '34 Millionen Euro', amount: 34_000_000, unit: 'EUR' }],
    [
      'Der Umsatz liegt bei 8,4 Milliarden Franken.',
      { text: '8,4 Milliarden Franken', amount: 8_400_000_000, unit: 'CHF' },
    ],
    ['Die Strecke kostet 2.000 Dollar.', { text: '2.000 Dollar', amount: 2000, unit: 'USD' }],
  ])('%s', async (text, value) => {
    expect(await amounts(text)).toContainEqual({ ...value, datatype: 'http://www.w3.org/2001/XMLSchema#decimal' })
  })

  it('of a range have no single number', async () => {
    const [value] = await amounts('Der Schaden beträgt 200 bis 300 Euro.')
    expect(value).toMatchObject({ text: '200 bis 300 Euro', unit: 'EUR' })
    expect(value).not.toHaveProperty('amount')
  })
})
