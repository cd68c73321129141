/** Precision, recall and F1 from counts. */
export interface Score {
  /** Items of gold, of the system, and those of both. */
  readonly gold: number
  readonly system: number
  readonly correct: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export function scoreOf(gold: number, system: number, correct: number): Score {
  const precision = system === 0 ? 0 : correct / system
  const recall = gold === 0 ? 0 : correct / gold
  const f1 = gold + system === 0 ? 0 : (2 * correct) / (gold + system)
  return { gold, system, correct, precision, recall, f1 }
}

/** Scores as a table in plain text, a row each. */
export function formatScores(scores: Readonly<Record<string, Score>>): string {
  const head = ['', 'precision', 'recall', 'F1', 'gold', 'system', 'correct']
  const rows = Object.entries(scores).map(([name, { precision, recall, f1, gold, system, correct }]) => [
    name,
    precision.toFixed(4),
    recall.toFixed(4),
    f1.toFixed(4),
    String(gold),
    String(system),
    String(correct),
  ])
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => (row[i] as string).length)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number)))
        .join('  '),
    )
    .map((line) => `${line}\n`)
    .join('')
}
