import type { Upos } from '../core/document.ts'
import { ResourceError } from '../core/errors.ts'
import { type InferenceSession, type Resource, readText } from '../core/resources.ts'
import { EditScripts } from './edit-scripts.ts'
import { FeatureValues } from './feature-values.ts'
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
  /** What the output `lemmas` means, of a model that has it. */
  readonly lemmas: EditScripts | null
  /** What the output `feats` means, of a model that has it. */
  readonly feats: FeatureValues | null
}

/** What `labels.json` holds. */
interface Labels {
  readonly upos: string[]
  readonly labels: string[]
  readonly names: string[]
  readonly lemmas: EditScripts | null
  readonly feats: FeatureValues | null
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
    const { upos, labels: relations, names, lemmas, feats } = readLabels(folder, labels)
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
      lemmas,
      feats,
    }
  },
})

function readLabels(folder: string, json: string): Labels {
  const problem = (what: string, cause?: unknown) => new ResourceError(`${folder}/labels.json ${what}`, { cause })
  let lists: Record<string, unknown>
  try {
    lists = JSON.parse(json)
  } catch (cause) {
    throw problem('is no JSON', cause)
  }
  const list = (name: string): string[] => {
    const value = lists?.[name]
    if (!isList(value)) throw problem(`has no list "${name}"`)
    return value
  }
  const scripts = (): EditScripts | null => {
    if (lists.lemmas === undefined) return null
    try {
      return new EditScripts(list('lemmas'))
    } catch (cause) {
      if (cause instanceof SyntaxError) throw problem(`has a wrong lemma script: ${cause.message}`, cause)
      throw cause
    }
  }
  const features = (): FeatureValues | null => {
    const { feats } = lists
    if (feats === undefined) return null
    if (typeof feats !== 'object' || feats === null || !Object.values(feats).every(isList))
      throw problem('has "feats" that are not lists of values by feature')
    return new FeatureValues(feats as Record<string, string[]>)
  }
  return { upos: list('upos'), labels: list('labels'), names: list('names'), lemmas: scripts(), feats: features() }
}

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
