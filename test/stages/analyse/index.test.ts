import { describe, expect, it } from 'vitest'
import type { Analysis, Document } from '../../../src/core/document.ts'
import { ResourceError } from '../../../src/core/errors.ts'
import { createResources, type InferenceSession } from '../../../src/core/resources.ts'
import { nodeResources } from '../../../src/node/resources.ts'
import { analyse } from '../../../src/stages/analyse/index.ts'
import { segment } from '../../../src/stages/segment/index.ts'

const resources = nodeResources()
const metadata = { id: 'x', title: null, date: null, language: 'de', author: null, publisher: null, source: null }

async function read(text: string, from = resources): Promise<Document<'sentences' | 'tokens' | 'analysis'>> {
  return analyse.run(await segment.run({ text, metadata }, from), from)
}

/** Whether every sentence is one tree with one root. */
function areTrees({
  sentences,
  analysis,
}: {
  sentences: Document<'sentences'>['sentences']
  analysis: Analysis
}): boolean {
  return sentences.every(({ first, last }) => {
    let roots = 0
    for (let i = first; i < last; i++) {
      const head = analysis.heads[i] as number
      if (head < 0) roots++
      else if (head < first || head >= last) return false
      if (head < 0 !== (analysis.deprels[i] === 'root')) return false
      let at = i
      for (let steps = 0; at >= 0; at = analysis.heads[at] as number) if (++steps > last - first) return false
    }
    return roots === 1
  })
}

/** What the shipped model's outputs mean. */
const lists = resources.read('models/de/labels.json').then(
  (bytes) =>
    JSON.parse(new TextDecoder().decode(bytes)) as Record<'upos' | 'names' | 'labels' | 'lemmas', string[]> & {
      feats: Record<string, string[]>
    },
)

/** A session that answers with pseudo-random scores. */
const noise: InferenceSession = {
  run: async ({ starts }) => {
    const [rows = 0, width = 0] = starts?.dims ?? []
    let state = 1
    const scores = (count: number) =>
      Float32Array.from({ length: count }, () => {
        state = (state * 48271) % 2147483647
        return state / 2147483647 - 0.5
      })
    const tensor = (dims: number[]) => ({
      type: 'float32' as const,
      dims,
      data: scores(dims.reduce((a, b) => a * b, 1)),
    })
    const { upos, names, labels, lemmas, feats } = await lists
    return {
      upos: tensor([rows, width, upos.length]),
      names: tensor([rows, width, names.length]),
      feats: tensor([rows, width, Object.values(feats).flat().length]),
      lemmas: tensor([rows, width, lemmas.length]),
      arcs: tensor([rows, width, width]),
      labels: tensor([rows, labels.length, width, width]),
    }
  },
}

describe('analyse', () => {
  it('reads a sentence: parts of speech, tree, names', async () => {
    const document = await read('Putin trifft den nordkoreanischen Machthaber Kim im Hafen von Wladiwostok.')
    const { tokens, analysis } = document
    const at = (form: string) => tokens.findIndex((token) => token.form === form)
    expect(areTrees(document)).toBe(true)
    expect(analysis.upos[at('trifft')]).toBe('VERB')
    expect(analysis.heads[at('trifft')]).toBe(-1)
    expect(analysis.heads[at('Putin')]).toBe(at('trifft'))
    expect(analysis.deprels[at('Putin')]).toBe('nsubj')
    expect(analysis.heads[at('dem')]).toBe(at('Hafen'))
    expect(analysis.nameTags[at('Putin')]).toBe('B-PER')
    expect(analysis.nameTags[at('nordkoreanischen')]).toBe('B-LOCderiv')
    expect(analysis.nameTags[at('Wladiwostok')]).toBe('B-LOC')
    expect(analysis.confidence[at('Putin')]).toBeGreaterThan(0.5)
  })

  it('gives all parts of a hyphenated compound the name of its first word', async () => {
    const { tokens, analysis } = await read('Der Politiker Jean-Pierre Bemba lebt in Baden-Württemberg.')
    const tags = (from: string, count: number) => {
      const at = tokens.findIndex((token) => token.form === from)
      return analysis.nameTags.slice(at, at + count)
    }
    expect(tags('Jean', 4)).toEqual(['B-PER', 'I-PER', 'I-PER', 'I-PER'])
    expect(tags('Baden', 3)).toEqual(['B-LOC', 'I-LOC', 'I-LOC'])
  })

  it('gives a document the same result wherever it stands among others', async () => {
    const text = 'Fillon erklärte in Paris, sein Land plane Operationen. Bengasi liegt in Libyen.'
    const first = await read(text)
    await read('Ein ganz anderer Text mit Namen wie Müller und Maier. Und noch ein Satz.')
    expect((await read(text)).analysis).toEqual(first.analysis)
  })

  it('makes one tree of a sentence that is too long for the model', async () => {
    const document = await read(`Er sah ${'Donaudampfschifffahrtsgesellschaftskapitäne, '.repeat(200)}und ging.`)
    expect(areTrees(document)).toBe(true)
  })

  it('copes with words that are none', async () => {
    const document = await read(`<s> </s> \u00ad \ufffd ${'ä'.repeat(5000)} 👩‍🚀 \ud800 ſﬁ ٣ 你好.`)
    expect(areTrees(document)).toBe(true)
    expect(document.analysis.upos).toHaveLength(document.tokens.length)
  })

  it('gives an empty document an empty analysis', async () => {
    const { analysis } = await read('\n \n')
    expect(analysis.upos).toEqual([])
    expect(analysis.heads).toHaveLength(0)
  })

  it('makes trees and name tags that hold of any scores', async () => {
    const from = createResources(resources.read, async () => noise)
    const document = await read('Das ist ein Satz mit vielen Wörtern, und so fort. '.repeat(20), from)
    expect(areTrees(document)).toBe(true)
    const { nameTags } = document.analysis
    nameTags.forEach((tag, i) => {
      if (tag.startsWith('I-')) expect(nameTags[i - 1]?.slice(1)).toBe(tag.slice(1))
    })
  })

  it.each([
    ['{}', 'has no list "upos"'],
    ['nothing', 'is no JSON'],
  ])('says what is wrong with the labels %s', async (json, message) => {
    const from = createResources(
      async (name) => (name.endsWith('labels.json') ? new TextEncoder().encode(json) : resources.read(name)),
      async () => noise,
    )
    await expect(read('Ja.', from)).rejects.toThrow(ResourceError)
    await expect(read('Ja.', from)).rejects.toThrow(message)
  })

  it('says so where the model cannot be loaded', async () => {
    const from = createResources(resources.read, async () => {
      throw new Error('bad model')
    })
    await expect(read('Ja.', from)).rejects.toThrow('models/de/model.onnx cannot be loaded: bad model')
  })
})
