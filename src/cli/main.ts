#!/usr/bin/env node
import { onInterrupt, world } from './node.ts'
import { run } from './program.ts'

process.exitCode = await run(process.argv.slice(2), world(onInterrupt()))
