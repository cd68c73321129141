import type { Features } from '../core/document.ts'

/** Features as a cell of CoNLL-U: sorted by name, `_` if there are none. */
export function formatFeatures(features: Features): string {
  const pairs = Object.entries(features).map(([name, value]) => ({ name, key: name.toLowerCase(), value }))
  if (pairs.length === 0) return '_'
  pairs.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return pairs.map(({ name, value }) => `${name}=${value}`).join('|')
}

/** Features from a cell of CoNLL-U, or null if it is not `Name=Value|…`. */
export function parseFeatures(cell: string): Features | null {
  const features: Record<string, string> = Object.create(null)
  for (const pair of cell.split('|')) {
    const at = pair.indexOf('=')
    if (at <= 0 || at === pair.length - 1) return null
    features[pair.slice(0, at)] = pair.slice(at + 1)
  }
  return { ...features }
}
