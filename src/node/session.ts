import { setFlagsFromString } from 'node:v8'
import type * as Onnx from 'onnxruntime-node'
import type { InferenceSession, Tensor } from '../core/resources.ts'

type Runtime = Pick<typeof Onnx, 'InferenceSession' | 'Tensor'>

/** Which library runs the model: `native` is onnxruntime-node, `wasm` onnxruntime-web, which runs wherever JavaScript does. */
export type RuntimeName = 'native' | 'wasm'

/**
 * Runs a model on one thread, so that results do not depend on the number of cores.
 * @param runtime `native` where it can be loaded, else `wasm`, which takes some four times as long.
 * @throws if the model cannot be read.
 */
export async function createNodeSession(model: Uint8Array, runtime?: RuntimeName): Promise<InferenceSession> {
  const library = runtime === 'wasm' ? await loadWasm() : await loadNative(runtime === undefined)
  return sessionOf(library, model)
}

async function loadNative(mayFallBack: boolean): Promise<Runtime> {
  try {
    return await import('onnxruntime-node')
  } catch (error) {
    if (!mayFallBack) throw error
    process.emitWarning(
      `onnxruntime-node cannot be loaded (${error instanceof Error ? error.message.split('\n', 1)[0] : error}); ` +
        'onnxruntime-web takes its place, which is slower.',
      'PressgraphWarning',
    )
    return loadWasm()
  }
}

/**
 * Bytes that a WebAssembly function must have run through before V8 optimises it, 100 times as many as by default: the few functions that
 * compute get there at once, and the thousands that only load the model do not, whose optimising takes 100 MB and seconds.
 */
const TIERING_BUDGET = 200_000_000

async function loadWasm(): Promise<Runtime> {
  setFlagsFromString(`--wasm-tiering-budget=${TIERING_BUDGET}`)
  const ort = await import('onnxruntime-web/wasm')
  ort.env.wasm.numThreads = 1
  return ort
}

async function sessionOf(ort: Runtime, model: Uint8Array): Promise<InferenceSession> {
  const session = await ort.InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // The last level, `all`, rearranges convolutions, of which there are none: it gives the same results and takes longer to load.
    graphOptimizationLevel: 'extended',
  })
  return {
    run: async (inputs) => {
      const feeds = Object.fromEntries(
        Object.entries(inputs).map(([name, { type, data, dims }]) => [
          name,
          new ort.Tensor(type as 'float32', data as Float32Array, dims),
        ]),
      )
      return (await session.run(feeds)) as unknown as Readonly<Record<string, Tensor>>
    },
  }
}
