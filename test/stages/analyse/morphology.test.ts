import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ResourceError } from '../../../src/core/errors.ts'
import { createResources, type Resources } from '../../../src/core/resources.ts'
import { nodeResources } from '../../../src/node/resources.ts'
import { analyse } from '../../../src/stages/analyse/index.ts'
import { segment } from '../../../src/stages/segment/index.ts'

const toy = nodeResources({ 'models/de': fileURLToPath(new URL('../../../train/toy', import.meta.url)) })
const metadata = { id: 'x', title: null, date: null, language: 'de', author: null, publisher: null, source: null }
const read = async (text: string, resources: Resources) =>
  analyse.run(await segment.run({ text, metadata }, resources), resources)

/** The toy model, with other labels. */
const relabelled = (change: (labels: Record<string, unknown>) => unknown): Resources =>
  createResources(async (name) => {
    const bytes = await toy.read(name)
    if (!name.endsWith('labels.json')) return bytes
    return new TextEncoder().encode(JSON.stringify(change(JSON.parse(new TextDecoder().decode(bytes)))))
  }, toy.createSession)

const LEARNED = 'Die Ministerin lobte am Montag die neuen Häuser. Gestern sind Anna Bergs Brüder nach Bern gereist.'

describe('analyse with a model that knows lemmas and features', () => {
  it('reads what the model has learned by heart', async () => {
    const { tokens, analysis } = await read(LEARNED, toy)
    const at = (form: string) => tokens.findIndex((token) => token.form === form)
    expect(analysis.lemmas?.join(' ')).toBe(
      'der Ministerin loben an der Montag der neu Haus . gestern sein Anna Berg Bruder nach Bern reisen .',
    )
    expect(analysis.feats?.[at('Häuser')]).toEqual({ Case: 'Acc', Gender: 'Neut', Number: 'Plur' })
    expect(analysis.feats?.[at('sind')]).toEqual({
      Mood: 'Ind',
      Number: 'Plur',
      Person: '3',
      Tense: 'Pres',
      VerbForm: 'Fin',
    })
    expect(analysis.feats?.[at('nach')]).toEqual({})
    expect(analysis.heads[at('Häuser')]).toBe(at('lobte'))
    expect(analysis.upos[at('gereist')]).toBe('VERB')
    expect(analysis.nameTags.slice(at('Anna'), at('Bern') + 1)).toEqual(['B-PER', 'I-PER', 'O', 'O', 'B-LOC'])
  })

  it('gives every token a lemma and features, whatever it is', async () => {
    const { tokens, analysis } = await read('👩‍🚀 \ud800 x ſﬁ ٣ 你好! — ß', toy)
    expect(analysis.lemmas).toHaveLength(tokens.length)
    expect(analysis.feats).toHaveLength(tokens.length)
    for (const lemma of analysis.lemmas ?? []) expect(lemma).not.toBe('')
  })

  it('leaves out what the labels do not name', async () => {
    const { analysis } = await read(
      LEARNED,
      relabelled(({ upos, labels, names }) => ({ upos, labels, names })),
    )
    expect(analysis.lemmas).toBeUndefined()
    expect(analysis.feats).toBeUndefined()
    expect(analysis.nameTags).toContain('B-LOC')
  })

  it.each([
    ['lemmas', ['↓'], 'has a wrong lemma script'],
    ['lemmas', [], 'has no list "lemmas"'],
    ['feats', ['Case'], 'has "feats" that are not lists of values by feature'],
    ['feats', null, 'has "feats" that are not lists of values by feature'],
  ])('says what is wrong with %s %j', async (key, value, message) => {
    const resources = relabelled((labels) => ({ ...labels, [key]: value }))
    await expect(read('Ja.', resources)).rejects.toThrow(ResourceError)
    await expect(read('Ja.', resources)).rejects.toThrow(message)
  })
})
