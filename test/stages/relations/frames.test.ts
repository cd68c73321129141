import { describe, expect, it } from 'vitest'
import { FrameLexicon, parseFrames } from '../../../src/stages/relations/frames.ts'

const HEADER = 'relation\tconstruction\tlemma\tsubject\tobject\toptions\texample'
const table = (...lines: string[]) => [HEADER, ...lines].join('\n')

describe('parseFrames', () => {
  it('reads slots, alternatives and options', () => {
    const [frame] = parseFrames(
      table('meets\tverb\tsich treffen\tsubj\tmit|in+Dat|auf:amount|gen>part\tpairs negative object:Person/Group\t'),
      'x.tsv',
    )
    expect(frame).toEqual({
      relation: 'meets',
      construction: 'verb',
      lemma: 'treffen',
      reflexive: true,
      subject: [{ role: 'subj', amount: false }],
      object: [
        { role: 'mit', amount: false },
        { role: 'in', case: 'Dat', amount: false },
        { role: 'auf', amount: true },
        { role: 'gen', inner: 'part', amount: false },
      ],
      pairs: true,
      whole: false,
      subjectTypes: null,
      objectTypes: ['Person', 'Group'],
      polarity: 'negative',
    })
  })

  it('makes a frame of each lemma of a line', () => {
    const frames = parseFrames(table('leaderOf\trole\tVorsitzender|Vorsitzende\tself\tgen\t-\t'), 'x.tsv')
    expect(frames.map((frame) => frame.lemma)).toEqual(['Vorsitzender', 'Vorsitzende'])
  })

  it('reads the phrase of a support verb', () => {
    const [frame] = parseFrames(table('talksWith\tverb\tsich in Verbindung setzen\tsubj\tmit\t-\t'), 'x.tsv')
    expect(frame).toMatchObject({ lemma: 'setzen', reflexive: true, phrase: { role: 'in', noun: 'Verbindung' } })
  })

  it.each([
    ['meets\tverb\ttreffen', 'x.tsv, line 2: has 3 cells'],
    [
      'meets\tverb\tin Kontakt\tsubj\tmit\t-\t',
      'line 2: "in Kontakt" is neither one word nor preposition, noun and verb',
    ],
    ['meets\tverbs\ttreffen\tsubj\tobj\t-\t', 'x.tsv, line 2: unknown construction "verbs"'],
    ['meets\tverb\ttreffen\tsubj\tobj\tpair\t', 'x.tsv, line 2: unknown option "pair"'],
    [
      'meets\tverb\ttreffen\tsubj\tobj\tobject:Human\t',
      'x.tsv, line 2: unknown type "Human"; there are Person, Organization, Place, Facility, Event, Work, Product, Topic, Group',
    ],
  ])('says where %j is wrong', (line, message) => {
    expect(() => parseFrames(table(line), 'x.tsv')).toThrow(message)
  })
})

describe('FrameLexicon', () => {
  const lexicon = new FrameLexicon(
    parseFrames(
      table(
        'headOfStateOf\trole\tPräsident\tself\tgen\t-\t',
        'leaderOf\trole\tVizepräsident\tself\tgen\t-\t',
        'decides\tnoun\tBeschluss\tgen\tself\t-\t',
      ),
      'x.tsv',
    ),
  )
  const found = (construction: 'role' | 'noun', lemma: string) =>
    lexicon.noun(construction, lemma).frames.map((frame) => frame.relation)

  it('finds compounds by their last part, the longest known one', () => {
    expect(found('role', 'Staatspräsident')).toEqual(['headOfStateOf'])
    expect(found('role', 'Ex-Vizepräsident')).toEqual(['leaderOf'])
    expect(found('role', 'Präsidentschaft')).toEqual([])
  })

  it('does not mind the old spelling', () => {
    expect(found('noun', 'Beschluß')).toEqual(['decides'])
  })
})
