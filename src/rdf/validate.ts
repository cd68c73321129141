import { DataFactory, Parser, type Quad, Store, type Term } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { PressgraphError } from '../core/errors.ts'
import { BASE, namespaces, prefixes } from './namespaces.ts'
import { TurtleTerms } from './terms.ts'
import { coreVocabulary, isOpen, type Vocabulary } from './vocabulary.ts'

/** Something that does not validate. Terms are written as Turtle has them. */
export interface Problem {
  /** What it is about. */
  readonly focus: string
  /** The property that is wrong, or null. */
  readonly path: string | null
  /** The value that is wrong, or null. */
  readonly value: string | null
  readonly message: string
}

export interface ValidationReport {
  readonly conforms: boolean
  /** Sorted, each once. */
  readonly problems: readonly Problem[]
}

export interface ValidationOptions {
  /** SHACL shapes in Turtle, as in `ontology/shapes.ttl`. */
  readonly shapes: string
  /** IRIs below it are shown short. */
  readonly base?: string
  /** Relations of which plain triples are checked. */
  readonly vocabulary?: Vocabulary
}

const { pg, rdf, prov, nif } = namespaces
const { quad, defaultGraph } = DataFactory

/**
 * Checks quads, whatever graphs they are in, against SHACL shapes, and against what shapes cannot say: a plain triple of a relation is
 * stated as a fact by some claim, and evidence lies within its text and is as long as its characters say.
 * @throws PressgraphError if the shapes are no Turtle
 */
export async function validate(quads: Iterable<Quad>, options: ValidationOptions): Promise<ValidationReport> {
  const data = new Store()
  for (const { subject, predicate, object } of quads) data.add(quad(subject, predicate, object, defaultGraph()))
  const base = options.base ?? BASE
  const terms = new TurtleTerms(prefixes(base), base)
  const problems = [
    ...(await shapeProblems(data, options.shapes, terms)),
    ...factProblems(data, options.vocabulary ?? coreVocabulary, terms),
    ...evidenceProblems(data, terms),
  ]
  const unique = new Map(problems.map((problem) => [problemLine(problem), problem]))
  const sorted = [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem)
  return { conforms: sorted.length === 0, problems: sorted }
}

/** A problem in one line, for people: `claim:3f2a9c-4 pg:confidence 1.7: a confidence is one decimal from 0 to 1`. */
export const problemLine = ({ focus, path, value, message }: Problem): string =>
  `${[focus, path, value].filter((part) => part !== null).join(' ')}: ${message}`

async function shapeProblems(data: Store, shapes: string, terms: TurtleTerms): Promise<Problem[]> {
  let parsed: Quad[]
  try {
    parsed = new Parser().parse(shapes)
  } catch (error) {
    throw new PressgraphError(`the SHACL shapes are not Turtle: ${(error as Error).message}`, { cause: error })
  }
  const report = await new SHACLValidator(new Store(parsed)).validate(data)
  const show = (term: unknown): string | null => (term ? shown(term as Term, terms) : null)
  return report.results.map((result) => ({
    focus: show(result.focusNode) ?? '',
    path: show(result.path),
    value: show(result.value),
    message: result.message.map((message) => message.value).join('; '),
  }))
}

/** Longest value that a message shows, in UTF-16 units. */
const SHOWN = 80

function shown(term: Term, terms: TurtleTerms): string {
  const text = terms.write(term)
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN).toWellFormed()}…`
}

function factProblems(data: Store, vocabulary: Vocabulary, terms: TurtleTerms): Problem[] {
  const facts = new Set<string>()
  const relations = new Set(vocabulary.relations.map((relation) => relation.iri))
  for (const claim of data.getSubjects(`${rdf}type`, `${pg}Claim`, null)) {
    const only = (name: string): Term | undefined => data.getObjects(claim, name, null)[0] as Term | undefined
    const [subject, predicate, object] = [only(`${rdf}subject`), only(`${rdf}predicate`), only(`${rdf}object`)]
    if (predicate) relations.add(predicate.value)
    const isFact =
      only(`${pg}polarity`)?.value === `${pg}Positive` &&
      only(`${pg}modality`)?.value === `${pg}Actual` &&
      !only(`${pg}attributedTo`)
    if (isFact && subject && predicate && object) facts.add(`${subject.id} ${predicate.id} ${object.id}`)
  }
  const problems: Problem[] = []
  for (const { subject, predicate, object } of data.getQuads(null, null, null, null)) {
    if (!relations.has(predicate.value) && !isOpen(predicate.value)) continue
    if (facts.has(`${subject.id} ${predicate.id} ${object.id}`)) continue
    problems.push({
      focus: terms.write(subject),
      path: terms.write(predicate),
      value: shown(object, terms),
      message: 'no claim states this plain triple as a fact',
    })
  }
  return problems
}

function evidenceProblems(data: Store, terms: TurtleTerms): Problem[] {
  const problems: Problem[] = []
  const complain = (evidence: Term, message: string) =>
    problems.push({ focus: terms.write(evidence), path: null, value: null, message })
  for (const evidence of data.getObjects(null, `${prov}wasDerivedFrom`, null)) {
    const [, source, start, end] = /^(.*)#char=(\d+),(\d+)$/su.exec(evidence.value) ?? []
    const quote = data.getObjects(evidence, `${nif}anchorOf`, null)[0]
    const context = data.getObjects(evidence, `${nif}referenceContext`, null)[0]
    if (source === undefined || !quote || !context) continue
    const [, textSource, length] = /^(.*)#char=0,(\d+)$/su.exec(context.value) ?? []
    if (textSource !== source || Number(start) > Number(end) || Number(end) > Number(length))
      complain(evidence, `these characters are not within ${terms.write(context)}`)
    const points = Array.from(quote.value)
    if (points.length !== Number(end) - Number(start))
      complain(evidence, `the quotation has ${points.length} characters instead of ${Number(end) - Number(start)}`)
    const text = data.getObjects(context, `${nif}isString`, null)[0]
    if (text && Array.from(text.value).slice(Number(start), Number(end)).join('') !== quote.value)
      complain(evidence, 'the text has other characters there')
  }
  return problems
}
