import type { Extraction } from '../core/claims.ts'
import type { Document, Layer } from '../core/document.ts'
import type { Resources } from '../core/resources.ts'
import { toExtraction } from '../stages/claims/index.ts'
import { stages } from '../stages/collection.ts'
import { createPipeline } from './index.ts'

const pipeline = createPipeline(stages)

/** Reads an article through all stages. Layers that the document already has (from CoNLL-U, say) are kept. */
export const analyzeDocument = (document: Document, resources: Resources): Promise<Document<Layer>> =>
  pipeline.run(document, resources)

/** The claims of an article, and the entities they speak of. */
export async function extractDocument(document: Document, resources: Resources): Promise<Extraction> {
  return toExtraction(await analyzeDocument(document, resources))
}
