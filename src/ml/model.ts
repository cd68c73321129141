import type { Upos } from '../core/document.ts'
import { ResourceError } from '../core/errors.ts'
import { type InferenceSession, type Resource, readText } from '../core/resources.ts'
import { Pieces } from './pieces.ts'
import { BioTags } from './spans.ts'

/** A trained analyser: the session, the vocabulary and what its outputs mean. */
export interface Model {
  readonly session: InferenceSession
  readonly pieces: Pieces
  readonly upos: readonly Upos[]
  /** Relations with subtype. */
  readonly labels: readonly string[]
  readonly names: BioTags
}

/**
 * The model in a folder of the data: `model.onnx`, `tokenizer.json`, `labels.json`.
 * Loading throws ResourceError if a file is absent or broken.
 */
export const modelResource = (folder: string): Resource<Model> => ({
  id: `model:${folder}`,
  load: async (resources) => {
    const [bytes, tokenizer, labels] = await Promise.all([
      resources.read(`${folder}/model.onnx`),
      resources.read(`${folder}/tokenizer.json`),
      readText(resources, `${folder}/labels.json`),
    ])
    const { upos, labels: relations, names } = readLabels(folder, labels)
    let session: InferenceSession
    try {
      session = await resources.createSession(bytes)
    } catch (cause) {
      throw new ResourceError(
        `${folder}/model.onnx cannot be loaded: ${cause instanceof Error ? cause.message : cause}`,
        {
          cause,
        },
      )
    }
    return {
      session,
      pieces: await Pieces.load(tokenizer),
      upos: upos as Upos[],
      labels: relations,
      names: new BioTags(names),
    }
  },
})

function readLabels(folder: string, json: string): { upos: string[]; labels: string[]; names: string[] } {
  const problem = (what: string, cause?: unknown) => new ResourceError(`${folder}/labels.json ${what}`, { cause })
  let lists: Record<string, unknown>
  try {
    lists = JSON.parse(json)
  } catch (cause) {
    throw problem('is no JSON', cause)
  }
  const list = (name: string): string[] => {
    const value = lists?.[name]
    if (!Array.isArray(value) || value.length === 0 || !value.every((item) => typeof item === 'string'))
      throw problem(`has no list "${name}"`)
    return value
  }
  return { upos: list('upos'), labels: list('labels'), names: list('names') }
}
