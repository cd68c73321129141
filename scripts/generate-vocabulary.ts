import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../src/node/resources.ts'
import { namespaces } from '../src/rdf/namespaces.ts'
import { loadOntology } from '../src/rdf/ontology.ts'
import { ENTITY_TYPES } from '../src/rdf/relation.ts'

/** Where the vocabulary is written, relative to the package. */
export const TARGET = 'src/rdf/vocabulary.generated.ts'
/** What it is made from. */
export const SOURCE = 'ontology/pressgraph.ttl'

const POLARITIES = ['Positive', 'Negative']
const MODALITIES = ['Actual', 'Future', 'Possible', 'Desired', 'Conditional']

/** The TypeScript of the vocabulary for an ontology, not yet formatted. */
export function vocabularySource(turtle: string): string {
  const { relations, classes, labels } = loadOntology(turtle, undefined, SOURCE)
  const labelled = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, labels.get(`${namespaces.pg}${name}`)]))
  const lower = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name.toLowerCase(), labels.get(`${namespaces.pg}${name}`)]))
  const constant = (name: string, type: string, value: unknown) =>
    `export const ${name} = ${JSON.stringify(value)} as const satisfies ${type}\n`
  return [
    `// Made by scripts/generate-vocabulary.ts from ${SOURCE}: change that file and run \`npm run vocabulary\`.\n`,
    "import type { EntityType, Modality, Polarity } from '../core/document.ts'\n",
    "import type { RelationRecord, TermLabel } from './relation.ts'\n\n",
    '/** Labels of the types of entity. */\n',
    constant('entityTypes', 'Readonly<Record<EntityType, TermLabel>>', labelled(ENTITY_TYPES)),
    '\n/** Labels of the polarities of a claim. */\n',
    constant('polarities', 'Readonly<Record<Polarity, TermLabel>>', lower(POLARITIES)),
    '\n/** Labels of the modalities of a claim. */\n',
    constant('modalities', 'Readonly<Record<Modality, TermLabel>>', lower(MODALITIES)),
    '\n/** Entity types that the classes stand for, by IRI. */\n',
    constant('classes', 'Readonly<Record<string, readonly EntityType[]>>', Object.fromEntries(classes)),
    '\n/** Core relations by name, in the order of the ontology. */\n',
    constant(
      'relations',
      'Readonly<Record<string, RelationRecord>>',
      Object.fromEntries(relations.map((relation) => [relation.name, relation])),
    ),
    '\n/** Name of a core relation. */\nexport type RelationName = keyof typeof relations\n',
  ].join('')
}

/** The vocabulary as it stands in the repository: formatted by biome. */
export function generateVocabulary(root: string): string {
  const source = vocabularySource(readFileSync(join(root, SOURCE), 'utf8'))
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${TARGET}`], {
    cwd: root,
    input: source,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(join(packageRoot(), TARGET), generateVocabulary(packageRoot()))
