import { describe, expect, it } from 'vitest'
import { chains } from './helper.ts'

describe('joinSpeakers', () => {
  it('takes ich and mein for the speaker', async () => {
    const text = '„Ich verkaufe mein Haus“, sagte Angela Merkel.'
    expect(await chains(text)).toContain('Angela Merkel: Ich | mein | Angela Merkel')
  })

  it('makes one group of the wir of a person, other than the person', async () => {
    const text = '„Wir hoffen auf Frieden“, sagte Ilja Djatschkow. „Wir bauen Brücken“, sagte Djatschkow.'
    const found = await chains(text)
    expect(found).toContainEqual(expect.stringMatching(/Wir \| Wir$/))
    expect(found).toContain('Ilja Djatschkow: Ilja Djatschkow | Djatschkow')
  })

  it('takes wir for an organisation that speaks', async () => {
    const text = '„Wir bedauern den Fehler“, teilte die Volkswagen AG mit.'
    expect(await chains(text)).toContainEqual(expect.stringContaining('Wir | die Volkswagen AG'))
  })
})
