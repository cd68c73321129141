/** Marks that no space stands before, and marks that none stands behind. */
const CLOSES = new Set(['.', ',', ';', ':', '!', '?', '…', ')', ']', '}', '“', '”', "''", '%'])
const OPENS = new Set(['(', '[', '{', '„', '‚', '``', '¿', '¡'])
/** Marks that open and close in turn. */
const PAIRED = new Set(['"', '»', '«'])

/** Guesses, for a sentence given as bare tokens, before which a space stood. */
export function spacesBefore(forms: readonly string[]): boolean[] {
  const spaces: boolean[] = []
  let glue = true
  let inside: string | null = null
  for (const form of forms) {
    let before = !glue && !CLOSES.has(form)
    glue = OPENS.has(form)
    if (PAIRED.has(form)) {
      if (inside === null) {
        inside = form
        glue = true
      } else {
        inside = null
        before = false
      }
    }
    spaces.push(before)
  }
  return spaces
}
