/** Most code points of a readable name inside an IRI: longer labels are cut, and told apart by their number. */
const SLUG_LENGTH = 80

/**
 * A readable local name for a label: letters, digits and hyphens of any script stay, everything else becomes one `_`. Every character
 * that stays may stand in an IRI (RFC 3987) as it is. A label without letters or digits becomes `_`.
 */
export function slug(label: string): string {
  const name = label
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?:[^\p{L}\p{N}\p{M}-]|[\u{E0000}-\u{10FFFF}])+/gu, '_')
    .replace(/^[_\p{M}-]+|[_-]+$/gu, '')
  const cut = Array.from(name.slice(0, 2 * SLUG_LENGTH))
    .slice(0, SLUG_LENGTH)
    .join('')
    .toWellFormed()
    .replace(/[\uFFFD_-]+$/u, '')
  return cut === '' ? '_' : cut
}

/** Readable local names for labels, in their order; of equal ones the second becomes `Name_2`, the third `Name_3`. */
export function slugs(labels: readonly string[]): string[] {
  const taken = new Set<string>()
  const last = new Map<string, number>()
  return labels.map((label) => {
    const name = slug(label)
    let unique = name
    let number = last.get(name) ?? 1
    while (taken.has(unique)) unique = `${name}_${++number}`
    last.set(name, number)
    taken.add(unique)
    return unique
  })
}

const percentEncode = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

/**
 * Text as one segment of an IRI, so that different texts make different segments: white space becomes `_`, letters, digits, `-`, `_` and
 * `.` stay, everything else is percent-encoded UTF-8; so are segments of dots alone, which would be resolved away.
 */
export const iriSegment = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s/gu, '_')
    .replace(/[^\p{L}\p{N}\p{M}_.-]|[\u{E0000}-\u{10FFFF}]|^\.{1,2}$/gu, percentEncode)

/** What may follow the scheme and `//`: a host name and port, then path, query, fragment. */
const AUTHORITY = /^[\p{L}\p{N}.-]+(?::\d{1,5})?(?:[/?#]|$)/u

/** Segments of a path that mean *here* or *up*. */
const DOTS = /(?<=\/)\.{1,2}(?=[/?#]|$)/g

/** Characters that no IRI may hold as they are, brackets among them, which only IPv6 addresses need; `%` where no hex digits follow. */
const UNSAFE =
  /[^!\u0023-\u005A_a-z~\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF\u{10000}-\u{DFFFF}]|[<>\s\p{Noncharacter_Code_Point}]|%(?![\dA-Fa-f]{2})|#(?<=#[^#]*#)/gu

/**
 * An IRI from outside made fit to be written: characters that no IRI may hold are percent-encoded, and dots that would be resolved away.
 * @returns null unless it is an absolute http or https IRI
 */
export function safeIri(iri: string): string | null {
  const [, scheme, rest] = /^(https?):\/\/(.*)$/isu.exec(iri.trim().toWellFormed()) ?? []
  if (scheme === undefined || rest === undefined || !AUTHORITY.test(rest)) return null
  return `${scheme.toLowerCase()}://${rest.replace(UNSAFE, percentEncode).replace(DOTS, percentEncode)}`
}
