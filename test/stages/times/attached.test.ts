import { describe, expect, it } from 'vitest'
import type { Time, Upos, Word } from '../../../src/core/document.ts'
import { Trees } from '../../../src/core/tree.ts'
import { headOfTime, timeAttachedTo } from '../../../src/stages/times/attached.ts'

/** Words as `form/head from 1/relation`. */
const tree = (text: string): Trees => {
  let offset = 0
  const words = text.split(' ').map((item, index): Word => {
    const [form = '', head = '0', deprel = ''] = item.split('/')
    const start = offset
    offset += form.length + 1
    return {
      start,
      end: start + form.length,
      sentence: 0,
      form,
      spaceBefore: true,
      index,
      lemma: form,
      upos: 'X' as Upos,
      feats: {},
      head: Number(head) - 1,
      deprel,
      confidence: 1,
    }
  })
  return new Trees(words)
}

const time = (first: number, last: number, type: Time['type'] = 'DATE', value = '2019'): Time => ({
  start: 0,
  end: 1,
  first,
  last,
  type,
  value,
})

describe('timeAttachedTo', () => {
  const sentence = tree(
    'Am/2/case Montag/3/obl kam/0/root Kim/3/nsubj und/6/cc reiste/3/conj im/8/case Mai/6/obl ab/6/compound:prt',
  )

  it('takes what modifies the word', () => {
    const times = [time(1, 2), time(7, 8)]
    expect(timeAttachedTo(sentence, times, 2)).toBe(0)
    expect(timeAttachedTo(sentence, times, 5)).toBe(1)
    expect(timeAttachedTo(sentence, times, 3)).toBeNull()
  })

  it('lets a joined verb share what stands before the first', () => {
    expect(timeAttachedTo(sentence, [time(1, 2)], 5)).toBe(0)
    expect(timeAttachedTo(sentence, [time(7, 8)], 2)).toBeNull()
  })

  it('prefers the more definite', () => {
    const words = tree('Heute/3/advmod früh/3/advmod kam/0/root täglich/3/advmod er/3/nsubj')
    const times = [time(0, 1, 'DATE', 'PRESENT_REF'), time(1, 2, 'TIME', 'T07:00'), time(3, 4, 'SET', 'P1D')]
    expect(timeAttachedTo(words, times, 2)).toBe(1)
    expect(timeAttachedTo(words, [times[0] as Time, times[2] as Time], 2)).toBe(1)
  })

  it('finds the head of an expression', () => {
    const words = tree('den/2/det Jahren/4/obl vergangenen/2/amod kam/0/root')
    expect(headOfTime(words, { first: 0, last: 3 })).toBe(1)
  })
})
