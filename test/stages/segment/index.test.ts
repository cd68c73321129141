import { describe, expect, it } from 'vitest'
import { nodeResources } from '../../../src/node/resources.ts'
import { segment } from '../../../src/stages/segment/index.ts'

const resources = nodeResources()
const metadata = { id: 'x', title: null, date: null, language: 'de', author: null, publisher: null, source: null }
const read = (text: string) => segment.run({ text, metadata }, resources)

const sentences = async (text: string) => (await read(text)).sentences.map(({ start, end }) => text.slice(start, end))
const forms = async (text: string) => (await read(text)).tokens.map(({ form }) => form).join(' ')

describe('segment', () => {
  it('makes two words of a contraction, over one span', async () => {
    const { tokens } = await read('Im Haus zum Hof')
    expect(tokens.map(({ form }) => form)).toEqual(['In', 'dem', 'Haus', 'zu', 'dem', 'Hof'])
    expect(tokens[0]).toMatchObject({ start: 0, end: 2, spaceBefore: true, contraction: { form: 'Im', place: 0 } })
    expect(tokens[1]).toMatchObject({ start: 0, end: 2, spaceBefore: false, contraction: { form: 'Im', place: 1 } })
    expect(await forms('ZUR REDE')).toBe('ZU DER REDE')
  })

  it.each([
    ['Nordkorea-Experte', 'Nordkorea - Experte'],
    ['Kosten von 5.000,50 Euro (10 %)', 'Kosten von 5.000,50 Euro ( 10 % )'],
    ['siegte 31:23 um 20:30 Uhr', 'siegte 31:23 um 20:30 Uhr'],
    ['am 3. März 2019, u.a. in St. Pölten', 'an dem 3. März 2019 , u.a. in St. Pölten'],
    ['Benedikt XVI. betete', 'Benedikt XVI. betete'],
    ['Wien/Graz – Das', 'Wien / Graz – Das'],
    ['„Ja“, »nein« und "doch"', '„ Ja “ , » nein « und " doch "'],
    ['Addenbrooke’s gibt’s', 'Addenbrooke’s gibt ’s'],
    ['Nord- wie auch Südkorea', 'Nord - wie auch Südkorea'],
    ['auf https://example.org/a?b=c, sagt', 'auf https://example.org/a?b=c , sagt'],
  ])('splits %s', async (text, expected) => {
    expect(await forms(text)).toBe(expected)
  })

  it.each([
    ['Das war 1995. Die Regierung fiel.', 2],
    ['Am 5. Spieltag traf Dr. Müller die z. B. aus Berlin angereiste Elf.', 1],
    ['Elisabeth II. Am Nachmittag sprach er.', 2],
    ['„Ich komme. Ich bleibe.“ Dann ging er.', 3],
    ['„Wer kommt?“, fragte er. Niemand.', 2],
    ['Er sagte "Nein." Sie sagte "Ja."', 2],
    ['Das Ende.Der Anfang.', 2],
    ['Das Magazin „E! Online“ berichtet.', 1],
    ['Sie sagte: „[...] Ich war nie eine Anhängerin.“', 1],
    ['Die 8. ASEM-Konferenz findet heute statt.', 1],
    ['Das Tor (60.) fiel nach 30 m. Zwei (?) Spieler trafen.', 2],
    ['Er ging . "', 1],
  ])('finds the sentences of %s', async (text, count) => {
    expect(await sentences(text)).toHaveLength(count)
  })

  it('leaves a leading date out, and takes a paragraph without a full stop for a headline', async () => {
    const { sentences: found } = await read(' date 2019-04 In Wien traf er sie.\n\nGespräche über Öl\n\nEr sagte:')
    expect(found.map(({ start, kind, paragraph }) => [start, kind, paragraph])).toEqual([
      [14, 'text', 0],
      [36, 'headline', 1],
      [55, 'text', 2],
    ])
  })
})
