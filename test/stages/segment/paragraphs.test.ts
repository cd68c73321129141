import { describe, expect, it } from 'vitest'
import { paragraphsOf, startOfText } from '../../../src/stages/segment/paragraphs.ts'

const paragraphs = (text: string) => paragraphsOf(text).map(({ start, end }) => text.slice(start, end))

describe('paragraphsOf', () => {
  it('parts paragraphs at empty lines, and lines that are paragraphs', () => {
    expect(paragraphs('Titel\n\nEin Satz. Noch einer.\r\n \t\r\nEnde\n')).toEqual([
      'Titel',
      'Ein Satz. Noch einer.',
      'Ende',
    ])
    expect(paragraphs('Erste Zeile.\nZweite Zeile\n  Dritte Zeile\u2028Vierte')).toEqual([
      'Erste Zeile.',
      'Zweite Zeile',
      'Dritte Zeile',
      'Vierte',
    ])
  })

  it('joins lines that were broken to fit a page', () => {
    const body = [
      'Mit der Übernahme des amerikanischen Unternehmens hat der Konzern den',
      'Sprung in die Liga der Zulieferer hingelegt. Die Zahlen, die er am',
      'Dienstag vorlegte, sind tadellos. Bei dem Tempo, mit dem sich der',
      'Konzern verändert, muss das Management aber aufpassen, dass die Leute',
      'nicht verloren gehen.',
    ].join('\n')
    const more = 'Viele machen sich\nGedanken darüber, wie es weitergeht.'
    const title = 'Bilanz des Technologiekonzerns aus Friedrichshafen am Bodensee: die Richtung vorgeben'
    expect(paragraphs(`${title}\n${body}\n\n${more}`)).toEqual([
      title,
      body,
      'Viele machen sich',
      'Gedanken darüber, wie es weitergeht.',
    ])
  })

  it('keeps headlines of like length apart', () => {
    const lines = [
      'Regierung beschließt neues Gesetz zur Rente',
      'Opposition kritisiert Haushalt als unsozial',
      'Gericht verurteilt Angeklagten zu acht Jahren',
      'Verein verpflichtet Trainer aus Dortmund neu',
      'Polizei sucht Zeugen nach Unfall auf der A7',
    ]
    expect(paragraphs(lines.join('\n'))).toEqual(lines)
  })

  it('goes on in a line that begins with a small letter', () => {
    expect(paragraphs('Er traf am Montag\nden Präsidenten.')).toHaveLength(1)
    expect(paragraphs('Er ging.\nden Präsidenten')).toHaveLength(2)
  })
})

describe('startOfText', () => {
  it.each([
    ['date 2019-04-25\nText', 15],
    [' date 2019-04 In Wien', 13],
    ['date 2019', 9],
    ['date 2019-4 x', 0],
    ['Update 2019-04', 0],
  ])('finds it in %j', (text, start) => {
    expect(startOfText(text)).toBe(start)
  })
})
