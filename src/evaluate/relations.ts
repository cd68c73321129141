import { readConllu } from '../conllu/index.ts'
import type { Document, Layer, Relation } from '../core/document.ts'
import { InputError } from '../core/errors.ts'
import { type Score, scoreOf } from './scores.ts'
import { cut, METADATA, type UdOptions } from './ud.ts'

/** Runs the stages up to the relations; layers and columns that are given are kept. */
export type RelationFinder = (document: Document<Layer> | Document) => Promise<Document<Layer>>

/** Relations of predicted trees against those of gold trees of the same words. */
export interface RelationScore {
  readonly all: Score
  /** By rule, those with the most relations of gold trees first. */
  readonly rules: Readonly<Record<string, Score>>
  /** Relations that only one side has, as `gold|predicted<TAB>rule<TAB>subject<TAB>predicate<TAB>object<TAB>sentence`. */
  readonly differences: readonly string[]
}

interface Found {
  readonly rule: string
  readonly line: string
}

/**
 * Tells the parser's errors from the rules': what the rules make of gold trees counts as gold, what they make of the predicted trees of the
 * same words is scored against it. Relations are the same if rule, predicate, subject and object are, these by the word that stands for
 * them, or by their text. What is wrong on gold trees too is no matter of the parser and does not show here.
 * @param predicted CoNLL-U of the same words with another parser's trees, in place of our analysis
 * @throws InputError if a file is no CoNLL-U, a gold word has no head, or the words differ.
 */
export async function evaluateRelations(
  source: string,
  find: RelationFinder,
  { input, range }: UdOptions,
  predicted?: string,
): Promise<RelationScore> {
  const read = readConllu(range ? cut(source, range) : source, input)
  const { given, ...bare } = read
  if (given?.head.some((head) => head === null))
    throw new InputError(
      input,
      'words without heads',
      'Relations are scored against gold trees: give CoNLL-U with heads.',
    )
  const gold = foundIn(await find({ ...read, metadata: METADATA }))
  const other = predicted === undefined ? bare : readConllu(range ? cut(predicted, range) : predicted, 'prediction')
  if (other.tokens.map(({ form }) => form).join(' ') !== read.tokens.map(({ form }) => form).join(' '))
    throw new InputError('prediction', 'its words are not those of the gold file')
  const system = foundIn(await find({ ...other, metadata: METADATA }))
  const names = [...new Set([...gold.values(), ...system.values()].map(({ rule }) => rule))]
  const rules = names
    .map((name) => [name, scored(gold, system, name)] as const)
    .sort(([a, x], [b, y]) => y.gold - x.gold || (a < b ? -1 : 1))
  const only = (side: string, here: ReadonlyMap<string, Found>, there: ReadonlyMap<string, Found>) =>
    [...here].filter(([key]) => !there.has(key)).map(([, { line }]) => `${side}\t${line}`)
  return {
    all: scored(gold, system),
    rules: Object.fromEntries(rules),
    differences: [...only('gold', gold, system), ...only('predicted', system, gold)],
  }
}

function scored(gold: ReadonlyMap<string, Found>, system: ReadonlyMap<string, Found>, rule?: string): Score {
  const keys = (side: ReadonlyMap<string, Found>) =>
    [...side].filter(([, found]) => rule === undefined || found.rule === rule).map(([key]) => key)
  const [ours, theirs] = [keys(gold), keys(system)]
  return scoreOf(ours.length, theirs.length, theirs.filter((key) => gold.has(key)).length)
}

/** The relations of a document by what makes two the same. */
function foundIn(document: Document<Layer>): Map<string, Found> {
  const { words, sentences, text, coreference } = document
  const place = (relation: Relation, entity: number): string => {
    const mention = coreference.mentions.find((m) => m.entity === entity && relation.matched.includes(m.head))
    return mention === undefined ? (coreference.entities[entity]?.label ?? '') : `#${mention.head}`
  }
  const out = new Map<string, Found>()
  for (const relation of document.relations) {
    const { subject, object, value, predicate, rule, trigger } = relation
    const subjectPlace = place(relation, subject)
    const objectPlace = object === null ? (value?.text ?? '') : place(relation, object)
    const { sentence } = words[trigger]!
    const { start, end } = sentences[sentence]!
    const label = (entity: number) => coreference.entities[entity]?.label ?? ''
    const cells = [
      rule,
      label(subject),
      predicate.name,
      object === null ? `"${value?.text ?? ''}"` : label(object),
      text.slice(start, end),
    ]
    out.set(JSON.stringify([sentence, rule, predicate.iri, subjectPlace, objectPlace]), {
      rule,
      line: cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'),
    })
  }
  return out
}
