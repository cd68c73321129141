import { describe, expect, it } from 'vitest'
import { chains } from './helper.ts'

describe('pronouns', () => {
  it('means by an object nobody who is another argument of its verb', async () => {
    const found = await chains('Wladimir Putin empfing Kim Jong Un. Putin lobte ihn.')
    expect(found).toContain('Kim Jong Un: Kim Jong Un | ihn')
  })

  it('takes no speaker from what is said', async () => {
    const text = 'Angela Merkel kam nach Berlin. Der Katalog müsse überprüft werden, forderte sie.'
    expect(await chains(text)).toContain('Angela Merkel: Angela Merkel | sie')
  })

  it('leaves alone an es that means nothing', async () => {
    expect(await chains('Das Land ist groß. Es gibt viele Seen.')).toEqual([])
  })

  it('gives a possessive in the second conjunct to the first', async () => {
    const found = await chains('Die Regierung half den Betroffenen und ihren Familien.')
    expect(found).toContainEqual(expect.stringContaining('den Betroffenen | ihren'))
  })

  it('takes dort for the place of the sentence before', async () => {
    expect(await chains('Putin reiste nach Wladiwostok. Dort traf er Kim.')).toContain(
      'Wladiwostok: Wladiwostok | Dort',
    )
  })

  it('agrees with the sex of a first name', async () => {
    const text = 'Angela Merkel traf Nicolas Sarkozy. Sie lobte die Wirtschaft.'
    expect(await chains(text)).toContain('Angela Merkel: Angela Merkel | Sie')
  })

  it('takes the last group for the whole of a part', async () => {
    const text = 'Die Soldaten führten 8000 Muslime ab. Viele von ihnen wurden erschossen.'
    expect(await chains(text)).toContain('8000 Muslime: 8000 Muslime | ihnen')
  })

  it('takes the subject of a relative clause for the owner in it', async () => {
    const text = 'Eine Medaille erhielten auch die Kinder, die hier ihren Urlaub verbringen.'
    expect(await chains(text)).toContainEqual(expect.stringMatching(/die Kinder \| ihren$/))
  })

  it('means by no pronoun the agency that a report is from', async () => {
    const text = 'Rom (APA). Die Notenbank hat ihre Prognose gesenkt.'
    expect(await chains(text)).toEqual(['Notenbank: Die Notenbank | ihre'])
  })

  it('takes the subject of a clause with als', async () => {
    const text = 'Es wurde deutlich, als die Ortsgruppen ihre Tätigkeit in den Dörfern vorstellten.'
    expect(await chains(text)).toContain('Ortsgruppen: die Ortsgruppen | ihre')
  })

  it('leaves alone what belongs to each', async () => {
    const text = 'Das Gremium tagt heute. Dort spricht jedes Mitglied in seiner Muttersprache.'
    expect((await chains(text)).join()).not.toContain('seiner')
  })
})
