import { InputError } from '../core/errors.ts'
import type { Span } from '../core/span.ts'
import type { Score } from './scores.ts'

/** A mention and the entity it refers to. */
export interface ChainMention extends Span {
  readonly entity: number | string
}

export type CoreferenceTask = 'mentions' | 'LEA' | 'B³'

/**
 * Mentions of JSON with a list `mentions`, as gold files and `analyze --format json` have it; only the first line of JSON Lines.
 * @throws InputError if there is no such list.
 */
export function readChains(source: string, input: string): readonly ChainMention[] {
  for (const text of [source, source.split('\n', 1)[0]!]) {
    try {
      const { mentions } = JSON.parse(text)
      if (Array.isArray(mentions)) return mentions
    } catch {
      // Not one object: perhaps one a line.
    }
  }
  throw new InputError(input, 'no JSON with a list of mentions')
}

/** Share of the characters that either span covers. */
const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start))

/** Mentions of entities that are mentioned twice or more. */
function withoutSingletons(mentions: readonly ChainMention[]): readonly ChainMention[] {
  const sizes = new Map<ChainMention['entity'], number>()
  for (const { entity } of mentions) sizes.set(entity, (sizes.get(entity) ?? 0) + 1)
  return mentions.filter(({ entity }) => sizes.get(entity)! > 1)
}

/** Gold mentions by the system's that match them: those that share at least half of their characters, the best first. */
function align(gold: readonly ChainMention[], system: readonly ChainMention[]): ReadonlyMap<number, number> {
  const pairs = gold.flatMap((g, i) =>
    system.map((s, j) => ({ share: overlap(g, s), i, j })).filter(({ share }) => share >= 0.5),
  )
  pairs.sort((a, b) => b.share - a.share || a.i - b.i || a.j - b.j)
  const taken = new Set<number>()
  const out = new Map<number, number>()
  for (const { i, j } of pairs)
    if (!taken.has(i) && !out.has(j)) {
      taken.add(i)
      out.set(j, i)
    }
  return out
}

type Cluster = ReadonlySet<number>

/** The mentions of each entity, by names that both sides share. */
function clustersOf(mentions: readonly ChainMention[], name: (index: number) => number): Cluster[] {
  const all = new Map<ChainMention['entity'], Set<number>>()
  for (const [i, { entity }] of mentions.entries()) {
    const cluster = all.get(entity) ?? new Set()
    all.set(entity, cluster.add(name(i)))
  }
  return [...all.values()]
}

const shared = (a: Cluster, b: Cluster): number => [...a].filter((mention) => b.has(mention)).length
const links = (size: number): number => (size * (size - 1)) / 2

/** How much of a cluster the others keep together, 0 to 1. */
type Resolution = (cluster: Cluster, others: readonly Cluster[]) => number

const lea: Resolution = (cluster, others) =>
  others.reduce((sum, other) => sum + links(shared(cluster, other)), 0) / links(cluster.size)

const bCubed: Resolution = (cluster, others) =>
  others.reduce((sum, other) => sum + shared(cluster, other) ** 2, 0) / cluster.size ** 2

/** Sum over clusters, weighted by their sizes. */
const weighted = (from: readonly Cluster[], to: readonly Cluster[], resolution: Resolution): number =>
  from.reduce((sum, cluster) => sum + cluster.size * resolution(cluster, to), 0)

/**
 * Scores chains of mentions, pooled over articles: mentions found, LEA (Moosavi and Strube 2016) and B³ (Bagga and Baldwin 1998). A mention
 * is found when it shares at least half of the characters that either span covers; entities mentioned once are left out.
 */
export function evaluateCoreference(
  articles: readonly { readonly gold: readonly ChainMention[]; readonly system: readonly ChainMention[] }[],
): Readonly<Record<CoreferenceTask, Score>> {
  const correct = { mentions: [0, 0], LEA: [0, 0], 'B³': [0, 0] } satisfies Record<CoreferenceTask, [number, number]>
  let goldSize = 0
  let systemSize = 0
  for (const article of articles) {
    const gold = withoutSingletons(article.gold)
    const system = withoutSingletons(article.system)
    const matches = align(gold, system)
    const goldClusters = clustersOf(gold, (i) => i)
    const systemClusters = clustersOf(system, (j) => matches.get(j) ?? -1 - j)
    goldSize += gold.length
    systemSize += system.length
    const add = (task: CoreferenceTask, recalled: number, precise: number): void => {
      correct[task][0]! += recalled
      correct[task][1]! += precise
    }
    add('mentions', matches.size, matches.size)
    for (const [task, resolution] of [
      ['LEA', lea],
      ['B³', bCubed],
    ] as const)
      add(task, weighted(goldClusters, systemClusters, resolution), weighted(systemClusters, goldClusters, resolution))
  }
  const score = ([recalled, precise]: readonly number[]): Score => {
    const recall = goldSize === 0 ? 0 : recalled! / goldSize
    const precision = systemSize === 0 ? 0 : precise! / systemSize
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return { gold: goldSize, system: systemSize, correct: round(recalled!), precision, recall, f1 }
  }
  return { mentions: score(correct.mentions), LEA: score(correct.LEA), 'B³': score(correct['B³']) }
}

/** The part of gold that is right, of the measures that count shares. */
const round = (value: number): number => Math.round(value * 10) / 10
