import type { Features, Upos } from '../core/document.ts'
import { ResourceError } from '../core/errors.ts'
import { applyRule, type Entry, type LemmaRule, lemmaRule, type Reading } from './reading.ts'

/*
 * The lexicon's file, little-endian:
 *   8 × uint32   magic, version, forms, forms a block, number of blocks, number of analyses, bytes of blocks, bytes of tables
 *   uint32[]     where each block begins
 *   uint32[]     where each analysis begins among the pairs
 *   uint16[]     pairs of lemma rule and tag; an analysis is a set of them, shared by all forms that read alike
 *   bytes        blocks: forms sorted by their UTF-8 bytes, front-coded (bytes shared with the form before, bytes that follow, these
 *                bytes, number of the analysis as a varint); a block's first form shares nothing
 *   bytes        JSON of rules and tags
 * Nothing is unpacked at start-up but that JSON; a look-up is a binary search over the blocks' first forms and a walk through one block.
 */

const MAGIC = 0x58454c50
const VERSION = 1
const BLOCK = 16
const HEADER = 8

interface Tag {
  readonly upos: Upos
  readonly cells: number
  readonly feats: Features
  readonly prefix: string
}

interface Tables {
  readonly rules: readonly LemmaRule[]
  readonly tags: readonly Tag[]
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number)
  return a.length - b.length
}

/** Numbers things by a key that equal ones share. */
class Numbering<T> {
  readonly values: T[] = []
  readonly #numbers = new Map<string, number>()

  number(key: string, value: T): number {
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.values.length
      this.values.push(value)
      this.#numbers.set(key, number)
    }
    return number
  }
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value
  while (rest >= 128) {
    bytes.push((rest & 127) | 128)
    rest >>>= 7
  }
  bytes.push(rest)
}

/** The lexicon's file for `entries`; equal entries are kept once, those of one form in the order given. */
export function encodeLexicon(entries: Iterable<Entry>): Uint8Array {
  const rules = new Numbering<LemmaRule>()
  const tags = new Numbering<Tag>()
  const featureKeys = new Map<Features, string>()
  const readings = new Map<string, number[]>()
  for (const { form, lemma, upos, cells, feats, prefix } of entries) {
    const edit = lemmaRule(form, lemma)
    const rule = rules.number(`${edit.dropStart} ${edit.addStart} ${edit.dropEnd} ${edit.addEnd}`, edit)
    let features = featureKeys.get(feats)
    if (features === undefined) {
      features = JSON.stringify(feats)
      featureKeys.set(feats, features)
    }
    const tag = tags.number(`${upos} ${cells} ${prefix} ${features}`, { upos, cells, feats, prefix })
    let pairs = readings.get(form)
    if (!pairs) {
      pairs = []
      readings.set(form, pairs)
    }
    let known = false
    for (let i = 0; i < pairs.length; i += 2) known ||= pairs[i] === rule && pairs[i + 1] === tag
    if (!known) pairs.push(rule, tag)
  }
  if (rules.values.length > 0xffff || tags.values.length > 0xffff)
    throw new RangeError('encodeLexicon: too many rules or tags')
  const sorted = [...readings].map(([form, pairs]) => ({ bytes: encoder.encode(form), pairs }))
  sorted.sort((a, b) => compareBytes(a.bytes, b.bytes))
  const frequency = new Map<string, number>()
  for (const { pairs } of sorted) frequency.set(pairs.join(), (frequency.get(pairs.join()) ?? 0) + 1)
  const analyses = [...frequency].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key)
  const analysisNumber = new Map(analyses.map((key, number) => [key, number]))

  const blocks: number[] = []
  const starts: number[] = []
  let previous = new Uint8Array(0)
  sorted.forEach(({ bytes, pairs }, at) => {
    if (bytes.length > 255) throw new RangeError(`encodeLexicon: form too long: ${decoder.decode(bytes)}`)
    let shared = 0
    if (at % BLOCK === 0) starts.push(blocks.length)
    else while (shared < bytes.length && shared < previous.length && bytes[shared] === previous[shared]) shared++
    blocks.push(shared, bytes.length - shared)
    for (let i = shared; i < bytes.length; i++) blocks.push(bytes[i] as number)
    pushVarint(blocks, analysisNumber.get(pairs.join()) as number)
    previous = bytes
  })

  const pairStarts = [0]
  const pairs: number[] = []
  for (const key of analyses) {
    pairs.push(...key.split(',').map(Number))
    pairStarts.push(pairs.length)
  }
  const tables = encoder.encode(JSON.stringify({ rules: rules.values, tags: tags.values } satisfies Tables))
  const header = [MAGIC, VERSION, sorted.length, BLOCK, starts.length, analyses.length, blocks.length, tables.length]
  const words = new Uint32Array([...header, ...starts, ...pairStarts])
  const pairBytes = pairs.length * 2
  const out = new Uint8Array(words.byteLength + pairBytes + blocks.length + tables.length)
  out.set(new Uint8Array(words.buffer), 0)
  out.set(new Uint8Array(new Uint16Array(pairs).buffer), words.byteLength)
  out.set(blocks, words.byteLength + pairBytes)
  out.set(tables, words.byteLength + pairBytes + blocks.length)
  return out
}

