import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines } from '../../../src/conllu/index.ts'
import { analysisAsTriples, openTriples } from '../../../src/export/triples/index.ts'
import { pipelineFor } from '../../../src/pipeline/index.ts'
import { stages } from '../../../src/stages/collection.ts'
import { documentOf, testResources } from '../../support/pipeline.ts'

const pipeline = pipelineFor(stages, ['words'])

const analysed = async (text: string) => {
  const read = await readLines(text, 'test', testResources())
  return pipeline.run({ ...read, metadata: documentOf(text).metadata }, testResources())
}

const triples = async (text: string): Promise<string[]> =>
  openTriples(await analysed(text)).map(({ subject, relation, object }) => `${subject} | ${relation} | ${object}`)

describe('openTriples', () => {
  it.each([
    [
      'object, with the phrase that goes with it',
      'Merkel hielt eine Rede in Chicago.',
      'Merkel | hielt | eine Rede in Chicago',
    ],
    ['separated prefix', 'Der Laser schneidet Gewebe ab.', 'Der Laser | schneidet ab | Gewebe'],
    ['passive', 'Die Schule wurde im Jahr 1851 gegründet.', 'Die Schule | wurde gegründet | im Jahr 1851'],
    [
      'finite verb first',
      'Die Stadt, die von Wikingern gegründet wurde, wächst.',
      'Die Stadt | wurde gegründet | von Wikingern',
    ],
    ['reflexive', 'Das Museum befindet sich in Berlin.', 'Das Museum | befindet sich | in Berlin'],
    ['negation', 'Putin traf Kim nicht.', 'Putin | traf nicht | Kim'],
    ['denied object', 'Molche besitzen keine Augenlider.', 'Molche | besitzen keine | Augenlider'],
    ['copula', 'Hans Meier ist der Sprecher der Polizei.', 'Hans Meier | ist | der Sprecher der Polizei'],
    ['adjective', 'Das Wetter war schön.', 'Das Wetter | war | schön'],
    ['coordinated subjects', 'Merkel und Macron besuchten Polen.', 'Macron | besuchten | Polen'],
    ['coordinated verbs', 'Merkel besuchte Polen und traf Tusk.', 'Merkel | traf | Tusk'],
    [
      'apposition',
      'Arminius, der Anführer der Cherusker, besiegte Varus.',
      'der Anführer der Cherusker | besiegte | Varus',
    ],
    ['role and name', 'Die Sprecherin Jen Psaki lobte Merkel.', 'Jen Psaki | lobte | Merkel'],
    ['clause', 'Der Arzt vermutet, dass Liebe hilft.', 'Der Arzt | vermutet | dass Liebe hilft'],
  ])('%s', async (_, sentence, expected) => {
    expect(await triples(sentence)).toContain(expected)
  })

  it('says nothing of infinitives, or of what is denied', async () => {
    expect(await triples('Merkel reiste nach Paris, um Macron zu treffen.')).toEqual(['Merkel | reiste | nach Paris'])
    expect(await triples('Er kennt keine Verletzten, die Hilfe brauchen.')).toEqual(['Er | kennt keine | Verletzten'])
  })
})

describe('analysisAsTriples', () => {
  it('counts the lines of the text, empty ones too', async () => {
    const text = 'Putin traf Kim.\n\nMerkel besuchte Polen.\n'
    expect(analysisAsTriples(await analysed(text))).toBe('1\tPutin\ttraf\tKim\n3\tMerkel\tbesuchte\tPolen\n')
  })

  it('prints four cells a line, none of them empty, whatever the text', async () => {
    const parts = fc.constantFrom(
      'Putin',
      'traf',
      'im',
      'Mai',
      ',',
      'die',
      'er',
      'sah',
      '"',
      '\t',
      '-',
      '„',
      'und',
      '.',
    )
    const lines = fc.array(fc.array(parts, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(lines, async (words) => {
        const text = `Putin traf Kim.\n${words.map((line) => line.join(' ')).join('\n')}`
        for (const line of analysisAsTriples(await analysed(text))
          .split('\n')
          .slice(0, -1))
          expect(line).toMatch(/^\d+(?:\t[^\t\n]+){3}$/)
      }),
      { numRuns: 10 },
    )
  })
})
