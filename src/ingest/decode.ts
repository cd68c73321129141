import iconv from 'iconv-lite'

/** A text made of bytes, and what had to be assumed for it. */
export interface Decoded {
  readonly text: string
  /** Name of the encoding that was used. */
  readonly encoding: string
  /** Whether bytes that fit no encoding were replaced by U+FFFD. */
  readonly damaged: boolean
}

/** Byte order marks; the longer ones first, since UTF-32's begins with UTF-16's. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Decodes bytes to text without a byte order mark; nothing else is changed: line ends and combining characters stay as they are.
 * In this order: byte order mark, UTF-8 (every byte must fit), UTF-16 without a mark, the encoding that the input declares,
 * Windows-1252, of which Latin-1's letters are a part.
 * @param declared encoding by a content type or a `meta` element; heard only where the bytes are not UTF-8, since labels lie more often than bytes
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  for (const [encoding, mark] of MARKS)
    if (mark.every((byte, i) => bytes[i] === byte))
      return finish(iconv.decode(bytes.subarray(mark.length) as Buffer, encoding, { stripBOM: false }), encoding)

  const strict = decodeStrict(bytes)
  const wide = utf16WithoutMark(bytes)
  if (wide) return finish(iconv.decode(bytes as Buffer, wide, { stripBOM: false }), wide)
  if (strict !== null) return { text: strict, encoding: 'utf-8', damaged: false }

  // A few broken bytes among many good sequences: UTF-8 that was cut or damaged, which Windows-1252 would make all of it unreadable.
  const { sequences, broken } = countSequences(bytes)
  if (sequences > 4 * broken) return finish(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), 'utf-8')

  const encoding = declared && isSingleByte(declared) ? iconvName(declared) : 'windows-1252'
  return finish(iconv.decode(bytes as Buffer, encoding, { stripBOM: false }), encoding)
}

/** Half of a surrogate pair, which only UTF-16 can bring, is no character and could not be stored. */
function finish(decoded: string, encoding: string): Decoded {
  const text = decoded.toWellFormed()
  return { text, encoding, damaged: text.includes('\ufffd') }
}

/** The text if every byte is valid UTF-8, else null. */
function decodeStrict(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Latin text in UTF-16 has a zero in nearly every other byte, and on one side only. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 4 || bytes.length % 2 !== 0) return null
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]!++
  const [even, odd] = zeros as [number, number]
  if (odd > 0.35 * length && even < 0.02 * length) return 'utf-16le'
  if (even > 0.35 * length && odd < 0.02 * length) return 'utf-16be'
  return null
}

/** Valid sequences of two or more bytes in UTF-8, and bytes that fit in none. */
function countSequences(bytes: Uint8Array): { sequences: number; broken: number } {
  let sequences = 0
  let broken = 0
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i]!
    const length = byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : 4
    let valid = length < 4 || (byte >= 0xf0 && byte < 0xf5)
    if (byte >= 0x80 && byte < 0xc2) valid = false
    for (let j = 1; valid && j < length; j++) valid = ((bytes[i + j] ?? 0) & 0xc0) === 0x80
    if (!valid) broken++
    else if (length > 1) sequences++
    i += valid ? length : 1
  }
  return { sequences, broken }
}

/** The Encoding Standard's reading of a label: what calls itself Latin-1 or ASCII is Windows-1252. */
function iconvName(label: string): string {
  const name = label.trim().toLowerCase()
  return /^(iso[-_]?8859[-_]?1|latin-?1|l1|us-ascii|ascii|cp1252|x-cp1252)$/.test(name) ? 'windows-1252' : name
}

/** Whether the declared encoding may be believed although the bytes are not UTF-8. */
function isSingleByte(label: string): boolean {
  const name = iconvName(label)
  return !/^utf-?(8|16|32)/.test(name) && iconv.encodingExists(name)
}

/** First bytes of files that are no text, and what they are called. */
const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive (or an Office or EPUB file)', [0x50, 0x4b, 0x03, 0x04]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an Office file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an RTF file', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/** What kind of binary file the bytes are by their first bytes, or null. */
export function signature(bytes: Uint8Array): string | null {
  for (const [name, mark] of SIGNATURES) if (mark.every((byte, i) => bytes[i] === byte)) return name
  return null
}

/** Whether a decoded text holds more control characters than any text does (one in ten of its first 4,096 characters). */
export function looksBinary(text: string): boolean {
  const length = Math.min(text.length, 4096)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if ((code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b) || code === 0xfffd) controls++
  }
  return controls * 10 > length
}
