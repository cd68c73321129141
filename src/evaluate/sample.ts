/** Numbers of [0, 1) from a seed, the same on every machine (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/**
 * `count` items drawn without replacement, each set of them equally likely, in their own order; all items if there are no more.
 * @param next gives numbers of [0, 1)
 */
export function draw<T>(items: readonly T[], count: number, next: () => number): T[] {
  const places = items.map((_, i) => i)
  const size = Math.min(count, places.length)
  for (let i = 0; i < size; i++) {
    const other = i + Math.floor(next() * (places.length - i))
    const kept = places[i] as number
    places[i] = places[other] as number
    places[other] = kept
  }
  return places
    .slice(0, size)
    .sort((a, b) => a - b)
    .map((i) => items[i] as T)
}
