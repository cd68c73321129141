import { describe, expect, it } from 'vitest'
import { chains } from './helper.ts'

describe('appositions', () => {
  it('joins a name and the role after a comma', async () => {
    const text = 'Klaus Stöhr, Leiter des Programms, warnte vor der Seuche.'
    expect(await chains(text)).toContain('Klaus Stöhr: Klaus Stöhr | Leiter des Programms')
  })

  it('joins a role with a genitive and the name right after it', async () => {
    const text = 'Der Sprecher des Ministeriums Hans Müller widersprach. Müller nannte keine Gründe.'
    expect(await chains(text)).toContainEqual(expect.stringMatching(/^Hans Müller: .*Hans Müller \| Müller$/))
  })

  it('joins no members of an enumeration', async () => {
    expect(await chains('Deutschland, Frankreich und Polen stimmten zu.')).toEqual([])
  })

  it('joins a relative with the name and its noun', async () => {
    const text = 'Sie ging mit ihrem Mann, dem Schriftsteller Richard Wagner, nach Berlin.'
    expect(await chains(text)).toContain('Richard Wagner: ihrem Mann | dem Schriftsteller Richard Wagner')
  })
})
