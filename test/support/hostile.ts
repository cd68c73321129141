import fc from 'fast-check'
import type { Extraction } from '../../src/core/claims.ts'
import { openRelation } from '../../src/rdf/vocabulary.ts'

/** Text that tries to break out of markup, IRIs, strings and tables: control characters, lone surrogates, quotation marks of every syntax. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.constantFrom(
    '"><script>alert(1)</script>',
    '\u0000',
    '<http://evil>',
    '\uD800',
    'a\uDC00b',
    '..',
    '../../etc',
    "'); DROP TABLE x;--",
    '=HYPERLINK("http://evil")',
    '\u001B[31mred',
    'a\r\nb\tc',
    ']]>',
    '&amp;&#0;',
    '\\u0041\\',
    '"""',
    '@de',
    '"@en .\n<x> <y> <z> .',
    '\u202Egnp.exe',
    '\uFFFE\uFFFF',
    '🤝',
    'a|b',
  ),
)

/** An extraction whose every string is hostile. */
export const hostileExtraction: fc.Arbitrary<Extraction> = fc
  .record({
    id: fc.constantFrom('3f2a9c0b11d2', '..', 'a b', '<x>', 'ü'),
    text: fc.array(hostileText, { maxLength: 4 }).map((parts) => parts.join(' ')),
    strings: fc.array(hostileText, { minLength: 12, maxLength: 12 }),
    amount: fc.double(),
  })
  .map(({ id, text, strings, amount }) => {
    const [title, label, name, other, description, lemma, preposition, value, author, source, timex, link] =
      strings as [string, ...string[]] & string[]
    const span = { start: 0, end: text.length }
    const evidence = { document: id, ...span, quote: text }
    const common = { kind: 'claim', polarity: 'positive', modality: 'actual', confidence: 0.5, evidence } as const
    const predicate = openRelation(lemma as string, preposition)
    const time = { ...span, text, type: 'DATE', value: timex as string } as const
    return {
      document: {
        kind: 'document',
        id,
        title: title as string,
        date: timex as string,
        language: 'de',
        author: author as string,
        publisher: null,
        source: source as string,
      },
      text,
      entities: [
        {
          kind: 'entity',
          id: `${id}/${label}`,
          type: 'Person',
          label: label as string,
          names: [name as string, label as string],
          description: description as string,
          sameAs: [`https://example.org/${link}`, link as string],
        },
        {
          kind: 'entity',
          id: `${id}/${other}#2`,
          type: 'Topic',
          label: other as string,
          names: [],
          description: null,
          sameAs: [],
        },
      ],
      claims: [
        {
          ...common,
          id: `${id}-1`,
          subject: `${id}/${label}`,
          predicate,
          object: `${id}/${other}#2`,
          value: null,
          attributedTo: null,
          time,
        },
        {
          ...common,
          id: `${id}-2`,
          subject: `${id}/${other}#2`,
          predicate,
          object: null,
          value: {
            text: value as string,
            datatype: 'http://www.w3.org/2001/XMLSchema#string',
            amount,
            unit: source as string,
          },
          attributedTo: `${id}/${label}`,
          time: null,
        },
      ],
    }
  })
