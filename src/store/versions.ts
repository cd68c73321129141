import { createHash } from 'node:crypto'
import type { Resources } from '../core/resources.ts'
import { packageVersion } from '../node/version.ts'
import type { Versions } from './workspace.ts'

const MODEL = ['models/de/model.onnx', 'models/de/tokenizer.json', 'models/de/labels.json']
const ONTOLOGY = ['ontology/pressgraph.ttl', 'ontology/lexicon.de.tsv']

/** What an extraction with these resources depends on: hashes of model and ontology (the user's additions too), and our version. */
export async function currentVersions(resources: Resources): Promise<Versions> {
  const { ontologies, lexicons } = resources.extensions
  const model = await Promise.all(MODEL.map((name) => resources.read(name)))
  const ontology = await Promise.all(ONTOLOGY.map((name) => resources.read(name)))
  const added = [...ontologies, ...lexicons].map(({ text }) => new TextEncoder().encode(text))
  return { pressgraph: packageVersion(), model: digest(model), ontology: digest([...ontology, ...added]) }
}

/** First twelve hex digits of the SHA-256 of several files, each with its length. */
function digest(files: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.length}\n`).update(file)
  return hash.digest('hex').slice(0, 12)
}
