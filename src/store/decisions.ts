import { z } from 'zod'
import { PressgraphError } from '../core/errors.ts'

/** What a person decided about entities (ids as `extract` prints them) and claims, against or beyond what pressgraph concluded. */
export type Verdict =
  | { readonly kind: 'same' | 'different'; readonly entities: readonly [string, string] }
  | { readonly kind: 'rename'; readonly entity: string; readonly label: string }
  | { readonly kind: 'reject' | 'confirm'; readonly claim: string }
  | { readonly kind: 'undo'; readonly decision: number }

/** A line of `decisions.jsonl`. */
export type Decision = Verdict & {
  /** From 1, in the order of the file. */
  readonly id: number
  /** Who decided, when (ISO 8601) and why, where they said so. */
  readonly by?: string
  readonly at?: string
  readonly note?: string
}

const common = {
  id: z.int().positive(),
  by: z.string().optional(),
  at: z.string().optional(),
  note: z.string().optional(),
}
const decision = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.enum(['same', 'different']), entities: z.tuple([z.string(), z.string()]) }),
  z.object({ ...common, kind: z.literal('rename'), entity: z.string(), label: z.string().trim().min(1) }),
  z.object({ ...common, kind: z.enum(['reject', 'confirm']), claim: z.string() }),
  z.object({ ...common, kind: z.literal('undo'), decision: z.int().positive() }),
])

/**
 * Reads `decisions.jsonl`. A last line that a crash cut short is left out.
 * @throws PressgraphError that names the line that is broken
 */
export function parseDecisions(lines: string, file: string): Decision[] {
  const decisions: Decision[] = []
  const parts = lines.split('\n')
  for (const [number, line] of parts.entries()) {
    if (line.trim() === '') continue
    let problem = ''
    try {
      const result = decision.safeParse(JSON.parse(line))
      if (result.success) decisions.push(result.data as Decision)
      else problem = `${result.error.issues[0]!.path.join('.')}: ${result.error.issues[0]!.message}`
    } catch (error) {
      if (number === parts.length - 1) continue
      problem = `not JSON (${(error as Error).message})`
    }
    if (problem)
      throw new PressgraphError(`${file}, line ${number + 1}: ${problem}`, { hint: 'Correct the line, or remove it.' })
  }
  return decisions
}

/** The decisions that hold: an `undo` takes back the one it names, an undone `undo` no more. In the order of the file. */
export function effective(decisions: readonly Decision[]): Decision[] {
  const undone = new Set<number>()
  for (const one of [...decisions].reverse()) if (one.kind === 'undo' && !undone.has(one.id)) undone.add(one.decision)
  return decisions.filter((one) => one.kind !== 'undo' && !undone.has(one.id))
}

/** What the decisions that hold say of single claims and labels; a later one replaces an earlier one. */
export interface Rulings {
  /** Verdict by claim id. */
  readonly claims: ReadonlyMap<string, 'reject' | 'confirm'>
  /** Label by entity id. */
  readonly labels: ReadonlyMap<string, string>
  /** Pairs of entity ids, in the order of the decisions; of contradicting ones the later is here. */
  readonly pairs: readonly { readonly entities: readonly [string, string]; readonly same: boolean }[]
}

export function rulings(decisions: readonly Decision[]): Rulings {
  const claims = new Map<string, 'reject' | 'confirm'>()
  const labels = new Map<string, string>()
  const pairs = new Map<string, { entities: readonly [string, string]; same: boolean }>()
  for (const one of effective(decisions)) {
    if (one.kind === 'reject' || one.kind === 'confirm') claims.set(one.claim, one.kind)
    else if (one.kind === 'rename') labels.set(one.entity, one.label)
    else if (one.kind === 'same' || one.kind === 'different') {
      const key = [...one.entities].sort().join(' ')
      pairs.delete(key)
      pairs.set(key, { entities: one.entities, same: one.kind === 'same' })
    }
  }
  return { claims, labels, pairs: [...pairs.values()] }
}
