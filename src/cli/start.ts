#!/usr/bin/env node
import { join, relative } from 'node:path'
import { packageRoot } from '../node/resources.ts'
import type { Context } from './context.ts'
import { onInterrupt, world } from './node.ts'
import { run } from './program.ts'

const WORKSPACE = 'pressgraph-workspace'
const QUERY = 'SELECT ?who ?whom { ?a pg:meets ?b . ?a rdfs:label ?who . ?b rdfs:label ?whom }'

/**
 * The first run: the graph of the sample article, from text to an answer. Each step is a command that the user can repeat, and is shown as
 * such.
 */
async function start(context: Omit<Context, 'fail'>): Promise<number> {
  const article = join(packageRoot(), 'data', 'articles', 'wladiwostok.txt')
  const turtle = join(WORKSPACE, 'graph.ttl')
  const steps: readonly (readonly [shown: string, args: readonly string[]])[] = [
    ['build data/articles/wladiwostok.txt', ['build', article, '-w', WORKSPACE]],
    [`query "${QUERY}"`, ['query', QUERY, '-w', WORKSPACE]],
    [`export --format turtle -o ${turtle}`, ['export', '-w', WORKSPACE, '--format', 'turtle', '-o', turtle]],
  ]
  for (const [shown, args] of steps) {
    context.stdout.write(`\n$ pressgraph ${shown}\n`)
    const code = await run(args, context)
    if (code !== 0) return code
  }
  const main = `node ${relative(process.cwd(), join(import.meta.dirname, 'main.js'))}`
  context.stdout.write(`
The graph lies in ${turtle}. To explore it in the browser:

  ${main} serve

More questions: ${main} query --list
`)
  return 0
}

process.exitCode = await start(world(onInterrupt()))
