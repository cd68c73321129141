import type { InferenceSession, Tensor } from '../core/resources.ts'

/** Runs a model with onnxruntime-node on one thread, so that results do not depend on the number of cores. */
export async function createNodeSession(model: Uint8Array): Promise<InferenceSession> {
  const ort = await import('onnxruntime-node')
  const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 })
  return {
    run: async (inputs) => {
      const feeds = Object.fromEntries(
        Object.entries(inputs).map(([name, t]) => [name, new ort.Tensor(t.type, t.data as never, t.dims as number[])]),
      )
      return (await session.run(feeds)) as unknown as Readonly<Record<string, Tensor>>
    },
  }
}
