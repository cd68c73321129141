import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode, looksBinary, signature } from '../../src/ingest/decode.ts'

const bytes = (text: string, encoding: string, addBOM = false): Uint8Array => iconv.encode(text, encoding, { addBOM })
const german = 'Größe und Übermaß – „Äpfel“ für 5 €, sagte Jürgen.\r\nNächste Zeile.'

describe('decode', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('hears the byte order mark of %s', (encoding) => {
    const decoded = decode(bytes(german, encoding, true))
    expect(decoded.text).toBe(german)
    expect(decoded.damaged).toBe(false)
  })

  it('takes what is not UTF-8 for Windows-1252, and so for Latin-1', () => {
    expect(decode(bytes(german, 'windows-1252'))).toEqual({ text: german, encoding: 'windows-1252', damaged: false })
    expect(decode(bytes('Grüße aus Köln', 'latin1')).text).toBe('Grüße aus Köln')
  })

  it('reads what declares itself Latin-1 as Windows-1252, as browsers do', () => {
    expect(decode(bytes('„Nein“', 'windows-1252'), 'ISO-8859-1').text).toBe('„Nein“')
  })

  it('hears a declared encoding where the bytes are not UTF-8, and only there', () => {
    expect(decode(bytes('Łódź', 'iso-8859-2'), 'iso-8859-2').text).toBe('Łódź')
    expect(decode(bytes('Łódź', 'utf-8'), 'iso-8859-2').text).toBe('Łódź')
    expect(decode(bytes('für', 'latin1'), 'no-such-encoding').text).toBe('für')
  })

  it('recognises UTF-16 without a mark', () => {
    expect(decode(bytes(german, 'utf-16le')).text).toBe(german)
    expect(decode(bytes(german, 'utf-16be')).text).toBe(german)
  })

  it('keeps UTF-8 that was cut in the middle of a letter, and says so', () => {
    const cut = bytes(german, 'utf-8')
    const decoded = decode(cut.subarray(0, bytes('Größe und Übermaß – „Ä', 'utf-8').length - 1))
    expect(decoded).toEqual({ text: 'Größe und Übermaß – „\ufffd', encoding: 'utf-8', damaged: true })
  })

  it('changes nothing of a text: line ends, combining characters and a second mark stay', () => {
    const text = 'A\r\nB\rC\u0308\u2028\ufeffD'
    expect(decode(bytes(text, 'utf-8')).text).toBe(text)
  })

  it('returns every well-formed text from its UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'))
        expect(decode(new TextEncoder().encode(text)).text).toBe(text)
      }),
    )
  })
})

describe('binary inputs', () => {
  it('are known by their first bytes', () => {
    expect(signature(new TextEncoder().encode('%PDF-1.7\n'))).toBe('a PDF file')
    expect(signature(new TextEncoder().encode('PK und so weiter'))).toBeNull()
  })

  it('are known by their control characters; a stray one makes no binary', () => {
    expect(looksBinary('\0\u0001\u0002\u0003abcdef')).toBe(true)
    expect(looksBinary('Putin\0 trifft Kim in Wladiwostok.\f\r\n')).toBe(false)
    expect(looksBinary('')).toBe(false)
  })
})