/** Look-up in a lexicon's file. Views over the bytes; nothing is copied but where they are not aligned. */
export class LexiconFile {
  /** Number of forms. */
  readonly size: number
  readonly #starts: Uint32Array
  readonly #pairStarts: Uint32Array
  readonly #pairs: Uint16Array
  readonly #blocks: Uint8Array
  readonly #block: number
  readonly #tables: Tables
  readonly #query = new Uint8Array(255)

  /** @throws ResourceError if the bytes are no lexicon of this version. */
  constructor(bytes: Uint8Array) {
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
    const { buffer, byteOffset, byteLength } = aligned
    const header = byteLength >= HEADER * 4 ? new Uint32Array(buffer, byteOffset, HEADER) : new Uint32Array(HEADER)
    const [magic, version, size, block, blocks, analyses, blockBytes, tableBytes] = header as unknown as number[]
    const pairsAt = (HEADER + (blocks as number) + (analyses as number) + 1) * 4
    const tablesAt = byteLength - (tableBytes as number)
    const blocksAt = tablesAt - (blockBytes as number)
    if (magic !== MAGIC || version !== VERSION || blocksAt < pairsAt || (blocksAt - pairsAt) % 2 !== 0)
      throw new ResourceError('the lexicon file is broken or of another version', { hint: 'Run `npm run build`.' })
    this.size = size as number
    this.#block = block as number
    this.#starts = new Uint32Array(buffer, byteOffset + HEADER * 4, blocks)
    this.#pairStarts = new Uint32Array(buffer, byteOffset + (HEADER + (blocks as number)) * 4, (analyses as number) + 1)
    this.#pairs = new Uint16Array(buffer, byteOffset + pairsAt, (blocksAt - pairsAt) / 2)
    this.#blocks = new Uint8Array(buffer, byteOffset + blocksAt, blockBytes)
    this.#tables = JSON.parse(decoder.decode(aligned.subarray(tablesAt))) as Tables
  }

  /** Separable prefixes of verbs, longest first. */
  get prefixes(): readonly string[] {
    const all = new Set(this.#tables.tags.map(({ prefix }) => prefix).filter((prefix) => prefix !== ''))
    return [...all].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  }

  /** Readings of exactly this form; empty if the lexicon does not have it. */
  readings(form: string): Reading[] {
    if (form.length > 85) return []
    const { written: length } = encoder.encodeInto(form, this.#query)
    const analysis = this.#find(length)
    if (analysis < 0) return []
    const out: Reading[] = []
    const end = this.#pairStarts[analysis + 1] as number
    for (let at = this.#pairStarts[analysis] as number; at < end; at += 2) {
      const rule = this.#tables.rules[this.#pairs[at] as number] as LemmaRule
      const tag = this.#tables.tags[this.#pairs[at + 1] as number] as Tag
      out.push({ lemma: applyRule(rule, form), ...tag })
    }
    return out
  }

  /** Number of the analysis of the first `length` bytes of the query, or -1. */
  #find(length: number): number {
    const blocks = this.#blocks
    const query = this.#query
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      const at = this.#starts[middle] as number
      const size = blocks[at + 1] as number
      let order = 0
      for (let i = 0; order === 0 && i < size && i < length; i++)
        order = (blocks[at + 2 + i] as number) - (query[i] as number)
      if (order === 0) order = size - length
      if (order <= 0) low = middle
      else high = middle - 1
    }
    let at = this.#starts[low] ?? blocks.length
    /** Bytes of the query that the form before shares with it. */
    let matched = 0
    for (let n = 0; n < this.#block && at < blocks.length; n++) {
      const shared = blocks[at] as number
      const rest = blocks[at + 1] as number
      at += 2
      if (shared < matched) return -1
      if (shared === matched) {
        let i = 0
        while (i < rest && matched < length && blocks[at + i] === query[matched]) {
          i++
          matched++
        }
        if (i === rest && matched === length) return this.#varint(at + rest)
      }
      at += rest
      while ((blocks[at] as number) & 128) at++
      at++
    }
    return -1
  }

  #varint(start: number): number {
    let at = start
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#blocks[at++] as number
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
}
