import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Analysis, Document } from '../../src/core/document.ts'
import { createResources } from '../../src/core/resources.ts'
import { nodeResources } from '../../src/node/resources.ts'
import { createNodeSession } from '../../src/node/session.ts'
import { analyse } from '../../src/stages/analyse/index.ts'
import { segment } from '../../src/stages/segment/index.ts'

const TEXT = `Russlands Präsident Wladimir Putin ist zum Gipfeltreffen mit Nordkoreas Machthaber Kim Jong Un in Wladiwostok eingetroffen. \
Das gab der Kreml am Donnerstag bekannt. „Wir haben eine deutliche Steigerung gezeigt“, sagte Bundestrainer Christian Prokop der ARD.`

const metadata = { id: 'x', title: null, date: null, language: 'de', author: null, publisher: null, source: null }

async function analysisWith(runtime: 'native' | 'wasm'): Promise<Analysis> {
  const { read } = nodeResources()
  const resources = createResources(read, (model) => createNodeSession(model, runtime))
  const document: Document = { text: TEXT, metadata }
  return (await analyse.run(await segment.run(document, resources), resources)).analysis
}

/** Share of places where two lists have the same value. */
const agreement = <T>(a: ArrayLike<T>, b: ArrayLike<T>): number =>
  Array.from(a).filter((value, i) => value === b[i]).length / a.length

describe('createNodeSession', () => {
  afterEach(() => {
    vi.doUnmock('onnxruntime-node')
    vi.restoreAllMocks()
  })

  it('comes to the same decisions with onnxruntime-node and onnxruntime-web', async () => {
    const native = await analysisWith('native')
    const wasm = await analysisWith('wasm')
    const rates = {
      upos: agreement(native.upos, wasm.upos),
      heads: agreement(native.heads, wasm.heads),
      deprels: agreement(native.deprels, wasm.deprels),
      nameTags: agreement(native.nameTags, wasm.nameTags),
    }
    console.info('agreement of onnxruntime-node and onnxruntime-web', rates)
    for (const rate of Object.values(rates)) expect(rate).toBeGreaterThanOrEqual(0.95)
  })

  it('falls back to onnxruntime-web where the native library cannot be loaded, and says so', async () => {
    vi.doMock('onnxruntime-node', () => {
      throw new Error('no native library')
    })
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    const { read } = nodeResources()
    const session = await createNodeSession(await read('models/de/model.onnx'))
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('onnxruntime-web takes its place'), 'PressgraphWarning')
    const output = await session.run({
      ids: { type: 'int64', dims: [1, 3], data: BigInt64Array.of(0n, 5n, 2n) },
      starts: { type: 'int64', dims: [1, 2], data: BigInt64Array.of(0n, 1n) },
    })
    expect(output.arcs?.dims).toEqual([1, 2, 2])
    await expect(createNodeSession(await read('models/de/model.onnx'), 'native')).rejects.toThrow()
  })
})
