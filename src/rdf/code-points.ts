/**
 * Turns UTF-16 offsets of a text into counts of Unicode code points, as RFC 5147 and NIF count characters. An offset between the halves
 * of a surrogate pair counts the whole pair.
 */
export function codePointCounter(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (let at = 0; at + 1 < text.length; at++) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    if (isPair) pairs.push(at++)
  }
  return (offset) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] as number) + 1 < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}
