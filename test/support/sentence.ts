import type { Features, Upos, Word } from '../../src/core/document.ts'

/** Words of one sentence from `form upos head deprel feats` with heads by place. */
export function sentence(...lines: readonly string[]): Word[] {
  let start = 0
  return lines.map((line, index) => {
    const [form = '', upos = '', head = '-1', deprel = '', feats = ''] = line.split(' ')
    const entries = feats === '' ? [] : feats.split('|').map((feat) => feat.split('=') as [string, string])
    const word: Word = {
      start,
      end: start + form.length,
      sentence: 0,
      form,
      spaceBefore: index > 0,
      index,
      lemma: form,
      upos: upos as Upos,
      feats: Object.fromEntries(entries) as Features,
      head: Number(head),
      deprel,
      confidence: 0.9,
    }
    start = word.end + 1
    return word
  })
}
