import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readConllu } from '../src/conllu/index.ts'
import { spacesBefore } from '../src/conllu/spacing.ts'
import { type ClaimRecord, type Extraction, isFact } from '../src/core/claims.ts'
import type { Document, Layer, Relation } from '../src/core/document.ts'
import type { Resources } from '../src/core/resources.ts'
import { draw, seededNumbers } from '../src/evaluate/sample.ts'
import { documentId } from '../src/node/document-id.ts'
import { nodeResources } from '../src/node/resources.ts'
import { analyzeDocument } from '../src/pipeline/extract.ts'
import { isPlain } from '../src/rdf/plain.ts'
import { toExtraction } from '../src/stages/claims/index.ts'

/*
 * Draws claims to be judged by reading, the same ones for the same seed:
 *
 *   node dist/scripts/sample-claims.js --seed 1 --smartdata smartdata.jsonl --wikinews wikinews-train.jsonl > claims.tsv
 *
 * From 30 news texts of DFKI SmartData and 30 Wikinews articles of SpkAtt-2023, 200 facts that stand as plain triples and 100 attributed claims.
 * With `--conllu FILE` in place of the two, from the file's own trees, facts of every confidence: what is wrong there is no fault of the parser.
 */

interface Text {
  readonly source: string
  readonly text: string
  readonly date: string | null
}

const TEXTS = 30
const SENTENCES = 3

const lines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)

function smartData(file: string): Text[] {
  const rows = lines(file) as { id: string; kind: string; date?: string; text: string }[]
  return rows
    .filter(({ kind }) => kind === 'news')
    .map(({ id, date, text }) => ({ source: `smartdata ${id}`, text, date: date?.slice(0, 10) ?? null }))
}

function wikinews(file: string): Text[] {
  const rows = lines(file) as { DocumentName: string; Sentences: { Tokens: string[] }[] }[]
  return rows.map(({ DocumentName: name, Sentences: sentences }) => ({
    source: `wikinews ${name}`,
    text: sentences
      .map(({ Tokens: tokens }) => asWritten(joined(tokens)))
      .join('')
      .trim(),
    date: /\((\d{4}-\d\d-\d\d)\)$/.exec(name)?.[1] ?? null,
  }))
}

/** What ends without a mark is a heading and stands alone. */
const asWritten = (sentence: string): string => (/\p{P}$/u.test(sentence) ? `${sentence} ` : `\n${sentence}\n`)

function joined(tokens: readonly string[]): string {
  const spaces = spacesBefore(tokens)
  return tokens.map((token, i) => (spaces[i] ? ` ${token}` : token)).join('')
}

function analyse({ text, date }: Text, resources: Resources): Promise<Document<Layer>> {
  const unknown = { title: null, language: 'de', author: null, publisher: null, source: null }
  return analyzeDocument({ text, metadata: { id: documentId(text), date, ...unknown } }, resources)
}

/** The first texts of a shuffled collection that have enough sentences, analysed. */
async function drawTexts(texts: readonly Text[], next: () => number, resources: Resources) {
  const found: { source: string; document: Document<Layer> }[] = []
  const order = texts
    .map((text) => ({ text, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text)
  for (const text of order) {
    if (found.length === TEXTS) break
    const document = await analyse(text, resources)
    if (document.sentences.length >= SENTENCES) found.push({ source: text.source, document })
  }
  return found
}

/** A CoNLL-U file, its trees kept. */
async function ofTrees(file: string, resources: Resources) {
  const unknown = { title: null, language: 'de', author: null, publisher: null, source: null }
  const read = readConllu(readFileSync(file, 'utf8'), file)
  const metadata = { id: documentId(read.text), date: null, ...unknown }
  return { source: basename(file), document: await analyzeDocument({ ...read, metadata }, resources) }
}

interface Row {
  readonly claim: ClaimRecord
  readonly cells: readonly string[]
}

function rowsOf(source: string, document: Document<Layer>): Row[] {
  const extraction = toExtraction(document)
  const labels = new Map(extraction.entities.map(({ id, label, type }) => [id, `${label} [${type}]`]))
  return extraction.claims.map((claim) => {
    const relation = relationOf(document, extraction, claim)
    const { predicate, polarity, modality, confidence } = claim
    const sentence = document.sentences[document.words[relation?.trigger ?? -1]?.sentence ?? -1]
    const around = sentence ?? claim.evidence
    const cells = [
      claim.id,
      source,
      document.text.slice(around.start, around.end),
      labels.get(claim.subject) ?? '',
      `${predicate.name} (${predicate.lemma})`,
      claim.object === null ? `"${claim.value?.text ?? ''}"` : (labels.get(claim.object) ?? ''),
      `${polarity}, ${modality}`,
      claim.attributedTo === null ? '-' : (labels.get(claim.attributedTo) ?? ''),
      confidence.toFixed(2),
      relation?.rule ?? '',
    ]
    return { claim, cells: cells.map((cell) => cell.replace(/\s+/g, ' ').trim()) }
  })
}

/** What the claim was made of. */
function relationOf(document: Document<Layer>, { entities }: Extraction, claim: ClaimRecord): Relation | undefined {
  const label = (id: string | null) => entities.find((entity) => entity.id === id)?.label
  const ownLabel = (entity: number | null) =>
    entity === null ? undefined : document.coreference.entities[entity]?.label
  return document.relations.find(
    (relation) =>
      relation.predicate === claim.predicate &&
      relation.value === claim.value &&
      relation.evidence.start === claim.evidence.start &&
      ownLabel(relation.subject) === label(claim.subject) &&
      ownLabel(relation.object) === label(claim.object),
  )
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    smartdata: { type: 'string' },
    wikinews: { type: 'string' },
    facts: { type: 'string', default: '200' },
    attributed: { type: 'string', default: '100' },
    conllu: { type: 'string' },
  },
})
const next = seededNumbers(Number(values.seed))
const resources = nodeResources()

async function drawn() {
  if (values.conllu) return [await ofTrees(values.conllu, resources)]
  if (!values.smartdata || !values.wikinews)
    throw new TypeError('sample-claims: give --smartdata FILE and --wikinews FILE, or --conllu FILE')
  const news = await drawTexts(smartData(values.smartdata), next, resources)
  return [...news, ...(await drawTexts(wikinews(values.wikinews), next, resources))]
}

const rows = (await drawn()).flatMap(({ source, document }) => rowsOf(source, document))
const facts = rows.filter(({ claim }) => (values.conllu ? isFact(claim) : isPlain(claim)))
const attributed = rows.filter(({ claim }) => claim.attributedTo !== null)
process.stderr.write(`${rows.length} claims, ${facts.length} facts, ${attributed.length} attributed\n`)
const header = 'id document sentence subject predicate object status speaker confidence rule'.split(' ')
const picked = [...draw(facts, Number(values.facts), next), ...draw(attributed, Number(values.attributed), next)]
process.stdout.write(`${[header, ...picked.map(({ cells }) => cells)].map((cells) => cells.join('\t')).join('\n')}\n`)
