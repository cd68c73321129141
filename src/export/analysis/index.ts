import { writeConllu } from '../../conllu/write.ts'
import { analysisAsBio } from './bio.ts'
import { type Analysed, analysisAsJson } from './json.ts'

export { type Analysed, analysisAsBio, analysisAsJson }

/** How `analyze` prints an analysis; each ends with a line break. */
export const ANALYSIS_FORMATS: Readonly<Record<'json' | 'conllu' | 'bio', (document: Analysed) => string>> = {
  json: (document) => `${analysisAsJson(document)}\n`,
  conllu: writeConllu,
  bio: analysisAsBio,
}
