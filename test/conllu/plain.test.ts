import { describe, expect, it } from 'vitest'
import { readLines, readTokens } from '../../src/conllu/index.ts'
import { spacesBefore } from '../../src/conllu/spacing.ts'
import { nodeResources } from '../../src/node/resources.ts'

const resources = nodeResources()

describe('readTokens', () => {
  it('keeps tokens and sentences, and guesses the spaces', async () => {
    const { text, sentences, tokens } = await readTokens(
      'Er\tO\nsagte\n:\n"\nIm\nUS-Haus\n"\n.\n\n\nJa\n',
      'x',
      resources,
    )
    expect(text).toBe('Er sagte: "Im US-Haus".\nJa\n')
    expect(sentences).toHaveLength(2)
    expect(tokens.map(({ form }) => form)).toEqual(['Er', 'sagte', ':', '"', 'In', 'dem', 'US-Haus', '"', '.', 'Ja'])
  })

  it('refuses a file without tokens', async () => {
    await expect(readTokens('\n \n', 'x', resources)).rejects.toThrow('x: no token')
  })
})

describe('readLines', () => {
  it('takes each line as one sentence and leaves the text as it is', async () => {
    const source = 'Er kam. Sie ging.\r\n\r\nAm 3. Mai war Ruhe.'
    const { text, sentences, tokens } = await readLines(source, 'x', resources)
    expect(text).toBe(source)
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Er kam. Sie ging.',
      'Am 3. Mai war Ruhe.',
    ])
    expect(tokens.filter(({ sentence }) => sentence === 1).map(({ form }) => form)).toContain('3.')
  })
})

describe('readLines, odd ones', () => {
  it('parts lines at line feeds alone', async () => {
    const { sentences } = await readLines('Er kam\u2028und ging.\n \u00a0\nJa.', 'x', resources)
    expect(sentences).toHaveLength(2)
  })
})

describe('spacesBefore', () => {
  it('sets marks as they are printed', () => {
    const forms = '„ Ja “ , ( sagte ) er " so " : » gut « .'.split(' ')
    const text = forms.map((form, i) => `${spacesBefore(forms)[i] ? ' ' : ''}${form}`).join('')
    expect(text).toBe('„Ja“, (sagte) er "so": »gut«.')
  })
})
