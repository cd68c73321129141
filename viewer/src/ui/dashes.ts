/** Stroke attributes of each status, as on the canvas. */
export const DASH_PATTERNS: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'stroke-dasharray': '0.1 5', 'stroke-linecap': 'round', 'stroke-width': '2.4' },
  { 'stroke-dasharray': '7.5 4.5' },
  { 'stroke-dasharray': '8 2.5 2 2.5' },
  {},
]
