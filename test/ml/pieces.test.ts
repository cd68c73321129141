import { readFileSync } from 'node:fs'
import { Tokenizer } from '@huggingface/tokenizers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ResourceError } from '../../src/core/errors.ts'
import { Pieces } from '../../src/ml/pieces.ts'
import { Unigram } from '../../src/ml/unigram.ts'

const bytes = readFileSync(new URL('../../data/models/de/tokenizer.json', import.meta.url))
const json = JSON.parse(bytes.toString('utf8'))
const library = new Tokenizer(json, {})
const unigram = Unigram.from(json) as Unigram
const reference = (text: string) => library.encode(text, { add_special_tokens: false }).ids

describe('Unigram', () => {
  it('cuts words as @huggingface/tokenizers does', () => {
    const article = readFileSync(new URL('../../data/articles/wladiwostok.txt', import.meta.url), 'utf8')
    for (const word of new Set(article.split(/\s+/).filter(Boolean))) {
      expect(unigram.encode(` ${word}`)).toEqual(reference(` ${word}`))
      expect(unigram.encode(word)).toEqual(reference(word))
    }
  })

  it('cuts any characters as it does', () => {
    const character = fc.oneof(
      fc.constantFrom(...'aäeinrstuAEKS.-ßẞﬁ½№İ한\u0301'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
        const word = characters.join('').replace(/[\s<>]/g, '')
        expect(unigram.encode(` ${word}`)).toEqual(reference(` ${word}`))
      }),
      { numRuns: 300 },
    )
  })

  it('takes marks of the model for text', () => {
    expect(unigram.encode('<s>')).not.toContain(0)
    expect(unigram.encode('</s>')).not.toContain(2)
  })

  it('leaves other kinds of vocabulary alone', () => {
    expect(Unigram.from({ ...json, normalizer: null })).toBeNull()
    expect(Unigram.from({})).toBeNull()
  })
})

describe('Pieces', () => {
  it('tells words behind a space from others', async () => {
    const pieces = await Pieces.load(bytes)
    expect([...pieces.of('Haus', true)]).toEqual(reference(' Haus'))
    expect([...pieces.of('Haus', false)]).toEqual(reference('Haus'))
    expect(pieces.of('Haus', true)).toBe(pieces.of('Haus', true))
  })

  it('gives at least one piece to anything, and not too many', async () => {
    const pieces = await Pieces.load(bytes)
    expect(pieces.of('\u00ad', false).length).toBeGreaterThan(0)
    expect(pieces.of('x'.repeat(5000), true)).toHaveLength(1)
    expect(pieces.of('xq'.repeat(50), true).length).toBeLessThanOrEqual(32)
  })

  it('reads other kinds of vocabulary with the library', async () => {
    const other = { ...json, normalizer: { type: 'NFC' } }
    const pieces = await Pieces.load(new TextEncoder().encode(JSON.stringify(other)))
    expect([...pieces.of('Haus', true)]).toEqual(reference(' Haus'))
  })

  it('says so where there is none', async () => {
    await expect(Pieces.load(new TextEncoder().encode('nothing'))).rejects.toThrow(ResourceError)
  })
})
