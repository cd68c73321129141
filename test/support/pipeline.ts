import { createHash } from 'node:crypto'
import type { Extraction } from '../../src/core/claims.ts'
import type { Document, Layer } from '../../src/core/document.ts'
import type { Extensions, Resources } from '../../src/core/resources.ts'
import { nodeResources } from '../../src/node/resources.ts'
import { analyzeDocument } from '../../src/pipeline/extract.ts'
import { toExtraction } from '../../src/stages/claims/index.ts'

let shared: Resources | undefined

/** The real model, lexicon and lists, loaded once a test file. */
export const testResources = (): Resources => {
  shared ??= nodeResources()
  return shared
}

export const documentOf = (text: string, date: string | null = '2019-04-25'): Document => ({
  text,
  metadata: {
    id: createHash('sha256').update(text).digest('hex').slice(0, 12),
    title: null,
    date,
    language: 'de',
    author: null,
    publisher: null,
    source: null,
  },
})

/** A text through all stages. */
export const analyzed = (text: string, extensions?: Extensions): Promise<Document<Layer>> =>
  analyzeDocument(documentOf(text), extensions ? nodeResources({}, extensions) : testResources())

export const extracted = async (text: string, extensions?: Extensions): Promise<Extraction> =>
  toExtraction(await analyzed(text, extensions))

/** A claim in words: `Wladimir Putin – meets – Kim Jong Un`, with its status where it is not plain: `[negative future by Kreml]`. */
export function claimsInWords(extraction: Extraction): string[] {
  const labels = new Map(extraction.entities.map((entity) => [entity.id, entity.label]))
  return extraction.claims.map((claim) => {
    const object = claim.object === null ? `"${claim.value?.text}"` : labels.get(claim.object)
    const status = [
      claim.polarity === 'negative' ? 'negative' : '',
      claim.modality === 'actual' ? '' : claim.modality,
      claim.attributedTo === null ? '' : `by ${labels.get(claim.attributedTo)}`,
    ].filter((part) => part !== '')
    const suffix = status.length > 0 ? ` [${status.join(' ')}]` : ''
    return `${labels.get(claim.subject)} – ${claim.predicate.name} – ${object}${suffix}`
  })
}
