import { describe, expect, it } from 'vitest'
import { readPlain } from '../../src/ingest/plain.ts'

describe('readPlain', () => {
  it('reads a date with the precision it has, on a line of its own or before the text', () => {
    expect(readPlain(' date 2019-04 In Wladiwostok beginnt das Treffen.').date).toBe('2019-04')
    expect(readPlain('date 2009-07-24\r\n\r\nPorsche').date).toBe('2009-07-24')
    expect(readPlain('date 2019\nText.').date).toBe('2019')
  })

  it('leaves the text as it is', () => {
    const text = ' date 2019-04 Ein Satz.\r\n\r\nNa\u0308chster Satz.\r\n'
    expect(readPlain(text).text).toBe(text)
  })

  it.each(['date 2019-13 Text.', 'date 2019-04x Text.', 'Ein date 2019-04.', 'dated 2019-04', 'date: 2019-04'])(
    'finds no date in "%s"',
    (text) => {
      expect(readPlain(text).date).toBeNull()
    },
  )

  it('takes a first paragraph that is no sentence for the title', () => {
    expect(readPlain('date 2009-07-24\n\nÜbernahme perfekt – Wiedeking tritt zurück\n\nDer Text.').title).toBe(
      'Übernahme perfekt – Wiedeking tritt zurück',
    )
    expect(readPlain('Wer zahlt?\r\n\r\nDer Text.').title).toBe('Wer zahlt?')
    expect(readPlain(' date 2019-04 In Wladiwostok beginnt das Treffen.\n\nZweiter Absatz.').title).toBeNull()
    expect(readPlain('Nur eine Zeile').title).toBeNull()
    expect(readPlain('Zwei\nZeilen\n\nText.').title).toBeNull()
    expect(readPlain('Er sagte: „Nein.“\n\nText.').title).toBeNull()
  })
})
