import { describe, expect, it } from 'vitest'
import { align, evaluateTimex, readTimeMl, scoreTimex, type Timex } from '../../src/evaluate/timex.ts'

const timex = (start: number, end: number, value = 'A', type = 'DATE'): Timex => ({ start, end, type, value })

describe('readTimeMl', () => {
  it('gives text, date and spans', () => {
    const read = readTimeMl(
      '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2014-02-18">2014-02-18</TIMEX3></DCT>' +
        '<TEXT>Er &amp; sie kamen <TIMEX3 tid="t1" type="DATE" value="2014-02-17">gestern</TIMEX3>.</TEXT>' +
        '<TIMEX3 tid="t2" type="DATE" value="2014" /></TimeML>',
      'a.tml',
    )
    expect(read).toEqual({
      text: 'Er & sie kamen gestern.',
      date: '2014-02-18',
      times: [timex(15, 22, '2014-02-17')],
    })
    expect(read.text.slice(15, 22)).toBe('gestern')
  })

  it('reads nested expressions and leaves empty ones out', () => {
    const read = readTimeMl(
      '<TEXT><TIMEX3 type="SET" value="P1D">jeden <TIMEX3 type="DATE" value="X">Tag</TIMEX3></TIMEX3> <TIMEX3 type="DATE" value="Y"></TIMEX3></TEXT>',
      'a.tml',
    )
    expect(read.times).toEqual([timex(0, 9, 'P1D', 'SET'), timex(6, 9, 'X')])
    expect(read.date).toBeNull()
  })

  it('refuses what is no TimeML', () => {
    expect(() => readTimeMl('<html/>', 'a.tml')).toThrow('a.tml: is not TimeML: it has no TEXT element')
  })
})

describe('align', () => {
  it('uses each expression once, equal spans first', () => {
    const gold = [timex(0, 4), timex(5, 9)]
    const found = [timex(0, 9), timex(5, 9)]
    expect(align(gold, found)).toEqual([
      [gold[1], found[1]],
      [gold[0], found[0]],
    ])
  })
})

describe('scoreTimex', () => {
  it('pools counts over documents', () => {
    const scores = scoreTimex([
      { gold: [timex(0, 4), timex(5, 9, 'B')], found: [timex(0, 4), timex(6, 9, 'C', 'TIME')] },
      { gold: [timex(0, 4)], found: [timex(10, 14)] },
    ])
    expect(scores.relaxed).toMatchObject({ gold: 3, system: 3, correct: 2, precision: 2 / 3, recall: 2 / 3 })
    expect(scores.strict.correct).toBe(1)
    expect(scores.value.correct).toBe(1)
    expect(scores.type.correct).toBe(1)
  })
})

describe('evaluateTimex', () => {
  const gold = (text: string, input = 'a.tml') => ({ input, xml: `<TEXT>${text}</TEXT>` })
  const marked = '<TIMEX3 type="DATE" value="A">Heute</TIMEX3> kam er.'

  it('hears a finder or the files of another system', async () => {
    const found = await evaluateTimex([gold(marked)], { find: async () => [timex(0, 5)] })
    expect(found.strict.f1).toBe(1)
    const predicted = await evaluateTimex([gold(marked)], { predicted: [gold('Heute kam er.')] })
    expect(predicted.strict).toMatchObject({ gold: 1, system: 0, f1: 0 })
  })

  it('refuses a prediction for another text', async () => {
    await expect(evaluateTimex([gold(marked)], { predicted: [gold('Morgen.', 'b.tml')] })).rejects.toThrow(
      'b.tml: its text is not that of a.tml',
    )
    await expect(evaluateTimex([gold(marked)], { predicted: [] })).rejects.toThrow(
      'prediction: there is none for a.tml',
    )
  })
})
