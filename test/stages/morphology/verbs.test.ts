import { describe, expect, it } from 'vitest'
import { featsOf, wordsOf } from '../../support/trees.ts'

describe('verb forms', () => {
  it.each([
    ['werde', 'AUX', 'Sub'],
    ['sei', 'AUX', 'Sub'],
    ['habe', 'VERB', 'Sub'],
    ['wolle', 'VERB', 'Sub'],
    ['führe', 'VERB', 'Sub'],
    ['könne', 'VERB', 'Sub'],
    ['wird', 'AUX', 'Ind'],
    ['sagte', 'VERB', 'Ind'],
    ['könnte', 'VERB', 'Sub'],
    ['würde', 'AUX', 'Sub'],
  ])('er %s', async (form, upos, mood) => {
    const words = await wordsOf(`Er PRON 2 nsubj\n${form} ${upos} 0 root`)
    expect(featsOf(words, form)).toMatchObject({ Mood: mood, Person: '3', Number: 'Sing' })
  })

  it('agree with the subject', async () => {
    expect(featsOf(await wordsOf('Ich PRON 2 nsubj\nhabe VERB 0 root'), 'habe')).toMatchObject({
      Mood: 'Ind',
      Person: '1',
    })
    expect(featsOf(await wordsOf('Wir PRON 2 nsubj\nhaben VERB 0 root'), 'haben')).toMatchObject({
      Person: '1',
      Number: 'Plur',
    })
    const both = await wordsOf('Kim PROPN 4 nsubj\nund CCONJ 3 cc\nPutin PROPN 1 conj\nreisen VERB 0 root')
    expect(featsOf(both, 'reisen')).toMatchObject({ Person: '3', Number: 'Plur', VerbForm: 'Fin' })
  })

  it('follow from the auxiliary', async () => {
    const modal = await wordsOf('Er PRON 3 nsubj\nwill AUX 3 aux\nreisen VERB 0 root')
    expect(featsOf(modal, 'reisen')).toEqual({ VerbForm: 'Inf' })
    const perfect = await wordsOf('Er PRON 3 nsubj\nhat AUX 3 aux\nverhandelt VERB 0 root')
    expect(featsOf(perfect, 'verhandelt')).toEqual({ VerbForm: 'Part' })
    expect(featsOf(perfect, 'hat')).toMatchObject({ VerbForm: 'Fin', Tense: 'Pres' })
    const passive = await wordsOf('Er PRON 3 nsubj:pass\nwurde AUX 3 aux:pass\nverhaftet VERB 0 root')
    expect(featsOf(passive, 'verhaftet')).toEqual({ VerbForm: 'Part' })
    const future = await wordsOf('Er PRON 2 nsubj:pass\nverhaftet VERB 0 root\nwerden AUX 2 aux:pass\nsoll AUX 2 aux')
    expect(featsOf(future, 'werden')).toEqual({ VerbForm: 'Inf' })
    expect(featsOf(future, 'soll')).toMatchObject({ VerbForm: 'Fin' })
  })

  it('are infinitives after zu', async () => {
    const words = await wordsOf('um SCONJ 3 mark\nzu PART 3 mark\nverhandeln VERB 0 root')
    expect(featsOf(words, 'verhandeln')).toEqual({ VerbForm: 'Inf' })
    expect(featsOf(await wordsOf('einzurichten VERB 0 root'), 'einzurichten')).toEqual({ VerbForm: 'Inf' })
  })
})
