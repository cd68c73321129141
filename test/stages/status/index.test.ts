import { describe, expect, it } from 'vitest'
import type { Document, Layer, Relation, Status } from '../../../src/core/document.ts'
import type { Stage } from '../../../src/core/stage.ts'
import { coreference } from '../../../src/stages/coreference/index.ts'
import { statusContext } from '../../../src/stages/status/context.ts'
import { status, statusAt, statusOf } from '../../../src/stages/status/index.ts'
import { statusLexicon } from '../../../src/stages/status/lexicon.ts'
import { times } from '../../../src/stages/times/index.ts'
import { testResources } from '../../support/pipeline.ts'
import { quotedDocument, readCases } from '../quotes/helper.ts'

/**
 * Expected status of a word as `polarity modality [by speaker]`. A word may be given with another that the statement is made of
 * (`traf + Trump`); one with `!` is asked for as presupposed.
 */
const statusCases = readCases(new URL('cases.txt', import.meta.url))

const readDocument = (table: string): Promise<Document<Layer>> =>
  quotedDocument(table, { later: [times, coreference] as unknown as Stage[] })

const inWords = (document: Document<Layer>, { polarity, modality, attributedTo }: Status): string =>
  [
    polarity,
    modality,
    ...(attributedTo === null ? [] : ['by', document.coreference.entities[attributedTo]?.label]),
  ].join(' ')

const place = (document: Document<Layer>, form: string | undefined): number =>
  document.words.findIndex((word) => word.form === form)

describe('statusAt', () => {
  for (const { name, table, expected } of statusCases)
    it(name, async () => {
      const document = await readDocument(table)
      const context = statusContext(document, await testResources().use(statusLexicon))
      for (const line of expected) {
        const asked = line.slice(0, line.indexOf(':'))
        const [form = '', other] = asked.replace('!', '').split(' + ')
        const matched = other === undefined ? [] : [place(document, other)]
        const found = statusAt(context, place(document, form), matched, asked.endsWith('!'))
        expect(`${asked}: ${inWords(document, found)}`).toBe(line)
      }
    })
})

describe('statusOf', () => {
  const relation = (trigger: number, more: Partial<Relation> = {}): Relation => ({
    subject: 0,
    predicate: { iri: 'x', name: 'x', lemma: 'x', label: { de: 'x' } },
    object: null,
    value: null,
    trigger,
    evidence: { start: 0, end: 1 },
    rule: 'test',
    matched: [trigger],
    time: null,
    confidence: 1,
    ...more,
  })
  const table = statusCases.find(({ name }) => name === 'negated verb')?.table ?? ''

  it('combines what the wording brings with what the sentence says', async () => {
    const document = await readDocument(table)
    const context = statusContext(document, await testResources().use(statusLexicon))
    const trigger = place(document, 'verhaftete')
    expect(statusOf(context, relation(trigger)).polarity).toBe('negative')
    expect(statusOf(context, relation(trigger, { polarity: 'negative' })).polarity).toBe('positive')
    expect(statusOf(context, relation(trigger, { modality: 'desired' })).modality).toBe('desired')
    expect(statusOf(context, relation(trigger, { attributedTo: 0 })).attributedTo).toBe(0)
    expect(statusOf(context, relation(trigger, { presupposed: true }))).toEqual({
      polarity: 'positive',
      modality: 'actual',
      attributedTo: null,
    })
  })

  it('gives a status to every relation', async () => {
    const document = { ...(await readDocument(table)), relations: [relation(2), relation(0)] }
    expect((await status.run(document, testResources())).statuses).toHaveLength(2)
  })
})
