import type { Stage } from '../core/stage.ts'
import { analyse } from './analyse/index.ts'
import { coreference } from './coreference/index.ts'
import { linking } from './linking/index.ts'
import { morphology } from './morphology/index.ts'
import { names } from './names/index.ts'
import { quotes } from './quotes/index.ts'
import { relations } from './relations/index.ts'
import { segment } from './segment/index.ts'
import { status } from './status/index.ts'
import { times } from './times/index.ts'

/** From text to Universal Dependencies, names and times: what `analyze` needs of sentences that stand alone. */
export const stages: readonly Stage[] = [
  segment,
  analyse,
  morphology,
  names,
  times,
  quotes,
  coreference,
  relations,
  status,
  linking,
] as readonly Stage[]
