import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConllu, writeConllu } from '../../src/conllu/index.ts'
import type { Word } from '../../src/core/document.ts'
import { nodeResources } from '../../src/node/resources.ts'
import { segment } from '../../src/stages/segment/index.ts'

const resources = nodeResources()
const metadata = { id: 'x', title: null, date: null, language: 'de', author: null, publisher: null, source: null }

async function words(text: string) {
  const document = await segment.run({ text, metadata }, resources)
  return {
    ...document,
    words: document.tokens.map((token, index): Word => {
      const first = document.sentences[token.sentence]?.first ?? 0
      const head = index === first ? -1 : first
      const deprel = head < 0 ? 'root' : 'dep'
      return { ...token, index, lemma: token.form, upos: 'X', feats: { B: '2', a: '1' }, head, deprel, confidence: 1 }
    }),
  }
}

describe('writeConllu', () => {
  it('writes a contraction with the space behind it', async () => {
    const lines = writeConllu(await words('Er ist im "Haus".\n\nEnde')).split('\n')
    expect(lines.slice(0, 12)).toEqual([
      '# newdoc id = x',
      '# newpar id = x-p1',
      '# sent_id = x-1',
      '# text = Er ist im "Haus".',
      '1\tEr\tEr\tX\t_\ta=1|B=2\t0\troot\t_\t_',
      '2\tist\tist\tX\t_\ta=1|B=2\t1\tdep\t_\t_',
      '3-4\tim\t_\t_\t_\t_\t_\t_\t_\t_',
      '3\tin\tin\tX\t_\ta=1|B=2\t1\tdep\t_\t_',
      '4\tdem\tdem\tX\t_\ta=1|B=2\t1\tdep\t_\t_',
      '5\t"\t"\tX\t_\ta=1|B=2\t1\tdep\t_\tSpaceAfter=No',
      '6\tHaus\tHaus\tX\t_\ta=1|B=2\t1\tdep\t_\tSpaceAfter=No',
      '7\t"\t"\tX\t_\ta=1|B=2\t1\tdep\t_\tSpaceAfter=No',
    ])
  })

  it('writes what can be read again, whatever the text', async () => {
    const piece = fc.constantFrom(
      'Im',
      'am',
      '„',
      '“',
      '.',
      ' ',
      '\n\n',
      '_',
      '#',
      'Haus',
      '\t',
      'z. B.',
      'e\u0301',
      '|',
      '=',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 30 }), async (pieces) => {
        const document = await words(pieces.join(''))
        fc.pre(document.tokens.length > 0)
        const again = readConllu(writeConllu(document), 'x')
        expect(again.tokens.map(({ form, contraction, sentence }) => ({ form, contraction, sentence }))).toEqual(
          document.tokens.map(({ form, contraction, sentence }) => ({ form, contraction, sentence })),
        )
        expect(again.given?.lemma).toEqual(document.words.map(({ lemma }) => lemma))
        const surface = again.tokens.map(({ start, end }) => again.text.slice(start, end))
        expect(surface).toEqual(document.tokens.map(({ start, end }) => document.text.slice(start, end)))
      }),
      { numRuns: 200 },
    )
  })
})
