import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { show, timesOf, type VerbTense } from './helper.ts'

/** 2019-04-25 is a Thursday. */
const DAY = '2019-04-25'

describe('dates', () => {
  it.each<[string, ...string[]]>([
    ['Sie trafen sich am 25. April 2019.', '25. April 2019 DATE 2019-04-25'],
    ['Es war Donnerstag, der 25. April 2019.', 'Donnerstag, der 25. April 2019 DATE 2019-04-25'],
    ['Es geschah am 3.10.1990 in Bonn.', '3.10.1990 DATE 1990-10-03'],
    ['Er kam am 2019-04-25 an.', '2019-04-25 DATE 2019-04-25'],
    ['Die Messe läuft vom 3. bis 5. Mai.', '3. DATE 2019-05-03', '5. Mai DATE 2019-05-05'],
    ['Am 18., 19. und 20. Juni.', '18. DATE 2019-06-18', '19. DATE 2019-06-19', '20. Juni DATE 2019-06-20'],
    ['Im April 2017 war es so weit.', 'April 2017 DATE 2017-04'],
    ['Der Verein wurde im Herbst vergangenen Jahres gegründet.', 'Herbst vergangenen Jahres DATE 2018-FA'],
    ['Im März des Vorjahres starb er.', 'März des Vorjahres DATE 2018-03'],
    ['In den Siebzigerjahren war das so.', 'den Siebzigerjahren DATE 197'],
    ['In den sechziger Jahren war das so.', 'den sechziger Jahren DATE 196'],
    ['Von Montag bis Freitag.', 'Montag DATE 2019-04-22', 'Freitag DATE 2019-04-26'],
    ['Er kam am 3.10.90 und am 5.4.17.', '3.10.90 DATE 1990-10-03', '5.4.17 DATE 2017-04-05'],
    ['Am 15.5. kam er.', '15.5. DATE 2019-05-15'],
    ['Sie kommt Do., 15.5., wieder.', 'Do., 15.5. DATE 2019-05-15'],
    ['Im Jahr 1995 begann es.', 'Jahr 1995 DATE 1995'],
    ['Am 27. Juni dieses Jahres kam er.', '27. Juni dieses Jahres DATE 2019-06-27'],
    ['Vom 27. bis zum 30. Dezember 2018.', '27. DATE 2018-12-27', '30. Dezember 2018 DATE 2018-12-30'],
    [
      'In der Nacht zu Samstag, dem 24. November 2018.',
      'der Nacht zu Samstag, dem 24. November 2018 TIME 2018-11-24TNI',
    ],
    ['In der Silvesternacht 2018 kam er.', 'Silvesternacht 2018 TIME 2018-12-31TNI'],
    ['Ende 2013 war Schluss.', 'Ende 2013 DATE 2013'],
    ['Es war in den 1990er Jahren.', 'den 1990er Jahren DATE 199'],
    ['Es war in den 90er-Jahren.', 'den 90er-Jahren DATE 199'],
    ['Das Haus stammt aus dem 15. Jahrhundert.', 'dem 15. Jahrhundert DATE 14'],
    ['Im dritten Quartal stieg der Umsatz.', 'dritten Quartal DATE 2019-Q3'],
    ['In der zweiten Jahreshälfte 2018 fiel er.', 'der zweiten Jahreshälfte 2018 DATE 2018-H2'],
    ['Im Frühjahr 2015 soll es so weit sein.', 'Frühjahr 2015 DATE 2015-SP'],
    ['Am Karfreitag 2019 blieb es ruhig.', 'Karfreitag 2019 DATE 2019-04-19'],
    ['Am Heiligen Abend 2018 schneite es.', 'Heiligen Abend 2018 DATE 2018-12-24'],
  ])('%s', async (text, ...expected) => {
    expect(await show(text, DAY)).toEqual(expected)
  })
})

