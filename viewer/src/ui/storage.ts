/** What the browser keeps for this page, or null; pages from disk may have no storage. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps something for the next time, if the browser lets it. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // What cannot be kept is forgotten with the page.
  }
}
