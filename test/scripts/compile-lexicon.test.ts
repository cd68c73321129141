import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compileLexicon } from '../../scripts/compile-lexicon.ts'
import { packageRoot } from '../../src/node/resources.ts'

it('compileLexicon makes the bytes that the build made', { timeout: 120_000 }, () => {
  const files = compileLexicon(packageRoot())
  expect([...files.keys()]).toEqual(['lang/de/lexicon.bin'])
  for (const [name, bytes] of files)
    expect(Buffer.compare(bytes, readFileSync(join(packageRoot(), 'dist/data', name)))).toBe(0)
})