describe('relative to the document’s date', () => {
  it.each<[string, VerbTense, ...string[]]>([
    ['Heute kam er.', 'Past', 'Heute DATE 2019-04-25'],
    ['Er kam gestern Abend.', 'Past', 'gestern Abend TIME 2019-04-24TEV'],
    ['Er kommt übermorgen.', 'Pres', 'übermorgen DATE 2019-04-27'],
    ['Kam am Montag.', 'Past', 'Montag DATE 2019-04-22'],
    ['Kommt am Montag.', 'Pres', 'Montag DATE 2019-04-29'],
    ['Kam am Donnerstag.', 'Past', 'Donnerstag DATE 2019-04-25'],
    ['Kam am Mittwochabend.', 'Past', 'Mittwochabend TIME 2019-04-24TEV'],
    ['Kam am vergangenen Freitag.', 'Past', 'vergangenen Freitag DATE 2019-04-19'],
    ['Kommt am nächsten Freitag.', 'Pres', 'nächsten Freitag DATE 2019-04-26'],
    ['Kam in der vergangenen Woche.', 'Past', 'der vergangenen Woche DATE 2019-W16'],
    ['Kommt nächstes Jahr.', 'Pres', 'nächstes Jahr DATE 2020'],
    ['Stieg im vergangenen Monat.', 'Past', 'vergangenen Monat DATE 2019-03'],
    ['Beginnt im kommenden Herbst.', 'Pres', 'kommenden Herbst DATE 2019-FA'],
    ['Begann im vergangenen Herbst.', 'Past', 'vergangenen Herbst DATE 2018-FA'],
    ['Begann im Dezember.', 'Past', 'Dezember DATE 2018-12'],
    ['Beginnt im Juni.', 'Pres', 'Juni DATE 2019-06'],
    ['Begann am 23. August.', 'Past', '23. August DATE 2018-08-23'],
    ['Wurde auf den 18. Mai verlegt.', 'Past', '18. Mai DATE 2019-05-18'],
    ['Stieg gegenüber dem Vorjahr.', 'Past', 'dem Vorjahr DATE 2018'],
    ['War am Wochenende unterwegs.', 'Past', 'Wochenende DATE 2019-W16-WE'],
    ['War kürzlich dort.', 'Past', 'kürzlich DATE PAST_REF'],
    ['Liegt derzeit still.', 'Pres', 'derzeit DATE PRESENT_REF'],
    ['Will in Zukunft mehr.', 'Pres', 'Zukunft DATE FUTURE_REF'],
  ])('%s (%s)', async (text, tense, ...expected) => {
    expect(await show(text, DAY, tense)).toEqual(expected)
  })

  it('knows no more than the document’s date says', async () => {
    expect(await show('Kam am Donnerstag.', '2019-04', 'Past')).toEqual(['Donnerstag DATE 2019-WXX-4'])
    expect(await show('Kam am Donnerstag.', null, 'Past')).toEqual(['Donnerstag DATE XXXX-WXX-4'])
    expect(await show('Kam gestern.', '2019-04', 'Past')).toEqual(['gestern DATE XXXX-XX-XX'])
    expect(await show('Kam heute.', '2019-04', 'Past')).toEqual(['heute DATE 2019-04-XX'])
    expect(await show('Kam vergangene Woche.', '2019-04', 'Past')).toEqual(['vergangene Woche DATE 2019-WXX'])
    expect(await show('Kam vergangenes Jahr.', '2019', 'Past')).toEqual(['vergangenes Jahr DATE 2018'])
    expect(await show('Kam vergangenes Jahr.', null, 'Past')).toEqual(['vergangenes Jahr DATE XXXX'])
    expect(await show('Kam am 3. Mai.', null, 'Past')).toEqual(['3. Mai DATE XXXX-05-03'])
  })

  it('goes by the day that the text speaks of', async () => {
    const text = 'Das gab er am Donnerstag bekannt. Er war am Vortag gekommen. Noch am selben Tag fliegt er weiter.'
    expect(await show(text, '2019-04', 'Past')).toEqual([
      'Donnerstag DATE 2019-WXX-4',
      'Vortag DATE 2019-WXX-3',
      'selben Tag DATE 2019-WXX-4',
    ])
    expect(await show('Am 3. Mai 2018 kam er. Am nächsten Tag ging er.', DAY, 'Past')).toEqual([
      '3. Mai 2018 DATE 2018-05-03',
      'nächsten Tag DATE 2018-05-04',
    ])
  })
})

describe('times of day', () => {
  it.each<[string, ...string[]]>([
    ['Beginn ist morgen um 9.30 Uhr.', 'morgen DATE 2019-04-26', '9.30 Uhr TIME 2019-04-26T09:30'],
    ['Um 20 Uhr am 3. Mai 2019.', '20 Uhr TIME 2019-05-03T20:00', '3. Mai 2019 DATE 2019-05-03'],
    [
      'Am 3. und 4. Mai 2019, jeweils 20 Uhr.',
      '3. DATE 2019-05-03',
      '4. Mai 2019 DATE 2019-05-04',
      '20 Uhr TIME T20:00',
    ],
    ['Zwischen 10 und 12 Uhr kam er.', '10 TIME 2019-04-25T10:00', '12 Uhr TIME 2019-04-25T12:00'],
    ['Wenige Stunden später war er da.', 'Wenige Stunden später TIME XXXX-XX-XXTXX:XX'],
    ['Er kam um halb neun.', 'halb neun TIME 2019-04-25T08:30'],
    ['Er kam am Nachmittag.', 'Nachmittag TIME 2019-04-25TAF'],
    ['Gegen Mitternacht kam er.', 'Mitternacht TIME 2019-04-25T24:00'],
  ])('%s', async (text, ...expected) => {
    expect(await show(text, DAY)).toEqual(expected)
  })
})

