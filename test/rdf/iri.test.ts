import fc from 'fast-check'
import { Parser } from 'n3'
import oxigraph from 'oxigraph'
import { describe, expect, it } from 'vitest'
import { iriSegment, safeIri, slug, slugs } from '../../src/rdf/iri.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.constantFrom('"><script>', '\u0000', '<http://evil>', '\uD800', 'a\uDC00b', '..', '-', '_', ' ', '\u0301x'),
)

/** Whether N3 and Oxigraph both read the IRI as it is. */
function accepted(iri: string): void {
  const line = `<${iri}> <${iri}> <${iri}> .\n`
  expect(new Parser({ format: 'N-Triples' }).parse(line)[0]?.subject.value).toBe(iri)
  expect(oxigraph.parse(line, { format: 'application/n-triples' })[0]?.subject.value).toBe(iri)
}

describe('slug', () => {
  it.each([
    ['Wladimir Putin', 'Wladimir_Putin'],
    ['Kim Jong Un', 'Kim_Jong_Un'],
    ['München', 'München'],
    ['St. Petersburg', 'St_Petersburg'],
    [
      'Moskauer Staatliches Institut für Internationale Beziehungen (MGIMO)',
      'Moskauer_Staatliches_Institut_für_Internationale_Beziehungen_MGIMO',
    ],
    ['  "Volkswagen"  AG ', 'Volkswagen_AG'],
    ['Nord-Ostsee-Kanal', 'Nord-Ostsee-Kanal'],
    ['Mu\u0308nchen', 'München'],
    ['Владивосток', 'Владивосток'],
    ['"><script>alert(1)</script>', 'script_alert_1_script'],
    ['', '_'],
    ['🙂', '_'],
    ['…\u0000', '_'],
  ])('%s → %s', (label, expected) => {
    expect(slug(label)).toBe(expected)
  })

  it('cuts long labels', () => {
    expect(slug('a'.repeat(1_000_000))).toHaveLength(80)
    expect(slug('𝔸'.repeat(1000))).toBe('𝔸'.repeat(80))
  })

  it('makes IRIs that N3 and Oxigraph read as they are, of any string', () => {
    fc.assert(fc.property(hostile, (label) => accepted(`https://w3id.org/pressgraph/entity/${slug(label)}`)))
  })
})

describe('slugs', () => {
  it('tells equal names apart by number, in their order', () => {
    expect(slugs(['Kim', 'Putin', 'Kim', 'Kim 2', 'Kim!'])).toEqual(['Kim', 'Putin', 'Kim_2', 'Kim_2_2', 'Kim_3'])
  })

  it('never gives a name twice', () => {
    const label = fc.oneof(fc.constantFrom('A', 'A 2', 'A_2', 'A 2 2', ''), hostile)
    fc.assert(
      fc.property(fc.array(label), (labels) => {
        expect(new Set(slugs(labels)).size).toBe(labels.length)
      }),
    )
  })
})

describe('iriSegment', () => {
  it('keeps different texts apart, and is read as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        accepted(`https://w3id.org/pressgraph/open/${iriSegment(text)}`)
        const decoded = decodeURIComponent(iriSegment(text))
        expect(decoded).toBe(text.toWellFormed().normalize('NFC').replace(/\s/gu, '_'))
      }),
    )
  })
})

describe('safeIri', () => {
  it.each([
    ['http://www.wikidata.org/entity/Q159', 'http://www.wikidata.org/entity/Q159'],
    ['https://de.wikipedia.org/wiki/München', 'https://de.wikipedia.org/wiki/München'],
    ['https://example.org/a>b "c"', 'https://example.org/a%3Eb%20%22c%22'],
    ['https://example.org/\uD800', 'https://example.org/%EF%BF%BD'],
    ['javascript:alert(1)', null],
    ['<http://evil>', null],
    ['Q159', null],
    ['', null],
  ])('%s → %s', (iri, expected) => {
    expect(safeIri(iri)).toBe(expected)
  })

  it('gives only what N3 and Oxigraph read as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const start of ['http://', 'https://example.org/', 'https://example.org/#']) {
          const iri = safeIri(start + text)
          if (iri !== null) accepted(iri)
        }
      }),
    )
  })
})
