import { describe, expect, it } from 'vitest'
import { featsOf, wordsOf } from '../../support/trees.ts'

describe('case, number and gender', () => {
  it('come from the preposition', async () => {
    const words = await wordsOf('mit ADP 3 case\ndem DET 3 det\nMinister NOUN 0 root')
    expect(featsOf(words, 'Minister')).toEqual({ Case: 'Dat', Gender: 'Masc', Number: 'Sing' })
    expect((await wordsOf('für ADP 2 case\nFrauen NOUN 0 root'))[1]?.feats).toEqual({
      Case: 'Acc',
      Gender: 'Fem',
      Number: 'Plur',
    })
  })

  it('agree between determiner, adjective and noun', async () => {
    const words = await wordsOf('des DET 3 det\nneuen ADJ 3 amod\nPräsidenten NOUN 0 root')
    for (const form of ['des', 'neuen', 'Präsidenten'])
      expect(featsOf(words, form)).toMatchObject({ Case: 'Gen', Gender: 'Masc', Number: 'Sing' })
  })

  it('come from the place in the sentence', async () => {
    const words = await wordsOf('Die DET 2 det\nFrau NOUN 3 nsubj\nsieht VERB 0 root\ndie DET 5 det\nStadt NOUN 3 obj')
    expect(featsOf(words, 'Frau').Case).toBe('Nom')
    expect(featsOf(words, 'Stadt').Case).toBe('Acc')
    const genitive = await wordsOf('Präsident NOUN 0 root\nder DET 3 det\nRepublik NOUN 1 nmod')
    expect(featsOf(genitive, 'Republik').Case).toBe('Gen')
  })

  it('come from the verb where the noun has one form for both numbers', async () => {
    const singular = await wordsOf('Der DET 2 det\nMinister NOUN 3 nsubj\nkam VERB 0 root')
    expect(featsOf(singular, 'Minister').Number).toBe('Sing')
    const plural = await wordsOf('Minister NOUN 2 nsubj\nkamen VERB 0 root')
    expect(featsOf(plural, 'Minister').Number).toBe('Plur')
  })

  it('are those of the antecedent in relative pronouns', async () => {
    const words = await wordsOf(
      'Ein DET 2 det\nKind NOUN 0 root\n, PUNCT 5 punct\ndas PRON 5 nsubj\nlacht VERB 2 acl:relcl',
    )
    expect(featsOf(words, 'das')).toMatchObject({ Case: 'Nom', Gender: 'Neut', Number: 'Sing' })
  })

  it('pass along coordination', async () => {
    const words = await wordsOf('mit ADP 2 case\nBrot NOUN 0 root\nund CCONJ 4 cc\nWein NOUN 2 conj')
    expect(featsOf(words, 'Wein').Case).toBe('Dat')
    const adjectives = await wordsOf(
      'mit ADP 5 case\nneuen ADJ 5 amod\nund CCONJ 4 cc\nalten ADJ 2 conj\nFreunden NOUN 0 root',
    )
    expect(featsOf(adjectives, 'alten')).toMatchObject({ Case: 'Dat', Number: 'Plur' })
  })

  it('are left away where a word does not inflect', async () => {
    const words = await wordsOf('schnell ADJ 2 advmod\nlief VERB 0 root')
    expect(words[0]?.feats).toEqual({ Degree: 'Pos' })
  })
})