describe('durations and sets', () => {
  it.each<[string, ...string[]]>([
    ['Das war vor fünf Jahren.', 'fünf Jahren DURATION P5Y'],
    ['Davon wird seit Jahrzehnten geredet.', 'Jahrzehnten DURATION PXDE'],
    ['Er blieb rund 200 Stunden.', 'rund 200 Stunden DURATION PT200H'],
    ['Er blieb einundzwanzig Tage.', 'einundzwanzig Tage DURATION P21D'],
    ['Er blieb dreieinhalb Minuten.', 'dreieinhalb Minuten DURATION PT3.5M'],
    ['Er blieb eine halbe Stunde.', 'eine halbe Stunde DURATION PT30M'],
    ['Das war in den vergangenen zwei Jahren so.', 'den vergangenen zwei Jahren DURATION P2Y'],
    ['Das war in den letzten Tagen so.', 'den letzten Tagen DURATION PXD'],
    ['Seit etwa einem Jahrzehnt ist das so.', 'etwa einem Jahrzehnt DURATION P10Y'],
    ['Er kommt jeden Montag.', 'jeden Montag SET XXXX-WXX-1'],
    ['Er kommt jeden Abend.', 'jeden Abend SET XXXX-XX-XXTEV'],
    ['Es dauert eine knappe Stunde.', 'eine knappe Stunde DURATION PT1H'],
    ['Montags kommt er.', 'Montags SET XXXX-WXX-1'],
    ['Er kommt an Wochenenden.', 'Wochenenden SET XXXX-WXX-WE'],
    ['Er kommt montags.', 'montags SET XXXX-WXX-1'],
    ['Der Handel ging in den nächsten Tagen weiter.', 'den nächsten Tagen DURATION PXD'],
    ['Im Laufe der nächsten Tage.', 'der nächsten Tage DURATION PXD'],
    ['Er kommt täglich.', 'täglich SET P1D'],
    ['Er kommt alle zwei Wochen.', 'alle zwei Wochen SET P2W'],
    ['Er verdient 400 Euro im Monat.', 'im Monat SET P1M'],
    ['Der Handel liegt bei 34 Millionen Euro im Jahr.', 'im Jahr SET P1Y'],
  ])('%s', async (text, ...expected) => {
    expect(await show(text, DAY)).toEqual(expected)
  })

  it.each([
    'Der 16 Jahre alte Junge kam.',
    'Sie sind 31 und 22 Jahre alt.',
    'Im Alter von 30 Jahren starb er.',
    'Die "MIP-Montag" genannte Reihe endet.',
    'Er starb mit 82 Jahren.',
    'Es kostet 1400 Euro.',
    'Er gewann 0:13.',
  ])('none: %s', async (text) => {
    expect(await show(text, DAY)).toEqual([])
  })
})

describe('durations that lead to a date', () => {
  it.each<[string, string | null, VerbTense, string | undefined]>([
    ['Modernisiert vor fünf Jahren.', '2019-04', 'Past', '2014'],
    ['Modernisiert vor zwei Monaten.', '2019-01', 'Past', '2018-11'],
    ['Modernisiert vor zwei Wochen.', DAY, 'Past', '2019-04-11'],
    ['Modernisiert vor zwei Wochen.', '2019-04', 'Past', undefined],
    ['Modernisiert vor einem halben Jahr.', DAY, 'Past', '2018-10'],
    ['Modernisiert vor wenigen Tagen.', DAY, 'Past', 'PAST_REF'],
    ['Modernisiert vor zwei Stunden.', DAY, 'Past', undefined],
    ['Modernisiert vor fünf Jahren.', null, 'Past', undefined],
    ['Beginnt in zwei Jahren.', DAY, 'Pres', '2021'],
    ['Erbaute es in zwei Jahren.', DAY, 'Past', undefined],
    ['Arbeitet seit fünf Jahren.', DAY, 'Pres', undefined],
  ])('%s (%s)', async (text, date, tense, point) => {
    const [time] = await timesOf(text, date, tense)
    expect(time?.type).toBe('DURATION')
    expect(time?.point).toBe(point)
  })
})

describe('any text', () => {
  it('finds every expression of a text without an end', async () => {
    expect(await timesOf('Montag '.repeat(3000), DAY)).toHaveLength(3000)
    expect(await timesOf('1., '.repeat(3000), DAY)).toEqual([])
    expect(await timesOf('x'.repeat(100_000), DAY)).toEqual([])
  }, 60_000)

  it('gives spans of its words, none overlapping, in order', async () => {
    const piece = fc.constantFrom(
      'am',
      'Montag',
      '3.',
      'Mai',
      '2019',
      'vor',
      'zwei',
      'Jahren',
      '20',
      'Uhr',
      'und',
      ',',
      'letzten',
      '-',
      '\n\n',
      '😀',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 30 }),
        fc.constantFrom('2019-04-25', '2019-04', '2019', null),
        async (pieces, date) => {
          const text = pieces.join(' ')
          const times = await timesOf(text, date)
          times.forEach((time, i) => {
            expect(time.start).toBeGreaterThanOrEqual(times[i - 1]?.end ?? 0)
            expect(time.end).toBeGreaterThan(time.start)
            expect(time.end).toBeLessThanOrEqual(text.length)
            expect(time.value).toMatch(/^[0-9A-Z_:.-]+$/)
            expect(time.value).not.toMatch(/NaN|undefined/)
          })
        },
      ),
    )
  })
})
