/** Something made once from data files and then shared: a lexicon, a gazetteer, the model. */
export interface Resource<T> {
  /** Unique name. */
  readonly id: string
  readonly load: (resources: Resources) => Promise<T>
}

/** A tensor as it goes into or comes out of a model. */
export interface Tensor {
  readonly type: 'int64' | 'float32'
  readonly dims: readonly number[]
  readonly data: BigInt64Array | Float32Array
}

/** A loaded neural model; onnxruntime-node, onnxruntime-web, or a fake in tests. */
export interface InferenceSession {
  readonly run: (inputs: Readonly<Record<string, Tensor>>) => Promise<Readonly<Record<string, Tensor>>>
}

/** A file that a user adds, with its name for messages. */
export interface ExtensionFile {
  readonly name: string
  readonly text: string
}

/** What a user adds to ontology and lexicon: relations of their own (Turtle), and how German says them (tables like `lexicon.de.tsv`). */
export interface Extensions {
  readonly ontologies: readonly ExtensionFile[]
  readonly lexicons: readonly ExtensionFile[]
}

/** Where the stages get everything from that is not the document: they import nothing of Node and fetch nothing themselves. */
export interface Resources {
  /**
   * Bytes of a data file by its name relative to the data folder, for example `lang/de/lexicon.bin` or `models/de/model.onnx`.
   * @throws ResourceError if there is no such file.
   */
  readonly read: (name: string) => Promise<Uint8Array>
  readonly extensions: Extensions
  /** The value of a resource, loaded on first use. */
  readonly use: <T>(resource: Resource<T>) => Promise<T>
  /** Makes a model runnable from its bytes. */
  readonly createSession: (model: Uint8Array) => Promise<InferenceSession>
}

/** Resources over a function that reads bytes; memoises by resource id. */
export function createResources(
  read: (name: string) => Promise<Uint8Array>,
  createSession: (model: Uint8Array) => Promise<InferenceSession>,
  extensions: Extensions = { ontologies: [], lexicons: [] },
): Resources {
  const loaded = new Map<string, Promise<unknown>>()
  const resources: Resources = {
    read,
    createSession,
    extensions,
    use: <T>(resource: Resource<T>) => {
      let value = loaded.get(resource.id) as Promise<T> | undefined
      if (!value) {
        value = resource.load(resources)
        loaded.set(resource.id, value)
      }
      return value
    },
  }
  return resources
}

const utf8 = new TextDecoder('utf-8')

/** Text of a data file. */
export const readText = async (resources: Resources, name: string): Promise<string> =>
  utf8.decode(await resources.read(name))

/** Rows of a tab-separated table: comments (`#`) and empty lines left out, the first row (the header) too; cells trimmed. */
export async function readTable(resources: Resources, name: string): Promise<string[][]> {
  const rows = (await readText(resources, name))
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return rows.slice(1).map((line) => line.split('\t').map((cell) => cell.trim()))
}
