import { expect, it } from 'vitest'
import type { Features, Upos, Word } from '../../../src/core/document.ts'
import { Trees } from '../../../src/core/tree.ts'
import { tenseAt, tenseResource } from '../../../src/stages/times/tense.ts'
import { resources } from './helper.ts'

const lexicon = await resources.use(tenseResource)

/** Words as `lemma/UPOS/head from 1/relation/features`, features as `Tense=Past;VerbForm=Fin`. */
const tree = (text: string): Trees =>
  new Trees(
    text.split(' ').map((item, index): Word => {
      const [lemma = '', upos = 'X', head = '0', deprel = 'root', feats = ''] = item.split('/')
      const features: Features = Object.fromEntries(feats === '' ? [] : feats.split(';').map((pair) => pair.split('=')))
      return {
        start: index * 10,
        end: index * 10 + 9,
        sentence: 0,
        form: lemma,
        spaceBefore: true,
        index,
        lemma,
        upos: upos as Upos,
        feats: features,
        head: Number(head) - 1,
        deprel,
        confidence: 1,
      }
    }),
  )

const PAST = 'VerbForm=Fin;Mood=Ind;Tense=Past'
const PRESENT = 'VerbForm=Fin;Mood=Ind;Tense=Pres'
const SUBJUNCTIVE = 'VerbForm=Fin;Mood=Sub;Tense=Past'

it.each([
  ['er kam', `Montag/NOUN/2/obl kommen/VERB/0/root/${PAST}`, 'past'],
  ['er kommt', `Montag/NOUN/2/obl kommen/VERB/0/root/${PRESENT}`, 'present'],
  ['er ist gekommen', `Montag/NOUN/2/obl kommen/VERB/0/root/VerbForm=Part sein/AUX/2/aux/${PRESENT}`, 'past'],
  ['er wird kommen', `Montag/NOUN/2/obl kommen/VERB/0/root/VerbForm=Inf werden/AUX/2/aux/${PRESENT}`, 'future'],
  ['es wird gebaut', `Montag/NOUN/2/obl bauen/VERB/0/root/VerbForm=Part werden/AUX/2/aux:pass/${PRESENT}`, 'present'],
  ['es ist geplant', `Montag/NOUN/2/obl planen/VERB/0/root/VerbForm=Part sein/AUX/2/aux:pass/${PRESENT}`, 'future'],
  ['er würde kommen', `Montag/NOUN/2/obl kommen/VERB/0/root/VerbForm=Inf werden/AUX/2/aux/${SUBJUNCTIVE}`, 'future'],
  ['er hätte gesagt', `Montag/NOUN/2/obl sagen/VERB/0/root/VerbForm=Part haben/AUX/2/aux/${SUBJUNCTIVE}`, 'past'],
  [
    'es soll sich ereignet haben',
    `Montag/NOUN/2/obl ereignen/VERB/0/root/VerbForm=Part sollen/AUX/2/aux/${PRESENT} haben/AUX/2/aux/VerbForm=Inf`,
    'past',
  ],
  [
    'die am Montag veröffentlichte Studie zeigt',
    `Montag/NOUN/2/obl veröffentlicht/ADJ/3/amod Studie/NOUN/4/nsubj zeigen/VERB/0/root/${PRESENT}`,
    'past',
  ],
  [
    'das am Montag beginnende Treffen hat',
    `Montag/NOUN/2/obl beginnend/ADJ/3/amod Treffen/NOUN/4/nsubj haben/VERB/0/root/${PAST}`,
    'present',
  ],
  [
    'er kündigte an, am Montag zu kommen',
    `Montag/NOUN/2/obl kommen/VERB/3/xcomp/VerbForm=Inf ankündigen/VERB/0/root/${PAST}`,
    'future',
  ],
  [
    'er leugnet, am Montag gekommen zu sein',
    `Montag/NOUN/2/obl kommen/VERB/3/xcomp/VerbForm=Part leugnen/VERB/0/root/${PRESENT} sein/AUX/2/aux/VerbForm=Inf`,
    'past',
  ],
  ['Treffen am Montag', 'Montag/NOUN/2/nmod Treffen/NOUN/0/root', null],
])('%s', (_, text, tense) => {
  expect(tenseAt(tree(text), 0, lexicon)).toBe(tense)
})
