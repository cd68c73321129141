import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageRoot } from '../src/node/resources.ts'
import { compileGazetteer } from './compile-gazetteer.ts'
import { compileLexicon } from './compile-lexicon.ts'

/** Compilers of data files: each makes files by their names relative to the data folder from the package's root. */
const compilers: readonly ((
  root: string,
) => ReadonlyMap<string, Uint8Array> | Promise<ReadonlyMap<string, Uint8Array>>)[] = [compileLexicon, compileGazetteer]

const root = packageRoot()
for (const compile of compilers)
  for (const [name, bytes] of await compile(root)) {
    const file = join(root, 'dist/data', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, bytes)
    renameSync(`${file}.part`, file)
    process.stdout.write(`dist/data/${name} ${bytes.length} bytes\n`)
  }
